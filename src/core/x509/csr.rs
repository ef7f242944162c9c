//! A certificate signing request (PKCS#10, RFC 2986).

use std::sync::Arc;

use super::name::{DistinguishedName, GeneralName};
use super::public_key::KeyInfo;
use crate::core::artifact::Fingerprint;

/// A parsed request.
pub struct Csr {
    /// The whole request.
    pub der: Arc<[u8]>,
    /// SHA-256 over the DER.
    pub fingerprint: Fingerprint,
    /// Who it asks for.
    pub subject: DistinguishedName,
    /// Names asked for in the extensionRequest.
    pub alternative_names: Box<[GeneralName]>,
    /// SubjectPublicKeyInfo in DER.
    pub spki: Arc<[u8]>,
    /// The public key's kind and size.
    pub key: KeyInfo,
}
