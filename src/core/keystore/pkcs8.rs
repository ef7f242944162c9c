//! Private keys that are encrypted on their own: EncryptedPrivateKeyInfo (RFC 5958 section 3) and OpenSSL's old PEM form.

use zeroize::Zeroizing;

use super::legacy_pem::LegacyPemKey;
use super::password::Encoding;
use super::pfx::PfxCipher;
use super::scheme::Scheme;
use super::seal::Seal;
use super::{OpenFault, WriteFault};
use crate::core::der::{self, Reader};
use crate::core::env::Random;
use crate::core::kdf::{Cost, Together};
use crate::core::key::PrivateKey;
use crate::core::progress::Progress;
use crate::core::secret::Secret;

/// An encrypted private key that was not opened yet.
pub struct EncryptedKey(Form);

enum Form {
    Pkcs8(ShroudedKey),
    LegacyPem(LegacyPemKey),
}

impl EncryptedKey {
    /// Reads an EncryptedPrivateKeyInfo in DER or BER. Fails when it is broken or its cipher is not read here.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpenFault> {
        let key = ShroudedKey::from_der(&der::normalise(bytes)?)?;
        Ok(Self(Form::Pkcs8(key)))
    }

    /// From a PEM block with `Proc-Type: 4,ENCRYPTED`: the value of `DEK-Info`, such as `AES-256-CBC,3F17…`,
    /// and the decoded body.
    pub fn from_legacy_pem(dek_info: &str, bytes: &[u8]) -> Result<Self, OpenFault> {
        Ok(Self(Form::LegacyPem(LegacyPemKey::parse(dek_info, bytes)?)))
    }

    /// Its encrypted bytes, which tell it from others.
    pub fn ciphertext(&self) -> &[u8] {
        match &self.0 {
            Form::Pkcs8(key) => &key.bytes,
            Form::LegacyPem(key) => key.ciphertext(),
        }
    }

    /// Work of trying one password.
    pub fn cost(&self) -> Cost {
        match &self.0 {
            Form::Pkcs8(key) => key.scheme.cost(),
            Form::LegacyPem(key) => key.cost(),
        }
    }

    /// Protection in words of the format: `PBES2 AES-256-CBC, HMAC-SHA256, 2048 iterations`.
    pub fn protection(&self) -> String {
        match &self.0 {
            Form::Pkcs8(key) => key.scheme.protection(),
            Form::LegacyPem(key) => key.protection(),
        }
    }

    /// Opens it. Without a checksum in the formats, a damaged ciphertext looks like a wrong password.
    pub fn open(&self, secret: &Secret, progress: &dyn Progress) -> Result<PrivateKey, OpenFault> {
        let key = match &self.0 {
            Form::Pkcs8(key) => key,
            Form::LegacyPem(key) => return key.open(secret, progress),
        };
        let progress = Together::new(progress, self.cost());
        for encoding in key.scheme.encodings(secret, None) {
            match key.open(secret, encoding, &progress) {
                Err(OpenFault::WrongPassword) => {}
                answer => return answer,
            }
        }
        Err(OpenFault::WrongPassword)
    }
}

/// Encrypts a key as an EncryptedPrivateKeyInfo in DER: PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC,
/// which OpenSSL since 1.0, Java, GnuTLS and Windows read.
///
/// # Errors
/// [`WriteFault::LimitReached`] for round counts out of bounds, [`WriteFault::NoRandom`], [`WriteFault::Cancelled`].
pub fn encrypt(
    key: &PrivateKey,
    iterations: u64,
    secret: &Secret,
    random: &dyn Random,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, WriteFault> {
    let seal = Seal::fresh(PfxCipher::Aes256Sha256, iterations, random)?;
    let progress = Together::new(progress, seal.cost());
    seal.encrypted_key(key, secret, &progress)
        .map(Zeroizing::new)
}

impl From<ShroudedKey> for EncryptedKey {
    fn from(key: ShroudedKey) -> Self {
        Self(Form::Pkcs8(key))
    }
}

/// An EncryptedPrivateKeyInfo with its scheme.
#[derive(Clone)]
pub(super) struct ShroudedKey {
    /// How it is encrypted.
    pub scheme: Scheme,
    bytes: Vec<u8>,
}

impl ShroudedKey {
    /// Takes the structure apart.
    pub fn from_der(der: &[u8]) -> Result<Self, OpenFault> {
        let mut inside = Reader::new(der).sequence()?;
        let (oid, parameters) = inside.algorithm()?;
        let bytes = inside.octets()?.to_vec();
        let scheme = Scheme::new(&oid, parameters)?;
        Ok(Self { scheme, bytes })
    }

    /// Decrypts it with the password in one encoding.
    pub fn open(
        &self,
        secret: &Secret,
        encoding: Encoding,
        progress: &dyn Progress,
    ) -> Result<PrivateKey, OpenFault> {
        let plain = self
            .scheme
            .decrypt(secret, encoding, &self.bytes, progress)?;
        PrivateKey::from_der(&plain).map_err(OpenFault::from_decrypted)
    }
}
