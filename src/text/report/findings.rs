//! The findings of a report, worst first.

use super::page::Page;
use crate::core::bundle::Inspection;
use crate::core::finding::{Finding, Id};
use crate::text::Lang;
use crate::text::bundle::place;
use crate::text::finding::{severity, words};
use crate::text::foreign::display;
use crate::text::number::whole;
use crate::text::prose::columns;

/// Findings of one id that are told in full; the rest are counted.
const TOLD: usize = 3;

pub fn write(lang: Lang, inspection: &Inspection, page: &mut Page) {
    let mut told: Vec<(Id, usize)> = Vec::new();
    for finding in inspection.findings() {
        let count = match told.iter_mut().find(|(id, _)| *id == finding.id()) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                told.push((finding.id(), 1));
                1
            }
        };
        if count <= TOLD {
            page.gap();
            one(lang, inspection, finding, page);
        }
    }
    for (id, count) in told.iter().filter(|(_, count)| *count > TOLD) {
        let (more, id) = (whole((count - TOLD) as u64), id.name());
        page.gap();
        page.paragraph(
            0,
            &say!(lang, "And {more} more of {id}.", "{id} 还有 {more} 项。"),
        );
    }
}

pub fn one(lang: Lang, inspection: &Inspection, finding: &Finding, page: &mut Page) {
    let found = finding.place.as_ref();
    let found = found.map(|found| place(inspection, found));
    placed(lang, finding, found.as_deref(), page);
}

/// A finding at a place that has its words already. The place is foreign text.
pub fn placed(lang: Lang, finding: &Finding, found: Option<&str>, page: &mut Page) {
    let words = words(lang, finding);
    let mark = format!("[{}] ", severity(lang, finding.severity));
    let indent = columns(&mark);
    page.labelled(0, &mark, indent, &words.message);
    if let Some(found) = found {
        page.line(indent, &display(found));
    }
    page.paragraph(indent, &words.why);
    page.labelled(indent, "→ ", 2, &words.remedy);
    if let Some(raw) = &words.raw {
        let label = lang.pick("Detail: ", "详细信息：");
        page.labelled(indent, label, columns(label), raw);
    }
}
