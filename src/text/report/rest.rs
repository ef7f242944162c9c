//! What is in the files, one line a file or piece.

use super::page::Page;
use crate::core::bundle::Inspection;
use crate::core::finding::Kind;
use crate::text::Lang;
use crate::text::bundle::content;
use crate::text::foreign::display;
use crate::text::number::whole;

/// Lines told in full.
const LINES: usize = 100;

pub fn write(lang: Lang, inspection: &Inspection, page: &mut Page) {
    let artifacts: Vec<_> = inspection
        .artifacts
        .iter()
        .filter(|artifact| artifact.kind() != Kind::Archive)
        .collect();
    if artifacts.is_empty() {
        return;
    }
    page.gap();
    page.line(0, lang.pick("In it", "包内文件"));
    let rows: Vec<Vec<String>> = artifacts
        .iter()
        .take(LINES)
        .map(|artifact| {
            vec![
                display(&artifact.place.to_string()).into_owned(),
                content(lang, artifact),
            ]
        })
        .collect();
    page.table(2, &rows);
    if artifacts.len() > LINES {
        let more = whole((artifacts.len() - LINES) as u64);
        page.line(2, &say!(lang, "and {more} more", "另有 {more} 项"));
    }
}
