//! The frame of a certificate: version, serial number, algorithms, extensions that parse.

use super::Breach;
use crate::core::chain::judge::Place;
use crate::core::finding::Rule;
use crate::core::x509::signature::algorithm_name;

/// Octets of a serial number at most (RFC 5280 section 4.1.2.2).
const SERIAL_OCTETS: usize = 20;

pub(super) fn check(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    if certificate.version < 3 {
        breaches.push((Rule::VersionTooOld, certificate.version.to_string()));
    }
    serial(place, breaches);
    let dates = certificate.odd_dates();
    breaches.extend(
        dates
            .into_iter()
            .map(|date| (Rule::ValidityMalformed, date)),
    );
    if !certificate.has_one_signature_algorithm() {
        let inner = certificate.inner_signature_oid().unwrap_or_default();
        let outer = algorithm_name(&certificate.signature_oid);
        let seen = format!("{} / {outer}", algorithm_name(&inner));
        breaches.push((Rule::SignatureAlgorithmsDiffer, seen));
    }
    extensions(place, breaches);
}

fn serial(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let serial = &place.certificate.serial;
    let is_positive =
        serial.first().is_some_and(|first| *first < 0x80) && serial.iter().any(|byte| *byte != 0);
    if !is_positive {
        let hex = place.certificate.serial_hex();
        breaches.push((Rule::SerialNotPositive, hex.chars().take(48).collect()));
    }
    if serial.len() > SERIAL_OCTETS {
        breaches.push((Rule::SerialTooLong, serial.len().to_string()));
    }
}

fn extensions(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let (certificate, constraints) = (place.certificate, place.constraints);
    let listed = &constraints.extensions;
    let mut is_twice = Vec::new();
    for (index, (oid, _)) in listed.iter().enumerate() {
        let before = listed.iter().take(index);
        if before.into_iter().any(|(earlier, _)| earlier == oid) && !is_twice.contains(oid) {
            is_twice.push(oid.clone());
            breaches.push((Rule::ExtensionDuplicate, oid.to_string()));
        }
    }
    let has_no_usage = certificate
        .extended_key_usage
        .as_ref()
        .is_some_and(|usages| usages.is_empty());
    let has_no_name = certificate.alternative_name_count == 0;
    let empty = [("2.5.29.37", has_no_usage), ("2.5.29.17", has_no_name)];
    let empty = empty
        .into_iter()
        .filter(|(oid, is_empty)| *is_empty && constraints.has(oid))
        .map(|(oid, _)| oid);
    let broken = certificate
        .broken_extensions
        .iter()
        .chain(&constraints.broken);
    let mut told: Vec<&str> = Vec::new();
    for oid in broken.map(AsRef::as_ref).chain(empty) {
        if !told.contains(&oid) && !is_twice.iter().any(|twice| twice == oid) {
            told.push(oid);
            breaches.push((Rule::ExtensionMalformed, oid.to_owned()));
        }
    }
}
