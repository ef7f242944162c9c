//! The hash functions of key derivations, with their compression functions laid open so that a round costs no more than it must.

use hmac::{HmacReset, KeyInit, Mac};
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::{Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use zeroize::{Zeroize, Zeroizing};

use super::{KdfFault, in_slices};
use crate::core::progress::Progress;

/// A hash function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// MD5, only in files of the nineties.
    Md5,
    /// SHA-1.
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
    /// SHA-512/224.
    Sha512_224,
    /// SHA-512/256.
    Sha512_256,
}

/// Hands the crate's type for a hash to generic code.
macro_rules! with_hash {
    ($hash:expr, $Digest:ident => $do:expr) => {
        match $hash {
            Hash::Md5 => {
                type $Digest = Md5;
                $do
            }
            Hash::Sha1 => {
                type $Digest = Sha1;
                $do
            }
            Hash::Sha224 => {
                type $Digest = Sha224;
                $do
            }
            Hash::Sha256 => {
                type $Digest = Sha256;
                $do
            }
            Hash::Sha384 => {
                type $Digest = Sha384;
                $do
            }
            Hash::Sha512 => {
                type $Digest = Sha512;
                $do
            }
            Hash::Sha512_224 => {
                type $Digest = Sha512_224;
                $do
            }
            Hash::Sha512_256 => {
                type $Digest = Sha512_256;
                $do
            }
        }
    };
}

impl Hash {
    const ALL: [Self; 8] = [
        Self::Md5,
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
        Self::Sha512_224,
        Self::Sha512_256,
    ];

    /// The hash behind a digest's OID.
    pub fn from_oid(oid: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hash| hash.oid() == oid)
    }

    /// Its OID as a digest.
    pub fn oid(self) -> &'static str {
        match self {
            Self::Md5 => "1.2.840.113549.2.5",
            Self::Sha1 => "1.3.14.3.2.26",
            Self::Sha224 => "2.16.840.1.101.3.4.2.4",
            Self::Sha256 => "2.16.840.1.101.3.4.2.1",
            Self::Sha384 => "2.16.840.1.101.3.4.2.2",
            Self::Sha512 => "2.16.840.1.101.3.4.2.3",
            Self::Sha512_224 => "2.16.840.1.101.3.4.2.5",
            Self::Sha512_256 => "2.16.840.1.101.3.4.2.6",
        }
    }

    /// The hash behind an HMAC's OID, as PBKDF2 names its PRF (RFC 8018 B.1).
    pub fn from_hmac_oid(oid: &str) -> Option<Self> {
        Some(match oid {
            "1.2.840.113549.2.6" => Self::Md5,
            "1.2.840.113549.2.7" => Self::Sha1,
            "1.2.840.113549.2.8" => Self::Sha224,
            "1.2.840.113549.2.9" => Self::Sha256,
            "1.2.840.113549.2.10" => Self::Sha384,
            "1.2.840.113549.2.11" => Self::Sha512,
            "1.2.840.113549.2.12" => Self::Sha512_224,
            "1.2.840.113549.2.13" => Self::Sha512_256,
            _ => return None,
        })
    }

    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
            Self::Sha512_224 => "SHA-512/224",
            Self::Sha512_256 => "SHA-512/256",
        }
    }

    /// Bytes of its result.
    pub fn output_bytes(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha224 | Self::Sha512_224 => 28,
            Self::Sha256 | Self::Sha512_256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// Bytes of a block.
    pub fn block_bytes(self) -> usize {
        match self {
            Self::Md5 | Self::Sha1 | Self::Sha224 | Self::Sha256 => 64,
            _ => 128,
        }
    }

    /// Hash over the parts one after the other.
    pub fn digest(self, parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
        with_hash!(self, D => {
            let mut hasher = D::new();
            parts.iter().for_each(|part| hasher.update(part));
            Zeroizing::new(hasher.finalize().to_vec())
        })
    }

    /// HMAC over the parts one after the other (RFC 2104).
    pub fn hmac(self, key: &[u8], parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
        with_hash!(self, D => {
            let Ok(mut mac) = <HmacReset<D> as KeyInit>::new_from_slice(key) else {
                return Zeroizing::default();
            };
            parts.iter().for_each(|part| mac.update(part));
            Zeroizing::new(mac.finalize().into_bytes().to_vec())
        })
    }

    /// Hashes `value`, the result again, and so on for `rounds` rounds.
    pub fn repeat(
        self,
        value: &mut Vec<u8>,
        rounds: u64,
        progress: &dyn Progress,
    ) -> Result<(), KdfFault> {
        with_hash!(self, D => {
            in_slices(rounds, progress, || {
                let next = D::digest(value.as_slice());
                value.zeroize();
                value.extend_from_slice(&next);
            })?;
        });
        Ok(())
    }
}

/// A compression function with its chaining value, for messages of a single block.
pub(super) trait Engine: Copy {
    /// One block of input.
    type Block: AsMut<[u8]> + AsRef<[u8]> + Copy + Zeroize;

    /// The chaining value before the first block.
    fn start(hash: Hash) -> Self;

    /// A block of zeros.
    fn blank() -> Self::Block;

    /// Takes one block in.
    fn absorb(&mut self, block: &Self::Block);

