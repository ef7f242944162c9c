//! Where the page is in the end.

use super::visit::{End, Visit};
use super::{PageSummary, Scene};
use crate::core::diagnose::{Check, CheckId, Skip};
use crate::core::env::{Scheme, WebCause};
use crate::core::finding::{Finding, PageFact, RedirectFault};

pub(super) fn check(scene: &Scene<'_>, http: &Visit, https: &Visit) -> Check {
    let key = scene.key(CheckId::FinalUrl);
    if let End::Nowhere(RedirectFault::Inside { .. }) = https.end {
        return Check::skipped(key, Skip::InsideNotAgreed);
    }
    let mut findings = https.findings();
    // Both ways may end differently; what is wrong on both is said once.
    let led = http.hops.first().is_some_and(|_| is_asked_over_https(http));
    let more = http.findings().into_iter().filter(|_| led);
    for finding in more {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    findings.extend(other_host(scene, https));
    findings.extend(refreshed(https));
    match &https.end {
        End::Answer(answer) => {
            let summary = PageSummary::At {
                url: https.url.to_string(),
                status: answer.status,
                redirects: https.hops.len(),
            };
            Check::done(key, summary, findings)
        }
        // It is there, and larger than what is read.
        End::Fault(WebCause::TooLarge { .. } | WebCause::Cancelled) | End::Nowhere(_) => {
            Check::unknown(key, PageSummary::NotFoundOut, findings)
        }
        _ => {
            let url = https.url.to_string();
            Check::done(key, PageSummary::NoPage { url }, findings)
        }
    }
}

/// Whether a visit asked anything over https.
fn is_asked_over_https(visit: &Visit) -> bool {
    let mut urls = visit.hops.iter().map(|hop| &hop.url).chain([&visit.url]);
    urls.any(|url| url.scheme == Scheme::Https)
}

fn other_host(scene: &Scene<'_>, https: &Visit) -> Option<Finding> {
    https.answer()?;
    let is_other = https.url.host != scene.name.as_str();
    is_other.then(|| {
        Finding::new(PageFact::OtherHost {
            name: scene.name.to_string(),
            url: https.url.to_string(),
        })
    })
}

/// That the page sends its visitors on to http by itself.
fn refreshed(https: &Visit) -> Option<Finding> {
    let page = https.page.as_ref().filter(|_| https.is_over_https())?;
    let to = page.refreshed_to_http()?;
    Some(Finding::new(PageFact::HttpsDowngraded {
        from: https.url.to_string(),
        to,
        is_refresh: true,
    }))
}
