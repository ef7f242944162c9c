//! Whether http leads to https.

use super::visit::{End, Visit, is_no_connection};
use super::{PageSummary, Scene};
use crate::core::diagnose::{Check, CheckId, Skip};
use crate::core::env::Scheme;
use crate::core::finding::{Finding, PageFact, RedirectFault};
use crate::core::page::Use;
use crate::core::page::address::target;

pub(super) fn check(scene: &Scene<'_>, http: &Visit) -> Check {
    let key = scene.key(CheckId::HttpsRedirect);
    if let End::Nowhere(RedirectFault::Inside { .. }) = http.end {
        return Check::skipped(key, Skip::InsideNotAgreed);
    }
    // What is wrong behind that is told by the check of the final address.
    if let Some((redirects, to)) = over_https(http) {
        let summary = PageSummary::Redirected { to, redirects };
        return Check::done(key, summary, Vec::new());
    }
    match &http.end {
        End::Answer(answer) => {
            let status = answer.status;
            let name = scene.name.to_string();
            let findings = vec![Finding::new(PageFact::HttpNotRedirected { name, status })];
            Check::done(key, PageSummary::NotRedirected { status }, findings)
        }
        End::Fault(cause) if http.hops.is_empty() && is_no_connection(cause) => {
            Check::done(key, PageSummary::NoHttp, Vec::new())
        }
        _ => Check::unknown(key, PageSummary::NotFoundOut, http.findings()),
    }
}

/// The first page over https on the way, and the redirects until there; what a page itself leads to is one more.
fn over_https(visit: &Visit) -> Option<(usize, String)> {
    let urls = visit.hops.iter().map(|hop| &hop.url).chain([&visit.url]);
    let found = urls
        .enumerate()
        .find(|(_, url)| url.scheme == Scheme::Https);
    if let Some((redirects, url)) = found {
        return Some((redirects, url.to_string()));
    }
    let page = visit.page.as_ref()?;
    let base = page.base();
    let mut refreshes = page
        .html
        .finds
        .all
        .iter()
        .filter(|found| found.used == Use::Refresh);
    let led = refreshes.find_map(|found| target(&base, &found.text))?;
    (led.scheme == Scheme::Https).then(|| (visit.hops.len() + 1, led.url.to_string()))
}
