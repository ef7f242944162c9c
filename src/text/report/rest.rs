//! What is in the files, one line a file or piece.

use super::page::Page;
use crate::core::bundle::Inspection;
use crate::core::finding::Kind;
use crate::text::Lang;
use crate::text::bundle::{content, place};
use crate::text::foreign::display;
use crate::text::number::whole;
use crate::text::prose::columns;

/// Lines told in full.
const LINES: usize = 100;
/// Columns of the paths.
const WIDEST: usize = 44;

pub fn write(lang: Lang, inspection: &Inspection, page: &mut Page) {
    let mut artifacts: Vec<_> = inspection
        .artifacts
        .iter()
        .filter(|artifact| artifact.kind() != Kind::Archive)
        .collect();
    if artifacts.is_empty() {
        return;
    }
    artifacts.sort_by_cached_key(|artifact| artifact.place.file());
    page.gap();
    page.line(0, lang.pick("In it", "包内文件"));
    let rows: Vec<(String, String)> = artifacts
        .iter()
        .take(LINES)
        .map(|artifact| {
            let place = display(&place(inspection, &artifact.place)).into_owned();
            (place, content(lang, artifact))
        })
        .collect();
    let width = rows.iter().map(|(place, _)| columns(place)).max();
    let width = width.unwrap_or_default().min(WIDEST) + 2;
    for (place, content) in &rows {
        // A longer path has a line of its own, so that it stays whole.
        if columns(place) + 2 > width {
            page.line(2, place);
            page.labelled(2, "", width, content);
        } else {
            page.labelled(2, place, width, content);
        }
    }
    if artifacts.len() > LINES {
        let more = whole((artifacts.len() - LINES) as u64);
        page.line(2, &say!(lang, "and {more} more", "另有 {more} 项"));
    }
}
