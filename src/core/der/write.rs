//! Writing DER: each function gives one whole value.

use super::{Tag, oid_bytes};

pub(super) fn write_header(tag: Tag, length: usize, out: &mut Vec<u8>) {
    let form = if tag.is_constructed { 0x20 } else { 0 };
    let first = tag.class << 6 | form;
    if tag.number < 0x1f {
        out.push(first | tag.number as u8);
    } else {
        out.push(first | 0x1f);
        let digits = (32 - tag.number.leading_zeros()).div_ceil(7);
        for place in (0..digits).rev() {
            let more = if place > 0 { 0x80 } else { 0 };
            out.push((tag.number >> (7 * place) & 0x7f) as u8 | more);
        }
    }
    if length < 0x80 {
        out.push(length as u8);
    } else {
        let octets = length.to_be_bytes();
        let zeros = octets.iter().take_while(|octet| **octet == 0).count();
        out.push(0x80 | (octets.len() - zeros) as u8);
        out.extend(octets.iter().skip(zeros));
    }
}

/// A value from its tag and the parts of its content.
pub fn tlv(tag: Tag, parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len()).sum();
    // Room for the whole at once: secrets leave no copies behind by growing.
    let mut out = Vec::with_capacity(16usize.saturating_add(length));
    write_header(tag, length, &mut out);
    parts.iter().for_each(|part| out.extend_from_slice(part));
    out
}

/// A SEQUENCE of whole values.
pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(Tag::SEQUENCE, parts)
}

/// An INTEGER from its magnitude, big-endian.
pub fn unsigned(magnitude: &[u8]) -> Vec<u8> {
    let zeros = magnitude.iter().take_while(|byte| **byte == 0).count();
    let digits = magnitude.get(zeros..).unwrap_or_default();
    let needs_zero = digits.first().is_none_or(|first| first & 0x80 != 0);
    let sign: &[u8] = if needs_zero { &[0] } else { &[] };
    tlv(Tag::INTEGER, &[sign, digits])
}

/// A small INTEGER.
pub fn integer(number: u64) -> Vec<u8> {
    unsigned(&number.to_be_bytes())
}

/// An OCTET STRING.
pub fn octet_string(content: &[u8]) -> Vec<u8> {
    tlv(Tag::OCTET_STRING, &[content])
}

/// A BIT STRING of whole octets.
pub fn bit_string(octets: &[u8]) -> Vec<u8> {
    tlv(Tag::BIT_STRING, &[&[0], octets])
}

/// An OBJECT IDENTIFIER from dotted text.
pub fn oid(dotted: &str) -> Vec<u8> {
    tlv(Tag::OID, &[&oid_bytes(dotted)])
}

/// NULL.
pub fn null() -> Vec<u8> {
    tlv(Tag::NULL, &[])
}

/// A BMPString in UTF-16: characters beyond the basic plane as surrogates, as OpenSSL and Windows write them.
pub fn bmp_string(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    tlv(Tag::BMP_STRING, &[&units])
}

/// A SET OF whole values, in the order that DER demands (X.690 11.6).
pub fn set_of(mut values: Vec<Vec<u8>>) -> Vec<u8> {
    values.sort();
    let values: Vec<&[u8]> = values.iter().map(Vec::as_slice).collect();
    tlv(Tag::SET, &values)
}
