//! Facts about the names of an order, known before anybody is asked.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::env::AddressRange;

/// Facts about the names of an order. `name` is as people write it; foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum NameFact {
    /// Addresses are proven over HTTP or TLS, never by a DNS record.
    AddressesNotByDns { addresses: usize },
    /// A public IP address: some CAs issue for it, many do not.
    AddressFewCas { name: Box<str> },
    /// An address that public CAs may not certify.
    AddressPrivate { name: Box<str>, range: AddressRange },
    /// A wildcard of the list covers it already.
    Covered { name: Box<str>, by: Box<str> },
    /// The same name stands in the list before.
    Duplicate { name: Box<str> },
    /// A word that anti-phishing filters stop, as a whole label or part between hyphens, or else inside one.
    FilterWord {
        name: Box<str>,
        word: &'static str,
        is_whole: bool,
    },
    /// A name that means something inside a network only; `ending` is its top-level domain, empty where the
    /// name has one label.
    Internal { name: Box<str>, ending: Box<str> },
    /// Wildcards leave DNS as the only way to prove control of their domains.
    DnsOnly { wildcards: usize },
    /// More was pasted than is read: `limit` is `names` or `bytes`.
    ListLimit { limit: &'static str, allowed: usize },
    /// Longer than a common name may be.
    Long { name: Box<str>, characters: usize },
    /// Nothing that a certificate could carry.
    Malformed { name: Box<str>, cause: NameFault },
    /// A Tor onion service.
    Onion { name: Box<str> },
    /// A suffix under which others register, or a wildcard right below it.
    PublicSuffix { name: Box<str>, suffix: Box<str> },
    /// Deeper than a wildcard of the list reaches.
    TwoLevels { name: Box<str>, wildcard: Box<str> },
    /// Its top-level domain is not in the public suffix list.
    TopLevelUnknown { name: Box<str>, ending: Box<str> },
    /// One vendor's rule for a top-level domain (2024).
    VendorRule { name: Box<str>, rule: VendorRule },
    /// A `*` that is not the whole left-most label, or is the only thing.
    WildcardMisplaced {
        name: Box<str>,
        cause: WildcardFault,
    },
}

/// Why a certificate cannot carry a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NameFault {
    /// An `xn--` label that stands for no international name (RFC 5891 section 4.4).
    ALabel,
    /// Address and prefix length: a whole network.
    AddressRange,
    /// A character beside letters, digits and hyphens (RFC 1123 section 2.1).
    Character(char),
    /// Two dots with nothing between, or one in front.
    EmptyLabel,
    /// A hyphen at the beginning or end of a label.
    HyphenAtEnd,
    /// Hyphens as third and fourth character without `xn` before them (RFC 5891 section 4.2.3.1).
    HyphensReserved,
    /// Characters that no international name may have or combine (UTS 46).
    International,
    /// A label of more than 63 octets (RFC 1035 section 2.3.4).
    LabelTooLong,
    /// More than 253 octets (RFC 1035 section 2.3.4).
    NameTooLong,
    /// A last label of digits alone: programs take the name for an address.
    NumericEnding,
    /// More than 127 labels.
    TooManyLabels,
    /// An underscore; public CAs have refused it since 2019 (CA/B Forum BR section 7.1.4.2.1).
    Underscore,
}

/// What is wrong with a `*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WildcardFault {
    /// Before an IP address.
    Address,
    /// Nothing but the `*`.
    Alone,
    /// Not in the left-most label.
    NotLeftmost,
    /// A part of a label.
    PartOfLabel,
    /// More than one.
    Several,
}

/// A vendor's rule for a top-level domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VendorRule {
    /// Orders for names below `.pw` fail.
    Fails,
    /// Names below `.ru` cannot be bound to an order.
    NotBound,
}

macro_rules! ids_of_names {
    ($($variant:ident => $id:ident,)*) => {
        impl NameFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids_of_names! {
    AddressesNotByDns => OrderAddressesNotByDns,
    AddressFewCas => OrderAddressFewCas,
    AddressPrivate => OrderNamePrivateAddress,
    Covered => OrderNameCovered,
    Duplicate => OrderNameDuplicate,
    FilterWord => OrderNameFilterWord,
    Internal => OrderNameInternal,
    DnsOnly => OrderListDnsOnly,
    ListLimit => OrderListLimit,
    Long => OrderNameLong,
    Malformed => OrderNameMalformed,
    Onion => OrderNameOnion,
    PublicSuffix => OrderNamePublicSuffix,
    TwoLevels => OrderNameTwoLevels,
    TopLevelUnknown => OrderNameTopLevelUnknown,
    VendorRule => OrderNameVendorRule,
    WildcardMisplaced => OrderNameWildcardMisplaced,
}

impl From<NameFact> for Fact {
    fn from(fact: NameFact) -> Self {
        Self::Name(fact)
    }
}
