//! Object identifiers: dotted text from DER, and the short technical names that people of the field know.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

mod names;

/// An object identifier in dotted text. Known ones are borrowed from the table, so that ten thousand
/// certificates do not hold ten thousand copies.
pub type Oid = Cow<'static, str>;

/// The known identifiers by their DER content, so that naming one costs a look-up and no text.
static BY_CONTENT: LazyLock<HashMap<Vec<u8>, &'static str>> = LazyLock::new(|| {
    let known = names::NAMES.iter();
    known
        .filter_map(|(dotted, _)| Some((content(dotted)?, *dotted)))
        .collect()
});

/// DER content of a dotted identifier.
fn content(dotted: &str) -> Option<Vec<u8>> {
    let mut arcs = dotted.split('.').map(|arc| arc.parse::<u64>().ok());
    let (first, second) = (arcs.next()??, arcs.next()??);
    let mut bytes = Vec::new();
    for arc in std::iter::once(Some(40 * first + second)).chain(arcs) {
        let arc = arc?;
        let groups = (64 - arc.leading_zeros()).div_ceil(7).max(1);
        for group in (0..groups).rev() {
            let seven = (arc >> (7 * group) & 0x7f) as u8;
            bytes.push(if group > 0 { seven | 0x80 } else { seven });
        }
    }
    Some(bytes)
}

/// Dotted text of an OBJECT IDENTIFIER's content; a broken one is `?` and its first bytes in hex.
pub fn dotted(content: &[u8]) -> Oid {
    const SHOWN: usize = 32;
    if let Some(known) = BY_CONTENT.get(content) {
        return Cow::Borrowed(known);
    }
    let text = crate::core::der::oid_text(content).unwrap_or_else(|_| {
        let shown = content.get(..SHOWN).unwrap_or(content);
        format!("?{}", super::name::hex(shown))
    });
    Cow::Owned(text)
}

/// Short technical name of a dotted identifier, such as `serverAuth` or `sha256WithRSAEncryption`.
pub fn name(dotted: &str) -> Option<&'static str> {
    entry(dotted).map(|(_, name)| name)
}

/// The identifier behind a technical name, whatever its case, or behind dotted text. Attributes of names also
/// go by the letters of other programs: `E`, `S`, `SN`.
pub fn parse(name: &str) -> Option<Oid> {
    const OTHERS: [(&str, &str); 5] = [
        ("E", "1.2.840.113549.1.9.1"),
        ("email", "1.2.840.113549.1.9.1"),
        ("S", "2.5.4.8"),
        ("SN", "2.5.4.4"),
        ("givenName", "2.5.4.42"),
    ];
    if crate::core::der::is_oid(name) {
        return Some(content(name).map_or(Cow::Owned(name.to_owned()), |bytes| dotted(&bytes)));
    }
    let known = names::NAMES.iter().map(|(dotted, known)| (*known, *dotted));
    let mut all = OTHERS.into_iter().chain(known);
    all.find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, dotted)| Cow::Borrowed(dotted))
}

fn entry(dotted: &str) -> Option<(&'static str, &'static str)> {
    let index = names::NAMES
        .binary_search_by(|(known, _)| (*known).cmp(dotted))
        .ok()?;
    names::NAMES.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::{content, dotted, name, names::NAMES};

    #[test]
    fn table_is_sorted_for_the_binary_search() {
        for pair in NAMES.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
    }

    #[test]
    fn every_known_identifier_is_found_by_its_content() {
        for (known, _) in NAMES {
            let content = content(known).unwrap();
            assert_eq!(crate::core::der::oid_text(&content).as_deref(), Ok(*known));
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
