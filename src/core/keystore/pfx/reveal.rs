//! What a PKCS#12 file shows of its making: schemes and MAC from outside, bags once it is open.

use super::bags::Bag;
use super::{Pfx, Safe};
use crate::core::keystore::OpenFault;
use crate::core::keystore::internals::{
    BagInternals, DerivationInternals, PasswordEncoding, PfxInternals, ProtectionInternals,
    SafeInternals,
};
use crate::core::keystore::password::Encoding;
use crate::core::keystore::scheme::{Derivation, Scheme, hmac_name};

/// What opening showed.
pub(super) struct Revealed {
    /// The bags of each safe in file order; `None` for those that are not read here.
    pub safes: Vec<Option<Vec<BagInternals>>>,
    /// How the password was turned into bytes; `None` when nothing needed one.
    pub encoding: Option<Encoding>,
}

impl Pfx {
    /// How the file is made. Before it is open, bags inside encrypted safes are not known yet.
    pub fn internals(&self) -> PfxInternals {
        let revealed = self.revealed.get();
        let safes = self.safes.iter().enumerate().map(|(number, safe)| {
            let seen = revealed.and_then(|revealed| revealed.safes.get(number).cloned().flatten());
            safe_internals(safe, seen)
        });
        let encoding = revealed
            .and_then(|revealed| revealed.encoding)
            .or(self.accepted.get().copied());
        PfxInternals {
            encoding: self.encoding,
            mac: self.mac.as_ref().map(super::mac::Mac::internals),
            password_encoding: encoding.map(PasswordEncoding::from),
            safes: safes.collect(),
        }
    }
}

fn safe_internals(safe: &Safe, seen: Option<Vec<BagInternals>>) -> SafeInternals {
    match safe {
        Safe::Plain(bags) => SafeInternals {
            protection: None,
            bags: Some(bags.iter().map(Bag::internals).collect()),
        },
        Safe::Encrypted { scheme, .. } => SafeInternals {
            protection: Some(ProtectionInternals::of(scheme.as_ref())),
            bags: seen,
        },
    }
}

impl ProtectionInternals {
    /// Of a scheme, or of the reason why it is not read.
    pub(super) fn of(scheme: Result<&Scheme, &OpenFault>) -> Self {
        match scheme {
            Ok(scheme) => scheme.into(),
            Err(fault) => Self {
                scheme: match fault {
                    OpenFault::Unsupported { cipher } => cipher.clone(),
                    fault => fault.to_string(),
                },
                cipher: None,
                derivation: None,
            },
        }
    }
}

impl From<&Scheme> for ProtectionInternals {
    fn from(scheme: &Scheme) -> Self {
        let pbe = |function, prf: &str, iterations: u64, salt: &[u8]| DerivationInternals {
            function,
            prf: Some(prf.to_owned()),
            iterations,
            salt_bytes: salt.len(),
        };
        let (name, cipher, derivation) = match scheme {
            Scheme::Pbes1 {
                hash,
                cipher,
                salt,
                iterations,
            } => {
                let derivation = pbe("PBKDF1", hash.name(), *iterations, salt);
                ("PBES1", cipher, derivation)
            }
            Scheme::Pbes2 {
                derivation, cipher, ..
            } => ("PBES2", cipher, derivation.into()),
            Scheme::Pkcs12 {
                cipher,
                salt,
                iterations,
            } => {
                let derivation = pbe("PKCS#12", "SHA-1", *iterations, salt);
                ("PKCS#12", cipher, derivation)
            }
        };
        Self {
            scheme: name.to_owned(),
            cipher: Some(cipher.name()),
            derivation: Some(derivation),
        }
    }
}

impl From<&Derivation> for DerivationInternals {
    fn from(derivation: &Derivation) -> Self {
        match derivation {
            Derivation::Pbkdf2 {
                salt,
                iterations,
                hash,
                ..
            } => Self {
                function: "PBKDF2",
                prf: Some(hmac_name(*hash)),
                iterations: *iterations,
                salt_bytes: salt.len(),
            },
            Derivation::Scrypt { salt, cost } => Self {
                function: "scrypt",
                prf: None,
                iterations: cost.rows,
                salt_bytes: salt.len(),
            },
        }
    }
}

impl From<Encoding> for PasswordEncoding {
    fn from(encoding: Encoding) -> Self {
        match encoding {
            Encoding::BytesAsCharacters => Self::Bytes,
            Encoding::Nothing => Self::Null,
            Encoding::Standard => Self::Standard,
            Encoding::Utf16Everywhere => Self::Utf16,
        }
    }
}
