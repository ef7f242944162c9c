//! Why a conversion is not done.

use crate::core::artifact::ArtifactId;
use crate::core::convert::Format;
use crate::core::kdf::KdfFault;
use crate::core::x509::public_key::KeyInfo;

/// Why a conversion is not done; nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Neither certificate nor key among what was opened.
    NothingHere,
    /// No private key; the leaves that want one.
    NoKey {
        /// Titles of the leaves.
        certificates: Vec<String>,
    },
    /// Keys are here, and a signature of none of them fits any leaf.
    KeyFitsNothing {
        /// Kinds of the keys that were tried.
        keys: Vec<KeyInfo>,
        /// Titles of the leaves they were tried on.
        certificates: Vec<String>,
    },
    /// The key may lie in what is still locked.
    StillLocked {
        /// What is locked.
        files: Vec<ArtifactId>,
    },
    /// Several leaves have their keys, and nobody said which is meant.
    SeveralLeaves {
        /// Their titles.
        titles: Vec<String>,
        /// Whether the form could hold all of them.
        can_hold: bool,
    },
    /// Several keys, and the form holds one.
    SeveralKeys {
        /// Their kinds.
        keys: Vec<KeyInfo>,
    },
    /// The leaf that was named is not among what was opened.
    NoSuchLeaf,
    /// Two entries would have one alias, and Java would keep the second only.
    AliasCollision {
        /// The alias as Java writes it.
        alias: String,
    },
    /// The key has no such form: PKCS#1 is for RSA, SEC1 for elliptic curves.
    NoSuchForm {
        /// The form.
        format: Format,
        /// The key.
        key: Option<KeyInfo>,
    },
    /// The form has no encryption worth the name.
    NoEncryption {
        /// The form.
        format: Format,
    },
    /// The central store looks for files by host name, and the certificate has none.
    NoHostName,
    /// A password is needed and none was given.
    PasswordMissing,
    /// The rounds of key derivation are none, or too many.
    Rounds {
        /// What was asked.
        asked: u64,
        /// The most.
        most: u64,
    },
    /// The form has no place for something in it.
    Unrepresentable {
        /// For what, in words of the format.
        what: String,
    },
    /// The system gave no random bytes.
    NoRandom,
}

impl From<KdfFault> for Refusal {
    fn from(fault: KdfFault) -> Self {
        let asked = match fault {
            KdfFault::LimitReached { seen, .. } => seen,
            KdfFault::Cancelled | KdfFault::Parameters(_) => 0,
        };
        Self::Rounds {
            asked,
            most: crate::core::limits::KDF_ITERATIONS,
        }
    }
}
