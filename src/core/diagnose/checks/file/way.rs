//! The four ways to a file: http and https, each over IPv4 and IPv6.

use std::net::IpAddr;

use crate::core::diagnose::{CheckId, CheckKey, Families};
use crate::core::env::{DnsName, RecordType, Scheme};

/// A kind of address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

impl Family {
    /// Both.
    pub const ALL: [Self; 2] = [Self::V4, Self::V6];

    /// The records that hold such addresses.
    pub fn record(self) -> RecordType {
        match self {
            Self::V4 => RecordType::A,
            Self::V6 => RecordType::AAAA,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::V4 => Self::V6,
            Self::V6 => Self::V4,
        }
    }

    /// Whether an address is of this kind.
    pub fn holds(self, address: IpAddr) -> bool {
        match self {
            Self::V4 => address.is_ipv4(),
            Self::V6 => address.is_ipv6(),
        }
    }

    /// Whether it is among those that are contacted.
    pub fn is_of(self, families: Families) -> bool {
        !matches!(
            (self, families),
            (Self::V4, Families::V6) | (Self::V6, Families::V4)
        )
    }

    fn name(self) -> &'static str {
        match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
        }
    }
}

/// One way to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Encrypted or not.
    pub scheme: Scheme,
    /// Over which kind of address.
    pub family: Family,
}

impl Way {
    /// All ways, in the order of the lane.
    pub const ALL: [Self; 4] = [
        Self::of(Scheme::Http, Family::V4),
        Self::of(Scheme::Http, Family::V6),
        Self::of(Scheme::Https, Family::V4),
        Self::of(Scheme::Https, Family::V6),
    ];

    const fn of(scheme: Scheme, family: Family) -> Self {
        Self { scheme, family }
    }

    /// As a check's place tells it, in every language: `http IPv4`.
    pub fn place(self) -> String {
        format!("{} {}", self.scheme.name(), self.family.name())
    }

    /// The check of this way for a name.
    pub fn key(self, name: &DnsName) -> CheckKey {
        CheckKey::at(CheckId::File, name, self.place())
    }

    /// The other scheme.
    pub fn other_scheme(scheme: Scheme) -> Scheme {
        match scheme {
            Scheme::Http => Scheme::Https,
            Scheme::Https => Scheme::Http,
        }
    }
}
