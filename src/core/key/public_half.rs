//! The public half of a private key, as a SubjectPublicKeyInfo.

use aws_lc_rs::signature::{
    self as aws, EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, KeyPair,
};
use num_bigint::BigUint;
use zeroize::Zeroizing;

use super::form::{EcKey, Parts, RsaKey};
use super::rsa::left_pad;
use super::{KeyFault, sm2};
use crate::core::der::{self, Reader, Tag};
use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo, bits};

/// Bits of a DSA prime whose power is still quick to compute.
const DSA_BITS: u32 = 4_096;

/// The SubjectPublicKeyInfo; empty where it cannot be computed and is not written beside the key.
pub(super) fn spki(parts: &Parts) -> Result<Vec<u8>, KeyFault> {
    let info = KeyInfo::from_algorithm(&parts.oid, parts.parameters, || 0);
    match &info.algorithm {
        KeyAlgorithm::Rsa => rsa(parts, &der::null()),
        KeyAlgorithm::RsaPss => rsa(parts, parts.parameters),
        KeyAlgorithm::Ec(curve) => ec(parts, curve),
        KeyAlgorithm::Ed25519 => {
            let seed = Reader::new(parts.key).octets()?;
            let pair = Ed25519KeyPair::from_seed_unchecked(seed)
                .map_err(|_| KeyFault::damaged("Ed25519 key of another size"))?;
            Ok(join(parts, pair.public_key().as_ref()))
        }
        KeyAlgorithm::Dsa => dsa(parts),
        KeyAlgorithm::Ed448 | KeyAlgorithm::Other(_) => Ok(written(parts, parts.public)),
    }
}

fn join(parts: &Parts, public: &[u8]) -> Vec<u8> {
    let algorithm = der::sequence(&[&der::oid(&parts.oid), parts.parameters]);
    der::sequence(&[&algorithm, &der::bit_string(public)])
}

/// A public half that the file itself carries.
fn written(parts: &Parts, public: &[u8]) -> Vec<u8> {
    match public {
        [] => Vec::new(),
        public => join(parts, public),
    }
}

fn rsa(parts: &Parts, parameters: &[u8]) -> Result<Vec<u8>, KeyFault> {
    let key = RsaKey::from_pkcs1(parts.key)?;
    let public = der::sequence(&[&der::unsigned(key.modulus), &der::unsigned(key.exponent)]);
    let algorithm = der::sequence(&[&der::oid(&parts.oid), parameters]);
    Ok(der::sequence(&[&algorithm, &der::bit_string(&public)]))
}

fn ec(parts: &Parts, curve: &str) -> Result<Vec<u8>, KeyFault> {
    let key = EcKey::from_sec1(parts.key)?;
    let Some(size) = scalar_bytes(curve) else {
        return Ok(written(parts, key.point));
    };
    let scalar = scalar(key.scalar, size)?;
    let computed = match curve {
        "SM2" => sm2::public_point(&scalar),
        _ => library_pair(curve, &scalar).map(|pair| pair.public_key().as_ref().to_vec()),
    };
    let point = computed.ok_or_else(|| KeyFault::damaged("no scalar of its curve"))?;
    if !key.point.is_empty() && !is_same_point(key.point, &point) {
        return Err(KeyFault::damaged(
            "public and private half do not belong together",
        ));
    }
    Ok(join(parts, &point))
}

/// Bytes of a scalar, for the curves that are computed here.
pub(super) fn scalar_bytes(curve: &str) -> Option<usize> {
    Some(match curve {
        "P-256" | "SM2" | "secp256k1" => 32,
        "P-384" => 48,
        "P-521" => 66,
        _ => return None,
    })
}

/// A scalar of exactly `size` bytes; some tools leave leading zeros out or add one.
pub(super) fn scalar(written: &[u8], size: usize) -> Result<Zeroizing<Vec<u8>>, KeyFault> {
    let zeros = written.iter().take_while(|byte| **byte == 0).count();
    let digits = written.get(zeros..).unwrap_or_default();
    if digits.len() > size {
        return Err(KeyFault::damaged("scalar larger than its curve"));
    }
    Ok(Zeroizing::new(left_pad(digits, size)))
}

/// Whether two encodings, compressed or not, mean the same point.
pub(super) fn is_same_point(one: &[u8], other: &[u8]) -> bool {
    match (one.split_first(), other.split_first()) {
        (Some((4, one)), Some((4, other))) => one == other,
        (Some((form @ (2 | 3), x)), Some((4, whole)))
        | (Some((4, whole)), Some((form @ (2 | 3), x))) => {
            let parity = whole.last().map(|last| 2 | (last & 1));
            whole.len() == 2 * x.len() && whole.starts_with(x) && parity == Some(*form)
        }
        _ => one == other,
    }
}

fn ecdsa_by_curve(curve: &str) -> Option<&'static EcdsaSigningAlgorithm> {
    Some(match curve {
        "P-256" => &aws::ECDSA_P256_SHA256_ASN1_SIGNING,
        "P-384" => &aws::ECDSA_P384_SHA384_ASN1_SIGNING,
        "P-521" => &aws::ECDSA_P521_SHA512_ASN1_SIGNING,
        "secp256k1" => &aws::ECDSA_P256K1_SHA256_ASN1_SIGNING,
        _ => return None,
    })
}

/// The library's key pair from a scalar of full size.
fn library_pair(curve: &str, scalar: &[u8]) -> Option<EcdsaKeyPair> {
    let scalar = Zeroizing::new(der::octet_string(scalar));
    let sec1 = Zeroizing::new(der::sequence(&[&der::integer(1), &scalar]));
    EcdsaKeyPair::from_private_key_der(ecdsa_by_curve(curve)?, &sec1).ok()
}

/// The scalar of an EC key and, where the library knows the curve, its pair for signing.
pub(super) fn ec_signer(
    parts: &Parts,
    curve: &str,
) -> Option<(Zeroizing<Vec<u8>>, Option<EcdsaKeyPair>)> {
    let key = EcKey::from_sec1(parts.key).ok()?;
    let scalar = scalar(key.scalar, scalar_bytes(curve)?).ok()?;
    let pair = library_pair(curve, &scalar);
    Some((scalar, pair))
}

/// y = g^x mod p.
fn dsa(parts: &Parts) -> Result<Vec<u8>, KeyFault> {
    let secret = Reader::new(parts.key).unsigned()?;
    let mut numbers = Reader::new(parts.parameters).sequence()?;
    let (prime, _, base) = (
        numbers.unsigned()?,
        numbers.expect(Tag::INTEGER)?,
        numbers.unsigned()?,
    );
    if bits(prime) > DSA_BITS || bits(secret) > 512 || bits(prime) < 16 {
        return Ok(Vec::new());
    }
    let number = |magnitude| BigUint::from_bytes_be(magnitude);
    let public = number(base).modpow(&number(secret), &number(prime));
    Ok(join(parts, &der::unsigned(&public.to_bytes_be())))
}
