//! What speaks when it is no TLS: HTTP without encryption, a greeting in plain text, or nothing that is known.

use super::NoHandshake;

/// Bytes of a first line that are kept.
pub(super) const LINE_BYTES: usize = 200;

/// Whether these bytes may begin a record of TLS or SSL 3.0: content types 20 to 24 (RFC 8446 section 5.1,
/// RFC 6520).
pub fn may_be_tls(heard: &[u8]) -> bool {
    heard
        .first()
        .is_none_or(|content| (20..=24).contains(content))
}

/// Whether enough was heard to say who speaks: a whole first line, or as much of it as is kept.
pub fn is_enough(heard: &[u8]) -> bool {
    heard.contains(&b'\n') || heard.len() >= LINE_BYTES
}

/// Who speaks, judged by the first line.
pub fn who(heard: &[u8]) -> NoHandshake {
    let line = first_line(heard);
    // Some answer a request they do not understand with a bare page (HTTP/0.9).
    let small = line.trim_start().to_ascii_lowercase();
    let is_page = small.starts_with("<!doctype html") || small.starts_with("<html");
    if line.starts_with("HTTP/") || is_page {
        return NoHandshake::PlainHttp { line };
    }
    let is_text = |letter: char| letter == '\t' || !letter.is_control();
    match !line.is_empty() && !line.contains('\u{fffd}') && line.chars().all(is_text) {
        true => NoHandshake::OtherProtocol { start: line },
        false => NoHandshake::Broken {
            detail: format!("begins with {}, which is no TLS record", hex(heard)),
        },
    }
}

/// The first line without its end, cut.
pub(super) fn first_line(heard: &[u8]) -> String {
    let line = heard.split(|byte| *byte == b'\n').next().unwrap_or(heard);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let kept = line.get(..LINE_BYTES).unwrap_or(line);
    String::from_utf8_lossy(kept).into_owned()
}

fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().take(8).map(|b| format!("{b:02x}")).collect();
    bytes.join(" ")
}
