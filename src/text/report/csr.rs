//! Certificate requests as text: made, checked, shown.

use super::convert::readable_by;
use super::findings::placed;
use super::page::Page;
use crate::core::csr::check::Checked;
use crate::core::csr::create::{Created, PASSWORD_FILE};
use crate::core::csr::start::Dropped;
use crate::core::finding::Finding;
use crate::core::save::Written;
use crate::core::x509::Csr;
use crate::core::x509::details::{Details, Line};
use crate::text::Lang;
use crate::text::csr::made as words;
use crate::text::csr::start;
use crate::text::foreign::{display, short};
use crate::text::number::{colon_hex, shortened, size};
use crate::text::prose::columns;
use crate::text::x509::{Oids, distinguished_name, extension_name, group, label, reading, value};

/// Names of a request that its report lists.
const NAMES: usize = 12;

/// What was made: its files, who can read them, what the ledger says, the request itself.
pub fn created(lang: Lang, created: &Created) -> String {
    let mut page = Page::default();
    let has_key = created.written.len() > 1;
    let title = match has_key {
        true => words::made(lang),
        false => words::made_for_key(lang),
    };
    page.paragraph(0, title);
    page.gap();
    for (index, file) in created.written.iter().enumerate() {
        written(lang, created, index, file, &mut page);
    }
    if has_key {
        page.paragraph(0, words::keep_key(lang));
    }
    for entry in created.earlier.iter().take(3) {
        page.paragraph(0, &words::earlier(lang, entry));
    }
    if let Some(outcome) = &created.recorded {
        page.paragraph(0, &words::ledger(lang, outcome));
    }
    page.gap();
    summary(lang, &created.csr, &mut page);
    page.gap();
    for line in created.pem.lines() {
        page.line(0, line);
    }
    page.finish()
}

fn written(lang: Lang, created: &Created, index: usize, file: &Written, page: &mut Page) {
    let is_last = index + 1 == created.written.len();
    let is_password = file
        .path
        .file_name()
        .is_some_and(|name| name == PASSWORD_FILE);
    let what = match (is_last, is_password) {
        (true, _) => words::request_file(lang),
        (false, true) => words::password_file(lang),
        (false, false) => words::key_file(lang),
    };
    let path = file.path.to_string_lossy();
    let (path, bytes) = (display(&path), size(file.bytes as u64));
    page.line(
        0,
        &say!(
            lang,
            "{what}: {path} ({bytes})",
            "{what}：{path}（{bytes}）"
        ),
    );
    page.paragraph(2, &readable_by(lang, &file.readers));
}

/// What was found in a request.
pub fn checked(lang: Lang, checked: &Checked) -> String {
    let mut page = Page::default();
    page.line(0, &display(&checked.name));
    page.gap();
    summary(lang, &checked.csr, &mut page);
    for finding in &checked.findings {
        page.gap();
        placed(lang, finding, None, &mut page);
    }
    if checked.findings.is_empty() {
        page.gap();
        page.paragraph(0, words::fine(lang));
    }
    if let Some(outcome) = &checked.recorded {
        page.gap();
        page.paragraph(0, &words::ledger(lang, outcome));
    }
    page.finish()
}

/// Findings below what was made.
pub fn findings(lang: Lang, all: &[Finding]) -> String {
    let mut page = Page::default();
    for finding in all {
        page.line(0, "");
        placed(lang, finding, None, &mut page);
    }
    page.finish()
}

/// What is not taken over from an older one; nothing where all is.
pub fn dropped(lang: Lang, all: &[Dropped]) -> String {
    let mut page = Page::default();
    for one in all {
        page.paragraph(0, &start::dropped(lang, one));
    }
    page.finish()
}

fn summary(lang: Lang, csr: &Csr, page: &mut Page) {
    let names = csr.host_names();
    let names: Vec<_> = names.iter().map(|name| short(name)).collect();
    let or_none = |text: String| match text.is_empty() {
        true => words::none(lang).to_owned(),
        false => text,
    };
    let rows = [
        (
            words::subject_line(lang),
            or_none(distinguished_name(&csr.subject)),
        ),
        (
            words::names_line(lang),
            or_none(shortened(lang, &names, NAMES)),
        ),
        (words::key_line(lang), crate::text::key::name(&csr.key)),
        (
            words::fingerprint_line(lang),
            colon_hex(&csr.key_fingerprint().0),
        ),
        (
            words::signature_line(lang),
            words::signature(lang, &csr.signature()).to_owned(),
        ),
    ];
    labelled_rows(&rows, page);
}

fn labelled_rows(rows: &[(&str, String)], page: &mut Page) {
    let width = rows.iter().map(|(label, _)| columns(label)).max();
    for (label, text) in rows {
        page.labelled(0, label, width.unwrap_or_default().max(14) + 2, text);
    }
}

/// Everything a request says, with OIDs.
pub fn decoded(lang: Lang, name: &str, csr: &Csr) -> String {
    let mut page = Page::default();
    page.line(0, &display(name));
    let details = Details::of_request(csr);
    for one in &details.groups {
        if one.lines.is_empty() {
            continue;
        }
        page.gap();
        page.line(0, group(lang, one.kind));
        lines(lang, &one.lines, &mut page);
    }
    for extension in &details.extensions {
        page.gap();
        let name = extension_name(lang, &extension.oid);
        let oid = display(&extension.oid);
        let mark = match extension.is_critical {
            true => lang.pick(", critical", "，关键"),
            false => "",
        };
        page.line(
            0,
            &say!(lang, "{name} ({oid}){mark}", "{name}（{oid}）{mark}"),
        );
        if let Some(word) = reading(lang, extension.reading) {
            page.line(2, word);
        }
        lines(lang, &extension.lines, &mut page);
    }
    page.gap();
    page.line(0, words::signature(lang, &csr.signature()));
    page.finish()
}

fn lines(lang: Lang, all: &[Line], page: &mut Page) {
    for line in all {
        let label = label(lang, &line.label, Oids::Shown);
        let indent = 2 + 2 * usize::from(line.depth);
        let label = say!(lang, "{label}: ", "{label}：");
        let text = value(lang, &line.value, Oids::Shown);
        page.labelled(indent, &label, columns(&label), &text);
    }
}
