//! Containers of keys and certificates: encrypted keys, PKCS#12, Java keystores.
//! A wrong password, a cipher that is not read here and a damaged file are three different answers.

mod attributes;
mod cipher;
mod foreign;
pub mod internals;
pub mod jks;
mod legacy_pem;
mod password;
pub mod pfx;
pub mod pkcs8;
mod scheme;
mod seal;
mod write_fault;

pub use attributes::KeyAttributes;
pub use internals::KeystoreInternals;
pub use jks::Jks;
pub use pfx::Pfx;
pub use pkcs8::EncryptedKey;
pub use write_fault::WriteFault;

use serde::Serialize;

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
    /// The MAC does not stand for the content, whatever the password.
    #[error("checksum: {0}")]
    Checksum(ChecksumFault),
    /// Protected for or signed with certificates rather than a password (RFC 7292 3.1).
    #[error("public-key mode: {0:?}")]
    PublicKey(PublicKeyMode),
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

/// Why a MAC says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ChecksumFault {
    /// The password opens the content; the MAC has another password, or the file was changed.
    #[error("does not fit, though the password opens the content")]
    ContentOpens,
    /// PBMAC1 without the length of its key (RFC 9579 section 4).
    #[error("PBMAC1 without the length of its key")]
    KeyLengthMissing,
    /// PBMAC1 with a key so short that it can be guessed (RFC 9579 section 9).
    #[error("PBMAC1 with a key too short to be safe")]
    KeyTooShort,
    /// Made with the round count beside the PBMAC1 parameters, not with the one inside.
    #[error("made with another round count than PBMAC1 names")]
    OtherRounds,
    /// Made with the salt beside the PBMAC1 parameters, not with the one inside.
    #[error("made with another salt than PBMAC1 names")]
    OtherSalt,
}

/// The modes of PKCS#12 that work with certificates instead of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicKeyMode {
    /// Content encrypted for the holder of another key (EnvelopedData).
    Privacy,
    /// Integrity by a signature (SignedData).
    Integrity,
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
    pub other_entries: Vec<OtherEntry>,
}

/// An entry that is neither a certificate nor a private key: listed by name, not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OtherEntry {
    /// What it is.
    #[serde(flatten)]
    pub kind: OtherKind,
    /// Alias or friendly name. Foreign text.
    pub alias: Option<String>,
}

/// Kinds of entries that are listed, not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "oid", rename_all = "snake_case")]
pub enum OtherKind {
    /// A revocation list (RFC 7292 4.2.4).
    Crl,
    /// A secret: a symmetric key, a password (RFC 7292 4.2.5).
    Secret,
    /// A bag with this OID, or a certificate of another sort than X.509.
    Unknown(String),
    /// Behind an entry whose end cannot be found, so that its name is not known either.
    Unreachable,
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
    /// What ties it to a key in the same PFX (PKCS#9 localKeyID, RFC 2985 5.5.2).
    pub local_key_id: Option<Vec<u8>>,
}

/// A private key out of a container.
pub struct OpenedKey {
    /// The key.
    pub key: PrivateKey,
    /// Alias or friendly name. Foreign text.
    pub alias: Option<String>,
    /// What Windows keeps beside it.
    pub attributes: KeyAttributes,
    /// What ties it to its certificate (PKCS#9 localKeyID, RFC 2985 5.5.2); often missing.
    pub local_key_id: Option<Vec<u8>>,
}

/// A private key that did not open.
pub struct LockedEntry {
    /// The key itself, to be opened with another password; `None` when that cannot help.
    pub key: Option<EncryptedKey>,
    /// What Windows keeps beside it.
    pub attributes: KeyAttributes,
    /// Alias or friendly name. Foreign text.
    pub alias: Option<String>,
    /// Why not.
    pub reason: OpenFault,
}
