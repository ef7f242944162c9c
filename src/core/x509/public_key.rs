//! What kind of public key a SubjectPublicKeyInfo holds (RFC 5280 4.1.2.7, RFC 3279, 5480, 8410).

use std::fmt;

use crate::core::der::{DerFault, Reader, Tag};

/// Kind of a public key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyAlgorithm {
    /// RSA, rsaEncryption.
    Rsa,
    /// RSA restricted to PSS.
    RsaPss,
    /// Elliptic curve by its usual name: P-256, P-384, P-521, SM2, secp256k1, or a dotted OID.
    Ec(Box<str>),
    /// Ed25519.
    Ed25519,
    /// Ed448.
    Ed448,
    /// DSA.
    Dsa,
    /// Any other, by dotted OID; empty when the bytes are no SubjectPublicKeyInfo.
    Other(Box<str>),
}

/// Kind and size of a public key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyInfo {
    /// Kind.
    pub algorithm: KeyAlgorithm,
    /// Size in bits, 0 when not known.
    pub bits: u32,
}

/// The parts of a SubjectPublicKeyInfo.
pub struct PublicKeyParts<'a> {
    /// Dotted OID of the algorithm.
    pub oid: String,
    /// The algorithm's parameters in DER, empty when absent.
    pub parameters: &'a [u8],
    /// The key itself: the content of the BIT STRING.
    pub key: &'a [u8],
}

impl<'a> PublicKeyParts<'a> {
    /// Takes a SubjectPublicKeyInfo apart.
    pub fn from_spki(spki: &'a [u8]) -> Result<Self, DerFault> {
        let mut inside = Reader::new(spki).sequence()?;
        let (oid, parameters) = inside.algorithm()?;
        let key = inside.bits()?;
        Ok(Self {
            oid,
            parameters,
            key,
        })
    }

    /// Modulus and exponent of an RSA key, big-endian without leading zeros.
    pub fn rsa(&self) -> Result<(&'a [u8], &'a [u8]), DerFault> {
        let mut inside = Reader::new(self.key).sequence()?;
        Ok((inside.unsigned()?, inside.unsigned()?))
    }
}

impl KeyInfo {
    /// Names the key of a SubjectPublicKeyInfo in DER. Never fails: what is not known is `Other`.
    pub fn from_spki(spki: &[u8]) -> Self {
        PublicKeyParts::from_spki(spki).map_or_else(
            |_| Self::other(""),
            |parts| {
                let rsa_bits = || parts.rsa().map_or(0, |(modulus, _)| bits(modulus));
                Self::from_algorithm(&parts.oid, parts.parameters, rsa_bits)
            },
        )
    }

    /// Names a key by its AlgorithmIdentifier, which private keys carry as well. RSA has its size only in the key.
    pub fn from_algorithm(oid: &str, parameters: &[u8], rsa_bits: impl Fn() -> u32) -> Self {
        match oid {
            "1.2.840.113549.1.1.1" => Self::new(KeyAlgorithm::Rsa, rsa_bits()),
            "1.2.840.113549.1.1.10" => Self::new(KeyAlgorithm::RsaPss, rsa_bits()),
            "1.2.840.10045.2.1" => Self::from_curve(parameters),
            SM2_CURVE => Self::new(KeyAlgorithm::Ec("SM2".into()), 256),
            "1.3.101.112" => Self::new(KeyAlgorithm::Ed25519, 256),
            "1.3.101.113" => Self::new(KeyAlgorithm::Ed448, 456),
            "1.2.840.10040.4.1" => Self::new(KeyAlgorithm::Dsa, dsa_bits(parameters)),
            _ => Self::other(oid),
        }
    }

    /// Names a curve by its EC parameters in DER (RFC 3279 2.3.5).
    fn from_curve(parameters: &[u8]) -> Self {
        let mut reader = Reader::new(parameters);
        match reader.peek().map(|value| value.tag) {
            Ok(Tag::OID) => {
                let oid = reader.oid().unwrap_or_default();
                let (name, bits) = curve_by_oid(&oid).unwrap_or((&oid, 0));
                Self::new(KeyAlgorithm::Ec(name.into()), bits)
            }
            Ok(Tag::SEQUENCE) => {
                let (name, bits) = explicit_curve(parameters).unwrap_or(("", 0));
                Self::new(KeyAlgorithm::Ec(name.into()), bits)
            }
            _ => Self::new(KeyAlgorithm::Ec("".into()), 0),
        }
    }

    fn new(algorithm: KeyAlgorithm, bits: u32) -> Self {
        Self { algorithm, bits }
    }

    fn other(oid: &str) -> Self {
        Self::new(KeyAlgorithm::Other(oid.into()), 0)
    }

