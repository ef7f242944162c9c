//! Password-based encryption schemes: PBES2 and PBES1 (RFC 8018), PKCS#12's own (RFC 7292 appendix C).

use zeroize::Zeroizing;

use super::OpenFault;
use super::cipher::{BlockCipher, Cipher, Mode};
use super::foreign::{cipher_name, hash_name, scheme_name};
use super::password::Encoding;
use crate::core::der::{Reader, Tag};
use crate::core::kdf::{self, Cost, Hash, Purpose, ScryptCost};
use crate::core::progress::Progress;
use crate::core::secret::Secret;

/// How a key comes from a password in PBES2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derivation {
    /// PBKDF2 with an HMAC.
    Pbkdf2 {
        salt: Vec<u8>,
        iterations: u64,
        hash: Hash,
        key_bytes: Option<u64>,
    },
    /// scrypt.
    Scrypt { salt: Vec<u8>, cost: ScryptCost },
}

/// A scheme with all its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// PBES1: hash, DES or RC2.
    Pbes1 {
        hash: Hash,
        cipher: Cipher,
        salt: Vec<u8>,
        iterations: u64,
    },
    /// PBES2.
    Pbes2 {
        derivation: Derivation,
        cipher: Cipher,
        iv: Vec<u8>,
    },
    /// PKCS#12's own, always with SHA-1.
    Pkcs12 {
        cipher: Cipher,
        salt: Vec<u8>,
        iterations: u64,
    },
}

impl Scheme {
    /// Reads an AlgorithmIdentifier. What is not read here is `Unsupported` by name.
    pub fn new(oid: &str, parameters: &[u8]) -> Result<Self, OpenFault> {
        if let Some(cipher) = pkcs12_cipher(oid) {
            let (salt, iterations) = salt_and_iterations(parameters)?;
            return Ok(Self::Pkcs12 {
                cipher,
                salt,
                iterations,
            });
        }
        if let Some((hash, cipher)) = pbes1_parts(oid) {
            let (salt, iterations) = salt_and_iterations(parameters)?;
            return Ok(Self::Pbes1 {
                hash,
                cipher,
                salt,
                iterations,
            });
        }
        match oid {
            "1.2.840.113549.1.5.13" => Self::pbes2(parameters),
            _ => Err(OpenFault::unsupported(scheme_name(oid))),
        }
    }

    fn pbes2(parameters: &[u8]) -> Result<Self, OpenFault> {
        let mut inside = Reader::new(parameters).sequence()?;
        let (derivation_oid, derivation_parameters) = inside.algorithm()?;
        let (cipher_oid, cipher_parameters) = inside.algorithm()?;
        let derivation = Derivation::new(&derivation_oid, derivation_parameters)?;
        let (cipher, iv) = pbes2_cipher(&cipher_oid, cipher_parameters, &derivation)?;
        if iv.len() != cipher.iv_bytes() {
            return Err(OpenFault::damaged("initialisation vector of another size"));
        }
        Ok(Self::Pbes2 {
            derivation,
            cipher,
            iv,
        })
    }

    /// Its cipher.
    pub(super) fn cipher(&self) -> Cipher {
        match self {
            Self::Pbes1 { cipher, .. }
            | Self::Pbes2 { cipher, .. }
            | Self::Pkcs12 { cipher, .. } => *cipher,
        }
    }

    /// Work of opening it once.
    pub fn cost(&self) -> Cost {
        let blocks = |bytes: usize| bytes.div_ceil(Hash::Sha1.output_bytes()) as u64;
        let iterations = match self {
            Self::Pbes1 { iterations, .. } => *iterations,
            Self::Pbes2 {
                derivation, cipher, ..
            } => return derivation.cost(cipher.key_bytes()),
            Self::Pkcs12 {
                cipher, iterations, ..
            } => {
                let parts = blocks(cipher.key_bytes()) + blocks(cipher.iv_bytes());
                iterations.saturating_mul(parts)
            }
        };
        Cost { iterations }
    }

