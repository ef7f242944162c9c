//! Facts about what DNS says of a name, and its servers.

use std::net::IpAddr;

use serde::Serialize;

use super::{Fact, Id};
use crate::core::env::{AddressRange, DnsFault, DnsName, RecordType};
use crate::core::time::Moment;

/// What one server or resolver said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Who: a server's name, or an address.
    pub source: String,
    /// The values; foreign text. Empty where it says that there are none.
    pub values: Vec<String>,
    /// Seconds for which it keeps that.
    pub ttl: Option<u32>,
}

/// Why the signatures of a zone do not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DnssecFault {
    /// The parent's DS records, or the trust anchors, belong to none of the zone's keys.
    NoMatchingKey {
        /// Key tags that the parent names.
        wanted: Vec<u16>,
        /// Key tags of the zone.
        found: Vec<u16>,
    },
    /// The parent says that the zone is signed, and it has no keys.
    NotSigned,
    /// A signature has run out.
    Expired {
        /// The signed records.
        record: RecordType,
        /// When.
        at: Moment,
    },
    /// A signature is not valid yet.
    NotYetValid {
        /// The signed records.
        record: RecordType,
        /// From when on it is.
        from: Moment,
    },
    /// A signature does not fit the records.
    Wrong {
        /// The signed records.
        record: RecordType,
    },
    /// Records without a signature.
    Missing {
        /// The records.
        record: RecordType,
    },
    /// That there are no such records is not proven.
    NoProof {
        /// The records.
        record: RecordType,
    },
    /// Resolvers that validate say so, in their words (RFC 8914).
    Resolvers {
        /// Foreign text.
        detail: String,
    },
}

/// Facts about what DNS says of a name, and its servers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum DnsFact {
    /// A server's answer is no DNS message, or to another question.
    AnswerBroken { server: String, detail: String },
    /// The aliases lead in a circle, or over more names than are followed.
    AliasCircle { names: Vec<DnsName> },
    /// The last alias leads to a name that does not exist.
    AliasDangling { name: DnsName, target: DnsName },
    /// An alias stands beside other records.
    AliasBesideOthers {
        name: DnsName,
        target: DnsName,
        others: Vec<RecordType>,
    },
    /// Parent and zone name different servers.
    DelegationDiffers {
        zone: DnsName,
        at_parent: Vec<DnsName>,
        at_zone: Vec<DnsName>,
    },
    /// The signatures do not hold.
    DnssecBroken { zone: DnsName, fault: DnssecFault },
    /// Whether the signatures hold could not be found out.
    DnssecNotChecked { zone: DnsName },
    /// The hosts file of this computer gives the name an address.
    HostsFile { name: DnsName, address: IpAddr },
    /// Nothing could be found out of a name's records.
    LookupFailed {
        name: DnsName,
        record: RecordType,
        /// Response code of the servers; `None` when nobody answered.
        code: Option<u16>,
        /// The servers' own words. Foreign text.
        detail: String,
    },
    /// A server answers, but not for the zone.
    LameDelegation {
        zone: DnsName,
        server: DnsName,
        address: IpAddr,
    },
    /// The name does not exist. `zone` holds it; empty where it is not known.
    NameMissing { name: DnsName, zone: DnsName },
    /// Resolvers keep "no such name" while it exists.
    NegativeCached {
        name: DnsName,
        sources: Vec<String>,
        seconds: u32,
    },
    /// The name has no address.
    NoAddress { name: DnsName },
    /// The registrable domain is not delegated by its registry.
    NotDelegated { domain: DnsName, registry: DnsName },
    /// A zone has one server only.
    OneServer { zone: DnsName, server: DnsName },
    /// All servers of a zone stand in one network.
    OneNetwork { zone: DnsName, network: String },
    /// The name is a public suffix.
    PublicSuffix { name: DnsName },
    /// An address of the name is reserved.
    ReservedAddress {
        name: DnsName,
        address: IpAddr,
        range: AddressRange,
    },
    /// Resolvers say different things.
    ResolversDisagree {
        name: DnsName,
        record: RecordType,
        told: Vec<Told>,
    },
    /// Somebody on the way answers in place of this root server.
    Intercepted { server: DnsName },
    /// A server's name has no address.
    ServerAddressMissing { zone: DnsName, server: DnsName },
    /// A server refuses or fails.
    ServerRefuses {
        zone: DnsName,
        server: DnsName,
        address: IpAddr,
        code: u16,
    },
    /// A server does not answer.
    ServerSilent {
        zone: DnsName,
        server: DnsName,
        address: IpAddr,
        fault: DnsFault,
    },
    /// The servers of a zone say different things.
    ServersDisagree {
        name: DnsName,
        record: RecordType,
        told: Vec<Told>,
    },
    /// This computer's resolver gives other addresses than the Internet.
    SplitDns {
        name: DnsName,
        inside: Vec<String>,
        outside: Vec<String>,
    },
    /// A server does not answer over TCP.
    TcpClosed {
        zone: DnsName,
        server: DnsName,
        address: IpAddr,
    },
    /// A name that nobody made gets an answer.
    WildcardAnswers {
        name: DnsName,
        record: RecordType,
        values: Vec<String>,
    },
}

impl DnsFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::AnswerBroken { .. } => Id::DnsAnswerBroken,
            Self::AliasCircle { .. } => Id::DnsCnameLoop,
            Self::AliasDangling { .. } => Id::DnsCnameDangling,
            Self::AliasBesideOthers { .. } => Id::DnsCnameBesideOthers,
            Self::DelegationDiffers { .. } => Id::DnsDelegationDiffers,
            Self::DnssecBroken { .. } => Id::DnssecBroken,
            Self::DnssecNotChecked { .. } => Id::DnssecNotChecked,
            Self::HostsFile { .. } => Id::DnsHostsFile,
            Self::Intercepted { .. } => Id::DnsIntercepted,
            Self::LookupFailed { .. } => Id::DnsLookupFailed,
            Self::LameDelegation { .. } => Id::DnsLameDelegation,
            Self::NameMissing { .. } => Id::DnsNameMissing,
            Self::NegativeCached { .. } => Id::DnsNegativeCached,
            Self::NoAddress { .. } => Id::DnsNoAddress,
            Self::NotDelegated { .. } => Id::DnsNotDelegated,
            Self::OneServer { .. } => Id::DnsOneServer,
            Self::OneNetwork { .. } => Id::DnsOneNetwork,
            Self::PublicSuffix { .. } => Id::DnsPublicSuffix,
            Self::ReservedAddress { .. } => Id::DnsReservedAddress,
            Self::ResolversDisagree { .. } => Id::DnsResolversDisagree,
            Self::ServerAddressMissing { .. } => Id::DnsServerAddressMissing,
            Self::ServerRefuses { .. } => Id::DnsServerRefuses,
            Self::ServerSilent { .. } => Id::DnsServerSilent,
            Self::ServersDisagree { .. } => Id::DnsServersDisagree,
            Self::SplitDns { .. } => Id::DnsSplit,
            Self::TcpClosed { .. } => Id::DnsTcpClosed,
            Self::WildcardAnswers { .. } => Id::DnsWildcardAnswers,
        }
    }
}

impl From<DnsFact> for Fact {
    fn from(fact: DnsFact) -> Self {
        Self::Dns(fact)
    }
}
