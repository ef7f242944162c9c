//! What qualified certificates say about people and organisations.

use super::super::super::der::{Class, Value, tag};
use super::super::super::{asn1_text, oid};
use super::names::general_name;
use super::{Label, LineValue, Lines, any_value, each, integer, sequence};

/// qcStatements (RFC 3739 section 3.2.6, ETSI EN 319 412-5).
pub(super) fn statements(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |statement, lines| {
        let mut parts = statement.inside();
        let id = oid::dotted(parts.optional(tag::OID)?.content);
        let information = parts.next();
        lines.below(
            Label::Oid(id.clone()),
            LineValue::None,
            |lines| match information {
                Some(information) => statement_information(&id, &information, lines),
                None => Some(()),
            },
        )
    })
}

fn statement_information(id: &str, value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    match id {
        "0.4.0.1862.1.2" => limit_value(value, lines),
        "0.4.0.1862.1.3" => {
            lines.add(Label::RetentionYears, integer(value.content));
            Some(())
        }
        "0.4.0.1862.1.5" => each(value.inside(), lines, |statement, lines| {
            let mut parts = statement.inside();
            let address = parts.next()?;
            lines.below(Label::Uri, any_value(&address), |lines| {
                lines.add(Label::Language, any_value(&parts.next()?));
                Some(())
            })
        }),
        "0.4.0.19495.2" => payment_services(value, lines),
        _ if value.is(tag::SEQUENCE) => each(value.inside(), lines, |part, lines| {
            lines.add(Label::Value, any_value(part));
            Some(())
        }),
        _ => {
            lines.add(Label::Value, any_value(value));
            Some(())
        }
    }
}

/// MonetaryValue: amount × 10^exponent of a currency.
fn limit_value(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    let mut parts = value.inside();
    let currency = parts.next()?;
    let currency = asn1_text::text(&currency)
        .or_else(|| currency.small_unsigned().map(|code| code.to_string()))?;
    let amount = parts.optional(tag::INTEGER)?.small_unsigned()?;
    let exponent = parts.optional(tag::INTEGER)?.small_unsigned()?;
    let factor = u32::try_from(exponent)
        .ok()
        .and_then(|exponent| 10u128.checked_pow(exponent));
    let sum = factor.and_then(|factor| factor.checked_mul(u128::from(amount)));
    let text = match sum {
        Some(sum) => format!("{sum} {currency}"),
        None => format!("{amount}e{exponent} {currency}"),
    };
    lines.add(Label::Amount, LineValue::Text(text));
    Some(())
}

/// PSD2 (ETSI TS 119 495): roles, then name and identifier of the supervisor.
fn payment_services(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    let mut parts = value.inside();
    each(
        parts.optional(tag::SEQUENCE)?.inside(),
        lines,
        |role, lines| {
            let name = role.inside().nth(1)?;
            lines.add(Label::Role, any_value(&name));
            Some(())
        },
    )?;
    for part in parts {
        lines.add(Label::Supervisor, any_value(&part));
    }
    Some(())
}

/// SubjectDirectoryAttributes (RFC 5280 section 4.2.1.8).
pub(super) fn directory_attributes(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |attribute, lines| {
        let mut parts = attribute.inside();
        let id = oid::dotted(parts.optional(tag::OID)?.content);
        each(parts.optional(tag::SET)?.inside(), lines, |value, lines| {
            lines.add(Label::Oid(id.clone()), any_value(value));
            Some(())
        })
    })
}

/// BiometricSyntax (RFC 3739 section 3.2.5).
pub(super) fn biometric(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |data, lines| {
        let mut parts = data.inside();
        let kind = parts.next()?;
        let algorithm = parts.optional(tag::SEQUENCE)?.inside().optional(tag::OID)?;
        let hash = parts.optional(tag::OCTET_STRING)?;
        lines.below(Label::BiometricType, any_value(&kind), |lines| {
            lines.add(Label::HashAlgorithm, any_value(&algorithm));
            lines.add(Label::Hash, any_value(&hash));
            if let Some(address) = parts.optional(tag::IA5_STRING) {
                lines.add(Label::Uri, any_value(&address));
            }
            Some(())
        })
    })
}

/// AdmissionSyntax (Common PKI, ISIS-MTT): professions and registration numbers.
pub(super) fn admission(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = sequence(value)?;
    if parts.peek()?.class == Class::Context {
        let authority = parts.next()?;
        general_name(&authority, lines);
    }
    each(
        parts.optional(tag::SEQUENCE)?.inside(),
        lines,
        |admission, lines| {
            let professions = admission.inside().find(|part| part.is(tag::SEQUENCE))?;
            lines.below(Label::Admission, LineValue::None, |lines| {
                each(professions.inside(), lines, profession)
            })
        },
    )
}

fn profession(value: &Value<'_>, lines: &mut Lines) -> Option<()> {
    each(value.inside(), lines, |part, lines| {
        if part.is(tag::SEQUENCE) {
            return each(part.inside(), lines, |item, lines| {
                lines.add(Label::Profession, any_value(item));
                Some(())
            });
        }
        let label = match part.tag {
            tag::PRINTABLE_STRING => Label::RegistrationNumber,
            _ => Label::Value,
        };
        lines.add(label, any_value(part));
        Some(())
    })
}