    /// The scheme in words of the format: `PBES2 AES-256-CBC, HMAC-SHA256, 2048 iterations`.
    pub fn protection(&self) -> String {
        match self {
            Self::Pbes1 {
                hash,
                cipher,
                iterations,
                ..
            } => format!(
                "PBES1 {}, {}, {iterations} iterations",
                cipher.name(),
                hash.name()
            ),
            Self::Pbes2 {
                derivation, cipher, ..
            } => format!("PBES2 {}, {}", cipher.name(), derivation.words()),
            Self::Pkcs12 {
                cipher, iterations, ..
            } => format!("PKCS#12 {}, SHA-1, {iterations} iterations", cipher.name()),
        }
    }

    /// The encodings of the password that give different keys, the likeliest first.
    /// `known` is the one that fitted elsewhere in the same file.
    pub fn encodings(&self, secret: &Secret, known: Option<Encoding>) -> Vec<Encoding> {
        match (self, known) {
            (Self::Pkcs12 { .. }, None) => Encoding::candidates(secret).to_vec(),
            (Self::Pkcs12 { .. }, Some(known)) => vec![known],
            (_, None) => vec![Encoding::Standard],
            // NSS checks the MAC as everybody does and encrypted with UTF-16 for years.
            (_, Some(_)) => vec![Encoding::Standard, Encoding::Utf16Everywhere],
        }
    }

    /// Decrypts. A wrong padding is `WrongPassword`; what the bytes mean is for the caller to judge.
    pub fn decrypt(
        &self,
        secret: &Secret,
        encoding: Encoding,
        bytes: &[u8],
        progress: &dyn Progress,
    ) -> Result<Zeroizing<Vec<u8>>, OpenFault> {
        let cipher = self.cipher();
        if !cipher.fits(bytes.len()) {
            return Err(OpenFault::damaged("ciphertext of a length that cannot be"));
        }
        let KeyAndIv { key, iv } = self.key_and_iv(secret, encoding, progress)?;
        cipher
            .decrypt(&key, &iv, bytes)
            .ok_or(OpenFault::WrongPassword)
    }

    /// Derives what the cipher starts from.
    pub(super) fn key_and_iv(
        &self,
        secret: &Secret,
        encoding: Encoding,
        progress: &dyn Progress,
    ) -> Result<KeyAndIv, OpenFault> {
        match self {
            Self::Pbes1 {
                hash,
                salt,
                iterations,
                ..
            } => pbes1_key(*hash, &encoding.plain(secret), salt, *iterations, progress),
            Self::Pbes2 {
                derivation,
                cipher,
                iv,
            } => {
                let password = encoding.plain(secret);
                let key = derivation.derive(&password, cipher.key_bytes(), progress)?;
                let iv = Zeroizing::new(iv.clone());
                Ok(KeyAndIv { key, iv })
            }
            Self::Pkcs12 {
                cipher,
                salt,
                iterations,
            } => {
                let password = encoding.pkcs12(secret);
                pkcs12_key(*cipher, &password, salt, *iterations, progress)
            }
        }
    }
}

/// What a cipher starts from.
pub(super) struct KeyAndIv {
    pub key: Zeroizing<Vec<u8>>,
    pub iv: Zeroizing<Vec<u8>>,
}

/// PBKDF1 (RFC 8018 5.1): eight bytes of key, eight of vector.
fn pbes1_key(
    hash: Hash,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    progress: &dyn Progress,
) -> Result<KeyAndIv, OpenFault> {
    kdf::check_iterations(iterations)?;
    let mut key = hash.digest(&[password, salt]);
    hash.repeat(&mut key, iterations - 1, progress)?;
    key.truncate(16);
    let iv = Zeroizing::new(key.split_off(8));
    Ok(KeyAndIv { key, iv })
}

fn pkcs12_key(
    cipher: Cipher,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    progress: &dyn Progress,
) -> Result<KeyAndIv, OpenFault> {
    let derive = |purpose, length| {
        kdf::pkcs12(
            Hash::Sha1,
            purpose,
            password,
            salt,
            iterations,
            length,
            progress,
        )
    };
    Ok(KeyAndIv {
        key: derive(Purpose::Key, cipher.key_bytes())?,
        iv: derive(Purpose::Iv, cipher.iv_bytes())?,
    })
}