    /// Writes the chaining value, as far as `out` reaches.
    fn write(&self, out: &mut [u8]);
}

/// Pads a block whose message of `written` bytes ends a message of `total` bytes.
pub(super) fn pad<E: Engine>(block: &mut E::Block, written: usize, total: usize) {
    let block = block.as_mut();
    if let Some(tail) = block.get_mut(written..) {
        tail.fill(0);
        if let Some(first) = tail.first_mut() {
            *first = 0x80;
        }
    }
    let bits = (total as u64).saturating_mul(8).to_be_bytes();
    block
        .iter_mut()
        .rev()
        .zip(bits.iter().rev())
        .for_each(|(byte, bit)| *byte = *bit);
}

/// SHA-1.
#[derive(Clone, Copy)]
pub(super) struct Sha1Engine([u32; 5]);

/// SHA-224 and SHA-256.
#[derive(Clone, Copy)]
pub(super) struct Sha256Engine([u32; 8]);

/// SHA-384, SHA-512 and its shortened forms.
#[derive(Clone, Copy)]
pub(super) struct Sha512Engine([u64; 8]);

impl Engine for Sha1Engine {
    type Block = [u8; 64];

    fn start(_: Hash) -> Self {
        Self([
            0x6745_2301,
            0xefcd_ab89,
            0x98ba_dcfe,
            0x1032_5476,
            0xc3d2_e1f0,
        ])
    }

    fn blank() -> Self::Block {
        [0; 64]
    }

    fn absorb(&mut self, block: &Self::Block) {
        sha1::block_api::compress(&mut self.0, std::slice::from_ref(block));
    }

    fn write(&self, out: &mut [u8]) {
        for (place, word) in out.chunks_mut(4).zip(self.0) {
            copy_head(place, &word.to_be_bytes());
        }
    }
}

impl Engine for Sha256Engine {
    type Block = [u8; 64];

    fn start(hash: Hash) -> Self {
        Self(match hash {
            Hash::Sha224 => [
                0xc105_9ed8,
                0x367c_d507,
                0x3070_dd17,
                0xf70e_5939,
                0xffc0_0b31,
                0x6858_1511,
                0x64f9_8fa7,
                0xbefa_4fa4,
            ],
            _ => [
                0x6a09_e667,
                0xbb67_ae85,
                0x3c6e_f372,
                0xa54f_f53a,
                0x510e_527f,
                0x9b05_688c,
                0x1f83_d9ab,
                0x5be0_cd19,
            ],
        })
    }

    fn blank() -> Self::Block {
        [0; 64]
    }

    fn absorb(&mut self, block: &Self::Block) {
        sha2::block_api::compress256(&mut self.0, std::slice::from_ref(block));
    }

    fn write(&self, out: &mut [u8]) {
        for (place, word) in out.chunks_mut(4).zip(self.0) {
            copy_head(place, &word.to_be_bytes());
        }
    }
}

impl Engine for Sha512Engine {
    type Block = [u8; 128];

    fn start(hash: Hash) -> Self {
        Self(match hash {
            Hash::Sha384 => [
                0xcbbb_9d5d_c105_9ed8,
                0x629a_292a_367c_d507,
                0x9159_015a_3070_dd17,
                0x152f_ecd8_f70e_5939,
                0x6733_2667_ffc0_0b31,
                0x8eb4_4a87_6858_1511,
                0xdb0c_2e0d_64f9_8fa7,
                0x47b5_481d_befa_4fa4,
            ],
            Hash::Sha512_224 => [
                0x8c3d_37c8_1954_4da2,
                0x73e1_9966_89dc_d4d6,
                0x1dfa_b7ae_32ff_9c82,
                0x679d_d514_582f_9fcf,
                0x0f6d_2b69_7bd4_4da8,
                0x77e3_6f73_04c4_8942,
                0x3f9d_85a8_6a1d_36c8,
                0x1112_e6ad_91d6_92a1,
            ],
            Hash::Sha512_256 => [
                0x2231_2194_fc2b_f72c,
                0x9f55_5fa3_c84c_64c2,
                0x2393_b86b_6f53_b151,
                0x9638_7719_5940_eabd,
                0x9628_3ee2_a88e_ffe3,
                0xbe5e_1e25_5386_3992,
                0x2b01_99fc_2c85_b8aa,
                0x0eb7_2ddc_81c5_2ca2,
            ],
            _ => [
                0x6a09_e667_f3bc_c908,
                0xbb67_ae85_84ca_a73b,
                0x3c6e_f372_fe94_f82b,
                0xa54f_f53a_5f1d_36f1,
                0x510e_527f_ade6_82d1,
                0x9b05_688c_2b3e_6c1f,
                0x1f83_d9ab_fb41_bd6b,
                0x5be0_cd19_137e_2179,
            ],
        })
    }

    fn blank() -> Self::Block {
        [0; 128]
    }

    fn absorb(&mut self, block: &Self::Block) {
        sha2::block_api::compress512(&mut self.0, std::slice::from_ref(block));
    }

    fn write(&self, out: &mut [u8]) {
        for (place, word) in out.chunks_mut(8).zip(self.0) {
            copy_head(place, &word.to_be_bytes());
        }
    }
}

/// Copies as much of `from` as `to` has room for.
fn copy_head(to: &mut [u8], from: &[u8]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
}
