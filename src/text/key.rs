//! Kinds of keys in words.

use super::Lang;
use super::foreign::short;
use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo};

/// Kind and size: `RSA 2048`, `ECDSA P-256`, `Ed25519`.
pub fn name(key: &KeyInfo) -> String {
    match &key.algorithm {
        KeyAlgorithm::Rsa => format!("RSA {}", key.bits),
        KeyAlgorithm::RsaPss => format!("RSA-PSS {}", key.bits),
        KeyAlgorithm::Ec(curve) if &**curve == "SM2" => "SM2".to_owned(),
        KeyAlgorithm::Ec(curve) => format!("ECDSA {}", short(curve)),
        KeyAlgorithm::Ed25519 => "Ed25519".to_owned(),
        KeyAlgorithm::Ed448 => "Ed448".to_owned(),
        KeyAlgorithm::Dsa => format!("DSA {}", key.bits),
        KeyAlgorithm::Other(oid) => short(oid).into_owned(),
    }
}

/// What is known of a private key beside its certificate.
pub fn state(lang: Lang, state: &crate::core::bundle::KeyState) -> &'static str {
    use crate::core::bundle::KeyState;
    match state {
        KeyState::Proven(_) => lang.pick("fits the certificate", "与证书匹配"),
        KeyState::NotChecked(_) => {
            lang.pick("looks right, could not be proven", "看起来匹配，无法验证")
        }
        KeyState::MayBeLocked(_) => lang.pick("perhaps in a locked file", "可能在尚未打开的文件里"),
        KeyState::Missing => lang.pick("not here", "不在这里"),
    }
}
