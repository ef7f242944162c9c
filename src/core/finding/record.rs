//! Facts about records that a CA looks for.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::env::DnsName;

/// Facts about records that a CA looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RecordFact {
    /// No TXT record where the CA looks.
    TxtMissing {
        name: DnsName,
        /// Servers and resolvers without it.
        missing_at: Vec<String>,
    },
}

impl RecordFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::TxtMissing { .. } => Id::TxtMissing,
        }
    }
}

impl From<RecordFact> for Fact {
    fn from(fact: RecordFact) -> Self {
        Self::Record(fact)
    }
}
