//! Object identifiers: dotted text from DER, and the short technical names that people of the field know.

use std::borrow::Cow;
use std::fmt::Write as _;

mod names;

/// An object identifier in dotted text. Known ones are borrowed from the table, so that ten thousand
/// certificates do not hold ten thousand copies.
pub type Oid = Cow<'static, str>;

/// Most bytes of an identifier that is written out; longer ones are hostile and are cut with `…`.
const OID_BYTES: usize = 64;

/// Dotted text of an OBJECT IDENTIFIER's content; broken ones end in `?`.
pub fn dotted(content: &[u8]) -> Oid {
    let text = write_dotted(content);
    match entry(&text) {
        Some((known, _)) => Cow::Borrowed(known),
        None => Cow::Owned(text),
    }
}

/// Short technical name of a dotted identifier, such as `serverAuth` or `sha256WithRSAEncryption`.
pub fn name(dotted: &str) -> Option<&'static str> {
    entry(dotted).map(|(_, name)| name)
}

fn entry(dotted: &str) -> Option<(&'static str, &'static str)> {
    let index = names::NAMES
        .binary_search_by(|(known, _)| (*known).cmp(dotted))
        .ok()?;
    names::NAMES.get(index).copied()
}

fn write_dotted(content: &[u8]) -> String {
    let mut text = String::with_capacity(24);
    let mut arc: u128 = 0;
    let mut is_first = true;
    let mut is_open = false;
    for byte in content.iter().take(OID_BYTES) {
        if arc >> 120 != 0 {
            break;
        }
        arc = arc << 7 | u128::from(byte & 0x7f);
        is_open = byte & 0x80 != 0;
        if is_open {
            continue;
        }
        // Writing to a String cannot fail.
        let _ = match (is_first, arc) {
            (true, 0..40) => write!(text, "0.{arc}"),
            (true, 40..80) => write!(text, "1.{}", arc - 40),
            (true, _) => write!(text, "2.{}", arc - 80),
            (false, _) => write!(text, ".{arc}"),
        };
        is_first = false;
        arc = 0;
    }
    if content.len() > OID_BYTES {
        text.push('…');
    } else if is_open || is_first {
        text.push('?');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{dotted, name, names::NAMES};

    #[test]
    fn table_is_sorted_for_the_binary_search() {
        for pair in NAMES.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
    }

    #[test]
    fn identifiers_are_written_with_dots() {
        assert_eq!(dotted(&[0x55, 4, 3]), "2.5.4.3");
        assert_eq!(
            dotted(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]),
            "1.2.840.113549"
        );
        assert_eq!(dotted(&[0x88, 0x37, 3]), "2.999.3");
        assert_eq!(dotted(&[0x55, 0x84]), "2.5?");
        assert_eq!(dotted(&[]), "?");
        assert_eq!(name("2.5.4.3"), Some("CN"));
    }
}
