//! Keys and signatures too weak for today. RFC 5280 says nothing about it, so that profile only warns.

use crate::core::chain::judge::{Place, Walk};
use crate::core::chain::question::Profile;
use crate::core::finding::{CertificateFact, Finding, Severity};
use crate::core::x509::public_key::KeyAlgorithm;
use crate::core::x509::signature;

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let severity = match walk.question.profile {
        Profile::Rfc5280 => Severity::Warning,
        Profile::Practice | Profile::WebPki => Severity::Error,
    };
    for place in walk.places() {
        let found = [key(&place), signature(&place)];
        findings.extend(found.into_iter().flatten().map(|one| one.rated(severity)));
    }
}

fn key(place: &Place<'_>) -> Option<Finding> {
    let key = &place.certificate.key;
    let is_weak = match &key.algorithm {
        KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => key.bits < 2048,
        KeyAlgorithm::Ec(_) => key.bits > 0 && key.bits < 256,
        // Without parameters of its own its size is its issuer's.
        KeyAlgorithm::Dsa => (1..2048).contains(&key.bits),
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 | KeyAlgorithm::Other(_) => false,
    };
    is_weak.then(|| {
        place.finding(CertificateFact::WeakKey {
            subject: place.certificate.title(),
            algorithm: key.label(),
            bits: key.bits,
        })
    })
}

/// What signed a trusted root is nobody's business: it is trusted by itself.
fn signature(place: &Place<'_>) -> Option<Finding> {
    let certificate = place.certificate;
    let is_weak = signature::is_weak(&certificate.signature_oid)
        && !place.is_anchor
        && !certificate.is_self_issued();
    is_weak.then(|| {
        place.finding(CertificateFact::WeakSignature {
            subject: certificate.title(),
            algorithm: certificate.signature_oid.to_string(),
        })
    })
}
