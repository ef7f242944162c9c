//! Kinds of keys that can be made for a request.

use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo};

/// A named curve (SEC 2; FIPS 186-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Curve {
    /// secp256r1.
    P256,
    /// secp384r1.
    P384,
    /// secp521r1.
    P521,
}

/// A key to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewKey {
    /// RSA of 2,048 bits.
    Rsa2048,
    /// RSA of 3,072 bits.
    Rsa3072,
    /// RSA of 4,096 bits.
    Rsa4096,
    /// ECDSA.
    Ec(Curve),
    /// Ed25519 (RFC 8410); public CAs do not issue for it.
    Ed25519,
    /// SM2 with SM3 (GB/T 32918); for CAs of China's own scheme.
    Sm2,
}

impl NewKey {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Rsa2048,
        Self::Rsa3072,
        Self::Rsa4096,
        Self::Ec(Curve::P256),
        Self::Ec(Curve::P384),
        Self::Ec(Curve::P521),
        Self::Ed25519,
        Self::Sm2,
    ];

    /// The kind by its name on the command line: `rsa2048`, `p256`, `ed25519`, `sm2`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rsa2048 => "rsa2048",
            Self::Rsa3072 => "rsa3072",
            Self::Rsa4096 => "rsa4096",
            Self::Ec(Curve::P256) => "p256",
            Self::Ec(Curve::P384) => "p384",
            Self::Ec(Curve::P521) => "p521",
            Self::Ed25519 => "ed25519",
            Self::Sm2 => "sm2",
        }
    }

    /// The kind that an existing key is of, where a new one like it could be made.
    pub fn like(info: &KeyInfo) -> Option<Self> {
        Some(match (&info.algorithm, info.bits) {
            (KeyAlgorithm::Rsa, 2048) => Self::Rsa2048,
            (KeyAlgorithm::Rsa, 3072) => Self::Rsa3072,
            (KeyAlgorithm::Rsa, 4096) => Self::Rsa4096,
            (KeyAlgorithm::Ec(curve), _) => match &**curve {
                "P-256" => Self::Ec(Curve::P256),
                "P-384" => Self::Ec(Curve::P384),
                "P-521" => Self::Ec(Curve::P521),
                "SM2" => Self::Sm2,
                _ => return None,
            },
            (KeyAlgorithm::Ed25519, _) => Self::Ed25519,
            _ => return None,
        })
    }
}
