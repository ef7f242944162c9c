//! A value found against the one expected: the same, nearly the same and why, or another one.

use serde::Serialize;

/// How a value differs from the one expected. TXT values are compared byte by byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueFault {
    /// Quotes are part of the value.
    Quotes,
    /// Spaces in front, behind or within.
    Spaces,
    /// A dot at the end.
    FinalDot,
    /// The same letters in another case.
    Case,
    /// The value with something before or behind it, such as the record's name.
    Surplus,
    /// The beginning or end of the value alone.
    Cut,
    /// Another value.
    Other,
}

/// How `found` differs from `expected`; `None` when it does not.
pub fn fault(expected: &str, found: &str) -> Option<ValueFault> {
    let quotes = |char| matches!(char, '"' | '\'' | '“' | '”' | '‘' | '’');
    let without_spaces =
        |text: &str| -> String { text.chars().filter(|char| !char.is_whitespace()).collect() };
    if expected == found {
        return None;
    }
    Some(if found.trim_matches(quotes) == expected {
        ValueFault::Quotes
    } else if without_spaces(found) == without_spaces(expected) {
        ValueFault::Spaces
    } else if found.trim_end_matches('.') == expected.trim_end_matches('.') {
        ValueFault::FinalDot
    } else if found.eq_ignore_ascii_case(expected) {
        ValueFault::Case
    } else if !expected.is_empty() && found.contains(expected) {
        ValueFault::Surplus
    } else if found.len() > 5 && expected.contains(found) {
        ValueFault::Cut
    } else {
        ValueFault::Other
    })
}

/// The value that comes nearest to the one expected, with what is wrong with it.
pub fn nearest<'a>(expected: &str, values: &'a [String]) -> Option<(&'a str, ValueFault)> {
    let judged = values
        .iter()
        .filter_map(|value| fault(expected, value).map(|fault| (value.as_str(), fault)));
    judged.min_by_key(|(_, fault)| *fault)
}

#[cfg(test)]
mod tests {
    use super::{ValueFault, fault, nearest};

    #[test]
    fn it_is_told_how_a_value_differs() {
        for (found, wanted) in [
            ("aBc123", None),
            ("\"aBc123\"", Some(ValueFault::Quotes)),
            ("“aBc123”", Some(ValueFault::Quotes)),
            ("aBc123 ", Some(ValueFault::Spaces)),
            ("aBc 123", Some(ValueFault::Spaces)),
            ("aBc123.", Some(ValueFault::FinalDot)),
            ("abc123", Some(ValueFault::Case)),
            ("_dnsauth=aBc123", Some(ValueFault::Surplus)),
            ("v=spf1 -all", Some(ValueFault::Other)),
            ("", Some(ValueFault::Other)),
        ] {
            assert_eq!(fault("aBc123", found), wanted, "{found}");
        }
        assert_eq!(fault("aBc1234567", "aBc12345"), Some(ValueFault::Cut));
    }

    #[test]
    fn the_nearest_of_several_values_is_told() {
        let values = ["v=spf1 -all".to_owned(), "abc".to_owned()];
        assert_eq!(nearest("ABC", &values), Some(("abc", ValueFault::Case)));
        assert_eq!(nearest("ABC", &[]), None);
    }
}
