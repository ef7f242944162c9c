//! Extensions of particular software and devices.

use super::super::super::der::{single, tag};
use super::{Label, LineValue, Lines, any_value, each, integer, sequence};

/// ProxyCertInfo (RFC 3820 section 3.8).
pub(super) fn proxy(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    if let Some(length) = parts.optional(tag::INTEGER) {
        lines.add(Label::PathLength, integer(length.content));
    }
    let mut policy = parts.optional(tag::SEQUENCE)?.inside();
    lines.add(
        Label::PolicyLanguage,
        any_value(&policy.optional(tag::OID)?),
    );
    if let Some(text) = policy.optional(tag::OCTET_STRING) {
        lines.add(Label::PolicyText, any_value(&text));
    }
    Some(())
}

/// acmeIdentifier (RFC 8737): hash that answers a tls-alpn-01 challenge.
pub(super) fn acme(value: &[u8], lines: &mut Lines) -> Option<()> {
    let hash = single(value, tag::OCTET_STRING)?;
    lines.add(Label::Hash, any_value(&hash));
    Some(())
}

/// KeyDescription of Android's key attestation; what concerns the device is left as hex.
pub(super) fn android_attestation(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    let version = parts.optional(tag::INTEGER)?;
    parts.optional(tag::ENUMERATED)?;
    parts.optional(tag::INTEGER)?;
    parts.optional(tag::ENUMERATED)?;
    let challenge = parts.optional(tag::OCTET_STRING)?;
    lines.add(Label::AttestationVersion, integer(version.content));
    lines.add(Label::AttestationChallenge, any_value(&challenge));
    for part in parts.filter(|part| !part.content.is_empty()) {
        lines.add(Label::Value, any_value(&part));
    }
    Some(())
}

/// Entrust's version: a string and flags.
pub(super) fn entrust_version(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    lines.add(Label::Version, any_value(&parts.next()?));
    if let Some(flags) = parts.optional(tag::BIT_STRING) {
        let (bytes, _) = flags.bit_string()?;
        lines.add(Label::Flags, LineValue::Hex(bytes.into()));
    }
    Some(())
}

/// SMIMECapabilities (RFC 8551 section 2.5.2): ciphers with their key length in bits.
pub(super) fn smime_capabilities(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |capability, lines| {
        let mut parts = capability.inside();
        let id = parts.optional(tag::OID)?;
        let parameter = parts.next();
        lines.below(Label::Capability, any_value(&id), |lines| {
            match parameter {
                Some(length) if length.is(tag::INTEGER) => {
                    lines.add(Label::KeyLength, integer(length.content));
                }
                Some(other) => lines.add(Label::Parameters, any_value(&other)),
                None => {}
            }
            Some(())
        })
    })
}
