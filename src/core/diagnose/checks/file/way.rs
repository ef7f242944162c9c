//! The four ways to a file: http and https, each over IPv4 and IPv6.

use crate::core::diagnose::checks::addresses::Family;
use crate::core::diagnose::{CheckId, CheckKey};
use crate::core::env::{DnsName, Scheme};

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
