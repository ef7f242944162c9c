//! A saved listing as text: UTF-8, UTF-16 (what `>` of PowerShell 5 writes) or the console's code page.

use std::borrow::Cow;

/// Bytes looked at to find UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// The listing as text; `None` when it is UTF-16 that is cut or broken.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Some(narrow(rest)),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => match unmarked_utf16(bytes) {
            Some(Order::Little) => wide(bytes, u16::from_le_bytes),
            Some(Order::Big) => wide(bytes, u16::from_be_bytes),
            None => Some(narrow(bytes)),
        },
    }
}

enum Order {
    Little,
    Big,
}

/// Labels may be in any script, but padding, digits and line ends are ASCII, and those are half of every
/// listing: their high bytes are zero. No other encoding of text has a zero at all.
fn unmarked_utf16(bytes: &[u8]) -> Option<Order> {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let (pairs, _) = sample.as_chunks::<2>();
    let big = pairs.iter().filter(|pair| pair[0] == 0).count();
    let little = pairs.iter().filter(|pair| pair[1] == 0).count();
    // Few characters of other scripts have a low byte of zero.
    let is_most = |high: usize, low: usize| high > pairs.len() / 4 && low < high / 4;
    match (is_most(little, big), is_most(big, little)) {
        (true, _) => Some(Order::Little),
        (_, true) => Some(Order::Big),
        _ => None,
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Cow<'static, str>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let mut text = String::with_capacity(pairs.len() + pairs.len() / 4);
    for char in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(char.ok()?);
    }
    Some(Cow::Owned(text))
}

/// UTF-8, or a code page of the console, of which only two things matter: bytes below 128 are ASCII in
/// the place where values stand, and one word has the same bytes wherever it occurs. So other bytes become
/// the characters of the same number, except for the full-width colon of GBK and Shift JIS.
fn narrow(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    let mut rest = bytes;
    loop {
        rest = match rest {
            [0xA3, 0xBA, after @ ..] | [0x81, 0x46, after @ ..] => {
                text.push('：');
                after
            }
            [byte, after @ ..] => {
                text.push(char::from(*byte));
                after
            }
            [] => return Cow::Owned(text),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn utf16_is_found_without_its_mark_even_with_wide_labels() {
        let text = "    証明書ハッシュ             : (null)\r\n    主机名:端口        : a:443\r\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).as_deref(), Some(text));
        assert_eq!(decode(&big).as_deref(), Some(text));
        assert_eq!(decode(text.as_bytes()).as_deref(), Some(text));
        assert_eq!(decode(little.get(..31).expect("cut")), None);
        assert_eq!(decode(b"\xff\xfe\x00\xd8a\0"), None);
    }

    #[test]
    fn code_pages_keep_their_ascii() {
        // GBK: 端口： 443, and German of code page 850: für : a
        assert_eq!(
            decode(b"\xb6\xcb\xbf\xda\xa3\xba 443")
                .expect("gbk")
                .chars()
                .nth(4),
            Some('：')
        );
        assert_eq!(decode(b"f\x81r : a").as_deref(), Some("f\u{81}r : a"));
    }
}
