//! The forms a private key is written in: PKCS#8 (RFC 5208, 5958), PKCS#1 (RFC 8017), SEC1 (RFC 5915), OpenSSL's DSA.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::{KeyFault, PrivateKey, public_half};
use crate::core::der::{self, Reader, Tag, Tlv};
use crate::core::x509::public_key::{KeyInfo, bits};

const RSA: &str = "1.2.840.113549.1.1.1";
const DSA: &str = "1.2.840.10040.4.1";
pub(super) const EC: &str = "1.2.840.10045.2.1";
/// Named curves by the bytes of their scalars, for SEC1 keys that do not name theirs.
const CURVES_BY_SIZE: [(usize, &str); 3] = [
    (32, "1.2.840.10045.3.1.7"),
    (48, "1.3.132.0.34"),
    (66, "1.3.132.0.35"),
];

/// A PrivateKeyInfo taken apart.
pub(super) struct Parts<'a> {
    /// Dotted OID of the algorithm.
    pub oid: String,
    /// The algorithm's parameters in DER, empty when absent.
    pub parameters: &'a [u8],
    /// The key in its algorithm's own form.
    pub key: &'a [u8],
    /// `[0]` with attributes in DER, empty when absent.
    pub attributes: &'a [u8],
    /// The public half that newer files carry (RFC 5958), empty when absent.
    pub public: &'a [u8],
}

impl<'a> Parts<'a> {
    /// Takes a PrivateKeyInfo apart.
    pub fn from_pkcs8(pkcs8: &'a [u8]) -> Result<Self, KeyFault> {
        let mut inside = Reader::new(pkcs8).sequence()?;
        inside.small()?;
        let (oid, parameters) = inside.algorithm()?;
        let key = inside.octets()?;
        let mut public: &[u8] = &[];
        let mut attributes: &[u8] = &[];
        while !inside.is_empty() {
            let extra = inside.read()?;
            if extra.tag == Tag::context_primitive(1) {
                public = extra.content.get(1..).unwrap_or_default();
            } else if extra.tag == Tag::context(0) {
                attributes = extra.whole;
            }
        }
        Ok(Self {
            oid,
            parameters,
            key,
            attributes,
            public,
        })
    }
}

impl PrivateKey {
    /// Reads a private key in DER, whichever form it has, and computes its public half.
    /// Bytes after the key are ignored.
    pub fn from_der(bytes: &[u8]) -> Result<Self, KeyFault> {
        let whole = Reader::new(bytes)
            .expect(Tag::SEQUENCE)
            .map_err(|_| KeyFault::NotAKey)?;
        let mut inside = whole.children();
        let first = inside.read().map_err(|_| KeyFault::NotAKey)?;
        let second = inside.peek().map_err(|_| KeyFault::NotAKey)?;
        match (first.tag, second.tag) {
            (Tag::INTEGER, Tag::SEQUENCE) => Self::from_private_key_info(whole, inside),
            (Tag::INTEGER, Tag::OCTET_STRING) => Self::from_sec1(whole),
            (Tag::INTEGER, Tag::INTEGER) => Self::from_integers(whole),
            (Tag::SEQUENCE, Tag::OCTET_STRING) => Err(KeyFault::Encrypted),
            _ => Err(KeyFault::NotAKey),
        }
    }

    fn from_private_key_info(whole: Tlv, mut after_version: Reader) -> Result<Self, KeyFault> {
        // Certificates of version 1 begin alike and have no OCTET STRING here.
        let is_key = after_version.algorithm().is_ok() && after_version.octets().is_ok();
        if !is_key {
            return Err(KeyFault::NotAKey);
        }
        Self::from_pkcs8(Zeroizing::new(whole.whole.to_vec()))
    }

    /// Takes over a PrivateKeyInfo.
    fn from_pkcs8(pkcs8: Zeroizing<Vec<u8>>) -> Result<Self, KeyFault> {
        let parts = Parts::from_pkcs8(&pkcs8)?;
        let spki = public_half::spki(&parts)?;
        let info = if spki.is_empty() {
            KeyInfo::from_algorithm(&parts.oid, parts.parameters, || rsa_bits(parts.key))
        } else {
            KeyInfo::from_spki(&spki)
        };
        Ok(Self {
            spki: Arc::from(spki),
            info,
            pkcs8,
        })
    }

