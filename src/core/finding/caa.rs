//! Facts about who may issue (RFC 8659).

use serde::Serialize;

use super::{Fact, Id};
use crate::core::env::DnsName;

/// Facts about who may issue (RFC 8659).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CaaFact {
    /// The set that counts names others only. `at` is where it was found, `allowed` whom it names; foreign text.
    Forbids {
        name: DnsName,
        at: DnsName,
        authority: String,
        allowed: Vec<String>,
        is_wildcard: bool,
        /// The record to add, as a zone file has it.
        record: String,
    },
}

impl CaaFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::Forbids { .. } => Id::CaaForbids,
        }
    }
}

impl From<CaaFact> for Fact {
    fn from(fact: CaaFact) -> Self {
        Self::Caa(fact)
    }
}
