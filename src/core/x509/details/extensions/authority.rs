//! Where issuer and subject offer information, their logos, and identifiers of the CA/Browser Forum.

use super::super::super::der::{Reader, Value, tag};
use super::super::super::{asn1_text, oid};
use super::names::general_name;
use super::{Label, LineValue, Lines, any_value, each, sequence};

/// AuthorityInfoAccess and SubjectInfoAccess (RFC 5280 section 4.2.2).
pub(super) fn access(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |description, lines| {
        let mut parts = description.inside();
        let method = oid::dotted(parts.optional(tag::OID)?.content);
        let location = parts.next()?;
        lines.below(Label::Oid(method), LineValue::None, |lines| {
            general_name(&location, lines);
            Some(())
        })
    })
}

/// Logotype (RFC 9399): its media types, addresses and hashes, in the order in which they come.
pub(super) fn logotype(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |logo, lines| {
        let which = i128::from(logo.tag);
        lines.below(Label::Logotype, LineValue::Number(which), |lines| {
            logotype_parts(logo.inside(), lines)
        })
    })
}

/// Walks without recursion: an own stack, bounded like every nesting.
fn logotype_parts(parts: Reader<'_>, lines: &mut Lines) -> Option<()> {
    let mut stack = vec![parts];
    while let Some(mut parts) = stack.pop() {
        let Some(part) = parts.next() else {
            if parts.is_empty() {
                continue;
            }
            return None;
        };
        stack.push(parts);
        if part.is_constructed {
            if stack.len() > crate::core::limits::DER_DEPTH {
                return None;
            }
            stack.push(part.inside());
        } else {
            logotype_leaf(&part, lines);
        }
    }
    Some(())
}

fn logotype_leaf(part: &Value<'_>, lines: &mut Lines) {
    let label = match part.tag {
        tag::OID => Label::HashAlgorithm,
        tag::OCTET_STRING => Label::Hash,
        tag::IA5_STRING if asn1_text::utf8(part.content).contains("://") => Label::Uri,
        tag::IA5_STRING if part.content.starts_with(b"data:") => Label::Uri,
        tag::IA5_STRING => Label::MediaType,
        tag::NULL => return,
        _ => Label::Value,
    };
    lines.add(label, any_value(part));
}

/// cabfOrganizationIdentifier (EV Guidelines 9.8.2).
pub(super) fn organization_id(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    let scheme = asn1_text::text(&parts.next()?)?;
    let country = asn1_text::text(&parts.next()?)?;
    let state = parts.optional_context(0);
    let number = asn1_text::text(&parts.next()?)?;
    let state = state.map_or(String::new(), |state| {
        format!("+{}", asn1_text::utf8(state.content))
    });
    let whole = format!("{scheme}{country}{state}-{number}");
    lines.add(Label::OrganizationNumber, LineValue::Text(whole));
    Some(())
}

/// TorServiceDescriptorHash (EV Guidelines appendix F): onion address and hash of its key.
pub(super) fn tor_descriptor(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |descriptor, lines| {
        let mut parts = descriptor.inside();
        let address = parts.next()?;
        let algorithm = parts.optional(tag::SEQUENCE)?.inside().optional(tag::OID)?;
        let hash = parts.optional(tag::BIT_STRING)?;
        lines.below(Label::Uri, any_value(&address), |lines| {
            lines.add(Label::HashAlgorithm, any_value(&algorithm));
            lines.add(Label::Hash, LineValue::Hex(hash.bit_string()?.0.into()));
            Some(())
        })
    })
}
