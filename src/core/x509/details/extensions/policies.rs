//! Certificate policies and what narrows them; Microsoft's application policies have the same shape.

use super::super::super::der::{Value, single, tag};
use super::super::super::{asn1_text, oid};
use super::{Label, LineValue, Lines, any_value, each, integer, sequence};

pub(super) fn policies(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |policy, lines| {
        let mut parts = policy.inside();
        let id = parts.optional(tag::OID)?;
        let qualifiers = parts.optional(tag::SEQUENCE);
        lines.below(Label::Policy, any_value(&id), |lines| match qualifiers {
            Some(qualifiers) => each(qualifiers.inside(), lines, qualifier),
            None => Some(()),
        })
    })
}

/// PolicyQualifierInfo (RFC 5280 section 4.2.1.4).
fn qualifier(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    let mut parts = value.inside();
    let id = oid::dotted(parts.optional(tag::OID)?.content);
    let content = parts.next()?;
    if id == "1.3.6.1.5.5.7.2.2" {
        return user_notice(&content, lines);
    }
    lines.add(Label::Oid(id), any_value(&content));
    Some(())
}

fn user_notice(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    each(value.inside(), lines, |part, lines| {
        if let Some(text) = asn1_text::text(part) {
            lines.add(Label::ExplicitText, LineValue::Text(text));
            return Some(());
        }
        let mut reference = part.inside();
        let organization = reference.next()?;
        lines.add(Label::NoticeOrganization, any_value(&organization));
        let numbers = reference.optional(tag::SEQUENCE)?.inside().take(100);
        let numbers: Option<Vec<String>> = numbers
            .map(|number| number.small_unsigned().map(|number| number.to_string()))
            .collect();
        lines.add(Label::NoticeNumbers, LineValue::Plain(numbers?.join(", ")));
        Some(())
    })
}

pub(super) fn mappings(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |mapping, lines| {
        let mut parts = mapping.inside();
        let from = parts.optional(tag::OID)?;
        let to = parts.optional(tag::OID)?;
        lines.below(Label::FromPolicy, any_value(&from), |lines| {
            lines.add(Label::ToPolicy, any_value(&to));
            Some(())
        })
    })
}

pub(super) fn constraints(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |part, lines| {
        let label = match part.tag {
            0 => Label::RequireExplicitPolicy,
            1 => Label::InhibitPolicyMapping,
            _ => return None,
        };
        lines.add(label, integer(part.content));
        Some(())
    })
}

pub(super) fn inhibit_any(value: &[u8], lines: &mut Lines) -> Option<()> {
    let skip = single(value, tag::INTEGER)?;
    lines.add(Label::SkipCertificates, integer(skip.content));
    Some(())
}
