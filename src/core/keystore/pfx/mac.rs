//! The MAC over a PKCS#12 file: the old kind (RFC 7292 4 and B) and PBMAC1 (RFC 9579).

use crate::core::der::Reader;
use crate::core::kdf::{self, Cost, Hash, Purpose};
use crate::core::keystore::foreign::hash_name;
use crate::core::keystore::internals::{DerivationInternals, MacInternals};
use crate::core::keystore::password::Encoding;
use crate::core::keystore::scheme::{Derivation, hmac_name};
use crate::core::keystore::{ChecksumFault, OpenFault};
use crate::core::progress::Progress;
use crate::core::secret::Secret;

const PBMAC1: &str = "1.2.840.113549.1.5.14";
/// Bytes of a PBMAC1 key that somebody may ask for. Shorter ones can be guessed (RFC 9579 section 9).
const KEY_BYTES: std::ops::RangeInclusive<u64> = 20..=1024;

/// A MAC with all its parameters.
pub(super) struct Mac {
    kind: Kind,
    expected: Vec<u8>,
    /// Salt and rounds of MacData, which PBMAC1 leaves unused.
    beside: (Vec<u8>, u64),
}

enum Kind {
    Pkcs12 {
        hash: Hash,
        salt: Vec<u8>,
        iterations: u64,
    },
    Pbmac1 {
        derivation: Derivation,
        key_bytes: usize,
        hash: Hash,
    },
    /// By a digest that is not read here.
    Unsupported(String),
    /// In a way that proves nothing.
    Worthless(ChecksumFault),
}

impl Mac {
    /// Reads MacData.
    pub fn read(mut data: Reader) -> Result<Self, OpenFault> {
        let mut digest_info = data.sequence()?;
        let (oid, parameters) = digest_info.algorithm()?;
        let expected = digest_info.octets()?.to_vec();
        let salt = data.octets()?.to_vec();
        let iterations = if data.is_empty() { 1 } else { data.small()? };
        let kind = match Hash::from_oid(&oid) {
            Some(hash) => Kind::Pkcs12 {
                hash,
                salt: salt.clone(),
                iterations,
            },
            None if oid == PBMAC1 => pbmac1(parameters)?,
            None => Kind::Unsupported(format!("MAC with {}", hash_name(&oid))),
        };
        Ok(Self {
            kind,
            expected,
            beside: (salt, iterations),
        })
    }

    /// Work of checking it with one password.
    pub fn cost(&self) -> Cost {
        let iterations = match &self.kind {
            Kind::Pkcs12 { iterations, .. } => *iterations,
            Kind::Pbmac1 {
                derivation,
                key_bytes,
                ..
            } => derivation.cost(*key_bytes).iterations,
            Kind::Unsupported(_) | Kind::Worthless(_) => 0,
        };
        Cost { iterations }
    }

    /// Algorithm and derivation, for a report.
    pub fn internals(&self) -> MacInternals {
        let (algorithm, derivation) = match &self.kind {
            Kind::Pkcs12 {
                hash,
                salt,
                iterations,
            } => {
                let derivation = DerivationInternals {
                    function: "PKCS#12",
                    prf: Some(hash.name().to_owned()),
                    iterations: *iterations,
                    salt_bytes: salt.len(),
                };
                (hmac_name(*hash), Some(derivation))
            }
            Kind::Pbmac1 {
                derivation, hash, ..
            } => (hmac_name(*hash), Some(derivation.into())),
            Kind::Unsupported(words) => (words.clone(), None),
            Kind::Worthless(fault) => (format!("PBMAC1: {fault}"), None),
        };
        MacInternals {
            algorithm,
            is_pbmac1: matches!(self.kind, Kind::Pbmac1 { .. }),
            derivation,
        }
    }

    /// In words of the format.
    pub fn words(&self) -> String {
        match &self.kind {
            Kind::Pkcs12 {
                hash, iterations, ..
            } => format!("MAC {}, {iterations} iterations", hmac_name(*hash)),
            Kind::Pbmac1 {
                derivation, hash, ..
            } => format!("PBMAC1 {}, {}", hmac_name(*hash), derivation.words()),
            Kind::Unsupported(words) => words.clone(),
            Kind::Worthless(fault) => fault.to_string(),
        }
    }

