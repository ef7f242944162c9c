//! Facts about records that a CA looks for.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::diagnose::checks::records::{DiffPart, ValueFault};
use crate::core::env::{DnsName, RecordType};

/// Facts about records that a CA looks for. Values and names of servers are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RecordFact {
    /// `_acme-challenge` is an alias whose target does not exist now; ACME programs make it when they order.
    AcmeDangling { name: DnsName, target: DnsName },
    /// `_acme-challenge` is looked for elsewhere: behind an alias, or in a zone of its own.
    AcmeDelegated {
        name: DnsName,
        target: DnsName,
        /// A zone of its own, not an alias.
        is_zone: bool,
    },
    /// No CNAME record where the CA looks.
    CnameMissing {
        name: DnsName,
        target: DnsName,
        missing_at: Vec<String>,
    },
    /// The alias leads to a name that does not exist.
    CnameTargetMissing { name: DnsName, target: DnsName },
    /// The alias leads elsewhere.
    CnameWrongTarget {
        name: DnsName,
        expected: DnsName,
        found: String,
        at: Vec<String>,
    },
    /// The panel added the zone to a name that had it already. `is_expected` where the expected value is there.
    DoubledLabel {
        name: DnsName,
        found_at: DnsName,
        is_expected: bool,
    },
    /// A random name beside the record has the same answer: a wildcard record gives it.
    FromWildcard { name: DnsName, asked: DnsName },
    /// Servers of a name, or resolvers, differ in a way that hints at answers by region or at a firewall.
    GeoOrFirewall {
        name: DnsName,
        /// What is said, and by whom.
        said: Vec<(Vec<String>, Vec<String>)>,
        /// Who does not answer, or with a failure.
        failing: Vec<String>,
    },
    /// The look-up of the record fails: every server is silent or answers with a failure.
    LookupFailed {
        name: DnsName,
        record: RecordType,
        /// Response code of those that answer.
        code: Option<u16>,
        at: Vec<String>,
    },
    /// `_validation-persist` is there: a standing permission for a CA and account.
    PersistFound { name: DnsName, values: Vec<String> },
    /// Some resolvers see it and some do not, though every server of the zone has it.
    PlacesDisagree {
        name: DnsName,
        with: Vec<String>,
        without: Vec<String>,
    },
    /// Some servers of the zone have it and some do not.
    ServersDisagree {
        name: DnsName,
        with: Vec<String>,
        without: Vec<String>,
    },
    /// Resolvers keep an old answer.
    Stale {
        name: DnsName,
        at: Vec<String>,
        /// Seconds until the last of them asks anew.
        seconds: u32,
        /// What is kept is "no such record".
        is_absence: bool,
    },
    /// No TXT record where the CA looks.
    TxtMissing {
        name: DnsName,
        /// Servers and resolvers without it.
        missing_at: Vec<String>,
    },
    /// The right value is there beside others, which does no harm.
    TxtSeveral { name: DnsName, others: Vec<String> },
    /// There is a TXT record with another value.
    TxtWrongValue {
        name: DnsName,
        expected: String,
        /// The value that comes nearest.
        found: String,
        cause: ValueFault,
        diff: Vec<DiffPart>,
        at: Vec<String>,
    },
    /// The expected value is at another name.
    WrongPlace { name: DnsName, found_at: DnsName },
}

macro_rules! ids_of_records {
    ($($variant:ident => $id:ident,)*) => {
        impl RecordFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids_of_records! {
    AcmeDangling => AcmeChallengeDangling,
    AcmeDelegated => AcmeChallengeDelegated,
    CnameMissing => CnameMissing,
    CnameTargetMissing => CnameTargetMissing,
    CnameWrongTarget => CnameWrongTarget,
    DoubledLabel => TxtDoubledLabel,
    FromWildcard => RecordFromWildcard,
    GeoOrFirewall => ValidationGeoOrFirewallSuspected,
    LookupFailed => RecordLookupFailed,
    PersistFound => ValidationPersistFound,
    PlacesDisagree => ValidationPlacesDisagree,
    ServersDisagree => TxtServersDisagree,
    Stale => RecordStale,
    TxtMissing => TxtMissing,
    TxtSeveral => TxtSeveral,
    TxtWrongValue => TxtWrongValue,
    WrongPlace => RecordWrongPlace,
}

impl From<RecordFact> for Fact {
    fn from(fact: RecordFact) -> Self {
        Self::Record(fact)
    }
}
