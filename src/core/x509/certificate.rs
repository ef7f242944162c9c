//! A certificate with the fields that the story needs; everything else is decoded on demand from its DER.

use std::sync::{Arc, OnceLock};

use super::constraints::Constraints;
use super::der::{Value, tag};
use super::name::{self, DistinguishedName, GeneralName};
use super::oid::Oid;
use super::public_key::KeyInfo;
use super::signed::Signed;
use crate::core::artifact::Fingerprint;
use crate::core::time::Moment;

/// Why bytes are not a certificate, request or list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct ParseFault {
    /// The parser's words, for the raw detail.
    pub detail: String,
}

/// A parsed certificate. About 1 kB beside its DER; full details are decoded on demand.
pub struct Certificate {
    /// The whole certificate.
    pub der: Arc<[u8]>,
    /// SHA-256 over the DER.
    pub fingerprint: Fingerprint,
    /// Version as written: 1, 2 or 3.
    pub version: u32,
    /// Serial number, big-endian as encoded.
    pub serial: Box<[u8]>,
    /// Who it is about.
    pub subject: DistinguishedName,
    /// Who signed it.
    pub issuer: DistinguishedName,
    /// First second of validity.
    pub not_before: Moment,
    /// Last second of validity.
    pub not_after: Moment,
    /// Alternative names, at most [`crate::core::limits::NAMES_KEPT`].
    pub alternative_names: Box<[GeneralName]>,
    /// Alternative names in all, when more than kept.
    pub alternative_name_count: usize,
    /// Basic constraints: `None` when the extension is absent.
    pub is_ca: Option<bool>,
    /// Path length constraint.
    pub path_length: Option<u32>,
    /// Key usage bits as in RFC 5280 4.2.1.3, bit 0 = digitalSignature; `None` when absent.
    pub key_usage: Option<u16>,
    /// Extended key usages as dotted OIDs; `None` when the extension is absent.
    pub extended_key_usage: Option<Box<[Oid]>>,
    /// Certificate policies as dotted OIDs.
    pub policies: Box<[Oid]>,
    /// Subject key identifier.
    pub subject_key_id: Option<Box<[u8]>>,
    /// Authority key identifier's key id.
    pub authority_key_id: Option<Box<[u8]>>,
    /// Where the issuer can be downloaded (AIA caIssuers).
    pub issuer_urls: Box<[Box<str>]>,
    /// Where OCSP is answered.
    pub ocsp_urls: Box<[Box<str>]>,
    /// SubjectPublicKeyInfo in DER.
    pub spki: Arc<[u8]>,
    /// The public key's kind and size.
    pub key: KeyInfo,
    /// Signature algorithm as dotted OID.
    pub signature_oid: Oid,
    /// Extensions that did not parse, or came twice, by dotted OID.
    pub broken_extensions: Box<[Oid]>,
    /// What chains ask for, read at the first question.
    pub(in crate::core) constraints: OnceLock<Box<Constraints>>,
}

/// Bit of [`Certificate::key_usage`] that lets a key sign certificates.
pub const KEY_CERT_SIGN: u16 = 1 << 5;

/// id-pe-tlsfeature, and the number of status_request (RFC 6066 section 8).
const TLS_FEATURE: &str = "1.3.6.1.5.5.7.1.24";
const STATUS_REQUEST: u64 = 5;

impl Certificate {
    /// What to call it: common name, else first DNS name, else organisation or unit, else the serial number.
    /// Foreign text: quoted before it is shown.
    pub fn title(&self) -> String {
        let subject = &self.subject;
        let name = self
            .common_name()
            .or_else(|| self.dns_names().find(|name| !name.trim().is_empty()))
            .or_else(|| subject.value_of(name::ORGANIZATION))
            .or_else(|| subject.value_of(name::ORGANIZATIONAL_UNIT));
        name.map_or_else(|| self.serial_hex(), str::to_owned)
    }

