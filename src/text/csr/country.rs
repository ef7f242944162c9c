//! Placeholder for the countries' names.
use crate::text::Lang;

/// Code and name.
pub fn entry(_lang: Lang, code: &str) -> String {
    code.to_owned()
}
