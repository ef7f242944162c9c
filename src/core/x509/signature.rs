//! Whether a signature verifies: RSA (PKCS#1 v1.5 and PSS), ECDSA, Ed25519, DSA, SM2.

use aws_lc_rs::signature::{self as aws, UnparsedPublicKey, VerificationAlgorithm};

use super::public_key::{KeyAlgorithm, KeyInfo, PublicKeyParts, bits};
use crate::core::kdf::Hash;
use crate::core::key::rsa::{self, Pss};
use crate::core::key::{dsa, sm2};
use crate::core::limits;

/// Verdict over one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureVerdict {
    /// The signature verifies.
    Valid,
    /// It does not.
    Invalid,
    /// The algorithm (dotted OID or name) is not checked here.
    NotChecked(String),
}

/// How something is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    RsaPkcs1(Hash),
    RsaPss(Pss),
    Dsa(Hash),
    Ecdsa(Hash),
    Ed25519,
    Sm2,
}

impl Scheme {
    /// The scheme behind an AlgorithmIdentifier, when it is checked here.
    fn new(oid: &str, parameters: &[u8]) -> Option<Self> {
        Some(match oid {
            "1.2.840.113549.1.1.4" => Self::RsaPkcs1(Hash::Md5),
            "1.2.840.113549.1.1.5" | "1.3.14.3.2.29" => Self::RsaPkcs1(Hash::Sha1),
            "1.2.840.113549.1.1.14" => Self::RsaPkcs1(Hash::Sha224),
            "1.2.840.113549.1.1.11" => Self::RsaPkcs1(Hash::Sha256),
            "1.2.840.113549.1.1.12" => Self::RsaPkcs1(Hash::Sha384),
            "1.2.840.113549.1.1.13" => Self::RsaPkcs1(Hash::Sha512),
            "1.2.840.113549.1.1.10" => Self::RsaPss(Pss::from_der(parameters)?),
            "1.2.840.10045.4.1" => Self::Ecdsa(Hash::Sha1),
            "1.2.840.10045.4.3.1" => Self::Ecdsa(Hash::Sha224),
            "1.2.840.10045.4.3.2" => Self::Ecdsa(Hash::Sha256),
            "1.2.840.10045.4.3.3" => Self::Ecdsa(Hash::Sha384),
            "1.2.840.10045.4.3.4" => Self::Ecdsa(Hash::Sha512),
            "1.2.840.10040.4.3" | "1.3.14.3.2.27" => Self::Dsa(Hash::Sha1),
            "2.16.840.1.101.3.4.3.1" => Self::Dsa(Hash::Sha224),
            "2.16.840.1.101.3.4.3.2" => Self::Dsa(Hash::Sha256),
            "2.16.840.1.101.3.4.3.3" => Self::Dsa(Hash::Sha384),
            "2.16.840.1.101.3.4.3.4" => Self::Dsa(Hash::Sha512),
            "1.3.101.112" => Self::Ed25519,
            "1.2.156.10197.1.501" => Self::Sm2,
            _ => return None,
        })
    }
}

/// A public key in DER, and the DSA parameters that it inherits when it has none of its own
/// (RFC 3279 section 2.3.2).
#[derive(Clone, Copy, Debug)]
pub struct PublicKey<'a> {
    /// SubjectPublicKeyInfo.
    pub spki: &'a [u8],
    /// DER of the issuer's parameters.
    pub inherited: Option<&'a [u8]>,
}

/// Checks a signature over `tbs` under a public key. `algorithm_parameters` is DER and may be empty.
/// Takes milliseconds at most: keys beyond [`limits::RSA_BITS`] are not checked.
pub fn verify(
    spki: &[u8],
    algorithm_oid: &str,
    algorithm_parameters: &[u8],
    tbs: &[u8],
    signature: &[u8],
) -> SignatureVerdict {
    let key = PublicKey {
        spki,
        inherited: None,
    };
    verify_with(key, algorithm_oid, algorithm_parameters, tbs, signature)
}

