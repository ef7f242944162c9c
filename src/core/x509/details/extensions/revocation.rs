//! Where revocation is published, and the extensions of the lists themselves.

use super::super::super::der::{Class, Value, single, tag};
use super::super::super::name::DistinguishedName;
use super::super::line::Term;
use super::names::general_name;
use super::{Label, LineValue, Lines, any_value, bits, each, integer, sequence};

/// CRLDistributionPoints and FreshestCRL (RFC 5280 sections 4.2.1.13 and 4.2.1.15).
pub(super) fn distribution_points(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |point, lines| {
        lines.below(Label::DistributionPoint, LineValue::None, |lines| {
            each(point.inside(), lines, |part, lines| match part.tag {
                0 => point_name(&part.inside().next()?, lines),
                1 => reasons(part, lines),
                2 => lines.below(Label::CrlIssuer, LineValue::None, |lines| {
                    part.inside().for_each(|name| general_name(&name, lines));
                    Some(())
                }),
                _ => None,
            })
        })
    })
}

/// DistributionPointName: full names, or one relative to the issuer.
fn point_name(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    match value.tag {
        0 => {
            value.inside().for_each(|name| general_name(&name, lines));
            Some(())
        }
        1 => {
            let name = DistinguishedName::relative(value)?;
            lines.add(Label::RelativeName, LineValue::Name(name));
            Some(())
        }
        _ => None,
    }
}

fn reasons(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    let reasons = bits(value)?;
    let terms = reasons.iter().map(|bit| Term::Reason(*bit as u8)).collect();
    lines.add(Label::Reasons, LineValue::Terms(terms));
    Some(())
}

/// IssuingDistributionPoint (RFC 5280 section 5.2.5).
pub(super) fn issuing_distribution_point(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |part, lines| {
        let label = match (part.class, part.tag) {
            (Class::Context, 0) => return point_name(&part.inside().next()?, lines),
            (Class::Context, 3) => return reasons(part, lines),
            (Class::Context, 1) => Label::OnlyUserCertificates,
            (Class::Context, 2) => Label::OnlyAuthorityCertificates,
            (Class::Context, 4) => Label::IndirectCrl,
            (Class::Context, 5) => Label::OnlyAttributeCertificates,
            _ => return None,
        };
        lines.add(label, LineValue::Flag(part.boolean()?));
        Some(())
    })
}

pub(super) fn crl_number(value: &[u8], lines: &mut Lines) -> Option<()> {
    let number = single(value, tag::INTEGER)?;
    lines.add(Label::CrlNumber, integer(number.content));
    Some(())
}

pub(super) fn delta_crl(value: &[u8], lines: &mut Lines) -> Option<()> {
    lines.add(
        Label::BaseCrlNumber,
        any_value(&single(value, tag::INTEGER)?),
    );
    Some(())
}
