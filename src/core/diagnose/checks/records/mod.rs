//! What the CA looks for in DNS, and the order itself.

use serde::Serialize;

use super::Put;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, Request};
use crate::core::env::DnsName;
use crate::core::progress::Cancelled;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum RecordSummary {
    /// The expected record is at so many of so many places.
    Visible {
        /// Places that have it.
        at: usize,
        /// Places asked.
        of: usize,
    },
}

/// The checks of a name, waiting.
pub fn planned(_request: &Request, _name: &DnsName) -> Vec<Check> {
    Vec::new()
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, _put: &Put<'_>) -> Result<(), Cancelled> {
    asker.check()
}
