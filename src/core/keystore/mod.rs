//! Containers of keys and certificates: encrypted keys, PKCS#12, Java keystores.
//! A wrong password, a cipher that is not read here and a damaged file are three different answers.

mod attributes;
mod cipher;
mod foreign;
pub mod jks;
mod legacy_pem;
mod password;
pub mod pfx;
pub mod pkcs8;
mod scheme;

pub use attributes::KeyAttributes;
pub use jks::Jks;
pub use pfx::Pfx;
pub use pkcs8::EncryptedKey;

use crate::core::der::DerFault;
use crate::core::kdf::KdfFault;
use crate::core::key::{KeyFault, PrivateKey};
use crate::core::limits;

/// Why a container, or one entry of it, did not open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    /// Another password would open it.
    #[error("wrong password")]
    WrongPassword,
    /// Protected in a way that is not read here.
    #[error("not read here: {cipher}")]
    Unsupported {
        /// Cipher or scheme in words of the format.
        cipher: String,
    },
    /// The structure is broken; no password helps.
    #[error("damaged: {detail}")]
    Damaged {
        /// What does not hold.
        detail: String,
    },
    /// Would cost more than is spent on one file.
    #[error("{limit}: {seen} of {allowed}")]
    LimitReached {
        /// Name of the limit.
        limit: &'static str,
        /// What is allowed.
        allowed: u64,
        /// What the file asks for.
        seen: u64,
    },
    /// Nobody wants the result any more.
    #[error("cancelled")]
    Cancelled,
}

impl OpenFault {
    /// A broken structure.
    pub fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged {
            detail: detail.into(),
        }
    }

    fn unsupported(cipher: impl Into<String>) -> Self {
        Self::Unsupported {
            cipher: cipher.into(),
        }
    }

    /// Refuses the entry after [`limits::KEYSTORE_ENTRIES`].
    fn check_entries(seen: usize) -> Result<(), Self> {
        if seen <= limits::KEYSTORE_ENTRIES {
            return Ok(());
        }
        Err(Self::LimitReached {
            limit: "keystore_entries",
            allowed: limits::KEYSTORE_ENTRIES as u64,
            seen: seen as u64,
        })
    }
}

impl From<DerFault> for OpenFault {
    fn from(fault: DerFault) -> Self {
        Self::damaged(fault.0)
    }
}

impl From<KdfFault> for OpenFault {
    fn from(fault: KdfFault) -> Self {
        match fault {
            KdfFault::Cancelled => Self::Cancelled,
            KdfFault::LimitReached {
                limit,
                allowed,
                seen,
            } => Self::LimitReached {
                limit,
                allowed,
                seen,
            },
            KdfFault::Parameters(detail) => Self::damaged(detail),
        }
    }
}

impl OpenFault {
    /// What decrypted bytes that make no key say: no structure at all comes from a wrong password.
    fn from_decrypted(fault: KeyFault) -> Self {
        match fault {
            KeyFault::NotAKey | KeyFault::Encrypted => Self::WrongPassword,
            KeyFault::Damaged { detail } => Self::Damaged { detail },
        }
    }
}

/// What was in a container.
#[derive(Default)]
pub struct Opened {
    /// Certificates in the order of the file.
    pub certificates: Vec<OpenedCertificate>,
    /// Private keys that are open.
    pub keys: Vec<OpenedKey>,
    /// Private keys that are not.
    pub locked_keys: Vec<LockedEntry>,
    /// Entries of other kinds: secrets, revocation lists.
    pub other_entries: usize,
}

/// A certificate out of a container; its DER is not looked into here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedCertificate {
    /// The certificate.
    pub der: Vec<u8>,
    /// Alias or friendly name. Foreign text.
    pub alias: Option<String>,
    /// Whether Java marks it as trusted rather than part of a chain.
    pub trusted: bool,
}

/// A private key out of a container.
pub struct OpenedKey {
    /// The key.
    pub key: PrivateKey,
    /// Alias or friendly name. Foreign text.
    pub alias: Option<String>,
}

/// A private key that did not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedEntry {
    /// Alias or friendly name. Foreign text.
    pub alias: Option<String>,
    /// Why not.
    pub reason: OpenFault,
}
