//! Who trusts the end of the best path: one line a kind of client, with its source.

use std::sync::Arc;

use crate::core::chain::{self, Answer, Cell, Client, PathEnding, Standing, State, Words};
use crate::core::x509::Certificate;
use crate::state::view::Tone;
use crate::text::Lang;
use crate::text::chain::panel as words;

/// The card.
#[derive(Clone, Debug)]
pub struct TrustView {
    pub title: &'static str,
    /// How many trust it, or why that is not known.
    pub line: String,
    /// In the order of the table, the trusting ones and the others mixed.
    pub clients: Vec<ClientView>,
}

/// One kind of client.
#[derive(Clone, Debug)]
pub struct ClientView {
    pub name: &'static str,
    pub word: String,
    pub tone: Tone,
    /// What the answer covers, and where it was read.
    pub note: String,
}

/// `None` where no path ends at a root at all.
pub(super) fn build(lang: Lang, answer: &Answer) -> Option<TrustView> {
    let best = answer.best()?;
    let is_whole = matches!(best.ending, PathEnding::Trusted | PathEnding::UntrustedRoot);
    if !is_whole {
        return None;
    }
    let issuers: Vec<Arc<Certificate>> = match best.steps.len() {
        1 => vec![Arc::clone(&answer.target)],
        _ => best.issuers().map(Arc::clone).collect(),
    };
    let summary = chain::summary(&answer.target, &issuers);
    let clients: Vec<ClientView> = summary
        .iter()
        .enumerate()
        .map(|(index, (client, standing))| {
            let cell = cell(answer, &issuers, index, *standing);
            view(lang, client, *standing, cell)
        })
        .collect();
    let trusting = summary
        .iter()
        .filter(|(_, standing)| *standing == Standing::Trusted)
        .count();
    let is_known = summary
        .iter()
        .any(|(_, standing)| *standing != Standing::Unknown);
    Some(TrustView {
        title: words::who_trusts(lang),
        line: match is_known {
            true => words::trusted_by(lang, trusting, summary.len()),
            false => words::trusted_root_unknown(lang).to_owned(),
        },
        clients: if is_known { clients } else { Vec::new() },
    })
}

/// The answer behind a standing: of the first root on the way that gives it.
fn cell(
    answer: &Answer,
    issuers: &[Arc<Certificate>],
    index: usize,
    standing: Standing,
) -> Option<&'static Cell> {
    let cells = issuers
        .iter()
        .filter_map(|issuer| chain::who_trusts(issuer)?.get(index));
    let mut fitting =
        cells.filter(|cell| cell.state.standing(answer.target.not_before) == standing);
    fitting.next()
}

fn view(
    lang: Lang,
    client: &'static Client,
    standing: Standing,
    cell: Option<&'static Cell>,
) -> ClientView {
    let mut parts: Vec<String> = Vec::new();
    if let Some(State::Trusted { since, until, .. }) = cell.map(|cell| cell.state) {
        parts.extend(words::versions(lang, since, until));
    }
    parts.push(pick(lang, client.note).to_owned());
    let source = cell.and_then(|cell| cell.sources.first());
    parts.extend(source.map(|source| words::read_in(lang, source.title, source.dated)));
    let limit = match cell.map(|cell| cell.state) {
        Some(State::Trusted { issued_until, .. }) if standing == Standing::Trusted => issued_until,
        _ => None,
    };
    ClientView {
        name: pick(lang, client.name),
        word: match limit {
            Some(day) => words::issued_until(lang, day),
            None => words::standing(lang, standing).to_owned(),
        },
        tone: match standing {
            Standing::Formerly => Tone::Warn,
            Standing::NotTrusted => Tone::Error,
            Standing::Trusted => Tone::Ok,
            Standing::Unknown => Tone::Neutral,
        },
        note: parts.join("\n"),
    }
}

fn pick(lang: Lang, words: Words) -> &'static str {
    lang.pick(words.en, words.zh)
}
