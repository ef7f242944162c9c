//! Placeholder for the countries' names.
use crate::text::Lang;

/// Its name.
pub fn name(_lang: Lang, _code: &str) -> Option<&'static str> {
    None
}
