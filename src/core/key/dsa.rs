//! DSA signatures (FIPS 186-4 section 4.7), for old certificates; the crypto library has none.

use num_bigint::BigUint;

use crate::core::der::Reader;
use crate::core::kdf::Hash;

/// Bits of a prime whose powers are still quick to compute.
const PRIME_BITS: u64 = 8_192;
/// Bits of the smallest and greatest subgroup order in use.
const ORDER_BITS: std::ops::RangeInclusive<u64> = 160..=512;

/// The numbers p, q and g, which a key may inherit from its issuer (RFC 3279 section 2.3.2).
struct Domain {
    prime: BigUint,
    order: BigUint,
    base: BigUint,
}

/// Whether a signature, DER of two integers, belongs to the message. `parameters` is the DER of p, q, g and
/// `key` that of the public number. `None` when the numbers are beyond what is checked here.
pub fn verify(
    parameters: &[u8],
    key: &[u8],
    hash: Hash,
    message: &[u8],
    signature: &[u8],
) -> Option<bool> {
    let domain = domain(parameters)?;
    let public = BigUint::from_bytes_be(Reader::new(key).unsigned().ok()?);
    let Some((r, s)) = numbers(signature) else {
        return Some(false);
    };
    let zero = BigUint::ZERO;
    if r == zero || s == zero || r >= domain.order || s >= domain.order || public >= domain.prime {
        return Some(false);
    }
    let inverse = s.modinv(&domain.order)?;
    let digest = truncated(&hash.digest(&[message]), domain.order.bits());
    let one = (digest * &inverse) % &domain.order;
    let two = (&r * &inverse) % &domain.order;
    let product = domain.base.modpow(&one, &domain.prime) * public.modpow(&two, &domain.prime)
        % &domain.prime;
    Some(product % &domain.order == r)
}

fn domain(parameters: &[u8]) -> Option<Domain> {
    let mut inside = Reader::new(parameters).sequence().ok()?;
    let mut number = || inside.unsigned().ok().map(BigUint::from_bytes_be);
    let (prime, order, base) = (number()?, number()?, number()?);
    let is_usual = prime.bits() <= PRIME_BITS && prime.bit(0) && ORDER_BITS.contains(&order.bits());
    is_usual.then_some(Domain { prime, order, base })
}

fn numbers(signature: &[u8]) -> Option<(BigUint, BigUint)> {
    let mut inside = Reader::new(signature).sequence().ok()?;
    let mut number = || inside.unsigned().ok().map(BigUint::from_bytes_be);
    Some((number()?, number()?))
}

/// The left-most bits of a digest, as many as the order has.
fn truncated(digest: &[u8], order_bits: u64) -> BigUint {
    let excess = (digest.len() as u64 * 8).saturating_sub(order_bits);
    BigUint::from_bytes_be(digest) >> excess
}
