//! The encoding of a text file: UTF-8 with or without mark, UTF-16 with or without mark, or bytes above ASCII as they are.

use zeroize::Zeroizing;

use super::TextNote;

const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// Bytes looked at to find UTF-16 without a mark.
const SAMPLE: usize = 1024;
/// Bytes looked at to tell GBK from binary; even, so that no character of all-Chinese text is cut.
const GBK_SAMPLE: usize = 64 << 10;

/// Text in an encoding that holds ASCII as it is.
pub struct Decoded<'a> {
    held: Held<'a>,
    note: Option<TextNote>,
}

enum Held<'a> {
    Given(&'a [u8]),
    Converted(Zeroizing<Vec<u8>>),
}

impl Decoded<'_> {
    /// The text: UTF-8, or another superset of ASCII such as GBK.
    pub fn bytes(&self) -> &[u8] {
        match &self.held {
            Held::Given(bytes) => bytes,
            Held::Converted(bytes) => bytes,
        }
    }

    /// What is worth saying about the encoding.
    pub fn note(&self) -> Option<TextNote> {
        self.note.clone()
    }
}

/// Takes the mark off and turns UTF-16 into UTF-8.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(UTF8_MARK) {
        return Decoded {
            held: Held::Given(rest),
            note: Some(TextNote::Bom),
        };
    }
    let (rest, little_endian) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, Some(true)),
        [0xFE, 0xFF, rest @ ..] => (rest, Some(false)),
        _ => (bytes, likely_utf16(bytes)),
    };
    match little_endian {
        Some(little_endian) => Decoded {
            held: Held::Converted(from_utf16(rest, little_endian)),
            note: Some(TextNote::Utf16 { little_endian }),
        },
        None => Decoded {
            held: Held::Given(bytes),
            note: None,
        },
    }
}

/// Mostly ASCII in UTF-16 has a zero in every other byte.
fn likely_utf16(bytes: &[u8]) -> Option<bool> {
    let sample = bytes.get(..bytes.len().min(SAMPLE))?;
    let (pairs, _) = sample.as_chunks::<2>();
    if pairs.len() < 4 {
        return None;
    }
    let high_first = pairs
        .iter()
        .filter(|pair| matches!(pair, [0, low] if *low != 0));
    let high_last = pairs
        .iter()
        .filter(|pair| matches!(pair, [low, 0] if *low != 0));
    let (high_first, high_last) = (high_first.count(), high_last.count());
    let most = pairs.len() * 2 / 3;
    match (high_first >= most, high_last >= most) {
        (true, false) if high_last == 0 => Some(false),
        (false, true) if high_first == 0 => Some(true),
        _ => None,
    }
}

fn from_utf16(bytes: &[u8], little_endian: bool) -> Zeroizing<Vec<u8>> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| {
        if little_endian {
            u16::from_le_bytes(*pair)
        } else {
            u16::from_be_bytes(*pair)
        }
    });
    // One and a half times as much at most, so that growing leaves no copy of a key behind.
    let mut text = Zeroizing::new(Vec::with_capacity(bytes.len() / 2 * 3));
    for char in char::decode_utf16(units) {
        let char = char.unwrap_or(char::REPLACEMENT_CHARACTER);
        text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
    }
    text
}

/// The text without white space at its start, or escapes, marks and quoting that stand for it.
pub fn skip_blank(text: &[u8]) -> &[u8] {
    let mut rest = text;
    while let Some(length) = blank_prefix(rest) {
        rest = rest.get(length..).unwrap_or_default();
    }
    rest
}

/// Length of the blank thing at the start: white space, its escapes, a byte order mark, wide and zero-width spaces.
pub fn blank_prefix(text: &[u8]) -> Option<usize> {
    match text {
        [b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C, ..] => Some(1),
        [b'\\', b'n' | b'r' | b't', ..] => Some(2),
        [b'\\', b'\\', b'n' | b'r', ..] => Some(3),
        [0xC2, 0xA0 | 0x85 | 0xAD, ..] => Some(2),
        [0xEF, 0xBB, 0xBF, ..] => Some(3),
        [0xE2, 0x80, 0x80..=0x8F | 0xA8 | 0xA9 | 0xAF, ..] => Some(3),
        [0xE2, 0x81, 0xA0, ..] | [0xE3, 0x80, 0x80, ..] => Some(3),
        _ => None,
    }
}

/// Whether the bytes can be shown as text: UTF-8 or GBK without control characters.
pub fn is_printable(bytes: &[u8]) -> bool {
    let is_odd = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    if bytes.iter().any(is_odd) {
        return false;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let sample = bytes.get(..bytes.len().min(GBK_SAMPLE)).unwrap_or_default();
    let (_, _, had_errors) = encoding_rs::GBK.decode(sample);
    let above_ascii = sample.iter().filter(|byte| !byte.is_ascii()).count();
    !had_errors || above_ascii * 10 < sample.len()
}
