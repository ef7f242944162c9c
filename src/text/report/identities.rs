//! One identity of a report: a small table of facts, then what its files are made for.

use super::page::{Page, table_width};
use crate::core::bundle::story::Cell;
use crate::core::bundle::{Identity, Inspection, MadeFor};
use crate::text::Lang;
use crate::text::bundle::{
    cell, chain, file_count, files, header, issuer_name, key, key_note, names, password, server,
    subject_name, validity,
};
use crate::text::number::shortened;
use crate::text::prose::columns;

/// Columns of the table.
const WIDEST: usize = 78;
/// Names told in full.
const NAMES: usize = 20;

pub fn write(lang: Lang, inspection: &Inspection, identity: &Identity, page: &mut Page) {
    page.gap();
    page.paragraph(0, &subject_name(&identity.leaf));
    let facts = facts(lang, inspection, identity);
    let width = facts
        .iter()
        .map(|(label, _)| columns(label))
        .max()
        .unwrap_or_default()
        + 2;
    for (label, text) in &facts {
        page.labelled(2, label, width, text);
    }
    if !identity.made_for.is_empty() {
        page.gap();
        page.table(2, &rows(lang, &identity.made_for));
    }
}

fn facts(lang: Lang, inspection: &Inspection, identity: &Identity) -> Vec<(&'static str, String)> {
    let leaf = &identity.leaf;
    let (span, left) = validity(lang, leaf, inspection.judged_at());
    let note = key_note(lang, identity, inspection);
    let key = key(lang, identity);
    let key = if note.is_empty() {
        key
    } else {
        say!(lang, "{key}; {note}", "{key}；{note}")
    };
    let links: Vec<String> = chain(lang, identity)
        .into_iter()
        .map(|node| match node.note.as_str() {
            "" => node.name,
            note => say!(lang, "{} ({note})", "{}（{note}）", node.name),
        })
        .collect();
    vec![
        (
            lang.pick("Names", "域名"),
            shortened(lang, &names(leaf), NAMES),
        ),
        (lang.pick("Issued by", "颁发者"), issuer_name(leaf)),
        (
            lang.pick("Valid", "有效期"),
            say!(lang, "{span}, {left}", "{span}，{left}"),
        ),
        (lang.pick("Key", "私钥"), key),
        (lang.pick("Chain", "证书链"), links.join(" → ")),
        ("SHA-256", leaf.fingerprint.to_string()),
    ]
}

/// The table with file names, or with their number where it would be too wide.
fn rows(lang: Lang, made_for: &[MadeFor]) -> Vec<Vec<String>> {
    let named = table(lang, made_for, files);
    if table_width(&named) <= WIDEST {
        return named;
    }
    table(lang, made_for, file_count)
}

fn table(
    lang: Lang,
    made_for: &[MadeFor],
    files: fn(Lang, &MadeFor) -> String,
) -> Vec<Vec<String>> {
    let head = header(lang).map(str::to_owned).to_vec();
    let rows = made_for.iter().map(|row| {
        let server = server(lang, row.server).to_owned();
        let [certificate, key, chain] = states(lang, row);
        vec![
            server,
            files(lang, row),
            certificate,
            key,
            chain,
            password(lang, row),
        ]
    });
    std::iter::once(head).chain(rows).collect()
}

/// What is locked as a whole is said once.
fn states(lang: Lang, row: &MadeFor) -> [String; 3] {
    let [certificate, key, chain] = cell(lang, row).map(str::to_owned);
    if [&row.certificate, &row.key, &row.chain]
        .iter()
        .all(|cell| **cell == Cell::Locked)
    {
        return [certificate, String::new(), String::new()];
    }
    [certificate, key, chain]
}
