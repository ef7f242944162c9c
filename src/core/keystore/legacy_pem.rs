//! PEM keys with `Proc-Type: 4,ENCRYPTED`: OpenSSL's old form (RFC 1421 headers, EVP_BytesToKey with MD5).

use zeroize::Zeroizing;

use super::OpenFault;
use super::cipher::Cipher;
use crate::core::hex;
use crate::core::kdf::{Cost, Hash};
use crate::core::key::PrivateKey;
use crate::core::progress::{self, Progress};
use crate::core::secret::Secret;

/// An encrypted PEM key that was not opened yet.
pub(super) struct LegacyPemKey {
    cipher: Cipher,
    iv: Vec<u8>,
    bytes: Vec<u8>,
}

impl LegacyPemKey {
    /// From the value of `DEK-Info`, such as `AES-256-CBC,3F17…`, and the decoded body.
    pub fn parse(dek_info: &str, bytes: &[u8]) -> Result<Self, OpenFault> {
        let (name, iv) = dek_info
            .split_once(',')
            .ok_or_else(|| OpenFault::damaged("DEK-Info without a vector"))?;
        let cipher = match name.trim().to_ascii_uppercase().as_str() {
            "AES-128-CBC" => Cipher::Aes(16),
            "AES-192-CBC" => Cipher::Aes(24),
            "AES-256-CBC" => Cipher::Aes(32),
            "DES-EDE3-CBC" => Cipher::TripleDes,
            "DES-EDE-CBC" => Cipher::TwoKeyTripleDes,
            "DES-CBC" => Cipher::Des,
            other => return Err(OpenFault::unsupported(format!("PEM {other}"))),
        };
        let iv = hex::read(iv.trim())
            .filter(|iv| iv.len() == cipher.iv_bytes())
            .ok_or_else(|| OpenFault::damaged("DEK-Info with a vector of another size"))?;
        if !cipher.fits(bytes.len()) {
            return Err(OpenFault::damaged("ciphertext of a length that cannot be"));
        }
        Ok(Self {
            cipher,
            iv,
            bytes: bytes.to_vec(),
        })
    }

    /// Its encrypted bytes.
    pub fn ciphertext(&self) -> &[u8] {
        &self.bytes
    }

    /// Work of trying one password: next to nothing.
    pub fn cost(&self) -> Cost {
        Cost { iterations: 4 }
    }

    /// Protection in words of the format: `PEM AES-256-CBC, MD5, 1 iteration`.
    pub fn protection(&self) -> String {
        format!("PEM {}, MD5, 1 iteration", self.cipher.name())
    }

    /// Opens it. Without a checksum in the format, a damaged ciphertext looks like a wrong password.
    pub fn open(&self, secret: &Secret, progress: &dyn Progress) -> Result<PrivateKey, OpenFault> {
        progress::check(progress).map_err(|_| OpenFault::Cancelled)?;
        let key = self.key(secret);
        let plain = self
            .cipher
            .decrypt(&key, &self.iv, &self.bytes)
            .ok_or(OpenFault::WrongPassword)?;
        PrivateKey::from_der(&plain).map_err(OpenFault::from_decrypted)
    }

    /// MD5 over the last digest, the password and the vector's first eight bytes, until there is enough.
    fn key(&self, secret: &Secret) -> Zeroizing<Vec<u8>> {
        let salt = self.iv.get(..8).unwrap_or_default();
        let mut key = Zeroizing::new(Vec::with_capacity(48));
        let mut last = Zeroizing::new(Vec::new());
        while key.len() < self.cipher.key_bytes() {
            last = Hash::Md5.digest(&[&last, secret.expose().as_bytes(), salt]);
            key.extend_from_slice(&last);
        }
        key.truncate(self.cipher.key_bytes());
        key
    }
}