/// As [`verify`], with parameters that the key may inherit.
pub fn verify_with(
    public: PublicKey<'_>,
    algorithm_oid: &str,
    algorithm_parameters: &[u8],
    tbs: &[u8],
    signature: &[u8],
) -> SignatureVerdict {
    let not_checked = || SignatureVerdict::NotChecked(algorithm_name(algorithm_oid).to_owned());
    let Some(scheme) = Scheme::new(algorithm_oid, algorithm_parameters) else {
        return not_checked();
    };
    let Ok(mut key) = PublicKeyParts::from_spki(public.spki) else {
        return SignatureVerdict::Invalid;
    };
    let info = KeyInfo::from_spki(public.spki);
    if info.algorithm == KeyAlgorithm::Dsa && !has_parameters(&key) {
        key.parameters = public.inherited.unwrap_or_default();
    }
    match check(scheme, &key, &info, tbs, signature) {
        Some(true) => SignatureVerdict::Valid,
        Some(false) => SignatureVerdict::Invalid,
        None => not_checked(),
    }
}

/// Whether a key has parameters of its own; NULL counts as none.
pub fn has_parameters(key: &PublicKeyParts<'_>) -> bool {
    !matches!(key.parameters, [] | [5, 0])
}

/// `None` where this combination of scheme and key is not checked.
fn check(
    scheme: Scheme,
    key: &PublicKeyParts,
    info: &KeyInfo,
    tbs: &[u8],
    signature: &[u8],
) -> Option<bool> {
    match (scheme, &info.algorithm) {
        (Scheme::RsaPkcs1(_), KeyAlgorithm::Rsa)
        | (Scheme::RsaPss(_), KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss) => {
            check_rsa(scheme, key, tbs, signature)
        }
        (Scheme::Ecdsa(hash), KeyAlgorithm::Ec(curve)) => {
            ecdsa(curve, hash).map(|with| is_valid(with, key.key, tbs, signature))
        }
        (Scheme::Dsa(hash), KeyAlgorithm::Dsa) => {
            dsa::verify(key.parameters, key.key, hash, tbs, signature)
        }
        (Scheme::Ed25519, KeyAlgorithm::Ed25519) => {
            Some(is_valid(&aws::ED25519, key.key, tbs, signature))
        }
        (Scheme::Sm2, KeyAlgorithm::Ec(curve)) if &**curve == "SM2" => {
            Some(sm2::verify(key.key, tbs, signature))
        }
        _ => Some(false),
    }
}

fn is_valid(with: &'static dyn VerificationAlgorithm, key: &[u8], tbs: &[u8], sig: &[u8]) -> bool {
    UnparsedPublicKey::new(with, key).verify(tbs, sig).is_ok()
}

/// `None` where it would take too long.
fn check_rsa(scheme: Scheme, key: &PublicKeyParts, tbs: &[u8], signature: &[u8]) -> Option<bool> {
    let Ok((modulus, exponent)) = key.rsa() else {
        return Some(false);
    };
    let size = bits(modulus);
    if size as usize > limits::RSA_BITS {
        return None;
    }
    // The library takes exponents up to 33 bits.
    if bits(exponent) <= 33
        && let Some(with) = rsa_in_library(scheme, size)
    {
        return Some(is_valid(with, key.key, tbs, signature));
    }
    let Some(message) = rsa::recover(modulus, exponent, signature).ok()? else {
        return Some(false);
    };
    Some(match scheme {
        Scheme::RsaPkcs1(hash) => rsa::is_pkcs1_encoding(&message, hash, &hash.digest(&[tbs])),
        Scheme::RsaPss(pss) => pss.is_encoding(&message, size.into(), &pss.hash.digest(&[tbs])),
        _ => false,
    })
}

fn rsa_in_library(scheme: Scheme, bits: u32) -> Option<&'static dyn VerificationAlgorithm> {
    Some(match (scheme, bits) {
        (Scheme::RsaPkcs1(Hash::Sha1), 1024..=8192) => {
            &aws::RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY
        }
        (Scheme::RsaPkcs1(Hash::Sha256), 1024..=8192) => {
            &aws::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY
        }
        (Scheme::RsaPkcs1(Hash::Sha384), 2048..=8192) => &aws::RSA_PKCS1_2048_8192_SHA384,
        (Scheme::RsaPkcs1(Hash::Sha512), 1024..=8192) => {
            &aws::RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY
        }
        (Scheme::RsaPss(pss), 2048..=8192)
            if pss.mask_hash == pss.hash && pss.salt_bytes == pss.hash.output_bytes() =>
        {
            match pss.hash {
                Hash::Sha256 => &aws::RSA_PSS_2048_8192_SHA256,
                Hash::Sha384 => &aws::RSA_PSS_2048_8192_SHA384,
                Hash::Sha512 => &aws::RSA_PSS_2048_8192_SHA512,
                _ => return None,
            }
        }
        _ => return None,
    })
}

