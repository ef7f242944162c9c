//! The derivation of PKCS#12 (RFC 7292 appendix B).

use zeroize::{Zeroize, Zeroizing};

use super::hash::{Engine, Sha1Engine, Sha256Engine, Sha512Engine, pad};
use super::{Hash, KdfFault, check_iterations, in_slices};
use crate::core::progress::Progress;

/// What the derived bytes are for (RFC 7292 B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A cipher's key.
    Key = 1,
    /// A cipher's initialisation vector.
    Iv = 2,
    /// The key of the MAC.
    Mac = 3,
}

/// Derives `length` bytes from a password that is encoded already (BMPString with its final two zero bytes).
pub fn pkcs12(
    hash: Hash,
    purpose: Purpose,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    length: usize,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, KdfFault> {
    check_iterations(iterations)?;
    let block = hash.block_bytes();
    let diversifier = vec![purpose as u8; block];
    let mut input = Zeroizing::new(extend(salt, block));
    let password = Zeroizing::new(extend(password, block));
    input.extend_from_slice(&password);
    let mut key = Zeroizing::new(Vec::with_capacity(length + hash.output_bytes()));
    while key.len() < length {
        let mut value = hash.digest(&[&diversifier, &input]);
        repeat(hash, &mut value, iterations - 1, progress)?;
        key.extend_from_slice(&value);
        add_to_blocks(&mut input, &value, block);
    }
    key.truncate(length);
    Ok(key)
}

/// Copies of `bytes` up to the next whole number of blocks; nothing from nothing.
fn extend(bytes: &[u8], block: usize) -> Vec<u8> {
    let length = bytes.len().div_ceil(block) * block;
    bytes.iter().copied().cycle().take(length).collect()
}

/// Step 6C: adds `value` repeated to a block, plus one, to each block as big numbers.
fn add_to_blocks(input: &mut [u8], value: &[u8], block: usize) {
    let addend = Zeroizing::new(extend(value, block));
    for block in input.chunks_mut(block) {
        let mut carry = 1u16;
        for (byte, add) in block.iter_mut().rev().zip(addend.iter().rev()) {
            carry += u16::from(*byte) + u16::from(*add);
            *byte = carry as u8;
            carry >>= 8;
        }
    }
}

fn repeat(
    hash: Hash,
    value: &mut Vec<u8>,
    rounds: u64,
    progress: &dyn Progress,
) -> Result<(), KdfFault> {
    match hash {
        Hash::Md5 => hash.repeat(value, rounds, progress),
        Hash::Sha1 => fast_repeat::<Sha1Engine>(hash, value, rounds, progress),
        Hash::Sha224 | Hash::Sha256 => fast_repeat::<Sha256Engine>(hash, value, rounds, progress),
        Hash::Sha384 | Hash::Sha512 | Hash::Sha512_224 | Hash::Sha512_256 => {
            fast_repeat::<Sha512Engine>(hash, value, rounds, progress)
        }
    }
}

fn fast_repeat<E: Engine>(
    hash: Hash,
    value: &mut [u8],
    rounds: u64,
    progress: &dyn Progress,
) -> Result<(), KdfFault> {
    let size = hash.output_bytes();
    let start = E::start(hash);
    let mut block = E::blank();
    block
        .as_mut()
        .iter_mut()
        .zip(value.iter())
        .for_each(|(to, from)| *to = *from);
    pad::<E>(&mut block, size, size);
    let outcome = in_slices(rounds, progress, || {
        let mut state = start;
        state.absorb(&block);
        if let Some(place) = block.as_mut().get_mut(..size) {
            state.write(place);
        }
    });
    value
        .iter_mut()
        .zip(block.as_ref())
        .for_each(|(to, from)| *to = *from);
    block.zeroize();
    Ok(outcome?)
}
