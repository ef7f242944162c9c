//! RSA with plain numbers (RFC 8017), for the sizes and forms that the crypto library refuses:
//! below 2048 bits, above 8192, more than two primes, PSS with unusual parameters.

use num_bigint::BigUint;

use crate::core::der::{self, Reader};
use crate::core::kdf::Hash;

/// Bits up to which a private operation with plain numbers takes less than a second.
const PRIVATE_BITS: u64 = 8_192;
/// Bits of a public exponent that is still quick to use.
const EXPONENT_BITS: u64 = 64;

/// Why a value was not computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooSlow;

/// `signature` to the power of the public exponent, as many bytes as the modulus has.
/// `Ok(None)` when the numbers cannot belong to a signature.
pub fn recover(
    modulus: &[u8],
    exponent: &[u8],
    signature: &[u8],
) -> Result<Option<Vec<u8>>, TooSlow> {
    let number = BigUint::from_bytes_be(modulus);
    let exponent = BigUint::from_bytes_be(exponent);
    if exponent.bits() > EXPONENT_BITS {
        return Err(TooSlow);
    }
    let signature_number = BigUint::from_bytes_be(signature);
    if !number.bit(0) || signature.len() != modulus.len() || signature_number >= number {
        return Ok(None);
    }
    let message = signature_number.modpow(&exponent, &number).to_bytes_be();
    Ok(Some(left_pad(&message, modulus.len())))
}

/// Zeros in front up to `length` bytes.
pub fn left_pad(bytes: &[u8], length: usize) -> Vec<u8> {
    let mut padded = vec![0; length.saturating_sub(bytes.len())];
    padded.extend_from_slice(bytes);
    padded
}

/// Whether the private exponent undoes the public one on a fixed number.
pub fn undoes(modulus: &[u8], exponent: &[u8], secret: &[u8]) -> Result<bool, TooSlow> {
    let number = BigUint::from_bytes_be(modulus);
    if number.bits() > PRIVATE_BITS || secret.len() > modulus.len() {
        return Err(TooSlow);
    }
    if !number.bit(0) || number.bits() < 16 {
        return Ok(false);
    }
    let challenge = BigUint::from_bytes_be(&Hash::Sha256.digest(&[modulus])) % &number;
    let answer = challenge.modpow(&BigUint::from_bytes_be(secret), &number);
    let answer = left_pad(&answer.to_bytes_be(), modulus.len());
    let recovered = recover(modulus, exponent, &answer)?;
    Ok(recovered.is_some_and(|bytes| BigUint::from_bytes_be(&bytes) == challenge))
}

/// Whether a recovered message is the PKCS#1 v1.5 encoding of the digest (RFC 8017 9.2).
pub fn is_pkcs1_encoding(message: &[u8], hash: Hash, digest: &[u8]) -> bool {
    let algorithm = der::sequence(&[&der::oid(hash.oid()), &der::null()]);
    let info = der::sequence(&[&algorithm, &der::octet_string(digest)]);
    let Some(filler) = message.len().checked_sub(info.len() + 3) else {
        return false;
    };
    let expected = [&[0, 1][..], &vec![0xff; filler], &[0], &info].concat();
    filler >= 8 && message == expected
}

/// Parameters of a PSS signature (RFC 8017 A.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pss {
    /// Hash of the message.
    pub hash: Hash,
    /// Hash of the mask.
    pub mask_hash: Hash,
    /// Bytes of salt.
    pub salt_bytes: usize,
}

impl Pss {
    /// Reads RSASSA-PSS-params in DER; what is left out is SHA-1 and 20 bytes. `None` for hashes not known here.
    pub fn from_der(parameters: &[u8]) -> Option<Self> {
        let mut pss = Self {
            hash: Hash::Sha1,
            mask_hash: Hash::Sha1,
            salt_bytes: 20,
        };
        let mut inside = Reader::new(parameters).sequence().ok()?;
        while !inside.is_empty() {
            let field = inside.read().ok()?;
            let mut value = field.children();
            match field.tag.number {
                0 => pss.hash = Hash::from_oid(&value.algorithm().ok()?.0)?,
                1 => {
                    let (_, mask) = value.algorithm().ok()?;
                    pss.mask_hash = Hash::from_oid(&Reader::new(mask).algorithm().ok()?.0)?;
                }
                2 => pss.salt_bytes = usize::try_from(value.small().ok()?).ok()?,
                _ => {}
            }
        }
        Some(pss)
    }

    /// Whether `message`, recovered under a modulus of `bits`, encodes the digest (RFC 8017 9.1.2).
    pub fn is_encoding(&self, message: &[u8], bits: u64, digest: &[u8]) -> bool {
        self.check(message, bits, digest).unwrap_or(false)
    }

    fn check(&self, message: &[u8], bits: u64, digest: &[u8]) -> Option<bool> {
        let used_bits = bits.checked_sub(1)?;
        let used = usize::try_from(used_bits.div_ceil(8)).ok()?;
        let (unused, encoded) = message.split_at_checked(message.len().checked_sub(used)?)?;
        let hash_bytes = self.hash.output_bytes();
        let (body, tail) = encoded.split_at_checked(used.checked_sub(hash_bytes + 1)?)?;
        let (hash, trailer) = tail.split_at_checked(hash_bytes)?;
        let mut data = self.mask(hash, body.len());
        data.iter_mut()
            .zip(body)
            .for_each(|(mask, byte)| *mask ^= byte);
        let top_bits = (8 * used as u64).checked_sub(used_bits)? as u32;
        let allowed = 0xffu8.checked_shr(top_bits)?;
        let is_top_clear = body.first()? & !allowed == 0;
        *data.first_mut()? &= allowed;
        let (zeros, salt) = data.split_at_checked(body.len().checked_sub(self.salt_bytes)?)?;
        let (one, zeros) = zeros.split_last()?;
        let expected = self.hash.digest(&[&[0; 8], digest, salt]);
        Some(
            trailer == [0xbc]
                && is_top_clear
                && *one == 1
                && unused.iter().chain(zeros).all(|byte| *byte == 0)
                && expected.as_slice() == hash,
        )
    }

    /// MGF1 (RFC 8017 B.2.1).
    fn mask(&self, seed: &[u8], length: usize) -> Vec<u8> {
        let blocks = length.div_ceil(self.mask_hash.output_bytes());
        let mut mask: Vec<u8> = (0..blocks as u32)
            .flat_map(|count| {
                self.mask_hash
                    .digest(&[seed, &count.to_be_bytes()])
                    .to_vec()
            })
            .collect();
        mask.truncate(length);
        mask
    }
}