fn ecdsa(curve: &str, hash: Hash) -> Option<&'static dyn VerificationAlgorithm> {
    Some(match (curve, hash) {
        ("P-256", Hash::Sha1) => &aws::ECDSA_P256_SHA1_ASN1,
        ("P-256", Hash::Sha256) => &aws::ECDSA_P256_SHA256_ASN1,
        ("P-256", Hash::Sha384) => &aws::ECDSA_P256_SHA384_ASN1,
        ("P-256", Hash::Sha512) => &aws::ECDSA_P256_SHA512_ASN1,
        ("P-384", Hash::Sha256) => &aws::ECDSA_P384_SHA256_ASN1,
        ("P-384", Hash::Sha384) => &aws::ECDSA_P384_SHA384_ASN1,
        ("P-384", Hash::Sha512) => &aws::ECDSA_P384_SHA512_ASN1,
        ("P-521", Hash::Sha1) => &aws::ECDSA_P521_SHA1_ASN1,
        ("P-521", Hash::Sha224) => &aws::ECDSA_P521_SHA224_ASN1,
        ("P-521", Hash::Sha256) => &aws::ECDSA_P521_SHA256_ASN1,
        ("P-521", Hash::Sha384) => &aws::ECDSA_P521_SHA384_ASN1,
        ("P-521", Hash::Sha512) => &aws::ECDSA_P521_SHA512_ASN1,
        ("secp256k1", Hash::Sha256) => &aws::ECDSA_P256K1_SHA256_ASN1,
        _ => return None,
    })
}

/// Signature algorithms with MD2, MD5 or SHA-1.
const WEAK: [&str; 8] = [
    "1.2.840.113549.1.1.2",
    "1.2.840.113549.1.1.3",
    "1.2.840.113549.1.1.4",
    "1.2.840.113549.1.1.5",
    "1.3.14.3.2.29",
    "1.2.840.10045.4.1",
    "1.2.840.10040.4.3",
    "1.3.14.3.2.27",
];

/// Whether a signature algorithm hashes with MD2, MD5 or SHA-1, so that signatures can be forged.
pub fn is_weak(oid: &str) -> bool {
    WEAK.contains(&oid)
}

/// Usual name of a signature algorithm, else its OID.
pub fn algorithm_name(oid: &str) -> &str {
    match oid {
        "1.2.840.113549.1.1.2" => "RSA with MD2",
        "1.2.840.113549.1.1.4" => "RSA with MD5",
        "1.2.840.113549.1.1.5" | "1.3.14.3.2.29" => "RSA with SHA-1",
        "1.2.840.113549.1.1.10" => "RSA-PSS",
        "1.2.840.113549.1.1.11" => "RSA with SHA-256",
        "1.2.840.113549.1.1.12" => "RSA with SHA-384",
        "1.2.840.113549.1.1.13" => "RSA with SHA-512",
        "1.2.840.113549.1.1.14" => "RSA with SHA-224",
        "1.2.840.10040.4.3" => "DSA with SHA-1",
        "2.16.840.1.101.3.4.3.1" => "DSA with SHA-224",
        "2.16.840.1.101.3.4.3.2" => "DSA with SHA-256",
        "2.16.840.1.101.3.4.3.3" => "DSA with SHA-384",
        "2.16.840.1.101.3.4.3.4" => "DSA with SHA-512",
        "1.3.14.3.2.27" => "DSA with SHA-1",
        "2.16.840.1.101.3.4.3.13" => "RSA with SHA3-224",
        "2.16.840.1.101.3.4.3.14" => "RSA with SHA3-256",
        "2.16.840.1.101.3.4.3.15" => "RSA with SHA3-384",
        "2.16.840.1.101.3.4.3.16" => "RSA with SHA3-512",
        "1.2.840.10045.4.1" => "ECDSA with SHA-1",
        "1.2.840.10045.4.3.1" => "ECDSA with SHA-224",
        "1.2.840.10045.4.3.2" => "ECDSA with SHA-256",
        "1.2.840.10045.4.3.3" => "ECDSA with SHA-384",
        "1.2.840.10045.4.3.4" => "ECDSA with SHA-512",
        "1.3.101.112" => "Ed25519",
        "1.3.101.113" => "Ed448",
        "1.2.156.10197.1.501" => "SM2 with SM3",
        "2.16.840.1.101.3.4.3.17" => "ML-DSA-44",
        "2.16.840.1.101.3.4.3.18" => "ML-DSA-65",
        "2.16.840.1.101.3.4.3.19" => "ML-DSA-87",
        _ => oid,
    }
}