impl Derivation {
    /// Reads the key derivation of PBES2 or PBMAC1.
    pub fn new(oid: &str, parameters: &[u8]) -> Result<Self, OpenFault> {
        let mut inside = Reader::new(parameters).sequence()?;
        match oid {
            "1.2.840.113549.1.5.12" => Self::pbkdf2(inside),
            "1.3.6.1.4.1.11591.4.11" => Ok(Self::Scrypt {
                salt: inside.octets()?.to_vec(),
                cost: ScryptCost {
                    rows: inside.small()?,
                    units: inside.small()?,
                    lanes: inside.small()?,
                },
            }),
            _ => Err(OpenFault::unsupported(format!("key derivation {oid}"))),
        }
    }

    /// PBKDF2-params (RFC 8018 A.2); the HMAC is SHA-1's unless told.
    fn pbkdf2(mut inside: Reader) -> Result<Self, OpenFault> {
        let Ok(salt) = inside.octets() else {
            return Err(OpenFault::unsupported("PBKDF2 with a salt from elsewhere"));
        };
        let iterations = inside.small()?;
        let key_bytes = match inside.optional(Tag::INTEGER)? {
            Some(number) => Some(Reader::new(number.whole).small()?),
            None => None,
        };
        let hash = if inside.is_empty() {
            Hash::Sha1
        } else {
            let (hmac, _) = inside.algorithm()?;
            Hash::from_hmac_oid(&hmac).ok_or_else(|| {
                OpenFault::unsupported(format!("PBKDF2 with {}", hash_name(&hmac)))
            })?
        };
        Ok(Self::Pbkdf2 {
            salt: salt.to_vec(),
            iterations,
            hash,
            key_bytes,
        })
    }

    /// Key bytes as written in the file.
    pub fn key_bytes(&self) -> Option<u64> {
        match self {
            Self::Pbkdf2 { key_bytes, .. } => *key_bytes,
            Self::Scrypt { .. } => None,
        }
    }

    /// Work of deriving a key of `length` bytes.
    pub fn cost(&self, length: usize) -> Cost {
        match self {
            Self::Pbkdf2 {
                iterations, hash, ..
            } => {
                let blocks = length.div_ceil(hash.output_bytes()) as u64;
                Cost {
                    iterations: iterations.saturating_mul(blocks),
                }
            }
            Self::Scrypt { cost, .. } => cost.cost(),
        }
    }

    /// Derives a key.
    pub fn derive(
        &self,
        password: &[u8],
        length: usize,
        progress: &dyn Progress,
    ) -> Result<Zeroizing<Vec<u8>>, OpenFault> {
        Ok(match self {
            Self::Pbkdf2 {
                salt,
                iterations,
                hash,
                ..
            } => kdf::pbkdf2(*hash, password, salt, *iterations, length, progress)?,
            Self::Scrypt { salt, cost } => cost.derive(password, salt, length, progress)?,
        })
    }

    /// In words of the format.
    pub fn words(&self) -> String {
        match self {
            Self::Pbkdf2 {
                iterations, hash, ..
            } => format!("{}, {iterations} iterations", hmac_name(*hash)),
            Self::Scrypt { cost, .. } => {
                format!("scrypt N={} r={} p={}", cost.rows, cost.units, cost.lanes)
            }
        }
    }
}

/// `HMAC-SHA256` from `SHA-256`.
pub fn hmac_name(hash: Hash) -> String {
    format!("HMAC-{}", hash.name().replacen('-', "", 1))
}

/// The parameters that PBES1 and PKCS#12's schemes share.
fn salt_and_iterations(parameters: &[u8]) -> Result<(Vec<u8>, u64), OpenFault> {
    let mut inside = Reader::new(parameters).sequence()?;
    Ok((inside.octets()?.to_vec(), inside.small()?))
}

fn pkcs12_cipher(oid: &str) -> Option<Cipher> {
    let rc2 = |bits: usize| Cipher::Rc2 {
        key_bytes: bits / 8,
        bits,
    };
    Some(match oid.strip_prefix("1.2.840.113549.1.12.1.")? {
        "1" => Cipher::Rc4(16),
        "2" => Cipher::Rc4(5),
        "3" => Cipher::TripleDes,
        "4" => Cipher::TwoKeyTripleDes,
        "5" => rc2(128),
        "6" => rc2(40),
        _ => return None,
    })
}

