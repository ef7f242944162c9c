//! Keystores and encrypted keys: what they hold, and the true reason when they do not open.

pub mod jks;

use crate::core::key::PrivateKey;

/// Why a keystore or key did not open. Each has another remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    /// The file is intact and the password is not the right one.
    #[error("wrong password")]
    WrongPassword,
    /// The cipher, named in words of the format, is not read here.
    #[error("unsupported: {cipher}")]
    Unsupported {
        /// Its name.
        cipher: String,
    },
    /// The structure is broken, whatever the password.
    #[error("{detail}")]
    Damaged {
        /// What does not fit.
        detail: String,
    },
    /// Opening it would cost more than any honest file does.
    #[error("{limit} is {seen}, at most {allowed} are allowed")]
    LimitReached {
        /// Which limit.
        limit: &'static str,
        /// Its value.
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
}

/// A certificate out of a keystore.
pub struct OpenedCertificate {
    /// The certificate's DER.
    pub der: Vec<u8>,
    /// Alias or friendly name.
    pub alias: Option<String>,
    /// Whether the keystore calls it trusted rather than part of a chain.
    pub trusted: bool,
}

/// A private key out of a keystore.
pub struct OpenedKey {
    /// The key.
    pub key: PrivateKey,
    /// Alias or friendly name.
    pub alias: Option<String>,
}

/// An entry that stayed locked although its keystore opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedEntry {
    /// Alias or friendly name.
    pub alias: Option<String>,
    /// Why.
    pub reason: OpenFault,
}

/// Everything an opened keystore holds.
#[derive(Default)]
pub struct Opened {
    /// Certificates in file order.
    pub certificates: Vec<OpenedCertificate>,
    /// Private keys in file order.
    pub keys: Vec<OpenedKey>,
    /// Keys that stayed locked.
    pub locked_keys: Vec<LockedEntry>,
    /// Secret keys, revocation lists and other entries, counted only.
    pub other_entries: usize,
}