    /// The most specific common name of the subject.
    pub fn common_name(&self) -> Option<&str> {
        self.subject.value_of(name::COMMON_NAME)
    }

    /// DNS names among the alternative names kept.
    pub fn dns_names(&self) -> impl Iterator<Item = &str> {
        self.alternative_names.iter().filter_map(|name| match name {
            GeneralName::Dns(name) => Some(&**name),
            _ => None,
        })
    }

    /// Serial number in hex, without leading zeros, negative ones with `-`.
    pub fn serial_hex(&self) -> String {
        super::serial::hex(&self.serial)
    }

    /// Whether subject and issuer are the same name. Says nothing about who signed.
    pub fn is_self_issued(&self) -> bool {
        self.subject.matches(&self.issuer)
    }

    /// Whether it is for an end entity: not marked as CA and not allowed to sign certificates.
    pub fn is_leaf_like(&self) -> bool {
        self.is_ca != Some(true) && self.key_usage.is_none_or(|bits| bits & KEY_CERT_SIGN == 0)
    }

    /// SHA-1 over the DER, what Windows calls the thumbprint.
    pub fn fingerprint_sha1(&self) -> [u8; 20] {
        use sha1::Digest as _;
        sha1::Sha1::digest(&self.der).into()
    }

    /// The signed part (TBSCertificate) with its tag and length; empty only when the DER was swapped.
    pub fn tbs(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.tbs.raw)
    }

    /// The signature's bytes, without the count of unused bits.
    pub fn signature_value(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.signature())
    }

    /// DER of the signature algorithm's parameters; empty when absent.
    pub fn signature_parameters(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.parameters())
    }

    /// Whether the signed part names the same signature algorithm as the one beside the signature
    /// (RFC 5280 section 4.1.1.2).
    pub fn has_one_signature_algorithm(&self) -> bool {
        Signed::of(&self.der).is_some_and(|signed| signed.has_one_algorithm())
    }

    /// Dates of the validity that are not written as RFC 5280 section 4.1.2.5 wants them: UTC, with seconds,
    /// without fractions.
    pub fn odd_dates(&self) -> Vec<String> {
        let fields = Signed::of(&self.der).map(|signed| signed.fields());
        let validity = fields.and_then(|mut fields| fields.nth(2));
        let dates = validity.into_iter().flat_map(|validity| validity.inside());
        let is_odd = |date: &Value<'_>| {
            let digits = if date.is(tag::UTC_TIME) { 12 } else { 14 };
            date.content.len() != digits + 1 || date.content.last() != Some(&b'Z')
        };
        dates
            .filter(is_odd)
            .map(|date| String::from_utf8_lossy(date.content).into_owned())
            .collect()
    }

    /// The signature algorithm that the signed part names, as dotted OID.
    pub fn inner_signature_oid(&self) -> Option<Oid> {
        let algorithm = Signed::of(&self.der)?.fields().next()?;
        let oid = algorithm.inside().optional(tag::OID)?;
        Some(super::oid::dotted(oid.content))
    }

    /// Whether it demands an OCSP answer along with it: TLS feature 5, called must-staple (RFC 7633).
    pub fn must_staple(&self) -> bool {
        let mut extensions = self.extensions();
        let feature = extensions.find(|extension| extension.oid == TLS_FEATURE);
        let value = feature.and_then(|feature| super::der::single(feature.value?, tag::SEQUENCE));
        value.is_some_and(|features| {
            let mut features = features.inside();
            features.any(|feature| feature.small_unsigned() == Some(STATUS_REQUEST))
        })
    }

    /// The extensions in order: dotted OID, critical, content of the OCTET STRING.
    pub(in crate::core) fn extensions(
        &self,
    ) -> impl Iterator<Item = super::extension::Extension<'_>> {
        let tbs = Signed::of(&self.der).map(|signed| signed.tbs);
        let list = tbs.and_then(|tbs| tbs.inside().find(|value| value.is_context(3)));
        super::extension::list(list.as_ref())
    }
}
