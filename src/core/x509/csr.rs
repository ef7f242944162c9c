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

impl Csr {
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
