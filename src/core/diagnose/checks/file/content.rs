//! The content byte by byte: is it the expected one, and if not, in which of the usual ways it differs.

use std::borrow::Cow;

use crate::core::env::WebAnswer;
use crate::core::finding::{ContentFault, Difference};

/// How an answer's body compares with what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Byte by byte the same.
    Same,
    /// The same behind a byte order mark.
    Bom,
    /// The same but for white space at the end: what stands there.
    Tail(String),
    /// Different.
    Differs(ContentFault, Difference),
}

const BOM: &[u8] = b"\xef\xbb\xbf";
/// Fewer bytes than this are a chance likeness, not the beginning of a file.
const LEAST_PART: usize = 8;

/// Compares.
pub fn compare(expected: &[u8], answer: &WebAnswer) -> Content {
    let found = answer.body.as_slice();
    if found == expected {
        return Content::Same;
    }
    let bare = found.strip_prefix(BOM).unwrap_or(found);
    if bare.len() < found.len() && bare.trim_ascii_end() == expected.trim_ascii_end() {
        return Content::Bom;
    }
    let trimmed = found.trim_ascii_end();
    if trimmed == expected.trim_ascii_end() && !trimmed.is_empty() {
        let tail = found.get(trimmed.len()..).unwrap_or_default();
        let tail = tail.get(..tail.len().min(NEAR)).unwrap_or_default();
        return Content::Tail(text(tail).into_owned());
    }
    let fault = fault(expected, answer);
    Content::Differs(fault, difference(expected, found))
}

fn fault(expected: &[u8], answer: &WebAnswer) -> ContentFault {
    let found = answer.body.as_slice();
    let (wanted, bare) = (expected.trim_ascii(), found.trim_ascii());
    if let Some(encoding) = encoding(answer) {
        return ContentFault::Compressed(encoding);
    }
    if bare.is_empty() {
        return ContentFault::Empty;
    }
    if utf16(found).is_some_and(|text| text.trim().as_bytes() == wanted) {
        return ContentFault::Utf16;
    }
    let checks: [(bool, ContentFault); 8] = [
        (bare == wanted, ContentFault::LeadingSpace),
        (lines(bare) == lines(wanted), ContentFault::LineEnds),
        (unquoted(bare) == wanted, ContentFault::Quoted),
        (bare.eq_ignore_ascii_case(wanted), ContentFault::Case),
        (
            bare.len() >= LEAST_PART && wanted.starts_with(bare),
            ContentFault::Truncated,
        ),
        (bare.starts_with(wanted), ContentFault::Longer),
        (holds(bare, wanted), ContentFault::Around),
        (is_html(answer), ContentFault::Html),
    ];
    if let Some((_, fault)) = checks.into_iter().find(|(is_so, _)| *is_so) {
        return fault;
    }
    key_authorization(&text(wanted), &text(bare))
}

/// Whether two key authorizations share one of their halves (RFC 8555 section 8.1).
fn key_authorization(wanted: &str, found: &str) -> ContentFault {
    let halves = |text: &str| {
        let (token, key) = text.split_once('.')?;
        let is_half = |half: &str| {
            let is_char = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            half.len() >= 16 && half.bytes().all(is_char)
        };
        (is_half(token) && is_half(key)).then(|| (token.to_owned(), key.to_owned()))
    };
    match (halves(wanted), halves(found)) {
        (Some((token, _)), Some((other, _))) if token == other => ContentFault::OtherAccount,
        (Some((_, key)), Some((_, other))) if key == other => ContentFault::OtherToken,
        _ => ContentFault::Other,
    }
}

/// What the body is packed with, where the server says so. Foreign text.
fn encoding(answer: &WebAnswer) -> Option<String> {
    let encoding = answer.header("content-encoding")?.trim();
    let is_packed = !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity");
    is_packed.then(|| encoding.to_owned())
}

/// The text, when it is UTF-16 with its mark.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (rest, is_little) = match bytes {
        [0xff, 0xfe, rest @ ..] => (rest, true),
        [0xfe, 0xff, rest @ ..] => (rest, false),
        _ => return None,
    };
    let unit = |pair: &[u8]| match pair {
        [low, high] if is_little => u16::from_le_bytes([*low, *high]),
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xfffd,
    };
    let units: Vec<u16> = rest.chunks_exact(2).map(unit).collect();
    String::from_utf16(&units).ok()
}

fn lines(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for byte in bytes {
        match byte {
            b'\n' if out.last() == Some(&b'\n') => {}
            b'\r' => out.push(b'\n'),
            other => out.push(*other),
        }
    }
    out
}

fn unquoted(bytes: &[u8]) -> &[u8] {
    match bytes {
        [first @ (b'"' | b'\'' | b'`'), inner @ .., last] if first == last => inner,
        _ => bytes,
    }
}

