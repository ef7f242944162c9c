//! Internet number resources (RFC 3779) and telephone numbers (RFC 8226).

use super::super::super::der::{Value, tag};
use super::names::address;
use super::{Label, LineValue, Lines, any_value, each, integer, sequence};

/// IPAddrBlocks: families with prefixes and ranges.
pub(super) fn addresses(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |family, lines| {
        let mut parts = family.inside();
        let name = parts.optional(tag::OCTET_STRING)?.content;
        let size = match name {
            [0, 1, ..] => 4,
            [0, 2, ..] => 16,
            _ => return None,
        };
        let name = if size == 4 { "IPv4" } else { "IPv6" };
        let choice = parts.next()?;
        lines.below(
            Label::AddressFamily,
            LineValue::Plain(name.to_owned()),
            |lines| {
                if choice.is(tag::NULL) {
                    lines.add(Label::AllAddresses, LineValue::None);
                    return Some(());
                }
                each(choice.inside(), lines, |block, lines| {
                    lines.add(Label::AddressRange, block_text(block, size)?);
                    Some(())
                })
            },
        )
    })
}

/// A prefix, or the first and last address of a range.
fn block_text(block: &Value<'_>, size: usize) -> Option<LineValue> {
    if block.is(tag::BIT_STRING) {
        let (bytes, unused) = block.bit_string()?;
        let length = bytes.len() * 8 - usize::from(unused);
        let text = plain(&filled(bytes, unused, size, 0)?)?;
        return Some(LineValue::Plain(format!("{text}/{length}")));
    }
    let mut ends = block.inside();
    let (first, unused) = ends.optional(tag::BIT_STRING)?.bit_string()?;
    let first = plain(&filled(first, unused, size, 0)?)?;
    let (last, unused) = ends.optional(tag::BIT_STRING)?.bit_string()?;
    let last = plain(&filled(last, unused, size, 0xff)?)?;
    Some(LineValue::Plain(format!("{first}-{last}")))
}

/// The address with its missing bits all 0 or all 1.
fn filled(bytes: &[u8], unused: u8, size: usize, fill: u8) -> Option<Vec<u8>> {
    if bytes.len() > size {
        return None;
    }
    let mut whole = bytes.to_vec();
    if let Some(last) = whole.last_mut() {
        let mask = (1u16 << unused) as u8;
        *last = *last & !mask.wrapping_sub(1) | fill & mask.wrapping_sub(1);
    }
    whole.resize(size, fill);
    Some(whole)
}

fn plain(bytes: &[u8]) -> Option<String> {
    match address(bytes) {
        LineValue::Plain(text) => Some(text),
        _ => None,
    }
}

/// ASIdentifiers: numbers and ranges.
pub(super) fn autonomous_systems(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |explicit, lines| {
        let choice = explicit.inside().next()?;
        if choice.is(tag::NULL) {
            lines.add(Label::AllAddresses, LineValue::None);
            return Some(());
        }
        each(choice.inside(), lines, |item, lines| {
            if item.is(tag::INTEGER) {
                lines.add(Label::AutonomousSystem, integer(item.content));
                return Some(());
            }
            let mut ends = item.inside();
            let first = ends.optional(tag::INTEGER)?.small_unsigned()?;
            let last = ends.optional(tag::INTEGER)?.small_unsigned()?;
            lines.add(
                Label::AutonomousSystems,
                LineValue::Plain(format!("{first}-{last}")),
            );
            Some(())
        })
    })
}

/// TNAuthorizationList: provider codes, ranges, single numbers.
pub(super) fn telephone_authority(value: &[u8], lines: &mut Lines) -> Option<()> {
    each(sequence(value)?, lines, |entry, lines| {
        let inner = entry.inside().next()?;
        match entry.tag {
            0 => lines.add(Label::ServiceProviderCode, any_value(&inner)),
            1 => {
                let mut parts = inner.inside();
                let start = super::super::super::asn1_text::text(&parts.next()?)?;
                let count = parts.next()?.small_unsigned()?;
                lines.add(
                    Label::TelephoneRange,
                    LineValue::Text(format!("{start} +{count}")),
                );
            }
            2 => lines.add(Label::TelephoneNumber, any_value(&inner)),
            _ => return None,
        }
        Some(())
    })
}
