//! The header lines inside a PEM block (RFC 1421 section 4.6): `Proc-Type` and `DEK-Info` of encrypted keys.

use super::text::blank_prefix;

/// Longest header name looked for, in bytes.
const NAME_BYTES: usize = 40;

/// What stands between the BEGIN line and the base64.
pub struct Headers {
    /// Where the base64 begins.
    pub end: usize,
    /// Whether `Proc-Type` says encrypted.
    pub is_encrypted: bool,
    /// Value of `DEK-Info`.
    pub dek_info: Option<String>,
}

/// Reads the headers from behind the BEGIN line on.
pub fn read(text: &[u8], from: usize) -> Headers {
    let mut headers = Headers {
        end: from,
        is_encrypted: false,
        dek_info: None,
    };
    let mut at = skip_quoting(text, from);
    while let Some(length) = name_length(text, at) {
        let line = line(text, at);
        let (name, value) = line.split_at_checked(length).unwrap_or_default();
        let value = value.get(1..).unwrap_or_default().trim_ascii();
        if name.eq_ignore_ascii_case(b"Proc-Type") {
            headers.is_encrypted = value.ends_with(b"ENCRYPTED");
        } else if name.eq_ignore_ascii_case(b"DEK-Info") {
            headers.dek_info = Some(String::from_utf8_lossy(value).into_owned());
        }
        headers.end = at + line.len();
        at = skip_quoting(text, headers.end);
    }
    headers
}

fn skip_quoting(text: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        at += match rest.first() {
            Some(b'>' | b'|' | b'"' | b',') => 1,
            _ => match blank_prefix(rest) {
                Some(length) => length,
                None => return at,
            },
        };
    }
}

/// Length of a header's name, when a header stands here.
fn name_length(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let name = rest
        .iter()
        .take(NAME_BYTES)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-')
        .count();
    (name > 0 && rest.get(name) == Some(&b':')).then_some(name)
}

/// The line from an offset on, without its end; `\n` written out and the dashes of the next PEM line end it too.
fn line(text: &[u8], at: usize) -> &[u8] {
    let rest = text.get(at..).unwrap_or_default();
    let mut dashes = 0;
    for (offset, byte) in rest.iter().enumerate() {
        dashes = if *byte == b'-' { dashes + 1 } else { 0 };
        if dashes == 5 {
            return rest.get(..offset - 4).unwrap_or_default();
        }
        if matches!(byte, b'\n' | b'\r' | b'\\') {
            return rest.get(..offset).unwrap_or_default();
        }
    }
    rest
}
