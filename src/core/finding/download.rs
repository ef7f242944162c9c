//! Facts about issuers that were asked for and did not come.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::chain::aia::Unusable;
use crate::core::env::WebCause;

/// Facts about downloads of issuers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum DownloadFact {
    /// The address was asked and did not give the issuer.
    IssuerFailed {
        issuer: String,
        below: String,
        url: String,
        /// IP address and port contacted last; `None` when it did not come so far.
        address: Option<String>,
        elapsed_ms: u64,
        came: Instead,
    },
    /// The address was not asked, or its answer led somewhere that is not asked.
    IssuerRefused {
        issuer: String,
        below: String,
        url: String,
        cause: WebCause,
    },
}

/// What came instead of the issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Instead {
    /// An answer without it.
    Answer(Unusable),
    /// No answer.
    Fault(WebCause),
}

impl DownloadFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::IssuerFailed { .. } => Id::IssuerDownloadFailed,
            Self::IssuerRefused { .. } => Id::IssuerDownloadRefused,
        }
    }
}

impl From<DownloadFact> for Fact {
    fn from(fact: DownloadFact) -> Self {
        Self::Download(fact)
    }
}
