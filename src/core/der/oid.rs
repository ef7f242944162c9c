//! Object identifiers between their octets and dotted text (X.690 8.19).

use std::fmt::Write as _;

use super::DerFault;

/// Arcs beyond this many make no identifier that anybody uses.
const MOST_ARCS: usize = 64;

/// The content of an OBJECT IDENTIFIER as dotted text.
pub fn oid_text(content: &[u8]) -> Result<String, DerFault> {
    let mut text = String::with_capacity(24);
    let mut arc = 0u128;
    let mut arcs = 0;
    for byte in content {
        if arc >> 120 != 0 {
            return Err(DerFault("object identifier too large"));
        }
        arc = arc << 7 | u128::from(byte & 0x7f);
        if byte & 0x80 != 0 {
            continue;
        }
        if arcs == 0 {
            let first = (arc / 40).min(2);
            write_arcs(&mut text, format_args!("{first}.{}", arc - first * 40));
        } else {
            write_arcs(&mut text, format_args!(".{arc}"));
        }
        arc = 0;
        arcs += 1;
        if arcs > MOST_ARCS {
            return Err(DerFault("object identifier too long"));
        }
    }
    match content.last() {
        Some(last) if last & 0x80 == 0 => Ok(text),
        _ => Err(DerFault("object identifier ends early")),
    }
}

fn write_arcs(text: &mut String, arcs: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(arcs);
}

/// The content octets of an OBJECT IDENTIFIER in dotted text; text that is none gives none.
pub fn oid_bytes(dotted: &str) -> Vec<u8> {
    let arcs: Option<Vec<u64>> = dotted.split('.').map(|arc| arc.parse().ok()).collect();
    let Some([first, second, others @ ..]) = arcs.as_deref() else {
        return Vec::new();
    };
    let joined = first.saturating_mul(40).saturating_add(*second);
    let mut content = Vec::new();
    for arc in std::iter::once(&joined).chain(others) {
        let digits = (64 - arc.leading_zeros()).div_ceil(7).max(1);
        for place in (0..digits).rev() {
            let more = if place > 0 { 0x80 } else { 0 };
            content.push((arc >> (7 * place) & 0x7f) as u8 | more);
        }
    }
    content
}

/// Whether a text is an object identifier: two arcs or more in decimal, the first two within their bounds
/// (X.660 section 6), none beyond 2⁶⁴.
pub fn is_oid(dotted: &str) -> bool {
    let arcs: Option<Vec<u64>> = dotted
        .split('.')
        .map(|arc| {
            let is_plain = arc.bytes().all(|byte| byte.is_ascii_digit());
            let is_padded = arc.len() > 1 && arc.starts_with('0');
            (is_plain && !is_padded).then(|| arc.parse().ok())?
        })
        .collect();
    match arcs.as_deref() {
        Some([0 | 1, second, ..]) => *second < 40,
        Some([2, second, ..]) => *second < u64::MAX - 80,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_oid, oid_bytes, oid_text};

    #[test]
    fn object_identifiers_are_told_from_other_text() {
        for good in ["2.5.4.3", "1.3.6.1.4.1.311.60.2.1.3", "2.999", "0.9.2342"] {
            assert!(is_oid(good), "{good}");
            assert_eq!(oid_text(&oid_bytes(good)).as_deref(), Ok(good));
        }
        for bad in [
            "",
            "2",
            "3.1",
            "1.40",
            "2.5.",
            "2..5",
            "2.5.+4",
            "2.05",
            "CN",
            "2.5.4.99999999999999999999",
        ] {
            assert!(!is_oid(bad), "{bad}");
        }
    }
}
