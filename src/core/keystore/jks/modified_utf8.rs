//! Java's modified UTF-8 (java.io.DataInput): NUL as two bytes, surrogates each as three.

/// Decodes it; `None` when the bytes are not of this form. Lone surrogates become U+FFFD.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let mut units = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(first) = rest.next() {
        let unit = match first {
            0x00..=0x7F => u16::from(first),
            0xC0..=0xDF => (u16::from(first & 0x1F) << 6) | continuation(rest.next())?,
            0xE0..=0xEF => {
                let (second, third) = (continuation(rest.next())?, continuation(rest.next())?);
                (u16::from(first & 0x0F) << 12) | (second << 6) | third
            }
            _ => return None,
        };
        units.push(unit);
    }
    Some(String::from_utf16_lossy(&units))
}

/// Encodes it. Characters beyond the basic plane become two surrogates of three bytes each.
pub fn encode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for unit in text.encode_utf16() {
        let last = 0x80 | (unit & 0x3F) as u8;
        match unit {
            0x01..=0x7F => bytes.push(unit as u8),
            0 | 0x80..=0x7FF => bytes.extend([0xC0 | (unit >> 6) as u8, last]),
            _ => {
                let middle = 0x80 | (unit >> 6 & 0x3F) as u8;
                bytes.extend([0xE0 | (unit >> 12) as u8, middle, last]);
            }
        }
    }
    bytes
}

fn continuation(byte: Option<u8>) -> Option<u16> {
    byte.filter(|byte| byte & 0xC0 == 0x80)
        .map(|byte| u16::from(byte & 0x3F))
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn nul_and_surrogates_are_read_as_java_writes_them() {
        assert_eq!(decode(&[0x61, 0xC0, 0x80]).as_deref(), Some("a\0"));
        assert_eq!(
            decode(&[0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]).as_deref(),
            Some("😀")
        );
        assert_eq!(decode("证书".as_bytes()).as_deref(), Some("证书"));
        assert_eq!(decode(&[0xF0, 0x9F, 0x98, 0x80]), None);
        assert_eq!(decode(&[0xE0, 0x80]), None);
    }
    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(encode("a\0"), [0x61, 0xC0, 0x80]);
        assert_eq!(encode("😀"), [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]);
        assert_eq!(encode("é"), "é".as_bytes());
        for text in [
            "",
            "site",
            "\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}",
            "证书 😀\0",
        ] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
    }
}
