//! The outer shell of DER and BER values (X.690 section 8.1): just enough to recognise a structure, even a cut one.

use crate::core::limits::DER_DEPTH;

pub const INTEGER: u8 = 0x02;
pub const BIT_STRING: u8 = 0x03;
pub const OCTET_STRING: u8 = 0x04;
pub const OID: u8 = 0x06;
pub const UTC_TIME: u8 = 0x17;
pub const GENERALIZED_TIME: u8 = 0x18;
pub const SEQUENCE: u8 = 0x30;
pub const CONTEXT_0: u8 = 0xA0;

/// One value. Where the bytes end early, what is there of it.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    /// Identifier octet; only low tag numbers are known here.
    pub tag: u8,
    /// Contents as far as they are there.
    pub content: &'a [u8],
    /// Identifier, length and contents as far as they are there.
    pub whole: &'a [u8],
    /// Bytes that the length promises and that are not there.
    pub missing: u64,
}

/// The first value of the bytes and what follows it; `None` when they begin with no value.
pub fn split(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    split_at_depth(bytes, DER_DEPTH)
}

fn split_at_depth(bytes: &[u8], depth: usize) -> Option<(Value<'_>, &[u8])> {
    let (&tag, after_tag) = bytes.split_first()?;
    if tag & 0x1F == 0x1F {
        return None;
    }
    let (&first, after_length) = after_tag.split_first()?;
    if first == 0x80 {
        return indefinite(tag, bytes, after_length, depth);
    }
    let (length, contents) = if first < 0x80 {
        (u64::from(first), after_length)
    } else {
        let count = usize::from(first & 0x7F);
        if count > 8 {
            return None;
        }
        let (octets, contents) = after_length.split_at_checked(count)?;
        let length = octets
            .iter()
            .fold(0_u64, |sum, octet| sum << 8 | u64::from(*octet));
        (length, contents)
    };
    let there = usize::try_from(length).map_or(contents.len(), |asked| asked.min(contents.len()));
    let (content, rest) = contents.split_at_checked(there)?;
    let value = Value {
        tag,
        content,
        whole: bytes.get(..bytes.len() - rest.len())?,
        missing: length - there as u64,
    };
    Some((value, rest))
}

/// BER with its end marked by two zero octets (X.690 section 8.1.3.6).
fn indefinite<'a>(
    tag: u8,
    bytes: &'a [u8],
    contents: &'a [u8],
    depth: usize,
) -> Option<(Value<'a>, &'a [u8])> {
    let depth = depth.checked_sub(1)?;
    if tag & 0x20 == 0 {
        return None;
    }
    let mut rest = contents;
    while !rest.is_empty() && !rest.starts_with(&[0, 0]) {
        let (value, after) = split_at_depth(rest, depth)?;
        rest = after;
        if value.missing > 0 {
            break;
        }
    }
    let content = contents.get(..contents.len() - rest.len())?;
    let after = rest.strip_prefix(&[0, 0]).unwrap_or_default();
    let value = Value {
        tag,
        content,
        whole: bytes.get(..bytes.len() - after.len())?,
        missing: if rest.is_empty() { 2 } else { 0 },
    };
    Some((value, after))
}

impl<'a> Value<'a> {
    /// The values inside, at most `limit` of them; stops at the first that is none.
    pub fn children(&self, limit: usize) -> Vec<Value<'a>> {
        let mut found = Vec::new();
        let mut rest = self.content;
        while found.len() < limit
            && let Some((value, after)) = split(rest)
        {
            found.push(value);
            rest = after;
        }
        found
    }

    /// Whether the contents are nothing but whole values.
    pub fn is_well_formed(&self) -> bool {
        let mut rest = self.content;
        while !rest.is_empty() {
            match split(rest) {
                Some((value, after)) if value.missing == 0 => rest = after,
                _ => return false,
            }
        }
        true
    }

    /// First value inside, when it has this tag.
    pub fn first(&self, tag: u8) -> Option<Value<'a>> {
        let (value, _) = split(self.content)?;
        (value.tag == tag).then_some(value)
    }
}
