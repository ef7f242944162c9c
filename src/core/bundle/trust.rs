//! Which roots count as trusted.

use std::path::PathBuf;

use serde::Serialize;

use crate::core::time::Moment;

/// The user's choice of trusted roots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TrustChoice {
    /// Mozilla's list, built in.
    #[default]
    Mozilla,
    /// The operating system's store.
    System,
    /// Certificates in a file or folder.
    Path(PathBuf),
    /// The root of the built-in sample, beside Mozilla's list.
    Sample(Vec<u8>),
}

/// What the chains were judged against, for the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrustUsed {
    /// `mozilla`, `system`, `sample`, or the file's name.
    pub name: String,
    /// Number of roots.
    pub roots: usize,
    /// Date of a built-in list.
    pub dated: Option<Moment>,
}
