//! Facts about who may issue (RFC 8659).

use serde::Serialize;

use super::{Fact, Id};
use crate::core::diagnose::ask::Ended;
use crate::core::diagnose::checks::caa::{CaaLine, Malformed};
use crate::core::env::DnsName;

/// Facts about who may issue (RFC 8659). Records, values and names of servers are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CaaFact {
    /// The CA chosen issues no certificates for public TLS any more.
    AuthorityRetired {
        authority: String,
        /// The year it stopped.
        year: u16,
    },
    /// A record whose tag no CA knows says that such a CA must not issue.
    CriticalUnknown {
        at: DnsName,
        record: String,
        /// The bit set is one that some CAs alone take for the critical one.
        is_for_some: bool,
    },
    /// The set that counts names others only, or nobody. `at` is where it was found, `allowed` whom it names.
    Forbids {
        name: DnsName,
        at: DnsName,
        /// Empty where no CA was chosen and nobody may issue.
        authority: String,
        allowed: Vec<String>,
        is_wildcard: bool,
        /// It stands at the target of an alias, not at the name or its parents.
        is_alias: bool,
        /// The records to add.
        add: Vec<CaaLine>,
    },
    /// Nobody could be asked, or servers answer with a failure: never the same as "no record".
    LookupFailed {
        at: DnsName,
        why: Ended,
        /// The zone that fails, where it is known.
        zone: Option<DnsName>,
        /// Whether its parent has a DS record for it.
        is_signed: Option<bool>,
    },
    /// A value that is not of the form of RFC 8659 section 4.2; CAs take it for "nobody".
    Malformed {
        at: DnsName,
        record: String,
        fault: Malformed,
    },
    /// The records that name the CA allow certain accounts or ways of validation only (RFC 8657).
    Parameters {
        at: DnsName,
        authority: String,
        accounts: Vec<String>,
        methods: Vec<String>,
        /// The ways that what is expected belongs to, by the same names; empty where they are not known.
        used: Vec<String>,
    },
    /// Servers of one zone say different things: the values, and the servers that say so.
    ServersDisagree {
        at: DnsName,
        said: Vec<(Vec<String>, Vec<String>)>,
        /// Servers that do not answer, or with a failure.
        failing: Vec<String>,
    },
}

macro_rules! ids_of_caa {
    ($($variant:ident => $id:ident,)*) => {
        impl CaaFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids_of_caa! {
    AuthorityRetired => CaaAuthorityRetired,
    CriticalUnknown => CaaCriticalUnknown,
    Forbids => CaaForbids,
    LookupFailed => CaaLookupFailed,
    Malformed => CaaMalformed,
    Parameters => CaaParameters,
    ServersDisagree => CaaServersDisagree,
}

impl From<CaaFact> for Fact {
    fn from(fact: CaaFact) -> Self {
        Self::Caa(fact)
    }
}
