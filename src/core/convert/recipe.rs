//! How the result is protected, spelled out: what the preview shows and what is written.

use crate::core::convert::{Choice, Format};
use crate::core::kdf::{self, KdfFault};
use crate::core::keystore::jks::JCEKS_ITERATIONS;
use crate::core::keystore::pfx::{PfxCipher, PfxRecipe};

/// The protection of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// A PFX.
    Pfx(PfxRecipe),
    /// A Java keystore; JKS has no rounds to choose.
    Java {
        /// Rounds of JCEKS.
        iterations: Option<u64>,
    },
    /// A key in PKCS#8 with PBES2: AES-256-CBC, PBKDF2-HMAC-SHA256 (RFC 8018).
    EncryptedKey {
        /// Rounds.
        iterations: u64,
    },
    /// A key that everybody can read who can read the file.
    PlainKey,
    /// Nothing secret in it.
    Public,
}

impl Recipe {
    /// What the choice comes to.
    ///
    /// # Errors
    /// When the rounds are none, or more than any reader accepts.
    pub fn of(choice: &Choice) -> Result<Self, KdfFault> {
        let usual = match choice.format {
            Format::Jceks => JCEKS_ITERATIONS,
            _ => choice.target.iterations(),
        };
        let iterations = choice.iterations.unwrap_or(usual);
        kdf::check_iterations(iterations)?;
        Ok(match choice.format {
            Format::Pfx => Self::Pfx(pfx(choice, iterations)),
            Format::Jks => Self::Java { iterations: None },
            Format::Jceks => Self::Java {
                iterations: Some(iterations),
            },
            format if !format.has_key() => Self::Public,
            _ if choice.is_trust_store => Self::Public,
            _ if choice.encrypts_key => Self::EncryptedKey { iterations },
            _ => Self::PlainKey,
        })
    }

    /// Whether a password goes in.
    pub const fn needs_password(self) -> bool {
        matches!(
            self,
            Self::Pfx(_) | Self::Java { .. } | Self::EncryptedKey { .. }
        )
    }

    /// Rounds of one derivation, where there are any.
    pub const fn iterations(self) -> Option<u64> {
        match self {
            Self::Pfx(recipe) => Some(recipe.iterations),
            Self::Java { iterations } => iterations,
            Self::EncryptedKey { iterations } => Some(iterations),
            Self::PlainKey | Self::Public => None,
        }
    }

    /// Windows' name of the cipher of a PFX.
    pub const fn windows_label(cipher: PfxCipher) -> &'static str {
        match cipher {
            PfxCipher::TripleDesSha1 => "TripleDES-SHA1",
            PfxCipher::Aes256Sha256 => "AES256-SHA256",
        }
    }
}

fn pfx(choice: &Choice, iterations: u64) -> PfxRecipe {
    let cipher = choice.cipher.unwrap_or(choice.target.pfx_cipher());
    PfxRecipe::windows(cipher, iterations)
}
