//! BER to DER: definite shortest lengths, strings in one piece (X.690 8 and 10). Order and values stay as they are.

use zeroize::Zeroizing;

use super::write::write_header;
use super::{DerFault, Header, Tag, header};
use crate::core::limits;

const ENDLESS: DerFault = DerFault("indefinite length of a primitive value");

/// The first value of `input` in DER; bytes after it are left out.
/// Fails on truncated input and on nesting deeper than [`limits::DER_DEPTH`].
pub fn normalise(input: &[u8]) -> Result<Vec<u8>, DerFault> {
    let mut out = Vec::with_capacity(input.len());
    value(input, limits::DER_DEPTH, &mut out)?;
    Ok(out)
}

/// Appends the first value of `input` to `out` and returns what follows it.
fn value<'a>(input: &'a [u8], depth: usize, out: &mut Vec<u8>) -> Result<&'a [u8], DerFault> {
    let header = header(input)?;
    let (content, after) = split(input, &header);
    if header.tag.is_constructed {
        let inner = depth.checked_sub(1).ok_or(DerFault("nested too deep"))?;
        let end = constructed(&header, content, inner, out)?;
        return Ok(if header.length.is_some() { after } else { end });
    }
    let length = header.length.ok_or(ENDLESS)?;
    write_header(header.tag, length, out);
    out.extend_from_slice(content);
    Ok(after)
}

/// Appends a constructed value; returns what follows its end marker.
fn constructed<'a>(
    header: &Header,
    content: &'a [u8],
    depth: usize,
    out: &mut Vec<u8>,
) -> Result<&'a [u8], DerFault> {
    let mut children = Zeroizing::new(Vec::with_capacity(content.len()));
    let is_string = header.tag.is_string();
    let end = if is_string {
        pieces(content, header, depth, &mut children)?
    } else {
        each(content, header.length.is_some(), |rest| {
            value(rest, depth, &mut children)
        })?
    };
    let tag = Tag {
        is_constructed: !is_string,
        ..header.tag
    };
    write_header(tag, children.len(), out);
    out.extend_from_slice(&children);
    Ok(end)
}

/// Content and what follows; with the indefinite form everything is content.
fn split<'a>(input: &'a [u8], header: &Header) -> (&'a [u8], &'a [u8]) {
    let body = input.get(header.size..).unwrap_or_default();
    let length = header.length.unwrap_or(body.len()).min(body.len());
    body.split_at_checked(length).unwrap_or_default()
}

/// Calls `one` for each value of a constructed content; returns what follows its end marker.
fn each<'a>(
    content: &'a [u8],
    is_definite: bool,
    mut one: impl FnMut(&'a [u8]) -> Result<&'a [u8], DerFault>,
) -> Result<&'a [u8], DerFault> {
    let mut rest = content;
    loop {
        if is_definite && rest.is_empty() {
            return Ok(rest);
        }
        if !is_definite && let Some(after) = rest.strip_prefix(&[0, 0]) {
            return Ok(after);
        }
        rest = one(rest)?;
    }
}

/// Joins the pieces of a constructed string.
fn pieces<'a>(
    content: &'a [u8],
    outer: &Header,
    depth: usize,
    joined: &mut Vec<u8>,
) -> Result<&'a [u8], DerFault> {
    each(content, outer.length.is_some(), |rest| {
        let piece = header(rest)?;
        if piece.tag.class != 0 || piece.tag.number != outer.tag.number {
            return Err(DerFault("string made of other types"));
        }
        let (inside, after) = split(rest, &piece);
        if piece.tag.is_constructed {
            let inner = depth.checked_sub(1).ok_or(DerFault("nested too deep"))?;
            let end = pieces(inside, &piece, inner, joined)?;
            return Ok(if piece.length.is_some() { after } else { end });
        }
        if piece.length.is_none() {
            return Err(ENDLESS);
        }
        append_piece(piece.tag, inside, joined)?;
        Ok(after)
    })
}

/// The first octet of a BIT STRING's piece counts unused bits; only the last piece may have some.
fn append_piece(tag: Tag, piece: &[u8], joined: &mut Vec<u8>) -> Result<(), DerFault> {
    if tag != Tag::BIT_STRING {
        joined.extend_from_slice(piece);
        return Ok(());
    }
    let (unused, octets) = piece.split_first().ok_or(DerFault("empty bit string"))?;
    match joined.first_mut() {
        None => joined.push(*unused),
        Some(0) => joined.splice(..1, [*unused]).for_each(drop),
        Some(_) => return Err(DerFault("bit string with unused bits inside")),
    }
    joined.extend_from_slice(octets);
    Ok(())
}
