//! General names (RFC 5280 section 4.2.1.6): what a certificate may be valid for.

use std::net::IpAddr;

use super::asn1_text;
use super::der::{Class, Reader, Value, tag};
use super::name::{DistinguishedName, hex};
use super::oid;

/// A subject alternative name. Text is foreign: quoted before it is shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum GeneralName {
    /// dNSName.
    Dns(Box<str>),
    /// iPAddress, 4 or 16 bytes (8 or 32 with a mask in constraints).
    Ip(Box<[u8]>),
    /// rfc822Name.
    Email(Box<str>),
    /// uniformResourceIdentifier.
    Uri(Box<str>),
    /// directoryName.
    Directory(DistinguishedName),
    /// registeredID, dotted.
    RegisteredId(Box<str>),
    /// otherName: type as dotted OID, value as text where it is a string, else hex.
    Other(Box<str>, Box<str>),
    /// Any other kind, by tag, as hex.
    Unknown(u32, Box<str>),
}

impl GeneralName {
    /// Reads one GeneralName; what is broken inside becomes [`GeneralName::Unknown`].
    pub(super) fn parse(value: &Value<'_>) -> Self {
        let unknown = || Self::Unknown(value.tag, hex(value.content).into());
        if value.class != Class::Context {
            return unknown();
        }
        match value.tag {
            0 => other_name(value).unwrap_or_else(unknown),
            1 => Self::Email(asn1_text::utf8(value.content).into()),
            2 => Self::Dns(asn1_text::utf8(value.content).into()),
            4 => directory_name(value).unwrap_or_else(unknown),
            6 => Self::Uri(asn1_text::utf8(value.content).into()),
            7 => Self::Ip(value.content.into()),
            8 => Self::RegisteredId(oid::dotted(value.content).into()),
            _ => unknown(),
        }
    }
}

/// An address from its 4 or 16 octets.
pub fn address(octets: &[u8]) -> Option<IpAddr> {
    match octets.len() {
        4 => <[u8; 4]>::try_from(octets).ok().map(IpAddr::from),
        16 => <[u8; 16]>::try_from(octets).ok().map(IpAddr::from),
        _ => None,
    }
}

fn other_name(value: &Value<'_>) -> Option<GeneralName> {
    let mut parts = value.inside();
    let kind = parts.optional(tag::OID)?;
    let wrapped = parts.optional_context(0)?;
    let inner = wrapped.inside().next()?;
    let text = asn1_text::text(&inner).unwrap_or_else(|| hex(inner.raw));
    Some(GeneralName::Other(
        oid::dotted(kind.content).into(),
        text.into(),
    ))
}

fn directory_name(value: &Value<'_>) -> Option<GeneralName> {
    // Ten thousand huge names would cost more than the file itself; nobody's name is that long.
    const RDNS: usize = 64;
    let name = value.inside().optional(tag::SEQUENCE)?;
    let members = name.inside().flat_map(|set| set.inside());
    if members.take(RDNS + 1).count() > RDNS {
        return None;
    }
    let name = DistinguishedName::parse(&name, "directoryName").ok()?;
    Some(GeneralName::Directory(name))
}

/// Reads a GeneralNames sequence: at most `kept` names and the number of all; `None` when it is broken.
pub(super) fn general_names(sequence: &[u8], kept: usize) -> Option<(Box<[GeneralName]>, usize)> {
    let mut names = Vec::new();
    let mut count = 0;
    let mut reader = Reader::new(sequence);
    while !reader.is_empty() {
        let value = reader.next()?;
        if count < kept {
            names.push(GeneralName::parse(&value));
        }
        count += 1;
    }
    Some((names.into_boxed_slice(), count))
}
