//! Temporary.
use crate::core::kdf::Cost;
use crate::core::keystore::{OpenFault, Opened};
use crate::core::progress::Progress;
use crate::core::secret::Secret;
pub struct Pfx;
impl Pfx {
    pub fn parse(_b: &[u8]) -> Result<Self, OpenFault> {
        Err(OpenFault::Unsupported { cipher: "x".into() })
    }
    pub fn has_mac(&self) -> bool {
        true
    }
    pub fn is_encrypted(&self) -> bool {
        true
    }
    pub fn mac_cost(&self) -> Cost {
        Cost { iterations: 1 }
    }
    pub fn cost(&self) -> Cost {
        Cost { iterations: 1 }
    }
    pub fn protection(&self) -> String {
        String::new()
    }
    pub fn check_mac(&self, _s: &Secret, _p: &dyn Progress) -> Result<bool, OpenFault> {
        Ok(false)
    }
    pub fn open(&self, _s: &Secret, _p: &dyn Progress) -> Result<Opened, OpenFault> {
        Ok(Opened::default())
    }
}
use crate::core::key::PrivateKey;
pub struct EncryptedKey;
impl EncryptedKey {
    pub fn parse(_b: &[u8]) -> Result<Self, OpenFault> {
        Err(OpenFault::Unsupported { cipher: "x".into() })
    }
    pub fn from_legacy_pem(_d: &str, _b: &[u8]) -> Result<Self, OpenFault> {
        Err(OpenFault::Unsupported { cipher: "x".into() })
    }
    pub fn cost(&self) -> Cost {
        Cost { iterations: 1 }
    }
    pub fn protection(&self) -> String {
        String::new()
    }
    pub fn open(&self, _s: &Secret, _p: &dyn Progress) -> Result<PrivateKey, OpenFault> {
        Err(OpenFault::WrongPassword)
    }
}
