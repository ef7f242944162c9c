//! Whether browsers are told to use https alone.

use super::hosts::question;
use super::visit::{End, Visit};
use super::{PageSummary, Scene};
use crate::core::bundle::trust::TrustChoice;
use crate::core::diagnose::{Check, CheckId, Lane, Skip};
use crate::core::env::{Scheme, WebAnswer, WebCause, WebRequest};
use crate::core::finding::{Finding, PageFact, RedirectFault};
use crate::core::limits;
use crate::core::page::Hsts;
use crate::core::progress::Cancelled;

const HEADER: &str = "strict-transport-security";
/// Seconds below which it is called short (180 days): visitors who come less often are not covered.
const SHORT_S: u64 = 180 * 86_400;
/// Seconds that the list of browsers asks for (one year).
const PRELOAD_S: u64 = 365 * 86_400;

pub(super) fn check(scene: &Scene<'_>, http: &Visit, https: &Visit) -> Result<Check, Cancelled> {
    let key = scene.key(CheckId::Hsts);
    if let End::Nowhere(RedirectFault::Inside { .. }) = https.end {
        return Ok(Check::skipped(key, Skip::InsideNotAgreed));
    }
    let name = scene.name.to_string();
    let mut findings = Vec::new();
    if over_http(http) {
        let name = name.clone();
        findings.push(Finding::new(PageFact::HstsOverHttp { name }));
    }
    let Some(answer) = https.first_answer() else {
        return Ok(Check::unknown(key, PageSummary::NotFoundOut, findings));
    };
    // The first counts where several are sent (RFC 6797 section 8.1).
    let Some(value) = answer.header(HEADER) else {
        findings.push(Finding::new(PageFact::HstsMissing { name }));
        return Ok(Check::done(key, PageSummary::NoHsts, findings));
    };
    let value = value.to_owned();
    // The web client knows its own roots alone, not those that the user chose.
    let is_judged = scene.asker.request.trust == TrustChoice::Mozilla;
    if is_judged && let Some(detail) = distrusted(scene, https)? {
        let name = name.clone();
        findings.push(Finding::new(PageFact::HstsIgnored { name, detail }));
    }
    Ok(match Hsts::parse(&value) {
        Ok(hsts) => {
            findings.extend(judged(&name, hsts));
            Check::done(key, PageSummary::Hsts(hsts), findings)
        }
        Err(fault) => {
            findings.push(Finding::new(PageFact::HstsUnreadable {
                name,
                value,
                fault,
            }));
            Check::done(key, PageSummary::HstsUnreadable, findings)
        }
    })
}

fn judged(name: &str, hsts: Hsts) -> Option<Finding> {
    let name = name.to_owned();
    let Hsts {
        max_age_s,
        include_subdomains,
        preload,
    } = hsts;
    if preload && (max_age_s < PRELOAD_S || !include_subdomains) {
        return Some(Finding::new(PageFact::HstsPreload {
            name,
            max_age_s,
            include_subdomains,
        }));
    }
    (max_age_s < SHORT_S).then(|| Finding::new(PageFact::HstsShort { name, max_age_s }))
}

/// Whether any answer over http carries the header.
fn over_http(http: &Visit) -> bool {
    let mut hops = http.hops.iter().map(|hop| (&hop.url, &hop.answer));
    let has = |scheme: Scheme, answer: &WebAnswer| {
        scheme == Scheme::Http && answer.header(HEADER).is_some()
    };
    let at_end = http
        .answer()
        .is_some_and(|answer| has(http.url.scheme, answer));
    at_end || hops.any(|(url, answer)| has(url.scheme, answer))
}

/// Why the certificate that comes with it is not trusted here; asked once more, since what was asked before took
/// any.
fn distrusted(scene: &Scene<'_>, https: &Visit) -> Result<Option<String>, Cancelled> {
    let first = https.hops.first().map(|hop| (&hop.url, Some(hop.address)));
    let (url, address) = first.unwrap_or((&https.url, https.address));
    let Some(address) = address else {
        return Ok(None);
    };
    let strict = WebRequest {
        trusts_any: false,
        ..question(url, address, limits::PAGE_PART_BYTES)
    };
    let answers = scene.asker.fetch_all(Lane::Page, &[strict])?;
    Ok(answers.into_iter().find_map(|answer| match answer {
        Err(fault) => match fault.cause {
            WebCause::Tls(detail) => Some(detail),
            _ => None,
        },
        Ok(_) => None,
    }))
}
