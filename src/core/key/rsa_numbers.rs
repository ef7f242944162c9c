//! The primes and their companions that some programs leave out of an RSA key (RFC 8017 3.2),
//! computed again from modulus and exponents. Big numbers are not zeroized; most keys need none of this.

use num_bigint::BigUint;
use zeroize::Zeroizing;

use crate::core::der::{self, Reader, Tag};

/// Bits up to which finding the primes takes less than seconds.
const BITS: u64 = 8_192;
/// Bases to try; each one finds the primes with a chance of one half at least.
const BASES: [u32; 32] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131,
];

/// The RSAPrivateKey with all its numbers; as it is when nothing is missing or nothing can be computed.
pub(super) fn completed(pkcs1: &[u8]) -> Zeroizing<Vec<u8>> {
    let rebuilt = match is_complete(pkcs1) {
        true => None,
        false => rebuilt(pkcs1),
    };
    rebuilt.unwrap_or_else(|| Zeroizing::new(pkcs1.to_vec()))
}

fn is_complete(pkcs1: &[u8]) -> bool {
    let Ok(mut inside) = Reader::new(pkcs1).sequence() else {
        return false;
    };
    let has_version = inside.expect(Tag::INTEGER).is_ok();
    // What is missing is written as zero, which has no digits.
    let mut is_there = || inside.unsigned().is_ok_and(|digits| !digits.is_empty());
    has_version && (0..8).all(|_| is_there())
}

fn rebuilt(pkcs1: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut inside = Reader::new(pkcs1).sequence().ok()?;
    if inside.small().ok()? != 0 {
        return None;
    }
    let mut number = || Some(BigUint::from_bytes_be(inside.unsigned().ok()?));
    let (modulus, public, secret) = (number()?, number()?, number()?);
    let (p, q) = match (number(), number()) {
        (Some(p), Some(q)) if &p * &q == modulus => (p, q),
        _ => primes(&modulus, &public, &secret)?,
    };
    let one = BigUint::from(1u8);
    let companions = [&secret % (&p - &one), &secret % (&q - &one), q.modinv(&p)?];
    let written: Vec<Zeroizing<Vec<u8>>> = [modulus, public, secret, p, q]
        .iter()
        .chain(&companions)
        .map(|number| Zeroizing::new(number.to_bytes_be()))
        .map(|magnitude| Zeroizing::new(der::unsigned(&magnitude)))
        .collect();
    let version = der::integer(0);
    let parts: Vec<&[u8]> = std::iter::once(version.as_slice())
        .chain(written.iter().map(|number| number.as_slice()))
        .collect();
    Some(Zeroizing::new(der::sequence(&parts)))
}

/// The two primes, the larger first (NIST SP 800-56B C.1); `None` when the numbers make no key of two primes.
fn primes(modulus: &BigUint, public: &BigUint, secret: &BigUint) -> Option<(BigUint, BigUint)> {
    let one = BigUint::from(1u8);
    let multiple = public * secret;
    if modulus.bits() > BITS || multiple <= one || !modulus.bit(0) || modulus.bits() < 16 {
        return None;
    }
    let multiple = multiple - &one;
    let twos = multiple.trailing_zeros()?;
    let odd = &multiple >> twos;
    let root = BASES
        .iter()
        .find_map(|base| root_of_one(&BigUint::from(*base), &odd, twos, modulus))?;
    let p = greatest_common_divisor(&root - &one, modulus.clone());
    let q = modulus / &p;
    if p <= one || q <= one || &p * &q != *modulus {
        return None;
    }
    Some(if p > q { (p, q) } else { (q, p) })
}

/// A square root of 1 that is neither 1 nor -1.
fn root_of_one(base: &BigUint, odd: &BigUint, twos: u64, modulus: &BigUint) -> Option<BigUint> {
    let one = BigUint::from(1u8);
    let minus_one = modulus - &one;
    let mut root = base.modpow(odd, modulus);
    for _ in 0..twos {
        let square = &root * &root % modulus;
        if square == one {
            return (root != one && root != minus_one).then_some(root);
        }
        root = square;
    }
    None
}

fn greatest_common_divisor(mut one: BigUint, mut other: BigUint) -> BigUint {
    while other.bits() > 0 {
        let rest = &one % &other;
        one = std::mem::replace(&mut other, rest);
    }
    one
}
