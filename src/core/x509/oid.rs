//! Object identifiers: dotted text from DER, and the short technical names that people of the field know.

use std::borrow::Cow;

mod names;

/// An object identifier in dotted text. Known ones are borrowed from the table, so that ten thousand
/// certificates do not hold ten thousand copies.
pub type Oid = Cow<'static, str>;

/// Dotted text of an OBJECT IDENTIFIER's content; a broken one is `?` and its first bytes in hex.
pub fn dotted(content: &[u8]) -> Oid {
    const SHOWN: usize = 32;
    let text = crate::core::der::oid_text(content).unwrap_or_else(|_| {
        let shown = content.get(..SHOWN).unwrap_or(content);
        format!("?{}", super::name::hex(shown))
    });
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
        assert_eq!(dotted(&[0x55, 0x84]), "?5584");
        assert_eq!(dotted(&[]), "?");
        assert_eq!(name("2.5.4.3"), Some("CN"));
    }
}
