//! Who can read the result: programs of one kind share a cell as long as their answers are the same.

use crate::core::convert::{Readable, Reader, Target};
use crate::state::view::Tone;
use crate::text::Lang;
use crate::text::convert::{panel as words, readers as text};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderView {
    pub tone: Tone,
    /// The program, and what it does when it does not simply read.
    pub line: String,
    /// Why, in a few words.
    pub short: Option<String>,
    /// Why, in a sentence.
    pub reason: Option<String>,
}

type Table = [(Reader, Readable)];

/// The cells of a table in the order in which they are shown.
pub(super) fn build(lang: Lang, table: &Table) -> Vec<ReaderView> {
    let mut cells = Vec::new();
    cells.extend(own(lang, table, Target::Server2016));
    cells.extend(own(lang, table, Target::Server2019));
    if answer(table, Target::Ccs) != answer(table, Target::Server2016) {
        cells.extend(own(lang, table, Target::Ccs));
    }
    cells.extend(own(lang, table, Target::MacOs));
    let java = [Target::Java8, Target::Java];
    cells.extend(shared(lang, table, &java, words::reads_java(lang)));
    if answer(table, Target::Tomcat) != answer(table, Target::Java) {
        cells.extend(own(lang, table, Target::Tomcat));
    }
    let openssl = [Target::OpenSsl1, Target::OpenSsl];
    cells.extend(shared(lang, table, &openssl, words::reads_openssl(lang)));
    let fips = table.iter().find(|(reader, _)| *reader == Reader::Fips);
    cells.extend(fips.map(|(_, readable)| fips_cell(lang, *readable)));
    cells
}

fn answer(table: &Table, target: Target) -> Option<Readable> {
    let found = table
        .iter()
        .find(|(reader, _)| *reader == Reader::Target(target));
    found.map(|(_, readable)| *readable)
}

fn own(lang: Lang, table: &Table, target: Target) -> Option<ReaderView> {
    let reader = Reader::Target(target);
    Some(cell(
        lang,
        reader,
        answer(table, target)?,
        text::name(lang, reader),
    ))
}

/// One cell for both where they answer the same.
fn shared(lang: Lang, table: &Table, targets: &[Target; 2], name: &str) -> Vec<ReaderView> {
    let [older, newer] = *targets;
    match (answer(table, older), answer(table, newer)) {
        (Some(one), Some(other)) if one == other => {
            vec![cell(lang, Reader::Target(newer), one, name)]
        }
        _ => [older, newer]
            .into_iter()
            .filter_map(|target| own(lang, table, target))
            .collect(),
    }
}

fn cell(lang: Lang, reader: Reader, readable: Readable, name: &str) -> ReaderView {
    let (tone, why) = verdict(readable);
    ReaderView {
        tone,
        line: name.to_owned(),
        short: why.map(|reason| text::short(lang, reason).to_owned()),
        reason: why.map(|reason| text::full(lang, reader, reason)),
    }
}

fn fips_cell(lang: Lang, readable: Readable) -> ReaderView {
    let line = match readable {
        Readable::Yes => words::reads_fips(lang),
        Readable::Perhaps(_) => words::maybe_fips(lang),
        Readable::No(_) => words::fips_refuses(lang),
    };
    // The line says it already; the sentence is there for whoever asks.
    ReaderView {
        short: None,
        ..cell(lang, Reader::Fips, readable, line)
    }
}

const fn verdict(readable: Readable) -> (Tone, Option<crate::core::convert::Reason>) {
    match readable {
        Readable::Yes => (Tone::Ok, None),
        Readable::Perhaps(reason) => (Tone::Warn, Some(reason)),
        Readable::No(reason) => (Tone::Error, Some(reason)),
    }
}