    /// Short name as experts write it: `RSA 2048`, `P-256`, `Ed25519`; the same in every language.
    pub fn label(&self) -> String {
        let sized = |name: &str| match self.bits {
            0 => name.to_owned(),
            bits => format!("{name} {bits}"),
        };
        match &self.algorithm {
            KeyAlgorithm::Rsa => sized("RSA"),
            KeyAlgorithm::RsaPss => sized("RSA-PSS"),
            KeyAlgorithm::Ec(name) if name.is_empty() => sized("EC"),
            KeyAlgorithm::Ec(name) => name.to_string(),
            KeyAlgorithm::Ed25519 => "Ed25519".to_owned(),
            KeyAlgorithm::Ed448 => "Ed448".to_owned(),
            KeyAlgorithm::Dsa => sized("DSA"),
            KeyAlgorithm::Other(oid) if oid.is_empty() => "?".to_owned(),
            KeyAlgorithm::Other(oid) => other_name(oid).unwrap_or(oid).to_owned(),
        }
    }
}

impl fmt::Display for KeyInfo {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.label())
    }
}

/// The curve that SM2 keys lie on (GB/T 32918.5); some write it as the key's algorithm.
pub const SM2_CURVE: &str = "1.2.156.10197.1.301";

/// Usual name and size of a named curve.
fn curve_by_oid(oid: &str) -> Option<(&'static str, u32)> {
    Some(match oid {
        "1.2.840.10045.3.1.1" => ("P-192", 192),
        "1.2.840.10045.3.1.7" => ("P-256", 256),
        "1.2.156.10197.1.301" => ("SM2", 256),
        "1.3.132.0.10" => ("secp256k1", 256),
        "1.3.132.0.33" => ("P-224", 224),
        "1.3.132.0.34" => ("P-384", 384),
        "1.3.132.0.35" => ("P-521", 521),
        "1.3.36.3.3.2.8.1.1.7" => ("brainpoolP256r1", 256),
        "1.3.36.3.3.2.8.1.1.11" => ("brainpoolP384r1", 384),
        "1.3.36.3.3.2.8.1.1.13" => ("brainpoolP512r1", 512),
        _ => return None,
    })
}

/// Name and size of a curve that is written out in full; unnamed unless its base point is a well-known one.
fn explicit_curve(parameters: &[u8]) -> Option<(&'static str, u32)> {
    let mut inside = Reader::new(parameters).sequence().ok()?;
    inside.small().ok()?;
    let mut field = inside.sequence().ok()?;
    field.oid().ok()?;
    let size = bits(field.unsigned().ok()?);
    inside.sequence().ok()?;
    let base_x = inside.octets().ok()?.get(1..9)?;
    let name = match base_x {
        [0x6b, 0x17, 0xd1, 0xf2, 0xe1, 0x2c, 0x42, 0x47] => "P-256",
        [0xaa, 0x87, 0xca, 0x22, 0xbe, 0x8b, 0x05, 0x37] => "P-384",
        [0x00, 0xc6, 0x85, 0x8e, 0x06, 0xb7, 0x04, 0x04] => "P-521",
        [0x32, 0xc4, 0xae, 0x2c, 0x1f, 0x19, 0x81, 0x19] => "SM2",
        _ => "",
    };
    Some((name, size))
}

fn dsa_bits(parameters: &[u8]) -> u32 {
    let mut inside = Reader::new(parameters).sequence();
    let prime = inside
        .as_mut()
        .ok()
        .and_then(|inside| inside.unsigned().ok());
    prime.map_or(0, bits)
}

/// Bits of a magnitude without leading zero bytes.
pub fn bits(magnitude: &[u8]) -> u32 {
    let first = magnitude.first().map_or(0, |first| first.leading_zeros());
    (magnitude.len() as u32)
        .saturating_mul(8)
        .saturating_sub(first)
}

/// Names of kinds that are shown and not otherwise treated.
fn other_name(oid: &str) -> Option<&'static str> {
    Some(match oid {
        "1.2.840.113549.1.3.1" => "DH",
        "1.2.840.10046.2.1" => "X9.42 DH",
        "1.3.101.110" => "X25519",
        "1.3.101.111" => "X448",
        "1.2.643.7.1.1.1.1" => "GOST R 34.10-2012 256",
        "1.2.643.7.1.1.1.2" => "GOST R 34.10-2012 512",
        "2.16.840.1.101.3.4.3.17" => "ML-DSA-44",
        "2.16.840.1.101.3.4.3.18" => "ML-DSA-65",
        "2.16.840.1.101.3.4.3.19" => "ML-DSA-87",
        _ => return None,
    })
}
