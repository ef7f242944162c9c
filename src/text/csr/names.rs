//! Placeholder for the words of names.
use crate::core::csr::names::{Cleaned, NameAdvice};
use crate::text::Lang;

/// Second line of a row.
pub fn line(_lang: Lang, name: &NameAdvice) -> String {
    name.name.ascii.to_string()
}

/// How the text was tidied.
pub fn cleaned(_lang: Lang, cleaned: &Cleaned) -> String {
    cleaned.count.to_string()
}

/// Title and reason of the kind needed.
pub fn kind(_lang: Lang, _advice: &crate::core::csr::names::Advice) -> Option<(String, String)> {
    None
}

/// Title and reason of a suggestion.
pub fn suggestion(_lang: Lang, it: &crate::core::csr::names::Suggestion) -> (String, String) {
    (it.shown.to_string(), String::new())
}

/// Title and reason of an addition.
pub fn addition(_lang: Lang, it: &crate::core::csr::names::Addition) -> (String, String) {
    (it.name.to_string(), String::new())
}
