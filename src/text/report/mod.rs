//! A report as plain text: for the command line, and for the window program where there is no display.
//! 80 columns, a Han character takes two, no colours.

mod chains;
mod convert;
pub mod csr;
mod findings;
pub mod guide;
mod identities;
pub mod iis;
mod issuers;
mod ledger;
pub mod names;
mod page;
mod rest;

pub(super) use findings::placed;
pub(super) use page::{Page, table_width};

pub use convert::{Conversion, PasswordOrigin, ResultFile, render as conversion};

use super::Lang;
use super::bundle::{opened, verdict};
use super::foreign::display;
use super::number::whole;
use super::time::exact;
use crate::core::bundle::Inspection;
use crate::core::op::Report;

/// Identities told in full.
const IDENTITIES: usize = 20;

/// The whole report; ends with a line break.
pub fn render(lang: Lang, report: &Report) -> String {
    match report {
        Report::Chains(judged) => {
            let mut page = Page::default();
            chains::write(lang, judged, &mut page);
            page.finish()
        }
        Report::Converted(converted) => conversion(lang, &Conversion::written(converted)),
        Report::CsrChecked(checked) => csr::checked(lang, checked),
        Report::CsrCreated(created) => csr::created(lang, created),
        Report::Diagnosis(found) => super::diagnose::report::render(lang, found),
        Report::Made(made) => conversion(lang, &Conversion::made(made)),
        Report::IisActed(done) => iis::acted(lang, done),
        Report::IisHistory(config, found) => iis::history(lang, config, found),
        Report::IisPlanned(planned) => iis::plan(lang, &iis::Planned::of(planned)),
        Report::IisImported(path, done) => iis::imported(lang, path, done),
        Report::IisScan(found) => iis::scan(lang, found),
        Report::IisUndone(config, undone) => iis::undone(lang, config, undone),
        Report::Inspection(inspection) => inspection_text(lang, inspection),
        Report::Issuers(issuers) => issuers::render(lang, issuers),
        Report::Ledger(answer) => ledger::answer(lang, answer),
        Report::Served(fetched) => {
            let mut page = Page::default();
            page.paragraph(0, &super::diagnose::fetch::fetched(lang, fetched));
            page.finish()
        }
        Report::Saved(saved) => {
            let path = saved.path.to_string_lossy();
            let mut page = Page::default();
            page.paragraph(0, &super::window::saved(lang, &display(&path)));
            page.finish()
        }
        Report::Undone(paths) => convert::undone(lang, paths),
    }
}

/// The story of a bundle.
fn inspection_text(lang: Lang, inspection: &Inspection) -> String {
    let mut page = Page::default();
    let line = verdict(lang, inspection);
    page.paragraph(0, &line.sentence);
    page.paragraph(0, &line.context);
    page.gap();
    for what in inspection.opened() {
        let (name, facts) = (display(&what.name), opened(lang, what, None));
        page.paragraph(0, &say!(lang, "{name}: {facts}", "{name}：{facts}"));
    }
    page.paragraph(0, &judged(lang, inspection));
    findings::write(lang, inspection, &mut page);
    let identities = &inspection.story.identities;
    for identity in identities.iter().take(IDENTITIES) {
        identities::write(lang, inspection, identity, &mut page);
    }
    if identities.len() > IDENTITIES {
        let more = whole((identities.len() - IDENTITIES) as u64);
        page.gap();
        page.line(
            0,
            &say!(
                lang,
                "And {more} more certificates.",
                "另有 {more} 个证书。"
            ),
        );
    }
    rest::write(lang, inspection, &mut page);
    page.finish()
}

fn judged(lang: Lang, inspection: &Inspection) -> String {
    let moment = exact(lang, inspection.judged_at());
    let trust = super::trust::name(lang, &inspection.trust().name);
    match inspection.host() {
        None => say!(
            lang,
            "Judged for {moment}, against {trust}.",
            "判断时间：{moment}，依据：{trust}。"
        ),
        Some(host) => {
            let host = super::foreign::short(host);
            say!(
                lang,
                "Judged for {host} at {moment}, against {trust}.",
                "判断对象：{host}，判断时间：{moment}，依据：{trust}。"
            )
        }
    }
}
