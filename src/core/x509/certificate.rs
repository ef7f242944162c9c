//! A certificate with the fields that the story needs; everything else is decoded on demand from its DER.

use std::sync::Arc;

use super::name::{DistinguishedName, GeneralName};
use super::public_key::KeyInfo;
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
    pub extended_key_usage: Option<Box<[Box<str>]>>,
    /// Certificate policies as dotted OIDs.
    pub policies: Box<[Box<str>]>,
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
    pub signature_oid: Box<str>,
    /// Extensions that did not parse, by dotted OID.
    pub broken_extensions: Box<[Box<str>]>,
}
