//! Keys and what they may be used for, and the extensions that only CAs have.

use super::Breach;
use crate::core::chain::judge::{Place, Walk};
use crate::core::der::{Reader, Tag};
use crate::core::finding::{Rule, Usage};
use crate::core::x509::KEY_CERT_SIGN;
use crate::core::x509::public_key::{KeyAlgorithm, PublicKeyParts};

const ANY: &str = "2.5.29.37.0";
const SERVER: &str = "1.3.6.1.5.5.7.3.1";
const CLIENT: &str = "1.3.6.1.5.5.7.3.2";

pub(super) fn check(walk: &Walk<'_>, place: &Place<'_>, breaches: &mut Vec<Breach>) {
    basic(place, breaches);
    constraints(place, breaches);
    key(place, breaches);
    if place.is_target() && walk.question.usage == Usage::Server {
        server(place, breaches);
    }
    let is_root = place.is_top && place.certificate.is_self_issued() && !place.is_target();
    if is_root && place.certificate.extended_key_usage.is_some() {
        breaches.push((Rule::ExtendedKeyUsageOnRoot, String::new()));
    }
}

fn basic(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    let is_ca = certificate.is_ca == Some(true);
    let may_sign = certificate.key_usage.map(|bits| bits & KEY_CERT_SIGN != 0);
    if may_sign == Some(true) && certificate.is_ca.is_none() {
        breaches.push((Rule::BasicConstraintsMissing, String::new()));
    } else if may_sign.is_some_and(|may_sign| may_sign != is_ca) {
        breaches.push((Rule::KeyUsageInconsistent, String::new()));
    }
    if is_ca && !place.constraints.is_critical("2.5.29.19") {
        breaches.push((Rule::BasicConstraintsNotCritical, String::new()));
    }
}

fn constraints(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let constraints = place.constraints;
    if let Some(names) = &constraints.names {
        if place.certificate.is_ca != Some(true) {
            breaches.push((Rule::NameConstraintsMisplaced, String::new()));
        }
        if !constraints.is_critical("2.5.29.30") {
            breaches.push((Rule::NameConstraintsNotCritical, String::new()));
        }
        if names.permitted.is_empty() && names.excluded.is_empty() {
            breaches.push((Rule::NameConstraintsEmpty, String::new()));
        }
    }
    if constraints.has("2.5.29.36") && !constraints.is_critical("2.5.29.36") {
        breaches.push((Rule::PolicyConstraintsNotCritical, String::new()));
    }
}

fn key(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let key = &place.certificate.key;
    match &key.algorithm {
        KeyAlgorithm::Rsa if !key.bits.is_multiple_of(8) => {
            breaches.push((Rule::RsaSizeUneven, key.bits.to_string()));
        }
        KeyAlgorithm::Rsa => {}
        KeyAlgorithm::Ec(curve) if &**curve != "SM2" => {
            if is_explicit(&place.certificate.spki) {
                breaches.push((Rule::CurveForbidden, "explicit".to_owned()));
            } else if !matches!(&**curve, "P-256" | "P-384" | "P-521") {
                breaches.push((Rule::CurveForbidden, key.label()));
            }
        }
        _ => breaches.push((Rule::KeyKindForbidden, key.label())),
    }
}

/// Whether the curve is written out instead of named.
fn is_explicit(spki: &[u8]) -> bool {
    let parts = PublicKeyParts::from_spki(spki);
    parts.is_ok_and(|parts| {
        let first = Reader::new(parts.parameters).peek();
        first.is_ok_and(|value| value.tag == Tag::SEQUENCE)
    })
}

fn server(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    if certificate.is_ca == Some(true) {
        breaches.push((Rule::CaAsServerCertificate, String::new()));
    }
    if place.constraints.is_critical("2.5.29.37") {
        breaches.push((Rule::ExtendedKeyUsageCritical, String::new()));
    }
    let Some(usages) = &certificate.extended_key_usage else {
        breaches.push((Rule::ExtendedKeyUsageMissing, String::new()));
        return;
    };
    if usages.iter().any(|usage| usage == ANY) {
        breaches.push((Rule::ExtendedKeyUsageAny, String::new()));
    }
    let other = usages
        .iter()
        .find(|usage| ![ANY, SERVER, CLIENT].contains(&usage.as_ref()));
    if let Some(other) = other.filter(|_| usages.iter().any(|usage| usage == SERVER)) {
        breaches.push((Rule::ServerAndOtherUsage, other.to_string()));
    }
}
