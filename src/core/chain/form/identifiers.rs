//! Key identifiers and other extensions that lead from certificate to certificate.

use super::Breach;
use crate::core::chain::judge::Place;
use crate::core::finding::Rule;

pub(super) fn check(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let (certificate, constraints) = (place.certificate, place.constraints);
    let critical = [
        ("1.3.6.1.5.5.7.1.1", Rule::AccessInfoCritical),
        ("2.5.29.35", Rule::AuthorityKeyIdCritical),
        ("2.5.29.14", Rule::SubjectKeyIdCritical),
    ];
    let critical = critical
        .into_iter()
        .filter(|(oid, _)| constraints.is_critical(oid));
    breaches.extend(critical.map(|(_, rule)| (rule, String::new())));
    // Certificates of the time before version 3 have no extensions.
    if certificate.version < 3 {
        return;
    }
    let authority = constraints.authority_key.unwrap_or_default();
    if !certificate.is_self_issued() && !authority.has_key_id {
        breaches.push((Rule::AuthorityKeyIdMissing, String::new()));
    }
    if certificate.is_ca == Some(true) && certificate.subject_key_id.is_none() {
        breaches.push((Rule::SubjectKeyIdMissing, String::new()));
    }
    if authority.has_issuer {
        breaches.push((Rule::AuthorityKeyIdIssuer, String::new()));
    }
    let has_authority = constraints.authority_key.is_some();
    if place.is_top
        && certificate.is_self_issued()
        && has_authority
        && certificate.authority_key_id != certificate.subject_key_id
    {
        breaches.push((Rule::AuthorityKeyIdDiffers, String::new()));
    }
}
