//! Making keys. RSA takes up to seconds and cannot be stopped: it runs apart, a cancel is answered at once, and
//! a key that comes too late is wiped with the memory that held it.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{self as aws, EcdsaKeyPair, Ed25519KeyPair};
use zeroize::Zeroizing;

use super::{Curve, NewKey};
use crate::core::der;
use crate::core::env::{Env, Random, apart};
use crate::core::key::{PrivateKey, sm2};
use crate::core::progress::{Cancelled, Progress, Stage};
use crate::core::x509::public_key::SM2_CURVE;

/// Bytes of an SM2 scalar.
const SM2_BYTES: usize = 32;
/// Draws of an SM2 scalar; one in 2³² is not below the order of the curve.
const SM2_DRAWS: usize = 8;

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GenerateFault {
    /// Nobody wants it any more.
    #[error("cancelled")]
    Cancelled,
    /// The system or the library gave no key, which means that random bytes are missing.
    #[error("no key from the system")]
    NoKey,
}

impl From<Cancelled> for GenerateFault {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Makes a key of this kind.
///
/// # Errors
/// See [`GenerateFault`]. A cancel is answered within some 20 ms.
pub fn generate(
    kind: NewKey,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<PrivateKey, GenerateFault> {
    progress.report(Stage::GeneratingKey, 0, 0);
    let made = match rsa_size(kind) {
        Some(size) => apart(env.parallel, progress, move || rsa(size))?.flatten(),
        None => small(kind, env.random),
    };
    made.ok_or(GenerateFault::NoKey)
}

const fn rsa_size(kind: NewKey) -> Option<KeySize> {
    match kind {
        NewKey::Rsa2048 => Some(KeySize::Rsa2048),
        NewKey::Rsa3072 => Some(KeySize::Rsa3072),
        NewKey::Rsa4096 => Some(KeySize::Rsa4096),
        _ => None,
    }
}

fn rsa(size: KeySize) -> Option<PrivateKey> {
    let pair = RsaKeyPair::generate(size).ok()?;
    let pkcs8: Pkcs8V1Der<'_> = pair.as_der().ok()?;
    PrivateKey::from_der(pkcs8.as_ref()).ok()
}

/// Kinds that take less than a millisecond.
fn small(kind: NewKey, random: &dyn Random) -> Option<PrivateKey> {
    let system = SystemRandom::new();
    let with = match kind {
        NewKey::Ec(Curve::P256) => &aws::ECDSA_P256_SHA256_ASN1_SIGNING,
        NewKey::Ec(Curve::P384) => &aws::ECDSA_P384_SHA384_ASN1_SIGNING,
        NewKey::Ec(Curve::P521) => &aws::ECDSA_P521_SHA512_ASN1_SIGNING,
        NewKey::Ed25519 => {
            let pkcs8 = Ed25519KeyPair::generate_pkcs8v1(&system).ok()?;
            return PrivateKey::from_der(pkcs8.as_ref()).ok();
        }
        NewKey::Sm2 => return sm2_key(random),
        NewKey::Rsa2048 | NewKey::Rsa3072 | NewKey::Rsa4096 => return None,
    };
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(with, &system).ok()?;
    PrivateKey::from_der(pkcs8.as_ref()).ok()
}

/// An ECPrivateKey (RFC 5915) on the curve of GB/T 32918.5.
fn sm2_key(random: &dyn Random) -> Option<PrivateKey> {
    let mut scalar = Zeroizing::new(vec![0; SM2_BYTES]);
    for _ in 0..SM2_DRAWS {
        random.fill(&mut scalar).ok()?;
        let Some(point) = sm2::public_point(&scalar) else {
            continue;
        };
        let curve = der::tlv(der::Tag::context(0), &[&der::oid(SM2_CURVE)]);
        let point = der::tlv(der::Tag::context(1), &[&der::bit_string(&point)]);
        let secret = Zeroizing::new(der::octet_string(&scalar));
        let sec1 = der::sequence(&[&der::integer(1), &secret, &curve, &point]);
        return PrivateKey::from_der(&Zeroizing::new(sec1)).ok();
    }
    None
}