/// Whether the answer is a page.
pub fn is_html(answer: &WebAnswer) -> bool {
    let head = answer.body.get(..512).unwrap_or(&answer.body);
    let head = text(head.trim_ascii_start()).to_ascii_lowercase();
    let says_so = || {
        let told = answer.content_type.as_deref().unwrap_or_default();
        told.to_ascii_lowercase().starts_with("text/html") && head.starts_with('<')
    };
    head.starts_with("<!doctype html") || head.contains("<html") || says_so()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    !wanted.is_empty() && bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Bytes shown around the place where two contents part.
const NEAR: usize = 32;
/// Bytes shown before it.
const BEFORE: usize = 8;

fn difference(expected: &[u8], found: &[u8]) -> Difference {
    let pairs = expected.iter().zip(found);
    let at = pairs.take_while(|(left, right)| left == right).count();
    Difference {
        at,
        expected: near(expected, at),
        found: near(found, at),
        expected_bytes: expected.len(),
        found_bytes: found.len(),
    }
}

/// What stands around a byte, with marks of omission.
fn near(bytes: &[u8], at: usize) -> String {
    let is_inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0xc0 == 0x80);
    let mut from = at.saturating_sub(BEFORE);
    while from > 0 && is_inside(from) {
        from -= 1;
    }
    let mut until = (from + NEAR).min(bytes.len());
    while until < bytes.len() && is_inside(until) {
        until += 1;
    }
    let shown = text(bytes.get(from..until).unwrap_or_default());
    let mark = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{shown}{}", mark(from > 0), mark(until < bytes.len()))
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Content, compare};
    use crate::core::env::{Contact, WebAnswer};
    use crate::core::finding::ContentFault;

    fn answer(body: &[u8], headers: &[(&str, &str)]) -> WebAnswer {
        let headers: Vec<(String, String)> = headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let content_type = headers
            .iter()
            .find(|(name, _)| name == "content-type")
            .map(|(_, value)| value.clone());
        WebAnswer {
            status: 200,
            final_url: String::new(),
            content_type,
            headers,
            body: body.to_vec(),
            contact: Contact::default(),
        }
    }

    const TOKEN: &str = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";
    const KEY: &str = "9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI";

    #[test]
    fn what_is_the_same_or_nearly_so_is_told_apart() {
        let compared = |body: &[u8]| compare(b"abc123abc123", &answer(body, &[]));
        assert_eq!(compared(b"abc123abc123"), Content::Same);
        assert_eq!(compared(b"\xef\xbb\xbfabc123abc123\r\n"), Content::Bom);
        assert_eq!(
            compared(b"abc123abc123\r\n"),
            Content::Tail("\r\n".to_owned())
        );
    }

    #[test]
    fn each_usual_difference_has_its_name() {
        let key = format!("{TOKEN}.{KEY}");
        let utf16: Vec<u8> = std::iter::once(0xfeff)
            .chain("abc123abc123".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let lines = b"abc123abc123\nca.example".as_slice();
        let plain = b"abc123abc123".as_slice();
        for (expected, found, fault) in [
            (plain, b"".as_slice(), ContentFault::Empty),
            (plain, b" \r\n", ContentFault::Empty),
            (plain, b"\n abc123abc123", ContentFault::LeadingSpace),
            (lines, b"abc123abc123\r\nca.example", ContentFault::LineEnds),
            (plain, b"\"abc123abc123\"", ContentFault::Quoted),
            (plain, b"ABC123abc123", ContentFault::Case),
            (plain, b"abc123abc", ContentFault::Truncated),
            (plain, b"abc123abc123 x", ContentFault::Longer),
            (plain, b"<b>abc123abc123</b>", ContentFault::Around),
            (plain, b"<!DOCTYPE html><p>Hello", ContentFault::Html),
            (plain, b"hello", ContentFault::Other),
            (plain, &utf16, ContentFault::Utf16),
            (
                key.as_bytes(),
                format!("{TOKEN}.{TOKEN}").as_bytes(),
                ContentFault::OtherAccount,
            ),
            (
                key.as_bytes(),
                format!("{KEY}.{KEY}").as_bytes(),
                ContentFault::OtherToken,
            ),
        ] {
            match compare(expected, &answer(found, &[])) {
                Content::Differs(told, _) => assert_eq!(told, fault, "{found:?}"),
                other => panic!("{found:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn packed_content_is_told_and_not_unpacked() {
        let packed = answer(b"\x1f\x8b\x08rubbish", &[("content-encoding", "gzip")]);
        let Content::Differs(fault, difference) = compare(b"abc", &packed) else {
            panic!("no difference");
        };
        assert_eq!(fault, ContentFault::Compressed("gzip".to_owned()));
        assert_eq!((difference.at, difference.found_bytes), (0, 10));
    }

    #[test]
    fn excerpts_are_cut_near_the_difference() {
        let expected = format!("{}b{}", "a".repeat(100), "c".repeat(100));
        let found = format!("{}\u{fc}{}", "a".repeat(100), "c".repeat(100));
        let Content::Differs(_, told) =
            compare(expected.as_bytes(), &answer(found.as_bytes(), &[]))
        else {
            panic!("no difference");
        };
        assert_eq!(told.at, 100);
        assert!(told.found.starts_with("…aaaaaaaa\u{fc}ccc") && told.found.ends_with('…'));
    }
}
