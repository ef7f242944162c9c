//! The text behind bytes: byte order mark, then what the server says, then what the page says of itself
//! (WHATWG HTML section 13.2.3), else UTF-8 where it is that, else the encoding of the West.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes at the beginning in which a page may say how it is written.
const HEAD: usize = 1_024;

/// The text of a page or style sheet. What cannot be read becomes U+FFFD.
pub fn decoded(bytes: &[u8], content_type: Option<&str>) -> String {
    let told = || content_type.and_then(|told| named(told.as_bytes()));
    let own = || named(bytes.get(..HEAD).unwrap_or(bytes)).map(ascii_compatible);
    let guessed = || match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(_) => WINDOWS_1252,
    };
    let encoding = told().or_else(own).unwrap_or_else(guessed);
    // A byte order mark counts more than anything said.
    encoding.decode(bytes).0.into_owned()
}

/// The encoding behind the first `charset`, with or without quotes: in a header, `<meta>` or `@charset`.
fn named(text: &[u8]) -> Option<&'static Encoding> {
    const WORD: &[u8] = b"charset";
    let at = text
        .windows(WORD.len())
        .position(|window| window.eq_ignore_ascii_case(WORD))?;
    let rest = text.get(at + WORD.len()..)?;
    let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'');
    let skipped = rest.iter().take_while(|byte| is_between(byte)).count();
    let rest = rest.get(skipped..)?;
    let is_label =
        |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
    let length = rest.iter().take_while(is_label).count();
    Encoding::for_label(rest.get(..length)?)
}

/// A page whose own words were read as ASCII is not written in UTF-16.
fn ascii_compatible(encoding: &'static Encoding) -> &'static Encoding {
    match encoding == UTF_16LE || encoding == UTF_16BE {
        true => UTF_8,
        false => encoding,
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn the_mark_counts_before_the_server_and_the_server_before_the_page() {
        for (bytes, told, expected) in [
            (
                b"\xef\xbb\xbf\xc3\xbc".as_slice(),
                Some("text/html; charset=gbk"),
                "\u{fc}",
            ),
            (b"\xff\xfe<\0", None, "<"),
            (b"\xfe\xff\0<", None, "<"),
            (b"\xd6\xd0", Some("text/html; Charset=\"GBK\""), "\u{4e2d}"),
            (
                b"<meta charset=gbk>\xd6\xd0",
                None,
                "<meta charset=gbk>\u{4e2d}",
            ),
            (
                b"<meta charset=utf-16>\xc3\xbc",
                None,
                "<meta charset=utf-16>\u{fc}",
            ),
            (
                b"@charset \"gb2312\";\xd6\xd0",
                None,
                "@charset \"gb2312\";\u{4e2d}",
            ),
            (b"\xfc", None, "\u{fc}"),
            (b"\xc3\xbc", None, "\u{fc}"),
            (b"\xc3\xbc", Some("text/html; charset=nonsense"), "\u{fc}"),
        ] {
            assert_eq!(decoded(bytes, told), expected, "{bytes:?} {told:?}");
        }
    }
}
