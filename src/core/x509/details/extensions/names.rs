//! Alternative names, name constraints, authority key identifier.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::super::super::asn1_text;
use super::super::super::der::{Class, Value, tag};
use super::super::super::general_name::GeneralName;
use super::super::super::oid;
use super::{Label, LineValue, Lines, any_value, each, sequence};

pub(super) fn alternative_names(value: &[u8], lines: &mut Lines) -> Option<()> {
    let names = sequence(value)?;
    if names.is_empty() {
        lines.add(Label::EmptyList, LineValue::None);
    }
    each(names, lines, |name, lines| {
        general_name(name, lines);
        Some(())
    })
}

/// NameConstraints (RFC 5280 section 4.2.1.10).
pub(super) fn constraints(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |trees, lines| {
        let label = match trees.tag {
            0 => Label::Permitted,
            1 => Label::Excluded,
            _ => return None,
        };
        lines.below(label, LineValue::None, |lines| {
            each(trees.inside(), lines, |tree, lines| {
                general_name(&tree.inside().next()?, lines);
                Some(())
            })
        })
    })
}

pub(super) fn authority_key_id(value: &[u8], lines: &mut Lines) -> Option<()> {
    let parts = sequence(value)?;
    if parts.is_empty() {
        lines.add(Label::EmptyList, LineValue::None);
    }
    each(parts, lines, |part, lines| {
        let content = part.content;
        match (part.class, part.tag) {
            (Class::Context, 0) => lines.add(Label::KeyId, LineValue::Hex(content.into())),
            (Class::Context, 1) => part.inside().for_each(|name| general_name(&name, lines)),
            (Class::Context, 2) => lines.add(Label::Serial, LineValue::Hex(content.into())),
            _ => return None,
        }
        Some(())
    })
}

/// One GeneralName as a line, a few with lines below.
pub(super) fn general_name(value: &Value<'_>, lines: &mut Lines) {
    let (label, shown) = match GeneralName::parse(value) {
        GeneralName::Dns(name) => (Label::DnsName, LineValue::Text(name.into())),
        GeneralName::Ip(bytes) => (Label::IpAddress, address(&bytes)),
        GeneralName::Email(name) => (Label::Email, LineValue::Text(name.into())),
        GeneralName::Uri(name) => (Label::Uri, LineValue::Text(name.into())),
        GeneralName::Directory(name) => (Label::DirectoryName, LineValue::Name(name)),
        GeneralName::RegisteredId(_) => {
            let id = LineValue::Oid(oid::dotted(value.content));
            (Label::RegisteredId, id)
        }
        GeneralName::Other(..) => other_name(value).unwrap_or((Label::OtherName, raw(value))),
        GeneralName::Unknown(3, _) => (Label::X400Address, raw(value)),
        GeneralName::Unknown(5, _) => (Label::EdiPartyName, edi_party(value)),
        GeneralName::Unknown(..) => (Label::OtherName, raw(value)),
    };
    lines.add(label, shown);
}

fn raw(value: &Value<'_>) -> LineValue {
    LineValue::Hex(value.content.into())
}

/// An address, or a network where a mask follows; odd lengths as hex.
pub(super) fn address(bytes: &[u8]) -> LineValue {
    let text = match bytes.len() {
        4 | 16 => plain_address(bytes),
        8 | 32 => {
            let (address, mask) = bytes.split_at(bytes.len() / 2);
            plain_address(address)
                .zip(mask_text(mask))
                .map(|(address, mask)| format!("{address}/{mask}"))
        }
        _ => None,
    };
    text.map_or(LineValue::Hex(bytes.into()), LineValue::Plain)
}

fn plain_address(bytes: &[u8]) -> Option<String> {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return Some(Ipv4Addr::from(four).to_string());
    }
    let sixteen = <[u8; 16]>::try_from(bytes).ok()?;
    Some(Ipv6Addr::from(sixteen).to_string())
}

/// The length of a mask without holes, else the mask itself.
fn mask_text(mask: &[u8]) -> Option<String> {
    let bits = mask
        .iter()
        .fold(0u128, |sum, byte| sum << 8 | u128::from(*byte))
        << (128 - 8 * mask.len());
    let length = bits.leading_ones();
    match bits.checked_shl(length).unwrap_or(0) {
        0 => Some(length.to_string()),
        _ => plain_address(mask),
    }
}

/// An otherName by its type; those with a structure of their own are put together.
fn other_name(value: &Value<'_>) -> Option<(Label, LineValue)> {
    let mut parts = value.inside();
    let kind = oid::dotted(parts.optional(tag::OID)?.content);
    let inner = parts.optional_context(0)?.inside().next()?;
    let shown = match &*kind {
        "1.3.6.1.5.2.2" => kerberos(&inner),
        "1.3.6.1.5.5.7.8.4" => hardware_module(&inner),
        "1.3.6.1.5.5.7.8.3" => permanent_identifier(&inner),
        _ => None,
    };
    Some((Label::Oid(kind), shown.unwrap_or_else(|| any_value(&inner))))
}

/// KRB5PrincipalName (RFC 4556 section 3.2.2): `name/instance@REALM`.
fn kerberos(value: &Value<'_>) -> Option<LineValue> {
    let mut parts = value.inside();
    let realm = text(&parts.optional_context(0)?.inside().next()?)?;
    let principal = parts.optional_context(1)?.inside().next()?;
    let mut fields = principal.inside();
    fields.optional_context(0);
    let names = fields.optional_context(1)?.inside().next()?;
    let names: Option<Vec<String>> = names.inside().map(|name| text(&name)).collect();
    Some(LineValue::Text(format!("{}@{realm}", names?.join("/"))))
}

/// HardwareModuleName (RFC 4108 section 5): type and serial number.
fn hardware_module(value: &Value<'_>) -> Option<LineValue> {
    let mut parts = value.inside();
    let kind = oid::dotted(parts.optional(tag::OID)?.content);
    let serial = parts.optional(tag::OCTET_STRING)?.content;
    let serial = super::super::super::name::hex(serial);
    Some(LineValue::Plain(format!("{kind} {serial}")))
}

/// PermanentIdentifier (RFC 4043): value and who assigned it, each optional.
fn permanent_identifier(value: &Value<'_>) -> Option<LineValue> {
    let mut parts = value.inside();
    let identifier = parts
        .optional(tag::UTF8_STRING)
        .and_then(|value| text(&value));
    let assigner = parts.optional(tag::OID).map(|oid| oid::dotted(oid.content));
    let both = [identifier, assigner.map(String::from)];
    Some(LineValue::Text(
        both.into_iter().flatten().collect::<Vec<_>>().join(" "),
    ))
}

/// EDIPartyName: `assigner: party`.
fn edi_party(value: &Value<'_>) -> LineValue {
    let texts: Option<Vec<String>> = value
        .inside()
        .map(|part| text(&part.inside().next()?))
        .collect();
    texts.map_or_else(|| raw(value), |texts| LineValue::Text(texts.join(": ")))
}

fn text(value: &Value<'_>) -> Option<String> {
    asn1_text::text(value)
}
