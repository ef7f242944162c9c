//! Where the forms and downloads of a page lead.

use std::sync::Arc;

use super::ask::Ended;
use super::judge::{change, kept, told};
use super::parts::{Part, parts};
use super::read::Page;
use super::{PageSummary, Scene};
use crate::core::diagnose::{Check, CheckId};
use crate::core::finding::{Finding, PageFact, PagePart, Severity};
use crate::core::page::Use;

pub(super) fn check(scene: &Scene<'_>, page: &Page) -> Check {
    let shown: Arc<str> = Arc::from(page.url.as_str());
    let base = page.base();
    let is_asked = |part: &Part| matches!(part.used, Use::Form { .. } | Use::Download);
    let all: Vec<Part> = parts(&page.html.finds, &shown, &page.url, &base)
        .filter(is_asked)
        .collect();
    // Forms are sent over https then, and so are links to the own host (W3C Upgrade Insecure Requests, section 3.2).
    let is_upgraded = |part: &Part| {
        let is_own = || part.target.url.host() == page.url.host();
        page.policy.upgrades && (part.used != Use::Download || is_own())
    };
    let insecure = |part: &&Part| part.target.is_insecure() && !is_upgraded(part);
    let (downloads, forms): (Vec<&Part>, Vec<&Part>) = all
        .iter()
        .filter(insecure)
        .partition(|part| part.used == Use::Download);
    let has_password = forms
        .iter()
        .any(|part| part.used == Use::Form { has_password: true });
    // What a form asks for may do something, so it is not tried.
    let listed = |parts: &[&Part]| -> Vec<PagePart> {
        let one = |part: &&Part| told(part, None, change(part, &Ended::Left));
        parts.iter().map(one).collect()
    };
    let summary = PageSummary::Forms {
        forms: forms.len(),
        downloads: downloads.len(),
        of: all.len(),
    };
    let mut findings = Vec::new();
    if let Some(parts) = kept(&page.url, listed(&forms)) {
        let finding = Finding::new(PageFact::FormOverHttp {
            parts,
            has_password,
        });
        findings.push(match has_password {
            true => finding.rated(Severity::Error),
            false => finding,
        });
    }
    if let Some(parts) = kept(&page.url, listed(&downloads)) {
        findings.push(Finding::new(PageFact::DownloadOverHttp { parts }));
    }
    Check::done(scene.key(CheckId::Forms), summary, findings)
}
