//! What a request asks for, without its key (RFC 2986, RFC 5280 section 4.2).

use std::net::IpAddr;

use serde::Serialize;

use crate::core::kdf::Hash;
use crate::core::x509::oid::Oid;

/// What a request asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spec {
    /// Who asks.
    pub subject: Subject,
    /// Names in the subjectAltName, in order.
    pub names: Vec<AltName>,
    /// Key usage; `None` leaves the extension out.
    pub key_usage: Option<KeyUsage>,
    /// Extended key usages by OID, in order; none leaves the extension out.
    pub extended_usage: Vec<Oid>,
    /// Whether status_request is asked for (RFC 7633, "must staple").
    pub must_staple: bool,
    /// Hash of the signature; `None` takes the one that fits the key. Ed25519 and SM2 have their own.
    pub hash: Option<Hash>,
    /// challengePassword (RFC 2985 section 5.4.1). It stands in the request in clear.
    pub challenge: Option<String>,
}

/// A subject: attributes in the order given, each a relative name of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subject(pub Vec<SubjectField>);

/// One attribute of a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubjectField {
    /// Dotted OID.
    pub oid: Oid,
    /// Its value.
    pub value: String,
}

impl Subject {
    /// The last value of an attribute.
    pub fn value_of(&self, oid: &str) -> Option<&str> {
        let mut fields = self.0.iter().rev();
        fields
            .find(|field| field.oid == oid)
            .map(|field| field.value.as_str())
    }
}

/// A name in the subjectAltName (RFC 5280 section 4.2.1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AltName {
    /// dNSName, in A-labels, a leading `*.` for a wildcard.
    Dns(String),
    /// iPAddress.
    Ip(IpAddr),
    /// rfc822Name.
    Email(String),
    /// uniformResourceIdentifier.
    Uri(String),
    /// directoryName.
    Directory(Subject),
    /// otherName with Microsoft's user principal name (1.3.6.1.4.1.311.20.2.3).
    Upn(String),
    /// registeredID, dotted.
    RegisteredId(Oid),
}

/// Bits of the keyUsage extension (RFC 5280 section 4.2.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage {
    /// Bit 0, digitalSignature, is the highest bit; bit 8, decipherOnly, the lowest of nine.
    pub bits: u16,
    /// Whether the extension is critical.
    pub is_critical: bool,
}

impl KeyUsage {
    /// digitalSignature.
    pub const DIGITAL_SIGNATURE: u16 = 1 << 8;
    /// nonRepudiation (contentCommitment).
    pub const NON_REPUDIATION: u16 = 1 << 7;
    /// keyEncipherment.
    pub const KEY_ENCIPHERMENT: u16 = 1 << 6;
    /// dataEncipherment.
    pub const DATA_ENCIPHERMENT: u16 = 1 << 5;
    /// keyAgreement.
    pub const KEY_AGREEMENT: u16 = 1 << 4;
    /// keyCertSign.
    pub const KEY_CERT_SIGN: u16 = 1 << 3;
    /// cRLSign.
    pub const CRL_SIGN: u16 = 1 << 2;
    /// encipherOnly.
    pub const ENCIPHER_ONLY: u16 = 1 << 1;
    /// decipherOnly.
    pub const DECIPHER_ONLY: u16 = 1;
    /// All bits with their names, bit 0 first.
    pub const NAMES: [(u16, &str); 9] = [
        (Self::DIGITAL_SIGNATURE, "digitalSignature"),
        (Self::NON_REPUDIATION, "nonRepudiation"),
        (Self::KEY_ENCIPHERMENT, "keyEncipherment"),
        (Self::DATA_ENCIPHERMENT, "dataEncipherment"),
        (Self::KEY_AGREEMENT, "keyAgreement"),
        (Self::KEY_CERT_SIGN, "keyCertSign"),
        (Self::CRL_SIGN, "cRLSign"),
        (Self::ENCIPHER_ONLY, "encipherOnly"),
        (Self::DECIPHER_ONLY, "decipherOnly"),
    ];
}
