//! Words at which anti-phishing filters stop a name: the examples that one vendor gives (2024), not a rule of
//! every CA.

use super::name::shown;

/// The examples, longest first, so that the longer word is the one told.
const WORDS: [&str; 24] = [
    "wordpress",
    "financial",
    "discover",
    "android",
    "example",
    "amazon",
    "credit",
    "google",
    "alpha",
    "apple",
    "trust",
    "banc",
    "bank",
    "ebay",
    "free",
    "live",
    "root",
    "test",
    "visa",
    "pal",
    "scp",
    "hp",
    "lv",
    "pw",
];

/// Domains that are kept for examples (RFC 2606); a list of real names does not hold them, a manual does.
const FOR_EXAMPLES: [&str; 3] = ["example.com", "example.net", "example.org"];

/// The word that tells most, and whether it is a whole label or a part between hyphens. The public suffix
/// does not count.
pub(super) fn word(
    host: &str,
    suffix: Option<&str>,
    registrable: Option<&str>,
) -> Option<(&'static str, bool)> {
    let uncounted = registrable
        .filter(|domain| FOR_EXAMPLES.contains(domain))
        .or(suffix)
        .unwrap_or_default();
    let counted = host.strip_suffix(uncounted).unwrap_or(host);
    // The letters of an A-label mean nothing.
    let labels: Vec<Box<str>> = counted.split('.').map(shown).collect();
    let is_part = |word: &&str| {
        let mut parts = labels.iter().flat_map(|label| label.split('-'));
        parts.any(|part| part == *word)
    };
    if let Some(word) = WORDS.into_iter().find(is_part) {
        return Some((word, true));
    }
    let is_inside = |word: &&str| labels.iter().any(|label| label.contains(*word));
    let inside = WORDS.into_iter().find(is_inside);
    inside.map(|word| (word, false))
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn whole_parts_tell_more_than_letters_inside() {
        let found = |host| word(host, Some("com"), None);
        assert_eq!(found("my-bank.shop.com"), Some(("bank", true)));
        assert_eq!(found("latest.shop.com"), Some(("test", false)));
        assert_eq!(found("latest.hp.com"), Some(("hp", true)));
        assert_eq!(found("shop.com"), None);
        assert_eq!(word("shop.live", Some("live"), None), None);
        assert_eq!(word("live.live", Some("live"), None), Some(("live", true)));
    }

    #[test]
    fn domains_for_examples_are_taken_as_they_are() {
        let found = |host| word(host, Some("com"), Some("example.com"));
        assert_eq!(found("shop.example.com"), None);
        assert_eq!(found("test.example.com"), Some(("test", true)));
    }
}
