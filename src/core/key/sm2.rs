//! SM2 signatures with SM3 (GB/T 32918.2), under the identity that certificates use.

use sm2::dsa::signature::{Signer, Verifier};
use sm2::dsa::{Signature, SigningKey, VerifyingKey};
use sm2::elliptic_curve::sec1::ToSec1Point;
use zeroize::Zeroizing;

use super::rsa::left_pad;
use crate::core::der::{self, Reader};

/// The identity for certificates (GM/T 0009), and none at all, which OpenSSL uses unless told.
const IDENTITIES: [&str; 2] = ["1234567812345678", ""];
/// Bytes of a scalar or coordinate.
const SIZE: usize = 32;

/// Whether a signature, DER of two integers, belongs to the message and the point.
pub fn verify(point: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let Some(signature) = read_signature(signature) else {
        return false;
    };
    IDENTITIES.iter().any(|identity| {
        VerifyingKey::from_sec1_bytes(identity, point)
            .is_ok_and(|key| key.verify(message, &signature).is_ok())
    })
}

fn read_signature(signature: &[u8]) -> Option<Signature> {
    let mut inside = Reader::new(signature).sequence().ok()?;
    let r = left_pad(inside.unsigned().ok()?, SIZE);
    let s = left_pad(inside.unsigned().ok()?, SIZE);
    Signature::from_slice(&[r, s].concat()).ok()
}

fn signing_key(scalar: &[u8]) -> Option<SigningKey> {
    IDENTITIES
        .first()
        .and_then(|identity| SigningKey::from_slice(identity, scalar).ok())
}

/// The public point of a private scalar of 32 bytes, uncompressed.
pub fn public_point(scalar: &[u8]) -> Option<Vec<u8>> {
    let key = signing_key(scalar)?;
    let point = key.verifying_key().to_sec1_point(false);
    Some(point.as_bytes().to_vec())
}

/// Signs a message; the signature in DER.
pub fn sign(scalar: &Zeroizing<Vec<u8>>, message: &[u8]) -> Option<Vec<u8>> {
    let signature: Signature = signing_key(scalar)?.try_sign(message).ok()?;
    let r = der::unsigned(&signature.r_bytes());
    Some(der::sequence(&[&r, &der::unsigned(&signature.s_bytes())]))
}
