//! Words of a diagnosis: lanes, checks, how each ended, what is told on the way.

mod caa;
mod check;
mod connection;
mod dns;
pub mod document;
pub mod fetch;
mod file;
pub mod options;
mod page;
pub mod panel;
pub mod pasted;
mod records;
pub mod report;
mod scan;
pub mod served;
pub mod source;
pub mod ticket;
mod tls;
pub mod verdict;

pub use check::{lane, lines, quiet, skip};
pub(super) use file::seen as file_seen;
pub use source::expected;

/// A check in two lines, as a row shows it. No full stop on either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// What is so: `Name exists`. At most about 28 letters where no name stands in it.
    pub title: String,
    /// The values seen: `2 addresses`. Times are added by whoever draws it.
    pub detail: String,
}

impl Lines {
    pub(super) fn new(title: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            detail: detail.into(),
        }
    }
}
