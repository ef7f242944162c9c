//! Revocation by lists (RFC 5280 section 6.3): complete, delta and indirect ones, issuing distribution
//! points, reasons. Judged only where lists are given that concern the path.

mod lists;
mod scope;
mod signer;
mod status;

pub use lists::Lists;

use std::collections::BTreeSet;

use self::status::{Status, status};
use super::judge::{Place, Walk};
use super::question::Profile;
use crate::core::artifact::Fingerprint;
use crate::core::finding::{CrlFault, Finding, PathFact, Severity};

/// Judges the revocation of every certificate below the root.
pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    if walk.nesting > signer::NESTING || !concerns(walk) {
        return;
    }
    let mut told: BTreeSet<(Fingerprint, CrlFault)> = BTreeSet::new();
    for place in walk.places().filter(|place| !place.is_top) {
        let verdict = status(walk, &place);
        let causes: Vec<CrlFault> = verdict.refused.iter().map(|(_, fault)| *fault).collect();
        findings.extend(finding(walk, &place, &verdict.status, causes));
        for (list, cause) in verdict.refused {
            if cause != CrlFault::ScopeElsewhere && told.insert((list.fingerprint, cause)) {
                findings.push(Finding::new(PathFact::CrlNotUsable {
                    issuer: list.issuer.title(),
                    cause,
                }));
            }
        }
    }
}

/// Whether any list is by the issuer of a certificate on the path, or by a signer that one of them names.
/// Lists of strangers say nothing about it, and nothing was asked then.
fn concerns(walk: &Walk<'_>) -> bool {
    walk.places().any(|place| {
        !place.is_top
            && (walk.material.lists.has(&place.certificate.issuer)
                || place
                    .constraints
                    .distribution_points
                    .iter()
                    .flat_map(|point| point.issuer_names())
                    .any(|name| walk.material.lists.has(name)))
    })
}

fn finding(
    walk: &Walk<'_>,
    place: &Place<'_>,
    status: &Status,
    mut causes: Vec<CrlFault>,
) -> Option<Finding> {
    let subject = place.certificate.title();
    match status {
        Status::Good => None,
        Status::Revoked(revocation, list) => Some(place.finding(PathFact::Revoked {
            subject,
            revoked_at: revocation.at,
            reason: revocation.reason,
            list_issuer: list.issuer.title(),
        })),
        Status::Unknown => {
            causes.sort();
            causes.dedup();
            let found = place.finding(PathFact::RevocationUnknown { subject, causes });
            // Whoever gives the leaf's list only did not ask about its issuers.
            let is_asked = place.is_target() || walk.question.profile != Profile::Practice;
            Some(match is_asked {
                true => found,
                false => found.rated(Severity::Warning),
            })
        }
    }
}
