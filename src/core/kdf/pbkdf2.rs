//! PBKDF2 (RFC 8018 5.2): the pads of the HMAC are absorbed once, each round is two compressions.

use zeroize::{Zeroize, Zeroizing};

use super::hash::{Engine, Sha1Engine, Sha256Engine, Sha512Engine, pad};
use super::{Hash, KdfFault, check_iterations, in_slices};
use crate::core::progress::{self, Progress};

/// Derives `length` bytes. Fails on round counts beyond the limit and on a cancel.
pub fn pbkdf2(
    hash: Hash,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    length: usize,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, KdfFault> {
    check_iterations(iterations)?;
    let mut key = Zeroizing::new(vec![0; length]);
    for (number, block) in (1u32..).zip(key.chunks_mut(hash.output_bytes())) {
        progress::check(progress)?;
        let first = hash.hmac(password, &[salt, &number.to_be_bytes()]);
        let sum = rounds(hash, password, &first, iterations - 1, progress)?;
        block
            .iter_mut()
            .zip(sum.iter())
            .for_each(|(to, from)| *to = *from);
    }
    Ok(key)
}

fn rounds(
    hash: Hash,
    password: &[u8],
    first: &[u8],
    rounds: u64,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, KdfFault> {
    match hash {
        Hash::Md5 => slow_rounds(hash, password, first, rounds, progress),
        Hash::Sha1 => fast_rounds::<Sha1Engine>(hash, password, first, rounds, progress),
        Hash::Sha224 | Hash::Sha256 => {
            fast_rounds::<Sha256Engine>(hash, password, first, rounds, progress)
        }
        Hash::Sha384 | Hash::Sha512 | Hash::Sha512_224 | Hash::Sha512_256 => {
            fast_rounds::<Sha512Engine>(hash, password, first, rounds, progress)
        }
    }
}

/// The chaining value after the key's pad.
fn padded_key<E: Engine>(hash: Hash, password: &[u8], pattern: u8) -> E {
    let mut block = E::blank();
    if password.len() > hash.block_bytes() {
        let short = hash.digest(&[password]);
        block
            .as_mut()
            .iter_mut()
            .zip(short.iter())
            .for_each(|(to, from)| *to = *from);
    } else {
        block
            .as_mut()
            .iter_mut()
            .zip(password)
            .for_each(|(to, from)| *to = *from);
    }
    block.as_mut().iter_mut().for_each(|byte| *byte ^= pattern);
    let mut state = E::start(hash);
    state.absorb(&block);
    block.zeroize();
    state
}

fn fast_rounds<E: Engine>(
    hash: Hash,
    password: &[u8],
    first: &[u8],
    rounds: u64,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, KdfFault> {
    let inner = padded_key::<E>(hash, password, 0x36);
    let outer = padded_key::<E>(hash, password, 0x5c);
    let size = hash.output_bytes();
    let mut block = E::blank();
    block
        .as_mut()
        .iter_mut()
        .zip(first)
        .for_each(|(to, from)| *to = *from);
    pad::<E>(&mut block, size, hash.block_bytes() + size);
    let mut sum = Zeroizing::new(first.to_vec());
    let outcome = in_slices(rounds, progress, || {
        for key in [inner, outer] {
            let mut state = key;
            state.absorb(&block);
            if let Some(value) = block.as_mut().get_mut(..size) {
                state.write(value);
            }
        }
        sum.iter_mut()
            .zip(block.as_ref())
            .for_each(|(sum, byte)| *sum ^= byte);
    });
    block.zeroize();
    outcome?;
    Ok(sum)
}

/// For HMAC-MD5, which no tool writes any more.
fn slow_rounds(
    hash: Hash,
    password: &[u8],
    first: &[u8],
    rounds: u64,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, KdfFault> {
    let mut value = Zeroizing::new(first.to_vec());
    let mut sum = value.clone();
    in_slices(rounds, progress, || {
        value = hash.hmac(password, &[&value]);
        sum.iter_mut()
            .zip(value.iter())
            .for_each(|(sum, byte)| *sum ^= byte);
    })?;
    Ok(sum)
}