    /// Whether the password, in this encoding, gives this MAC over the bytes.
    pub fn fits(
        &self,
        secret: &Secret,
        encoding: Encoding,
        bytes: &[u8],
        progress: &dyn Progress,
    ) -> Result<bool, OpenFault> {
        let (hash, key) = match &self.kind {
            Kind::Pkcs12 {
                hash,
                salt,
                iterations,
            } => {
                let (password, length) = (encoding.pkcs12(secret), hash.output_bytes());
                let purpose = Purpose::Mac;
                let key = kdf::pkcs12(
                    *hash,
                    purpose,
                    &password,
                    salt,
                    *iterations,
                    length,
                    progress,
                )?;
                (hash, key)
            }
            // PBMAC1 takes UTF-8 and nothing else.
            Kind::Pbmac1 { .. } if encoding != Encoding::Standard => return Ok(false),
            Kind::Pbmac1 {
                derivation,
                key_bytes,
                hash,
            } => {
                let password = encoding.plain(secret);
                (hash, derivation.derive(&password, *key_bytes, progress)?)
            }
            Kind::Unsupported(words) => return Err(OpenFault::unsupported(words.clone())),
            Kind::Worthless(fault) => return Err(OpenFault::Checksum(*fault)),
        };
        Ok(*hash.hmac(&key, &[bytes]) == self.expected)
    }

    /// Why no password will ever fit, when that shows from outside.
    pub fn fault(&self) -> Option<OpenFault> {
        match &self.kind {
            Kind::Worthless(fault) => Some(OpenFault::Checksum(*fault)),
            Kind::Unsupported(words) => Some(OpenFault::unsupported(words.clone())),
            Kind::Pkcs12 { .. } | Kind::Pbmac1 { .. } => None,
        }
    }

    /// Work of [`Mac::contradiction`].
    pub fn contradiction_cost(&self) -> Cost {
        match &self.kind {
            Kind::Pbmac1 { .. } => {
                // Blocks of the derivation times the other round count.
                let blocks = self.key_blocks();
                let other = Cost {
                    iterations: self.beside.1.saturating_mul(blocks),
                };
                self.cost() + other
            }
            _ => Cost::default(),
        }
    }

    fn key_blocks(&self) -> u64 {
        match &self.kind {
            Kind::Pbmac1 {
                derivation: Derivation::Pbkdf2 { hash, .. },
                key_bytes,
                ..
            } => key_bytes.div_ceil(hash.output_bytes()) as u64,
            _ => 0,
        }
    }

    /// Whether a refused password gives this MAC with the salt or the rounds that PBMAC1 leaves unused:
    /// then the file contradicts itself (RFC 9579 A.4 and A.5).
    pub fn contradiction(
        &self,
        secret: &Secret,
        bytes: &[u8],
        progress: &dyn Progress,
    ) -> Result<Option<ChecksumFault>, OpenFault> {
        let Kind::Pbmac1 {
            derivation:
                Derivation::Pbkdf2 {
                    salt,
                    iterations,
                    hash: prf,
                    ..
                },
            key_bytes,
            hash,
        } = &self.kind
        else {
            return Ok(None);
        };
        let (other_salt, other_rounds) = (&self.beside.0, self.beside.1);
        let password = Encoding::Standard.plain(secret);
        for (salt, rounds, fault) in [
            (salt, other_rounds, ChecksumFault::OtherRounds),
            (other_salt, *iterations, ChecksumFault::OtherSalt),
        ] {
            if rounds == 0 || salt.is_empty() {
                continue;
            }
            let key = kdf::pbkdf2(*prf, &password, salt, rounds, *key_bytes, progress)?;
            if *hash.hmac(&key, &[bytes]) == self.expected {
                return Ok(Some(fault));
            }
        }
        Ok(None)
    }
}

/// PBMAC1-params (RFC 8018 A.5).
fn pbmac1(parameters: &[u8]) -> Result<Kind, OpenFault> {
    let mut inside = Reader::new(parameters).sequence()?;
    let (derivation_oid, derivation_parameters) = inside.algorithm()?;
    let (hmac_oid, _) = inside.algorithm()?;
    let derivation = match Derivation::new(&derivation_oid, derivation_parameters) {
        Err(OpenFault::Unsupported { cipher }) => {
            return Ok(Kind::Unsupported(format!("PBMAC1 with {cipher}")));
        }
        derivation => derivation?,
    };
    let Some(hash) = Hash::from_hmac_oid(&hmac_oid) else {
        let name = hash_name(&hmac_oid);
        return Ok(Kind::Unsupported(format!("PBMAC1 with {name}")));
    };
    let key_bytes = match (&derivation, derivation.key_bytes()) {
        (Derivation::Scrypt { .. }, None) => hash.output_bytes(),
        (_, None) => return Ok(Kind::Worthless(ChecksumFault::KeyLengthMissing)),
        (_, Some(bytes)) if KEY_BYTES.contains(&bytes) => bytes as usize,
        (_, Some(bytes)) if bytes < *KEY_BYTES.start() => {
            return Ok(Kind::Worthless(ChecksumFault::KeyTooShort));
        }
        _ => return Err(OpenFault::damaged("MAC key of a size that cannot be")),
    };
    Ok(Kind::Pbmac1 {
        derivation,
        key_bytes,
        hash,
    })
}
