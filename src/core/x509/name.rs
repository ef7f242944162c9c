//! Distinguished names and general names, kept as text for people and as DER for comparison.
use std::sync::Arc;

/// A distinguished name.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DistinguishedName {
    /// The name's DER, for exact comparison.
    pub der: Arc<[u8]>,
    /// Attributes in order of encoding: dotted OID and value as text.
    pub attributes: Box<[Attribute]>,
}

/// One attribute of a name.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Attribute {
    /// Dotted OID.
    pub oid: Box<str>,
    /// Value as text; foreign text, to be quoted by `text::foreign` before it is shown.
    pub value: Box<str>,
    /// Whether it belongs to the same RDN as the one before (multi-valued RDN).
    pub joined: bool,
}

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

impl std::fmt::Debug for DistinguishedName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.attributes.iter()).finish()
    }
}
