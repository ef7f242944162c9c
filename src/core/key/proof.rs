//! Proving that a private key belongs to a public one: same public value, and a signature that verifies.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256};

use super::form::{Parts, RsaKey};
use super::public_half::{ec_signer, is_same_point};
use super::{PrivateKey, Proof, rsa, sm2};
use crate::core::der::Reader;
use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo, PublicKeyParts};
use crate::core::x509::signature::{SignatureVerdict, verify};

/// What is signed; anything fixed will do, since nobody else ever sees the signature.
const CHALLENGE: &[u8] = b"does this private key belong to that public key?";

impl PrivateKey {
    /// Whether this key belongs to a SubjectPublicKeyInfo. Takes milliseconds; unusual RSA keys up to a second.
    pub fn proof(&self, spki: &[u8]) -> Proof {
        let not_checked = || Proof::NotChecked(self.info.label());
        if self.spki.is_empty() {
            return if KeyInfo::from_spki(spki) == self.info {
                not_checked()
            } else {
                Proof::Different
            };
        }
        if !is_same_public(&self.spki, spki) {
            return Proof::Different;
        }
        match self.signs_for(spki) {
            Some(true) => Proof::Proven,
            Some(false) => Proof::Different,
            None => not_checked(),
        }
    }

    /// Whether a fresh signature verifies under the public key; `None` for kinds that are not signed with here.
    fn signs_for(&self, spki: &[u8]) -> Option<bool> {
        let parts = Parts::from_pkcs8(&self.pkcs8).ok()?;
        match &self.info.algorithm {
            KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => rsa_fits(&parts, spki),
            KeyAlgorithm::Ec(curve) => ec_fits(&parts, curve, spki),
            KeyAlgorithm::Ed25519 => {
                let seed = Reader::new(parts.key).octets().ok()?;
                let pair = Ed25519KeyPair::from_seed_unchecked(seed).ok()?;
                let signature = pair.try_sign(CHALLENGE).ok()?;
                verifies(spki, "1.3.101.112", signature.as_ref())
            }
            KeyAlgorithm::Ed448 | KeyAlgorithm::Dsa | KeyAlgorithm::Other(_) => None,
        }
    }
}

fn verifies(spki: &[u8], oid: &str, signature: &[u8]) -> Option<bool> {
    match verify(spki, oid, &[], CHALLENGE, signature) {
        SignatureVerdict::Valid => Some(true),
        SignatureVerdict::Invalid => Some(false),
        SignatureVerdict::NotChecked(_) => None,
    }
}

fn rsa_fits(parts: &Parts, spki: &[u8]) -> Option<bool> {
    let public = PublicKeyParts::from_spki(spki).ok()?;
    let is_plain = matches!(KeyInfo::from_spki(spki).algorithm, KeyAlgorithm::Rsa);
    if is_plain && let Some(signature) = rsa_signature(parts.key) {
        return verifies(spki, "1.2.840.113549.1.1.11", &signature);
    }
    let key = RsaKey::from_pkcs1(parts.key).ok()?;
    let (modulus, exponent) = public.rsa().ok()?;
    rsa::undoes(modulus, exponent, key.secret).ok()
}

fn rsa_signature(pkcs1: &[u8]) -> Option<Vec<u8>> {
    let pair = RsaKeyPair::from_der(pkcs1).ok()?;
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(
        &RSA_PKCS1_SHA256,
        &SystemRandom::new(),
        CHALLENGE,
        &mut signature,
    )
    .ok()?;
    Some(signature)
}

fn ec_fits(parts: &Parts, curve: &str, spki: &[u8]) -> Option<bool> {
    let (scalar, pair) = ec_signer(parts, curve)?;
    if curve == "SM2" {
        let signature = sm2::sign(&scalar, CHALLENGE)?;
        return verifies(spki, "1.2.156.10197.1.501", &signature);
    }
    let signature = pair?.sign(&SystemRandom::new(), CHALLENGE).ok()?;
    let oid = match curve {
        "P-384" => "1.2.840.10045.4.3.3",
        "P-521" => "1.2.840.10045.4.3.4",
        _ => "1.2.840.10045.4.3.2",
    };
    verifies(spki, oid, signature.as_ref())
}

/// Whether two SubjectPublicKeyInfos hold the same key, however they write it.
pub fn is_same_public(one: &[u8], other: &[u8]) -> bool {
    if one == other {
        return true;
    }
    let (Ok(one_parts), Ok(other_parts)) = (
        PublicKeyParts::from_spki(one),
        PublicKeyParts::from_spki(other),
    ) else {
        return false;
    };
    let infos = (KeyInfo::from_spki(one), KeyInfo::from_spki(other));
    match (&infos.0.algorithm, &infos.1.algorithm) {
        (KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss, KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss) => {
            one_parts.rsa().is_ok() && one_parts.rsa() == other_parts.rsa()
        }
        (KeyAlgorithm::Ec(one), KeyAlgorithm::Ec(other)) => {
            one == other && is_same_point(one_parts.key, other_parts.key)
        }
        (one, other) => one == other && one_parts.key == other_parts.key,
    }
}
