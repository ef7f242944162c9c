//! Rules that bind the CAs of public root lists only.

use std::net::IpAddr;

use super::Breach;
use crate::core::chain::judge::Place;
use crate::core::der::Reader;
use crate::core::finding::Rule;
use crate::core::x509::Certificate;
use crate::core::x509::name::GeneralName;
use crate::core::x509::public_key::{KeyAlgorithm, PublicKeyParts};

/// Bits of a serial number at least, all but the sign random (section 7.1).
const SERIAL_BITS: usize = 64;
/// Signed certificate timestamps.
const TIMESTAMPS: &str = "1.3.6.1.4.1.11129.2.4.2";
/// Policies of the CA/Browser Forum.
const FORUM: &str = "2.23.140.1.";
/// Names told.
const TOLD: usize = 4;

pub(super) fn check(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    let octets = certificate.serial.iter().skip_while(|byte| **byte == 0);
    let bits = octets.count() * 8;
    if bits < SERIAL_BITS {
        breaches.push((Rule::SerialTooShort, bits.to_string()));
    }
    let policies = &certificate.policies;
    if !policies.iter().any(|policy| policy.starts_with(FORUM)) {
        breaches.push((Rule::PolicyNotSaid, String::new()));
    }
    if !place.constraints.has(TIMESTAMPS) {
        breaches.push((Rule::TransparencyMissing, String::new()));
    }
    if let Some(exponent) = weak_exponent(certificate) {
        breaches.push((Rule::RsaExponentWeak, exponent));
    }
    let mut told = 0;
    certificate.visit_names(|name| {
        if let Some(seen) = internal(name) {
            breaches.push((Rule::NameInternal, seen));
            told += 1;
        }
        told < TOLD
    });
}

/// An exponent that is even or below 3.
fn weak_exponent(certificate: &Certificate) -> Option<String> {
    if certificate.key.algorithm != KeyAlgorithm::Rsa {
        return None;
    }
    let parts = PublicKeyParts::from_spki(&certificate.spki).ok()?;
    let mut inside = Reader::new(parts.key).sequence().ok()?;
    inside.unsigned().ok()?;
    let exponent = inside.unsigned().ok()?;
    let last = exponent.last().copied().unwrap_or(0);
    let is_weak = last.is_multiple_of(2) || (exponent.len() == 1 && last < 3);
    is_weak.then(|| last.to_string())
}

/// A name or address that means something inside a network only.
fn internal(name: &GeneralName) -> Option<String> {
    match name {
        GeneralName::Dns(host) => {
            let lower = host.to_ascii_lowercase();
            let suffix = psl::suffix(lower.as_bytes());
            let is_public = suffix.is_some_and(|suffix| suffix.is_known()) && lower.contains('.');
            (!is_public).then(|| host.to_string())
        }
        GeneralName::Ip(bytes) => {
            let four = <[u8; 4]>::try_from(&**bytes).map(IpAddr::from);
            let address = four.or_else(|_| <[u8; 16]>::try_from(&**bytes).map(IpAddr::from));
            let address = address.ok()?;
            is_reserved(address).then(|| address.to_string())
        }
        _ => None,
    }
}

/// Addresses that IANA keeps for private and special use (RFC 6890).
fn is_reserved(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => {
            four.is_private()
                || four.is_loopback()
                || four.is_link_local()
                || four.is_documentation()
                || four.is_unspecified()
                || four.is_broadcast()
                || matches!(four.octets(), [100, second, ..] if second & 0xc0 == 64)
        }
        IpAddr::V6(six) => {
            six.is_loopback()
                || six.is_unspecified()
                || six.is_unique_local()
                || six.is_unicast_link_local()
                || six.segments().starts_with(&[0x2001, 0xdb8])
        }
    }
}
