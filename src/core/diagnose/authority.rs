//! CAs, their brands and issuer domains: a dated table, and whatever the user adds.

use serde::Serialize;

/// A CA as far as CAA knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// What people call it.
    pub name: String,
    /// Issuer domains that it recognises in CAA records, the one to write first.
    pub domains: Vec<String>,
}
