//! Signing as requests are signed: RSA with PKCS#1 v1.5, ECDSA, Ed25519, SM2 with SM3.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{
    self as aws, EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, RsaEncoding,
};
use zeroize::Zeroizing;

use super::form::Parts;
use super::public_half::ec_signer;
use super::{PrivateKey, sm2};
use crate::core::der::{self, Reader};
use crate::core::kdf::Hash;
use crate::core::x509::public_key::KeyAlgorithm;

/// A signature with its algorithm.
pub struct Signature {
    /// AlgorithmIdentifier in DER.
    pub algorithm: Vec<u8>,
    /// Dotted OID of the algorithm.
    pub oid: &'static str,
    /// The signature's octets.
    pub bytes: Vec<u8>,
}

/// Why nothing was signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignFault {
    /// Keys of this kind do not sign here.
    #[error("{kind} does not sign")]
    Kind {
        /// Kind and size, such as `X25519`.
        kind: String,
    },
    /// The size of an RSA key is outside of 2,048 to 8,192 bits.
    #[error("RSA with {bits} bits does not sign")]
    Size {
        /// Bits of the modulus.
        bits: u32,
    },
    /// This kind of key does not sign with that hash.
    #[error("{kind} does not sign with {hash:?}")]
    Hash {
        /// Kind and size.
        kind: String,
        /// The hash that was asked for.
        hash: Hash,
    },
    /// The numbers of the key do not belong together.
    #[error("the key's numbers do not fit")]
    Broken,
}

impl PrivateKey {
    /// The hashes that a signature of this key can have, its usual one first; none for kinds with a hash of
    /// their own and for kinds that do not sign. Curves take the hash of their size (CA/B Forum BR 7.1.3.2.2).
    pub fn hashes(&self) -> &'static [Hash] {
        hashes_of(&self.info.algorithm)
    }

    /// Signs a message. `None` takes the usual hash. Takes milliseconds.
    ///
    /// # Errors
    /// See [`SignFault`].
    pub fn sign(&self, hash: Option<Hash>, message: &[u8]) -> Result<Signature, SignFault> {
        let parts = Parts::from_pkcs8(&self.pkcs8).map_err(|_| SignFault::Broken)?;
        let unfit = || match hash {
            Some(hash) if !self.hashes().contains(&hash) => Err(SignFault::Hash {
                kind: self.info.label(),
                hash,
            }),
            _ => Ok(()),
        };
        let usual = self.hashes().first().copied();
        match &self.info.algorithm {
            KeyAlgorithm::Rsa => {
                unfit()?;
                self.sign_rsa(hash.or(usual).unwrap_or(Hash::Sha256), message)
            }
            KeyAlgorithm::Ec(curve) if &**curve == "SM2" => {
                unfit()?;
                let (scalar, _) = ec_signer(&parts, curve).ok_or(SignFault::Broken)?;
                let bytes = sm2::sign(&scalar, message).ok_or(SignFault::Broken)?;
                Ok(plain("1.2.156.10197.1.501", bytes))
            }
            KeyAlgorithm::Ec(curve) => {
                let usual = usual.ok_or_else(|| self.kind_fault())?;
                unfit()?;
                sign_ec(&parts, curve, hash.unwrap_or(usual), message)
            }
            KeyAlgorithm::Ed25519 => {
                unfit()?;
                let seed = Reader::new(parts.key).octets();
                let seed = seed.map_err(|_| SignFault::Broken)?;
                let pair = Ed25519KeyPair::from_seed_unchecked(seed);
                let pair = pair.map_err(|_| SignFault::Broken)?;
                let signature = pair.try_sign(message).map_err(|_| SignFault::Broken)?;
                Ok(plain("1.3.101.112", signature.as_ref().to_vec()))
            }
            _ => Err(self.kind_fault()),
        }
    }

    fn kind_fault(&self) -> SignFault {
        SignFault::Kind {
            kind: self.info.label(),
        }
    }

    fn sign_rsa(&self, hash: Hash, message: &[u8]) -> Result<Signature, SignFault> {
        let bits = self.info.bits;
        if !(2_048..=8_192).contains(&bits) {
            return Err(SignFault::Size { bits });
        }
        let (oid, encoding): (_, &'static dyn RsaEncoding) = match hash {
            Hash::Sha384 => ("1.2.840.113549.1.1.12", &aws::RSA_PKCS1_SHA384),
            Hash::Sha512 => ("1.2.840.113549.1.1.13", &aws::RSA_PKCS1_SHA512),
            _ => ("1.2.840.113549.1.1.11", &aws::RSA_PKCS1_SHA256),
        };
        let pkcs1 = self.to_pkcs1().ok_or(SignFault::Broken)?;
        let pair = RsaKeyPair::from_der(&pkcs1).map_err(|_| SignFault::Broken)?;
        let mut bytes = vec![0; pair.public_modulus_len()];
        pair.sign(encoding, &SystemRandom::new(), message, &mut bytes)
            .map_err(|_| SignFault::Broken)?;
        Ok(Signature {
            algorithm: der::sequence(&[&der::oid(oid), &der::null()]),
            oid,
            bytes,
        })
    }
}

