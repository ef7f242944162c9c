//! Critical extensions that are not processed here make a certificate unusable (RFC 5280 section 4.2).

use crate::core::chain::judge::Walk;
use crate::core::finding::{Finding, PathFact};

/// Extensions that are processed, or whose meaning cannot make a path worse.
const KNOWN: &[&str] = &[
    "2.5.29.14",          // subject key identifier
    "2.5.29.15",          // key usage
    "2.5.29.17",          // subject alternative names
    "2.5.29.18",          // issuer alternative names
    "2.5.29.19",          // basic constraints
    "2.5.29.30",          // name constraints
    "2.5.29.31",          // CRL distribution points
    "2.5.29.32",          // certificate policies
    "2.5.29.33",          // policy mappings
    "2.5.29.35",          // authority key identifier
    "2.5.29.36",          // policy constraints
    "2.5.29.37",          // extended key usage
    "2.5.29.46",          // freshest CRL
    "2.5.29.54",          // inhibit anyPolicy
    "1.3.6.1.5.5.7.1.1",  // authority information access
    "1.3.6.1.5.5.7.1.11", // subject information access
    "1.3.6.1.5.5.7.1.24", // TLS feature
];

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    for place in walk.places() {
        let unknown = place
            .constraints
            .extensions
            .iter()
            .filter(|(oid, is_critical)| *is_critical && !KNOWN.contains(&oid.as_ref()));
        findings.extend(unknown.map(|(oid, _)| {
            place.finding(PathFact::CriticalExtensionUnknown {
                subject: place.certificate.title(),
                oid: oid.to_string(),
            })
        }));
    }
}
