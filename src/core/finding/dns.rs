//! Facts about what DNS says of a name, and its servers.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::env::DnsName;

/// Facts about what DNS says of a name, and its servers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum DnsFact {
    /// The name does not exist. `zone` holds it; empty where it is not known.
    NameMissing { name: DnsName, zone: DnsName },
}

impl DnsFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::NameMissing { .. } => Id::DnsNameMissing,
        }
    }
}

impl From<DnsFact> for Fact {
    fn from(fact: DnsFact) -> Self {
        Self::Dns(fact)
    }
}