/// The hashes of [`PrivateKey::hashes`] for a kind of key.
pub fn hashes_of(algorithm: &KeyAlgorithm) -> &'static [Hash] {
    match algorithm {
        KeyAlgorithm::Rsa => &[Hash::Sha256, Hash::Sha384, Hash::Sha512],
        KeyAlgorithm::Ec(curve) => match &**curve {
            "P-256" => &[Hash::Sha256],
            "P-384" => &[Hash::Sha384],
            "P-521" => &[Hash::Sha512, Hash::Sha384, Hash::Sha256],
            _ => &[],
        },
        _ => &[],
    }
}

/// A signature whose algorithm has no parameters.
fn plain(oid: &'static str, bytes: Vec<u8>) -> Signature {
    Signature {
        algorithm: der::sequence(&[&der::oid(oid)]),
        oid,
        bytes,
    }
}

fn sign_ec(
    parts: &Parts<'_>,
    curve: &str,
    hash: Hash,
    message: &[u8],
) -> Result<Signature, SignFault> {
    let (scalar, _) = ec_signer(parts, curve).ok_or(SignFault::Broken)?;
    let (oid, with) = ecdsa(curve, hash).ok_or(SignFault::Broken)?;
    let scalar = Zeroizing::new(der::octet_string(&scalar));
    let sec1 = Zeroizing::new(der::sequence(&[&der::integer(1), &scalar]));
    let pair = EcdsaKeyPair::from_private_key_der(with, &sec1).map_err(|_| SignFault::Broken)?;
    let signature = pair.sign(&SystemRandom::new(), message);
    let signature = signature.map_err(|_| SignFault::Broken)?;
    Ok(plain(oid, signature.as_ref().to_vec()))
}

fn ecdsa(curve: &str, hash: Hash) -> Option<(&'static str, &'static EcdsaSigningAlgorithm)> {
    const SHA256: &str = "1.2.840.10045.4.3.2";
    const SHA384: &str = "1.2.840.10045.4.3.3";
    const SHA512: &str = "1.2.840.10045.4.3.4";
    Some(match (curve, hash) {
        ("P-256", Hash::Sha256) => (SHA256, &aws::ECDSA_P256_SHA256_ASN1_SIGNING),
        ("P-384", Hash::Sha384) => (SHA384, &aws::ECDSA_P384_SHA384_ASN1_SIGNING),
        ("P-521", Hash::Sha256) => (SHA256, &aws::ECDSA_P521_SHA256_ASN1_SIGNING),
        ("P-521", Hash::Sha384) => (SHA384, &aws::ECDSA_P521_SHA384_ASN1_SIGNING),
        ("P-521", Hash::Sha512) => (SHA512, &aws::ECDSA_P521_SHA512_ASN1_SIGNING),
        _ => return None,
    })
}
