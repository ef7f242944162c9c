//! An artifact is one thing that was found: a certificate, key, request, keystore, password file, with its place.

use std::fmt;
use std::sync::Arc;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::core::finding::{Kind, NotOpenedKind};
use crate::core::key::PrivateKey;
use crate::core::keystore::{KeyAttributes, KeystoreInternals};
use crate::core::place::Place;
use crate::core::x509::{Certificate, Csr, RevocationList};

/// SHA-256 over the DER of a certificate, or over the bytes of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return None;
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let digit = |digit: &u8| char::from(*digit).to_digit(16);
            *byte = u8::try_from(digit(high)? << 4 | digit(low)?).ok()?;
        }
        Some(Self(bytes))
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("no SHA-256"))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Number of an artifact within one inspection; written `a1`, `a2`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArtifactId(pub u32);

impl fmt::Display for ArtifactId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a{}", self.0 + 1)
    }
}

impl Serialize for ArtifactId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One thing that was found.
#[derive(Clone)]
pub struct Artifact {
    /// Its number.
    pub id: ArtifactId,
    /// Where it lies.
    pub place: Place,
    /// The container it came out of: a keystore, PKCS#7 or archive.
    pub container: Option<ArtifactId>,
    /// SHA-256 of the certificate's DER, of the key's public half (SubjectPublicKeyInfo), or of the file's bytes.
    pub fingerprint: Fingerprint,
    /// What it is.
    pub content: Content,
}

/// What an artifact is.
#[derive(Clone)]
pub enum Content {
    /// An archive or folder inside the bundle.
    Archive,
    /// A certificate. `trusted` marks a Java trusted-certificate entry.
    Certificate {
        /// The parsed certificate, shared between its copies.
        certificate: Arc<Certificate>,
        /// Whether a keystore calls it trusted rather than part of a chain.
        trusted: bool,
    },
    /// A revocation list.
    Crl(Arc<RevocationList>),
    /// A signing request.
    Csr(Arc<Csr>),
    /// An opened private key.
    Key {
        /// The key.
        key: Arc<PrivateKey>,
        /// How the file protects it.
        protection: Protection,
        /// What Windows keeps beside it in a PFX; nothing elsewhere.
        attributes: KeyAttributes,
    },
    /// A keystore, opened or not.
    Keystore {
        /// Which kind.
        kind: Kind,
        /// Opened, or why not.
        lock: Lock,
        /// Protection in words of the format, for example `PBES2 AES-256-CBC, 2048 iterations`.
        protection: String,
        /// How it is made; `None` when its structure could not be read.
        internals: Option<Arc<KeystoreInternals>>,
    },
    /// A private key that is still encrypted.
    LockedKey {
        /// Why it is still locked.
        lock: Lock,
        /// Protection in words of the format.
        protection: String,
    },
    /// Recognised, not opened here.
    NotOpened(NotOpenedKind),
    /// A password file; its passwords are in the keyring, never here.
    PasswordFile {
        /// Number of candidates it holds.
        candidates: usize,
    },
    /// A PKCS#7 collection, opened.
    Pkcs7,
    /// A public key on its own: its SubjectPublicKeyInfo in DER.
    PublicKey(Arc<[u8]>),
    /// Text without anything to read in it.
    Text,
    /// Broken or not understood; a finding says why.
    Unknown,
}

/// How a private key is protected where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Not at all.
    None,
    /// By a password.
    Password {
        /// Whose password opened it.
        origin: crate::core::secret::Origin,
        /// Protection in words of the format.
        words: String,
    },
    /// By its keystore.
    Keystore,
}

/// Whether a container is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Opened with the password of this origin, `None` when none was needed.
    Open(Option<crate::core::secret::Origin>),
    /// No password known yet.
    PasswordNeeded,
    /// All known passwords were refused.
    PasswordWrong,
    /// Opening it would cost more than any honest file does; the name of the limit.
    TooCostly(&'static str),
    /// The cipher, in words of the format, is not read here.
    Unsupported(String),
    /// The structure is broken.
    Damaged(String),
}

impl Lock {
    /// Whether a password would open it.
    pub fn may_open(&self) -> bool {
        matches!(self, Self::PasswordNeeded | Self::PasswordWrong)
    }
}

impl Content {
    /// The lock of a keystore or of a key that is still locked.
    pub fn lock(&self) -> Option<&Lock> {
        match self {
            Self::Keystore { lock, .. } | Self::LockedKey { lock, .. } => Some(lock),
            _ => None,
        }
    }
}

impl Artifact {
    /// The kind, as reports name it.
    pub fn kind(&self) -> Kind {
        match &self.content {
            Content::Archive => Kind::Archive,
            Content::Certificate { .. } => Kind::Certificate,
            Content::Crl(_) => Kind::Crl,
            Content::Csr(_) => Kind::Csr,
            Content::Key { .. } | Content::LockedKey { .. } => Kind::Key,
            Content::Keystore { kind, .. } => *kind,
            Content::PasswordFile { .. } => Kind::PasswordFile,
            Content::Pkcs7 => Kind::Pkcs7,
            Content::PublicKey(_) => Kind::PublicKey,
            Content::Text => Kind::Text,
            Content::NotOpened(_) | Content::Unknown => Kind::Unknown,
        }
    }

    /// The certificate, when it is one.
    pub fn certificate(&self) -> Option<&Arc<Certificate>> {
        match &self.content {
            Content::Certificate { certificate, .. } => Some(certificate),
            _ => None,
        }
    }

    /// The opened private key, when it is one.
    pub fn key(&self) -> Option<&Arc<PrivateKey>> {
        match &self.content {
            Content::Key { key, .. } => Some(key),
            _ => None,
        }
    }
}