fn pbes1_parts(oid: &str) -> Option<(Hash, Cipher)> {
    let rc2 = Cipher::Rc2 {
        key_bytes: 8,
        bits: 64,
    };
    Some(match oid.strip_prefix("1.2.840.113549.1.5.")? {
        "3" => (Hash::Md5, Cipher::Des),
        "6" => (Hash::Md5, rc2),
        "10" => (Hash::Sha1, Cipher::Des),
        "11" => (Hash::Sha1, rc2),
        _ => return None,
    })
}

fn pbes2_cipher(
    oid: &str,
    parameters: &[u8],
    derivation: &Derivation,
) -> Result<(Cipher, Vec<u8>), OpenFault> {
    let cipher = match oid {
        "2.16.840.1.101.3.4.1.2" => Cipher::Aes(16),
        "2.16.840.1.101.3.4.1.22" => Cipher::Aes(24),
        "2.16.840.1.101.3.4.1.42" => Cipher::Aes(32),
        "1.2.840.113549.3.7" => Cipher::TripleDes,
        "1.3.14.3.2.7" => Cipher::Des,
        "1.2.840.113549.3.2" => return rc2_cipher(parameters, derivation),
        "1.2.840.113549.3.4" => Cipher::Rc4(rc4_key_bytes(derivation)?),
        other => rare_cipher(other)
            .ok_or_else(|| OpenFault::unsupported(format!("PBES2 {}", cipher_name(other))))?,
    };
    if cipher.iv_bytes() == 0 {
        return Ok((cipher, Vec::new()));
    }
    Ok((cipher, Reader::new(parameters).octets()?.to_vec()))
}

/// RC4 has keys of any size; the usual one is 128 bits.
fn rc4_key_bytes(derivation: &Derivation) -> Result<usize, OpenFault> {
    match derivation.key_bytes() {
        None => Ok(16),
        Some(bytes @ 1..=256) => Ok(bytes as usize),
        Some(_) => Err(OpenFault::damaged("RC4 key of a size that cannot be")),
    }
}

/// Modes other than CBC, as openssl names them in PBES2 (NIST's and the OIW's numbers).
fn rare_cipher(oid: &str) -> Option<Cipher> {
    let (arc, number) = oid.rsplit_once('.')?;
    let number: usize = number.parse().ok()?;
    let (block, mode) = match (arc, number) {
        ("1.3.14.3.2", 6) => (BlockCipher::Des, Mode::Ecb),
        ("1.3.14.3.2", 8) => (BlockCipher::Des, Mode::Ofb),
        ("1.3.14.3.2", 9) => (BlockCipher::Des, Mode::Cfb),
        ("1.3.14.3.2", 17) => (BlockCipher::TwoKeyTripleDes, Mode::Ecb),
        ("2.16.840.1.101.3.4.1", 0..=59) => {
            let mode = match number % 20 {
                1 => Mode::Ecb,
                3 => Mode::Ofb,
                4 => Mode::Cfb,
                _ => return None,
            };
            (BlockCipher::Aes(16 + 8 * (number / 20)), mode)
        }
        _ => return None,
    };
    Some(Cipher::Rare(block, mode))
}

/// RC2 says its effective bits by a number of its own (RFC 8018 B.2.3).
fn rc2_cipher(parameters: &[u8], derivation: &Derivation) -> Result<(Cipher, Vec<u8>), OpenFault> {
    let mut iv = Reader::new(parameters);
    let bits = match iv.sequence() {
        Ok(mut inside) => {
            let version = inside.small()?;
            iv = inside;
            match version {
                160 => 40,
                120 => 64,
                58 => 128,
                256..=1024 => version as usize,
                _ => return Err(OpenFault::unsupported(format!("RC2 version {version}"))),
            }
        }
        Err(_) => 32,
    };
    let key_bytes = match derivation.key_bytes() {
        Some(bytes @ 1..=128) => bytes as usize,
        Some(_) => return Err(OpenFault::damaged("RC2 key of a size that cannot be")),
        None => bits.div_ceil(8),
    };
    Ok((Cipher::Rc2 { key_bytes, bits }, iv.octets()?.to_vec()))
}
