//! What a certificate says, in words: labels, values, names of extensions and identifiers.

mod extension;
mod label;
pub(super) mod oid;
pub mod panel;
mod summary;
mod term;
mod value;

pub use extension::{critical, name as extension_name, reading};
pub use label::{group, label};
pub use oid::words as oid_words;
pub use summary::summary;
pub use term::term;
pub use value::{bytes, distinguished_name, value};

/// Whether identifiers are shown beside their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Oids {
    /// Names only; identifiers where there is no name.
    #[default]
    Hidden,
    /// Names, and the identifiers behind them in brackets.
    Shown,
}

/// What stands between words of a list; names and addresses keep the comma.
fn between(lang: crate::text::Lang) -> &'static str {
    lang.pick(", ", "、")
}

#[cfg(test)]
mod tests;