    fn from_sec1(whole: Tlv) -> Result<Self, KeyFault> {
        let key = EcKey::from_sec1(whole.whole)?;
        let unnamed;
        let parameters = match key.parameters {
            [] => {
                unnamed = curve_by_size(key.scalar.len());
                &unnamed
            }
            named => named,
        };
        let algorithm = der::sequence(&[&der::oid(EC), parameters]);
        let inner = key.without_parameters();
        Self::from_pkcs8(private_key_info(&algorithm, &inner, &[]))
    }

    /// PKCS#1 has nine numbers or more, OpenSSL's DSA form six.
    fn from_integers(whole: Tlv) -> Result<Self, KeyFault> {
        let mut inside = whole.children();
        let mut numbers = Vec::new();
        while let Ok(Some(number)) = inside.optional(Tag::INTEGER) {
            numbers.push(number.whole);
        }
        match numbers.as_slice() {
            [_, p, q, g, _public, x] => {
                let parameters = der::sequence(&[p, q, g]);
                let algorithm = der::sequence(&[&der::oid(DSA), &parameters]);
                Self::from_pkcs8(private_key_info(&algorithm, x, &[]))
            }
            [_, _, _, _, _, _, _, _, _, ..] => {
                let algorithm = der::sequence(&[&der::oid(RSA), &der::null()]);
                Self::from_pkcs8(private_key_info(&algorithm, whole.whole, &[]))
            }
            _ => Err(KeyFault::NotAKey),
        }
    }
}

/// PrivateKeyInfo of version 1, which is written as 0.
pub(super) fn private_key_info(
    algorithm: &[u8],
    key: &[u8],
    attributes: &[u8],
) -> Zeroizing<Vec<u8>> {
    let key = Zeroizing::new(der::octet_string(key));
    Zeroizing::new(der::sequence(&[
        &der::integer(0),
        algorithm,
        &key,
        attributes,
    ]))
}

fn curve_by_size(bytes: usize) -> Vec<u8> {
    CURVES_BY_SIZE
        .iter()
        .find(|(size, _)| *size == bytes)
        .map(|(_, oid)| der::oid(oid))
        .unwrap_or_default()
}

fn rsa_bits(pkcs1: &[u8]) -> u32 {
    RsaKey::from_pkcs1(pkcs1).map_or(0, |key| bits(key.modulus))
}

/// An ECPrivateKey (RFC 5915) taken apart.
pub(super) struct EcKey<'a> {
    /// The secret scalar as written.
    pub scalar: &'a [u8],
    /// The curve in DER, empty when absent.
    pub parameters: &'a [u8],
    /// The public point, empty when absent.
    pub point: &'a [u8],
}

impl<'a> EcKey<'a> {
    pub fn from_sec1(sec1: &'a [u8]) -> Result<Self, KeyFault> {
        let mut inside = Reader::new(sec1).sequence()?;
        inside.small()?;
        let mut key = Self {
            scalar: inside.octets()?,
            parameters: &[],
            point: &[],
        };
        while !inside.is_empty() {
            let field = inside.read()?;
            match field.tag.number {
                0 => key.parameters = field.content,
                1 => key.point = field.children().bits()?,
                _ => {}
            }
        }
        Ok(key)
    }

    fn without_parameters(&self) -> Zeroizing<Vec<u8>> {
        let point = match self.point {
            [] => Vec::new(),
            point => der::tlv(Tag::context(1), &[&der::bit_string(point)]),
        };
        let scalar = Zeroizing::new(der::octet_string(self.scalar));
        Zeroizing::new(der::sequence(&[&der::integer(1), &scalar, &point]))
    }
}

/// The parts of an RSAPrivateKey (RFC 8017 A.1.2) that are needed here.
pub(super) struct RsaKey<'a> {
    pub modulus: &'a [u8],
    pub exponent: &'a [u8],
    pub secret: &'a [u8],
}

impl<'a> RsaKey<'a> {
    pub fn from_pkcs1(pkcs1: &'a [u8]) -> Result<Self, KeyFault> {
        let mut inside = Reader::new(pkcs1).sequence()?;
        inside.small()?;
        Ok(Self {
            modulus: inside.unsigned()?,
            exponent: inside.unsigned()?,
            secret: inside.unsigned()?,
        })
    }
}
