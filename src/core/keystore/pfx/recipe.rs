//! How a PFX file is protected when it is written.

use crate::core::kdf::Hash;

/// Cipher of the key bags and of the certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PfxCipher {
    /// pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292 appendix C); Windows calls it `TripleDES-SHA1`.
    TripleDesSha1,
    /// PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256 (RFC 8018); Windows calls it `AES256-SHA256`.
    Aes256Sha256,
}

/// Everything that decides who can read a PFX file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PfxRecipe {
    /// Cipher of the keys.
    pub keys: PfxCipher,
    /// Cipher of the certificates; `None` leaves them readable without the password.
    pub certificates: Option<PfxCipher>,
    /// Hash of the MAC; SHA-1, SHA-256, SHA-384 or SHA-512.
    pub mac: Hash,
    /// Rounds of each derivation: keys, certificates, MAC.
    pub iterations: u64,
}

impl PfxRecipe {
    /// One of the two flavours that Windows offers.
    pub fn windows(cipher: PfxCipher, iterations: u64) -> Self {
        Self {
            keys: cipher,
            certificates: Some(cipher),
            mac: match cipher {
                PfxCipher::TripleDesSha1 => Hash::Sha1,
                PfxCipher::Aes256Sha256 => Hash::Sha256,
            },
            iterations,
        }
    }
}
