//! The BEGIN and END lines of PEM (RFC 7468 section 2), also as word processors and mailers leave them.

use crate::core::finding::Kind;

/// Longest label looked for, in bytes.
const LABEL_BYTES: usize = 64;

/// Which of the two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Begin,
    End,
}

/// One BEGIN or END line.
#[derive(Clone, Copy)]
pub struct Armour<'a> {
    /// Offset of its first dash.
    pub start: usize,
    /// Offset behind its last dash.
    pub end: usize,
    /// Which line it is.
    pub word: Word,
    /// Its label.
    pub label: &'a str,
    /// Whether other readers will not take it as it stands.
    pub is_repaired: bool,
}

struct Dashes {
    end: usize,
    count: usize,
    is_ascii: bool,
}

/// The first BEGIN or END line from an offset on.
pub fn next(text: &[u8], from: usize) -> Option<Armour<'_>> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        if rest.is_empty() {
            return None;
        }
        if dash(rest).is_none() {
            at += 1;
            continue;
        }
        if let Some(armour) = self::at(text, at) {
            return Some(armour);
        }
        at = dashes(text, at).end;
    }
}

/// The BEGIN or END line that starts with the dash at an offset.
pub fn at(text: &[u8], start: usize) -> Option<Armour<'_>> {
    let opening = dashes(text, start);
    if opening.count == 0 || (opening.is_ascii && opening.count < 2) {
        return None;
    }
    let word_at = skip_spaces(text, opening.end);
    let rest = text.get(word_at..)?;
    let (word, length) = if rest.starts_with(b"BEGIN") {
        (Word::Begin, 5)
    } else if rest.starts_with(b"END") {
        (Word::End, 3)
    } else {
        return None;
    };
    let label_at = skip_spaces(text, word_at + length);
    if label_at == word_at + length {
        return None;
    }
    let label_end = label_end(text, label_at)?;
    let label = std::str::from_utf8(text.get(label_at..label_end)?)
        .ok()?
        .trim_end();
    let closing = dashes(text, label_end);
    let is_exact = word_at == opening.end
        && opening.is_ascii
        && opening.count >= 5
        && closing.is_ascii
        && closing.count >= 5;
    let is_ssh = label.starts_with("SSH2 ");
    if label.is_empty() || (!is_exact && !is_ssh && kind_of(label).is_none()) {
        return None;
    }
    // Two files put together: the second five dashes belong to the next line.
    let is_glued = closing.is_ascii && closing.count >= 10;
    Some(Armour {
        start,
        end: if is_glued { label_end + 5 } else { closing.end },
        word,
        label,
        is_repaired: !is_exact && !is_ssh,
    })
}

/// Length in bytes of the dash the text begins with: ASCII, typographic, full width; in UTF-8, GBK or Windows-1252.
pub fn dash(text: &[u8]) -> Option<usize> {
    match text {
        [b'-' | 0x96 | 0x97, ..] => Some(1),
        [0xA1, 0xAA, ..] => Some(2),
        [0xE2, 0x80, 0x90..=0x95, ..]
        | [0xE2, 0x88, 0x92, ..]
        | [0xE2, 0x94, 0x80 | 0x81, ..]
        | [0xEF, 0xBC, 0x8D, ..] => Some(3),
        _ => None,
    }
}

fn dashes(text: &[u8], from: usize) -> Dashes {
    let mut run = Dashes {
        end: from,
        count: 0,
        is_ascii: true,
    };
    while let Some(length) = text.get(run.end..).and_then(dash) {
        run.is_ascii &= text.get(run.end) == Some(&b'-');
        run.end += length;
        run.count += 1;
    }
    run
}

fn skip_spaces(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest
        .iter()
        .take(4)
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}

/// Where the label ends: at a run of dashes or at the end of the line.
fn label_end(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    for (offset, byte) in rest.iter().enumerate().take(LABEL_BYTES) {
        let here = rest.get(offset..)?;
        match byte {
            b'\n' | b'\r' | b'\\' => return Some(from + offset),
            b'-' if !here.starts_with(b"--") => {}
            b'A'..=b'Z' | b'0'..=b'9' | b' ' | b'#' | b'.' | b'_' => {}
            _ if dash(here).is_some() => return Some(from + offset),
            _ => return None,
        }
    }
    (rest.len() < LABEL_BYTES).then_some(text.len())
}

/// What a label promises; `None` for labels that are none of the field's.
pub fn kind_of(label: &str) -> Option<Kind> {
    match label {
        "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => Some(Kind::Certificate),
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => Some(Kind::Csr),
        "X509 CRL" => Some(Kind::Crl),
        "PKCS7" | "CMS" | "PKCS #7 SIGNED DATA" | "CERTIFICATE CHAIN" => Some(Kind::Pkcs7),
        "PKCS12" | "PFX" => Some(Kind::Pfx),
        "PUBLIC KEY" | "RSA PUBLIC KEY" => Some(Kind::PublicKey),
        "PRIVATE KEY"
        | "RSA PRIVATE KEY"
        | "EC PRIVATE KEY"
        | "DSA PRIVATE KEY"
        | "ENCRYPTED PRIVATE KEY"
        | "ANY PRIVATE KEY" => Some(Kind::Key),
        _ => None,
    }
}
