//! Extensions of Microsoft's certificate services.

use super::super::super::der::{single, tag};
use super::super::super::{asn1_text, oid};
use super::{Label, LineValue, Lines, any_value, each, integer, sequence};

/// Name of the certificate template, version 1.
pub(super) fn template_name(value: &[u8], lines: &mut Lines) -> Option<()> {
    let name = super::Reader::new(value).next()?;
    let name = asn1_text::text(&name)?;
    lines.add(Label::TemplateName, LineValue::Text(name));
    Some(())
}

/// Certificate template, version 2: its identifier and two versions.
pub(super) fn template(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    let id = parts.optional(tag::OID)?;
    lines.add(Label::Template, any_value(&id));
    for label in [Label::MajorVersion, Label::MinorVersion] {
        if let Some(version) = parts.optional(tag::INTEGER) {
            lines.add(label, integer(version.content));
        }
    }
    parts.is_empty().then_some(())
}

/// CA version: how often its certificate, and how often its key was renewed.
pub(super) fn ca_version(value: &[u8], lines: &mut Lines) -> Option<()> {
    let number = single(value, tag::INTEGER)?.small_unsigned()?;
    let certificate = i128::from(number & 0xffff);
    let key = i128::from(number >> 16);
    lines.add(Label::CaCertificateIndex, LineValue::Number(certificate));
    lines.add(Label::CaKeyIndex, LineValue::Number(key));
    Some(())
}

/// SHA-1 of the CA's certificate before its renewal.
pub(super) fn previous_ca_hash(value: &[u8], lines: &mut Lines) -> Option<()> {
    let hash = single(value, tag::OCTET_STRING)?;
    lines.add(Label::FingerprintSha1, LineValue::Hex(hash.content.into()));
    Some(())
}

/// Security identifier of the account (KB5014754): otherNames whose value is the SID as octets.
pub(super) fn security_identifier(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |name, lines| {
        let mut parts = name.inside();
        let kind = oid::dotted(parts.optional(tag::OID)?.content);
        let sid = parts
            .optional_context(0)?
            .inside()
            .optional(tag::OCTET_STRING)?;
        let sid = LineValue::Text(asn1_text::utf8(sid.content));
        lines.add(Label::Oid(kind), sid);
        Some(())
    })
}
