//! What the CA looks for on the web server.

use serde::Serialize;

use super::Put;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, Request};
use crate::core::env::DnsName;
use crate::core::progress::Cancelled;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum FileSummary {
    /// The file is there, as expected.
    Found {
        /// HTTP status.
        status: u16,
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
