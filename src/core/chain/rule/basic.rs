//! Issuers must be CAs, be allowed to sign certificates, and have no more CAs below than they allow
//! (RFC 5280 section 6.1.4 (k) to (n)). A trusted root is held to it as well (RFC 5937).

use crate::core::chain::judge::{Place, Walk};
use crate::core::finding::{Finding, PathFact};
use crate::core::x509::KEY_CERT_SIGN;

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    for place in walk.issuers() {
        findings.extend(flag(walk, &place));
        findings.extend(usage(walk, &place));
        findings.extend(length(walk, &place));
    }
    findings.extend(depth(walk));
}

fn below(walk: &Walk<'_>, place: &Place<'_>) -> String {
    walk.below(place)
        .map_or_else(String::new, |below| below.title())
}

/// Version 1 certificates have no extensions; whoever trusts one by itself has said that it is a CA.
fn flag(walk: &Walk<'_>, place: &Place<'_>) -> Option<Finding> {
    let certificate = place.certificate;
    let is_ca = certificate.is_ca == Some(true) || (certificate.version < 3 && place.is_anchor);
    (!is_ca).then(|| {
        place.finding(PathFact::CaFlagMissing {
            subject: certificate.title(),
            below: below(walk, place),
        })
    })
}

fn usage(walk: &Walk<'_>, place: &Place<'_>) -> Option<Finding> {
    let bits = place.certificate.key_usage?;
    (bits & KEY_CERT_SIGN == 0).then(|| {
        place.finding(PathFact::CaUsageMissing {
            subject: place.certificate.title(),
            below: below(walk, place),
        })
    })
}

/// Self-issued certificates do not count.
fn length(walk: &Walk<'_>, place: &Place<'_>) -> Option<Finding> {
    let allowed = place.certificate.path_length?;
    let between = walk.places().take(place.index).skip(1);
    let below = between
        .filter(|issuer| !issuer.certificate.is_self_issued())
        .count();
    let below = u32::try_from(below).unwrap_or(u32::MAX);
    (below > allowed).then(|| {
        place.finding(PathFact::PathLengthExceeded {
            subject: place.certificate.title(),
            allowed,
            below,
        })
    })
}

/// The user's own limit on intermediates.
fn depth(walk: &Walk<'_>) -> Option<Finding> {
    let limit = walk.question.max_depth?;
    let intermediates = walk
        .issuers()
        .filter(|place| !place.is_top && !place.certificate.is_self_issued())
        .count();
    let target = walk.places().next()?;
    (intermediates > limit).then(|| {
        target.finding(PathFact::DepthExceeded {
            intermediates,
            limit,
        })
    })
}
