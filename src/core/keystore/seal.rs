//! Encrypting with a password, in the two schemes that are written:
//! PBES2 with AES-256 (RFC 8018) and PKCS#12's own triple DES (RFC 7292 appendix C).

use super::WriteFault;
use super::cipher::Cipher;
use super::password::Encoding;
use super::pfx::PfxCipher;
use super::scheme::{Derivation, KeyAndIv, Scheme};
use crate::core::der;
use crate::core::env::Random;
use crate::core::kdf::{Cost, Hash};
use crate::core::key::PrivateKey;
use crate::core::progress::Progress;
use crate::core::secret::Secret;

const PBES2: &str = "1.2.840.113549.1.5.13";
const PBKDF2: &str = "1.2.840.113549.1.5.12";
const HMAC_SHA256: &str = "1.2.840.113549.2.9";
const AES_256_CBC: &str = "2.16.840.1.101.3.4.1.42";
const PKCS12_TRIPLE_DES: &str = "1.2.840.113549.1.12.1.3";

/// Bytes of salt of PBES2, and of its initialisation vector.
const PBES2_SALT: usize = 16;
/// Bytes of salt that every reader of PKCS#12's own schemes expects.
const PKCS12_SALT: usize = 8;

/// One encryption to come, with a salt of its own.
pub(super) struct Seal {
    cipher: PfxCipher,
    salt: Vec<u8>,
    iv: Vec<u8>,
    iterations: u64,
}

impl Seal {
    /// A seal with fresh salt. Fails on a round count out of bounds and without random bytes.
    pub fn fresh(
        cipher: PfxCipher,
        iterations: u64,
        random: &dyn Random,
    ) -> Result<Self, WriteFault> {
        WriteFault::check_iterations(iterations)?;
        let (salt, iv) = match cipher {
            PfxCipher::TripleDesSha1 => (PKCS12_SALT, 0),
            PfxCipher::Aes256Sha256 => (PBES2_SALT, Cipher::Aes(32).iv_bytes()),
        };
        Ok(Self {
            cipher,
            salt: random_bytes(salt, random)?,
            iv: random_bytes(iv, random)?,
            iterations,
        })
    }

    /// Work of using it.
    pub fn cost(&self) -> Cost {
        self.scheme().cost()
    }

    /// EncryptedPrivateKeyInfo (RFC 5958 section 3) around a key.
    pub fn encrypted_key(
        &self,
        key: &PrivateKey,
        secret: &Secret,
        progress: &dyn Progress,
    ) -> Result<Vec<u8>, WriteFault> {
        let bytes = self.encrypt(&key.to_pkcs8(), secret, progress)?;
        Ok(der::sequence(&[
            &self.algorithm(),
            &der::octet_string(&bytes),
        ]))
    }

    /// Encrypts; the password as the standards say.
    pub fn encrypt(
        &self,
        plain: &[u8],
        secret: &Secret,
        progress: &dyn Progress,
    ) -> Result<Vec<u8>, WriteFault> {
        let scheme = self.scheme();
        let KeyAndIv { key, iv } = scheme.key_and_iv(secret, Encoding::Standard, progress)?;
        let encrypted = scheme.cipher().encrypt(&key, &iv, plain);
        encrypted.ok_or_else(|| WriteFault::unrepresentable(scheme.protection()))
    }

    /// AlgorithmIdentifier with all parameters.
    pub fn algorithm(&self) -> Vec<u8> {
        let salt_and_rounds =
            [der::octet_string(&self.salt), der::integer(self.iterations)].concat();
        match self.cipher {
            PfxCipher::TripleDesSha1 => der::sequence(&[
                &der::oid(PKCS12_TRIPLE_DES),
                &der::sequence(&[&salt_and_rounds]),
            ]),
            PfxCipher::Aes256Sha256 => {
                let hmac = der::sequence(&[&der::oid(HMAC_SHA256), &der::null()]);
                let derivation = der::sequence(&[
                    &der::oid(PBKDF2),
                    &der::sequence(&[&salt_and_rounds, &hmac]),
                ]);
                let cipher = der::sequence(&[&der::oid(AES_256_CBC), &der::octet_string(&self.iv)]);
                der::sequence(&[&der::oid(PBES2), &der::sequence(&[&derivation, &cipher])])
            }
        }
    }

    fn scheme(&self) -> Scheme {
        let (salt, iterations) = (self.salt.clone(), self.iterations);
        match self.cipher {
            PfxCipher::TripleDesSha1 => Scheme::Pkcs12 {
                cipher: Cipher::TripleDes,
                salt,
                iterations,
            },
            PfxCipher::Aes256Sha256 => Scheme::Pbes2 {
                derivation: Derivation::Pbkdf2 {
                    salt,
                    iterations,
                    hash: Hash::Sha256,
                    key_bytes: None,
                },
                cipher: Cipher::Aes(32),
                iv: self.iv.clone(),
            },
        }
    }
}

/// So many bytes that nobody can guess.
pub(super) fn random_bytes(count: usize, random: &dyn Random) -> Result<Vec<u8>, WriteFault> {
    let mut bytes = vec![0; count];
    random.fill(&mut bytes)?;
    Ok(bytes)
}
