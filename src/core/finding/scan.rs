//! Facts about the versions and cipher suites that servers accept.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::tls::{Suite, Version, Weakness};

/// Servers of a name of which the same is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AtServers {
    /// The name. Foreign text.
    pub name: String,
    /// Addresses with ports.
    pub addresses: Vec<String>,
}

/// Facts about the versions and cipher suites that servers accept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ScanFact {
    /// Obsolete versions are accepted beside newer ones.
    ObsoleteProtocol {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
        /// Those that are obsolete, the oldest first.
        versions: Vec<Version>,
    },
    /// Nothing newer than an obsolete version is accepted.
    ObsoleteOnly {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
        /// The newest.
        newest: Version,
    },
    /// TLS 1.3 is refused.
    NoTls13 {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
    },
    /// Weak suites are accepted.
    WeakSuites {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
        /// What is wrong with the worst of them.
        worst: Weakness,
        /// Those that are weak, by number.
        suites: Vec<Suite>,
    },
    /// Suites are accepted with which recorded connections can be read once the key is stolen.
    NoForwardSecrecy {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
        /// That many.
        count: usize,
        /// Of so many.
        of: usize,
    },
    /// Versions are met with silence.
    VersionUnanswered {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
        /// Which.
        versions: Vec<Version>,
    },
    /// There may be more suites than were looked for.
    ScanLimit {
        /// Where.
        #[serde(flatten)]
        at: AtServers,
        /// Connections that were opened.
        connections: usize,
    },
}

macro_rules! ids {
    ($($variant:ident => $id:ident,)*) => {
        impl ScanFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids! {
    ObsoleteProtocol => TlsObsoleteProtocol,
    ObsoleteOnly => TlsObsoleteOnly,
    NoTls13 => TlsNoTls13,
    WeakSuites => TlsWeakSuites,
    NoForwardSecrecy => TlsNoForwardSecrecy,
    VersionUnanswered => TlsVersionUnanswered,
    ScanLimit => TlsScanLimit,
}

impl From<ScanFact> for Fact {
    fn from(fact: ScanFact) -> Self {
        Self::Scan(fact)
    }
}
