//! The MAC over a PKCS#12 file: the old kind (RFC 7292 4 and B) and PBMAC1 (RFC 9579).

use crate::core::der::Reader;
use crate::core::kdf::{self, Cost, Hash, Purpose};
use crate::core::keystore::OpenFault;
use crate::core::keystore::internals::{DerivationInternals, MacInternals};
use crate::core::keystore::password::Encoding;
use crate::core::keystore::scheme::{Derivation, hmac_name};
use crate::core::progress::Progress;
use crate::core::secret::Secret;

const PBMAC1: &str = "1.2.840.113549.1.5.14";
/// Bytes of a PBMAC1 key that somebody may ask for; real ones have 20 to 64.
const KEY_BYTES: u64 = 1024;

/// A MAC with all its parameters.
pub(super) struct Mac {
    kind: Kind,
    expected: Vec<u8>,
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
                salt,
                iterations,
            },
            None if oid == PBMAC1 => pbmac1(parameters)?,
            None => Kind::Unsupported(format!("MAC with {oid}")),
        };
        Ok(Self { kind, expected })
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
            Kind::Unsupported(_) => 0,
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
        };
        Ok(*hash.hmac(&key, &[bytes]) == self.expected)
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
        return Ok(Kind::Unsupported(format!("PBMAC1 with {hmac_oid}")));
    };
    let key_bytes = match derivation.key_bytes() {
        None => hash.output_bytes(),
        Some(bytes @ 1..=KEY_BYTES) => bytes as usize,
        Some(_) => return Err(OpenFault::damaged("MAC key of a size that cannot be")),
    };
    Ok(Kind::Pbmac1 {
        derivation,
        key_bytes,
        hash,
    })
}
