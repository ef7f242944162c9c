//! What the key may be used for.

use super::super::super::asn1_text;
use super::super::super::der::{Value, single, tag};
use super::super::super::oid;
use super::super::line::Term;
use super::{Label, LineValue, Lines, bits, each, integer, sequence};

pub(super) fn subject_key_id(value: &[u8], lines: &mut Lines) -> Option<()> {
    let id = single(value, tag::OCTET_STRING)?;
    lines.add(Label::KeyId, LineValue::Hex(id.content.into()));
    Some(())
}

pub(super) fn key_usage(value: &[u8], lines: &mut Lines) -> Option<()> {
    let bits = bits(&single(value, tag::BIT_STRING)?)?;
    add_bits(lines, Label::Purposes, &bits, 9, Term::KeyUsage);
    Some(())
}

/// Named bits as terms, others by number.
pub(super) fn add_bits(
    lines: &mut Lines,
    label: Label,
    bits: &[u16],
    named: u16,
    term: fn(u8) -> Term,
) {
    let (known, unknown): (Vec<u16>, Vec<u16>) = bits.iter().partition(|bit| **bit < named);
    let terms = known.iter().map(|bit| term(*bit as u8)).collect();
    lines.add(label, LineValue::Terms(terms));
    if !unknown.is_empty() {
        let numbers: Vec<String> = unknown.iter().map(u16::to_string).collect();
        lines.add(Label::UnknownBits, LineValue::Plain(numbers.join(", ")));
    }
}

pub(super) fn extended_key_usage(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |usage, lines| {
        if !usage.is(tag::OID) {
            return None;
        }
        lines.add(Label::Purpose, LineValue::Oid(oid::dotted(usage.content)));
        Some(())
    })
}

pub(super) fn basic_constraints(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    let is_ca = match parts.optional(tag::BOOLEAN) {
        Some(flag) => flag.boolean()?,
        None => false,
    };
    lines.add(Label::CertificateAuthority, LineValue::Flag(is_ca));
    if let Some(length) = parts.optional(tag::INTEGER) {
        lines.add(Label::PathLength, integer(length.content));
    }
    parts.is_empty().then_some(())
}

/// PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4).
pub(super) fn private_key_usage_period(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |part, lines| {
        let label = match part.tag {
            0 => Label::NotBefore,
            1 => Label::NotAfter,
            _ => return None,
        };
        let time = Value {
            class: super::super::super::der::Class::Universal,
            tag: tag::GENERALIZED_TIME,
            ..*part
        };
        lines.add(label, LineValue::Moment(asn1_text::moment(&time)?));
        Some(())
    })
}

/// TLS Feature (RFC 7633): 5 is what is called must-staple.
pub(super) fn tls_feature(value: &[u8], lines: &mut Lines) -> Option<()> {
    let features: Option<Vec<Term>> = sequence(value)?
        .take(100)
        .map(|feature| {
            let number = u16::try_from(feature.small_unsigned()?).ok()?;
            feature.is(tag::INTEGER).then_some(Term::TlsFeature(number))
        })
        .collect();
    lines.add(Label::TlsFeatures, LineValue::Terms(features?));
    Some(())
}
