//! Private keys: reading their forms and proving that they fit a public key.

pub mod dsa;
mod form;
mod proof;
mod public_half;
pub mod rsa;
mod rsa_numbers;
mod sign;
pub mod sm2;
mod written;

use std::sync::Arc;

use zeroize::Zeroizing;

pub use proof::is_same_public;
pub use sign::{SignFault, Signature, hashes_of};

use crate::core::der::DerFault;
use crate::core::x509::public_key::KeyInfo;

/// A private key in PKCS#8. Zeroized when dropped; neither `Clone` nor `Debug`.
pub struct PrivateKey {
    /// PrivateKeyInfo in DER (RFC 5208), whatever form the file had.
    pub pkcs8: Zeroizing<Vec<u8>>,
    /// SubjectPublicKeyInfo in DER of its public half; empty for kinds whose public half cannot be computed here.
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

/// Why bytes are not a private key that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// A sound structure, but no private key.
    #[error("not a private key")]
    NotAKey,
    /// An EncryptedPrivateKeyInfo; [`crate::core::keystore::pkcs8`] opens it.
    #[error("encrypted")]
    Encrypted,
    /// Starts like a private key and is broken.
    #[error("{detail}")]
    Damaged {
        /// What does not hold.
        detail: String,
    },
}

impl From<DerFault> for KeyFault {
    fn from(fault: DerFault) -> Self {
        Self::damaged(fault.0)
    }
}

impl KeyFault {
    fn damaged(detail: &str) -> Self {
        Self::Damaged {
            detail: detail.to_owned(),
        }
    }
}
