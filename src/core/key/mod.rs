//! Private keys: reading their forms and proving that they fit a public key.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::x509::public_key::KeyInfo;

/// A private key in PKCS#8. Zeroized when dropped; neither `Clone` nor `Debug`.
pub struct PrivateKey {
    /// PrivateKeyInfo in DER (RFC 5208), whatever form the file had.
    pub pkcs8: Zeroizing<Vec<u8>>,
    /// SubjectPublicKeyInfo in DER of its public half.
    pub spki: Arc<[u8]>,
    /// Kind and size.
    pub info: KeyInfo,
}

/// Whether a key belongs to a public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Same SubjectPublicKeyInfo and a signature made with the key verifies.
    Proven,
    /// Another key.
    Different,
    /// Same public half, but a signature of this kind is not checked here.
    NotChecked(String),
}
