//! Bytes of a listing as text: UTF-8 and UTF-16 with or without mark, else the code page whose words for
//! "certificate" are found in it.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};

use crate::core::sniff::text::decode;

/// Code pages of consoles, each with the word that certutil's record lines hold there.
const CODE_PAGES: &[(&Encoding, &str)] = &[
    (GBK, "证书"),
    (SHIFT_JIS, "証明書"),
    (BIG5, "憑證"),
    (EUC_KR, "인증서"),
];

/// The text. What fits no encoding becomes U+FFFD: labels may be lost, values are ASCII.
pub(super) fn text(bytes: &[u8]) -> String {
    let decoded = decode(bytes);
    let bytes = decoded.bytes();
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let fits = |(encoding, word): &(&'static Encoding, &str)| {
        let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
        (!had_errors && text.contains(word)).then_some(text)
    };
    let known = CODE_PAGES.iter().find_map(fits);
    known
        .unwrap_or_else(|| String::from_utf8_lossy(bytes))
        .into_owned()
}

/// Spaces of other alphabets, and marks without width, as plain ones or nothing.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let is_odd = |char: char| {
        matches!(
            char,
            '\u{a0}' | '\u{202f}' | '\u{3000}' | '\u{200e}' | '\u{200f}'
        )
    };
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let plain = text.chars().filter_map(|char| match char {
        '\u{200e}' | '\u{200f}' => None,
        char if is_odd(char) => Some(' '),
        char => Some(char),
    });
    Cow::Owned(plain.collect())
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn every_encoding_of_a_console_is_read() {
        let chinese = "================ 证书 0 ================";
        let japanese = "================ 証明書 0 ================";
        let (gbk, _, _) = encoding_rs::GBK.encode(chinese);
        let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(japanese);
        assert_eq!(text(&gbk), chinese);
        assert_eq!(text(&shift_jis), japanese);
        let utf16: Vec<u8> = std::iter::once(0xFEFF)
            .chain(chinese.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(text(&utf16), chinese);
        assert_eq!(text("\u{feff}Thumbprint".as_bytes()), "Thumbprint");
        // cp850, as a German console writes it
        assert_eq!(text(b"Schl\x81ssel = x"), "Schl\u{fffd}ssel = x");
    }
}
