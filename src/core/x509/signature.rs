//! Whether a signature verifies.

/// Verdict over one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureVerdict {
    /// The signature verifies.
    Valid,
    /// It does not.
    Invalid,
    /// The algorithm (dotted OID or name) is not checked here.
    NotChecked(String),
}
