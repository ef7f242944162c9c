//! A certificate signing request (PKCS#10, RFC 2986).

use std::sync::Arc;

use super::der::{Reader, Value, tag};
use super::export::pem;
use super::extension::{self, Extension};
use super::general_name::address;
use super::name::{COMMON_NAME, DistinguishedName, GeneralName};
use super::oid::{self, Oid};
use super::public_key::KeyInfo;
use super::signature::{SignatureVerdict, verify};
use super::signed::Signed;
use crate::core::artifact::Fingerprint;

/// The attribute of PKCS#9 for extensions, and Microsoft's older one with the same content.
const EXTENSION_REQUESTS: [&str; 2] = ["1.2.840.113549.1.9.14", "1.3.6.1.4.1.311.2.1.14"];

/// A parsed request.
pub struct Csr {
    /// The whole request.
    pub der: Arc<[u8]>,
    /// SHA-256 over the DER.
    pub fingerprint: Fingerprint,
    /// Who it asks for.
    pub subject: DistinguishedName,
    /// Version as written: 0 for the only one there is.
    pub version: u32,
    /// Names asked for in the extensionRequest.
    pub alternative_names: Box<[GeneralName]>,
    /// SubjectPublicKeyInfo in DER.
    pub spki: Arc<[u8]>,
    /// The public key's kind and size.
    pub key: KeyInfo,
    /// Signature algorithm as dotted OID.
    pub signature_oid: Oid,
    /// Key usage asked for, bit 0 = digitalSignature.
    pub key_usage: Option<u16>,
    /// Extended key usages asked for.
    pub extended_key_usage: Option<Box<[Oid]>>,
    /// Attributes by OID, in order.
    pub attributes: Box<[Oid]>,
    /// The challenge password, which everybody who has the request can read. Foreign text.
    pub challenge: Option<Box<str>>,
}

impl Csr {
    /// Whether the signature verifies under the request's own key (RFC 2986 section 4.2).
    pub fn signature(&self) -> SignatureVerdict {
        match Signed::of(&self.der) {
            None => SignatureVerdict::Invalid,
            Some(signed) => verify(
                &self.spki,
                &self.signature_oid,
                signed.parameters(),
                signed.tbs.raw,
                signed.signature(),
            ),
        }
    }

    /// One PEM block, ending in a line feed (RFC 7468 section 7).
    pub fn to_pem(&self) -> String {
        pem("CERTIFICATE REQUEST", &self.der)
    }

    /// SHA-256 over the SubjectPublicKeyInfo, by which the ledger knows its key.
    pub fn key_fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.spki)
    }

    /// The attributes: dotted OID and the SET of values.
    pub(super) fn attribute_values(&self) -> impl Iterator<Item = (Oid, Value<'_>)> {
        attributes(self.attribute_list().as_ref())
    }

    /// The extensions asked for, in order.
    pub fn extensions(&self) -> impl Iterator<Item = Extension<'_>> {
        requested(self.attribute_list().as_ref())
    }

    fn attribute_list(&self) -> Option<Value<'_>> {
        let mut fields = Signed::of(&self.der)?.tbs.inside();
        fields.find(|value| value.is_context(0))
    }

    /// Host names and addresses asked for, in order; the common name where there are none.
    pub fn host_names(&self) -> Vec<String> {
        let names = self.alternative_names.iter();
        let mut names: Vec<String> = names
            .filter_map(|name| match name {
                GeneralName::Dns(name) => Some(name.to_string()),
                GeneralName::Ip(octets) => Some(address(octets)?.to_string()),
                _ => None,
            })
            .collect();
        if names.is_empty() {
            names.extend(self.subject.value_of(COMMON_NAME).map(str::to_owned));
        }
        names
    }

    /// Names asked for: the common name first, then DNS names.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .subject
            .value_of("2.5.4.3")
            .map(str::to_owned)
            .into_iter()
            .collect();
        for name in &self.alternative_names {
            if let GeneralName::Dns(dns) = name
                && names.iter().all(|known| **known != **dns)
            {
                names.push(dns.to_string());
            }
        }
        names
    }
}

/// Attributes of a request: dotted OID and the SET of values.
pub(super) fn attributes<'a>(
    list: Option<&Value<'a>>,
) -> impl Iterator<Item = (Oid, Value<'a>)> + use<'a> {
    let inside = list.map_or(Reader::new(&[]), |list| list.inside());
    inside.filter_map(|attribute| {
        let mut parts = attribute.inside();
        let oid = parts.optional(tag::OID)?;
        Some((oid::dotted(oid.content), parts.optional(tag::SET)?))
    })
}

/// The extensions asked for among attributes.
pub(super) fn requested<'a>(
    list: Option<&Value<'a>>,
) -> impl Iterator<Item = Extension<'a>> + use<'a> {
    let mut attributes = attributes(list);
    let request = attributes.find(|(oid, _)| EXTENSION_REQUESTS.contains(&&**oid));
    extension::list(request.map(|(_, values)| values).as_ref())
}
