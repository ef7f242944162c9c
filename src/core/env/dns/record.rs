//! Records as they came, those that matter here taken apart.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use serde::{Serialize, Serializer};

use super::DnsName;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsRecord {
    /// Whose.
    pub name: DnsName,
    /// Seconds for which it may be kept.
    pub ttl: u32,
    /// Its type.
    pub kind: RecordType,
    /// What it says.
    pub data: RecordData,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordData {
    /// An IPv4 address.
    A(Ipv4Addr),
    /// An IPv6 address.
    Aaaa(Ipv6Addr),
    /// The name it is an alias of; of DNAME too.
    Cname(DnsName),
    /// A name server.
    Ns(DnsName),
    /// The start of a zone.
    Soa {
        /// Primary server.
        primary: DnsName,
        /// The zone's version.
        serial: u32,
        /// Seconds for which "no such name" may be kept, with the record's own TTL as upper bound (RFC 2308).
        minimum: u32,
    },
    /// Character strings, as they came.
    Txt(Vec<Vec<u8>>),
    /// Who may issue (RFC 8659).
    Caa {
        /// Flags; 128 is "critical".
        flags: u8,
        /// Property as it came; capitals do not matter (RFC 8659 section 4.1). Foreign text.
        tag: String,
        /// Its value as it came.
        value: Vec<u8>,
    },
    /// Everything else: its RDATA in wire form, names within uncompressed.
    Other(Vec<u8>),
}

impl RecordData {
    /// The whole text of a TXT record, its strings put together (RFC 7208 section 3.3).
    pub fn text(&self) -> Option<Vec<u8>> {
        match self {
            Self::Txt(strings) => Some(strings.concat()),
            _ => None,
        }
    }
}

/// A record's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordType(pub u16);

impl RecordType {
    /// IPv4 address.
    pub const A: Self = Self(1);
    /// Name server.
    pub const NS: Self = Self(2);
    /// Alias.
    pub const CNAME: Self = Self(5);
    /// Start of a zone.
    pub const SOA: Self = Self(6);
    /// Text.
    pub const TXT: Self = Self(16);
    /// IPv6 address.
    pub const AAAA: Self = Self(28);
    /// Alias of a whole tree (RFC 6672).
    pub const DNAME: Self = Self(39);
    /// Digest of a child's key (RFC 4034).
    pub const DS: Self = Self(43);
    /// Signature (RFC 4034).
    pub const RRSIG: Self = Self(46);
    /// Proof of absence (RFC 4034).
    pub const NSEC: Self = Self(47);
    /// A zone's key (RFC 4034).
    pub const DNSKEY: Self = Self(48);
    /// Proof of absence by hashes (RFC 5155).
    pub const NSEC3: Self = Self(50);
    /// Who may issue (RFC 8659).
    pub const CAA: Self = Self(257);
}

impl fmt::Display for RecordType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match *self {
            Self::A => "A",
            Self::NS => "NS",
            Self::CNAME => "CNAME",
            Self::SOA => "SOA",
            Self::TXT => "TXT",
            Self::AAAA => "AAAA",
            Self::DNAME => "DNAME",
            Self::DS => "DS",
            Self::RRSIG => "RRSIG",
            Self::NSEC => "NSEC",
            Self::DNSKEY => "DNSKEY",
            Self::NSEC3 => "NSEC3",
            Self::CAA => "CAA",
            Self(number) => return write!(out, "TYPE{number}"),
        };
        out.write_str(name)
    }
}

impl Serialize for RecordType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
