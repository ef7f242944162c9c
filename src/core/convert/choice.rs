//! What the user wants out of a conversion. Everything has a default that fits the target.

use crate::core::artifact::Fingerprint;
use crate::core::convert::{Format, Target};
use crate::core::keystore::KeyAttributes;
use crate::core::keystore::pfx::PfxCipher;

/// What the result shall be. Passwords are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The form of the result.
    pub format: Format,
    /// Who has to read it.
    pub target: Target,
    /// The leaf certificates to take; `None` takes every one that has its key.
    pub leaves: Option<Vec<Fingerprint>>,
    /// Certificates only, as a list of whom to trust.
    pub is_trust_store: bool,
    /// Friendly name or alias; `None` takes a fitting one.
    pub name: Option<String>,
    /// Cipher of a PFX; `None` takes the target's.
    pub cipher: Option<PfxCipher>,
    /// Rounds of key derivation; `None` takes the target's.
    pub iterations: Option<u64>,
    /// Whether intermediates go in.
    pub with_chain: bool,
    /// Whether the root goes in as well.
    pub with_root: bool,
    /// What becomes of Microsoft's attributes.
    pub provider: Provider,
    /// Whether a key that lies in a file of its own is encrypted.
    pub encrypts_key: bool,
    /// Whether keys and certificates of their own are written in DER rather than PEM.
    pub is_der: bool,
}

/// Microsoft's provider attributes of a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Provider {
    /// As they were in the source: for Windows targets; others do not know them.
    #[default]
    Keep,
    /// Left out: Windows takes its default provider.
    Drop,
    /// These.
    Set(KeyAttributes),
}

impl Choice {
    /// What fits a target.
    pub fn for_target(target: Target) -> Self {
        Self {
            format: target.usual_format(),
            target,
            leaves: None,
            is_trust_store: false,
            name: None,
            cipher: None,
            iterations: None,
            with_chain: true,
            with_root: false,
            provider: Provider::Keep,
            encrypts_key: false,
            is_der: false,
        }
    }
}
