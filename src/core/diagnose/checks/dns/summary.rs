//! What came of a check, in short.

use serde::Serialize;

use crate::core::env::DnsName;
use crate::core::time::Moment;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum DnsSummary {
    /// The name exists, with so many addresses.
    Exists {
        /// IPv4 and IPv6 addresses.
        addresses: usize,
    },
    /// It does not.
    Missing {
        /// The zone that would hold it; the root where it is not known.
        zone: DnsName,
    },
    /// Its domain is not delegated.
    NotDelegated {
        /// The registrable domain.
        domain: DnsName,
    },
    /// It could not be found out.
    NotFoundOut,
    /// The way leads to the zone.
    Delegated {
        /// The zone.
        zone: DnsName,
        /// Its servers.
        servers: usize,
    },
    /// Somebody on the way answers in place of the servers.
    Intercepted,
    /// The way breaks off.
    NoWay {
        /// The zone that nobody serves.
        zone: DnsName,
    },
    /// So many addresses of servers answer, of so many.
    Servers {
        /// Addresses that answer for the zone.
        answering: usize,
        /// Addresses asked.
        of: usize,
        /// Whether they say the same.
        is_same: bool,
    },
    /// What resolvers say.
    Resolvers {
        /// Resolvers that answered.
        answering: usize,
        /// Resolvers asked.
        of: usize,
        /// Different answers.
        answers: usize,
    },
    /// Addresses by family.
    Addresses {
        /// IPv4.
        v4: usize,
        /// IPv6.
        v6: usize,
    },
    /// The name is no alias.
    NoAlias,
    /// It is one.
    Alias {
        /// The name and every one it leads to.
        names: Vec<DnsName>,
        /// Whether the last one has records.
        ends: bool,
    },
    /// Whether a name that nobody made gets an answer.
    Wildcard {
        /// Below which names; none where there is no wildcard.
        below: Vec<DnsName>,
    },
    /// How long "there is none" is kept.
    NegativeTtl {
        /// Seconds by the zone's SOA.
        seconds: u32,
    },
    /// Some resolvers still keep it.
    NegativeCached {
        /// Seconds left, at most.
        seconds: u32,
        /// Resolvers that do.
        resolvers: usize,
    },
    /// Signed, and every signature on the way holds.
    Signed {
        /// The zone.
        zone: DnsName,
        /// When the first signature runs out.
        until: Option<Moment>,
    },
    /// Not signed, which the zone above proves.
    NotSigned {
        /// The zone where signatures end.
        zone: DnsName,
    },
    /// Signatures do not hold.
    BadlySigned {
        /// The zone.
        zone: DnsName,
    },
    /// This computer sees what others see.
    SameHere,
    /// It does not.
    OtherHere,
}
