//! The ciphers of password protection: CBC and ECB with PKCS#7 padding, CFB, OFB and RC4 without.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{
    Block, BlockCipherDecrypt, BlockCipherEncrypt, BlockModeDecrypt, BlockModeEncrypt, InnerIvInit,
    KeyInit,
};
use cbc::{Decryptor, Encryptor};
use zeroize::Zeroizing;

use crate::core::secret::wipe_stack;

/// A cipher with the size of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cipher {
    /// AES-CBC with 16, 24 or 32 bytes of key.
    Aes(usize),
    /// DES-CBC.
    Des,
    /// RC2-CBC.
    Rc2 {
        /// Bytes of key.
        key_bytes: usize,
        /// Effective bits (RFC 2268).
        bits: usize,
    },
    /// RC4 with so many bytes of key.
    Rc4(usize),
    /// Triple DES in CBC with three keys.
    TripleDes,
    /// Triple DES in CBC with two keys.
    TwoKeyTripleDes,
    /// A block cipher in a rarer mode, which openssl writes when told to.
    Rare(BlockCipher, Mode),
}

/// Block ciphers that come in rarer modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockCipher {
    /// AES with 16, 24 or 32 bytes of key.
    Aes(usize),
    /// DES.
    Des,
    /// Triple DES with two keys.
    TwoKeyTripleDes,
}

/// Modes other than CBC (NIST SP 800-38A section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Cipher feedback over whole blocks.
    Cfb,
    /// Each block by itself, padded.
    Ecb,
    /// Output feedback.
    Ofb,
}

impl Mode {
    fn name(self) -> &'static str {
        match self {
            Self::Cfb => "CFB",
            Self::Ecb => "ECB",
            Self::Ofb => "OFB",
        }
    }
}

impl BlockCipher {
    fn name(self) -> String {
        match self {
            Self::Aes(bytes) => format!("AES-{}", 8 * bytes),
            Self::Des => "DES".to_owned(),
            Self::TwoKeyTripleDes => "2-key 3DES".to_owned(),
        }
    }

    fn key_bytes(self) -> usize {
        match self {
            Self::Aes(bytes) => bytes,
            Self::Des => 8,
            Self::TwoKeyTripleDes => 16,
        }
    }

    fn block_bytes(self) -> usize {
        match self {
            Self::Aes(_) => 16,
            Self::Des | Self::TwoKeyTripleDes => 8,
        }
    }

    fn decrypt(
        self,
        mode: Mode,
        key: &[u8],
        iv: &[u8],
        plain: Zeroizing<Vec<u8>>,
    ) -> Option<Zeroizing<Vec<u8>>> {
        match self {
            Self::Aes(16) => rare(&aes::Aes128::new_from_slice(key).ok()?, mode, iv, plain),
            Self::Aes(24) => rare(&aes::Aes192::new_from_slice(key).ok()?, mode, iv, plain),
            Self::Aes(_) => rare(&aes::Aes256::new_from_slice(key).ok()?, mode, iv, plain),
            Self::Des => rare(&des::Des::new_from_slice(key).ok()?, mode, iv, plain),
            Self::TwoKeyTripleDes => {
                rare(&des::TdesEde2::new_from_slice(key).ok()?, mode, iv, plain)
            }
        }
    }
}

impl Cipher {
    /// Its usual name.
    pub fn name(self) -> String {
        match self {
            Self::Aes(bytes) => format!("AES-{}-CBC", 8 * bytes),
            Self::Des => "DES-CBC".to_owned(),
            Self::Rc2 { bits, .. } => format!("RC2-{bits}-CBC"),
            Self::Rc4(bytes) => format!("RC4-{}", 8 * bytes),
            Self::TripleDes => "3DES-CBC".to_owned(),
            Self::TwoKeyTripleDes => "2-key 3DES-CBC".to_owned(),
            Self::Rare(block, mode) => format!("{}-{}", block.name(), mode.name()),
        }
    }

    /// Bytes of its key.
    pub fn key_bytes(self) -> usize {
        match self {
            Self::Aes(bytes) | Self::Rc4(bytes) => bytes,
            Self::Rc2 { key_bytes, .. } => key_bytes,
            Self::Des => 8,
            Self::TripleDes => 24,
            Self::TwoKeyTripleDes => 16,
            Self::Rare(block, _) => block.key_bytes(),
        }
    }

    /// Bytes of its initialisation vector, which is the size of a block; 0 for RC4 and ECB.
    pub fn iv_bytes(self) -> usize {
        match self {
            Self::Aes(_) => 16,
            Self::Rc4(_) | Self::Rare(_, Mode::Ecb) => 0,
            Self::Rare(block, _) => block.block_bytes(),
            _ => 8,
        }
    }

    /// Whether ciphertext of this length can come from the cipher at all.
    pub fn fits(self, length: usize) -> bool {
        let unit = match self {
            Self::Rc4(_) | Self::Rare(_, Mode::Cfb | Mode::Ofb) => 1,
            Self::Rare(block, Mode::Ecb) => block.block_bytes(),
            cbc => cbc.iv_bytes(),
        };
        length > 0 && length.is_multiple_of(unit)
    }

    /// Decrypts and takes the padding off; `None` when the padding is wrong, as after a wrong password.
    pub fn decrypt(self, key: &[u8], iv: &[u8], bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let plain = self.decrypted(key, iv, bytes);
        wipe_stack();
        plain
    }

    /// In a frame of its own: the ciphers work on several blocks at once on the stack.
    #[inline(never)]
    fn decrypted(self, key: &[u8], iv: &[u8], bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let plain = Zeroizing::new(bytes.to_vec());
        match self {
            Self::Aes(16) => cbc(aes::Aes128::new_from_slice(key).ok()?, iv, plain),
            Self::Aes(24) => cbc(aes::Aes192::new_from_slice(key).ok()?, iv, plain),
            Self::Aes(_) => cbc(aes::Aes256::new_from_slice(key).ok()?, iv, plain),
            Self::Des => cbc(des::Des::new_from_slice(key).ok()?, iv, plain),
            Self::Rc2 { bits, key_bytes } => {
                if key.len() != key_bytes || !(1..=128).contains(&key_bytes) {
                    return None;
                }
                cbc(rc2::Rc2::new_with_eff_key_len(key, bits), iv, plain)
            }
            Self::Rc4(_) => rc4(key, plain),
            Self::TripleDes => cbc(des::TdesEde3::new_from_slice(key).ok()?, iv, plain),
            Self::TwoKeyTripleDes => cbc(des::TdesEde2::new_from_slice(key).ok()?, iv, plain),
            Self::Rare(block, mode) => block.decrypt(mode, key, iv, plain),
        }
    }

    /// Pads and encrypts with the ciphers that are written: AES-256 and triple DES with three keys.
    /// `None` for others, and for a key or vector of another size.
    pub fn encrypt(self, key: &[u8], iv: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
        let sealed = self.encrypted(key, iv, plain);
        wipe_stack();
        sealed
    }

    #[inline(never)]
    fn encrypted(self, key: &[u8], iv: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Aes(32) => seal(aes::Aes256::new_from_slice(key).ok()?, iv, plain),
            Self::TripleDes => seal(des::TdesEde3::new_from_slice(key).ok()?, iv, plain),
            _ => None,
        }
    }
}

fn seal<C: BlockCipherEncrypt>(cipher: C, iv: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    let room = plain.len().checked_add(iv.len())?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    bytes.extend_from_slice(plain);
    bytes.resize(room, 0);
    let encryptor = Encryptor::inner_iv_slice_init(cipher, iv).ok()?;
    let sealed = encryptor.encrypt_padded::<Pkcs7>(&mut bytes, plain.len());
    Some(sealed.ok()?.to_vec())
}

fn cbc<C: BlockCipherDecrypt>(
    cipher: C,
    iv: &[u8],
    mut bytes: Zeroizing<Vec<u8>>,
) -> Option<Zeroizing<Vec<u8>>> {
    let decryptor = Decryptor::inner_iv_slice_init(cipher, iv).ok()?;
    let length = decryptor.decrypt_padded::<Pkcs7>(&mut bytes).ok()?.len();
    bytes.truncate(length);
    Some(bytes)
}

fn rare<C: BlockCipherEncrypt + BlockCipherDecrypt>(
    cipher: &C,
    mode: Mode,
    iv: &[u8],
    bytes: Zeroizing<Vec<u8>>,
) -> Option<Zeroizing<Vec<u8>>> {
    match mode {
        Mode::Ecb => ecb(cipher, bytes),
        Mode::Cfb | Mode::Ofb => feedback(cipher, mode, iv, bytes),
    }
}

fn ecb<C: BlockCipherDecrypt>(
    cipher: &C,
    mut bytes: Zeroizing<Vec<u8>>,
) -> Option<Zeroizing<Vec<u8>>> {
    for chunk in bytes.chunks_exact_mut(C::block_size()) {
        let block: &mut Block<C> = chunk.try_into().ok()?;
        cipher.decrypt_block(block);
    }
    let padding = usize::from(*bytes.last()?);
    let length = bytes.len().checked_sub(padding)?;
    let is_padded = (1..=C::block_size()).contains(&padding)
        && bytes
            .get(length..)?
            .iter()
            .all(|byte| usize::from(*byte) == padding);
    bytes.truncate(length);
    is_padded.then_some(bytes)
}

/// CFB and OFB: the key stream is the cipher over the last ciphertext, or over the last key stream.
fn feedback<C: BlockCipherEncrypt>(
    cipher: &C,
    mode: Mode,
    iv: &[u8],
    mut bytes: Zeroizing<Vec<u8>>,
) -> Option<Zeroizing<Vec<u8>>> {
    let mut stream: Zeroizing<Vec<u8>> = Zeroizing::new(iv.to_vec());
    for chunk in bytes.chunks_mut(C::block_size()) {
        let block: &mut Block<C> = stream.as_mut_slice().try_into().ok()?;
        cipher.encrypt_block(block);
        let hidden = chunk.to_vec();
        let pairs = chunk.iter_mut().zip(stream.iter());
        pairs.for_each(|(byte, mask)| *byte ^= mask);
        if mode == Mode::Cfb && hidden.len() == stream.len() {
            stream.copy_from_slice(&hidden);
        }
    }
    Some(bytes)
}

/// RC4, which has no padding to be wrong.
fn rc4(key: &[u8], mut bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let mut state: Zeroizing<Vec<u8>> = Zeroizing::new((0..=255).collect());
    let mut j = 0u8;
    for i in 0..=255u8 {
        let value = *state.get(usize::from(i))?;
        let key_byte = *key.get(usize::from(i) % key.len().max(1))?;
        j = j.wrapping_add(value).wrapping_add(key_byte);
        state.swap(usize::from(i), usize::from(j));
    }
    let (mut i, mut j) = (0u8, 0u8);
    for byte in bytes.iter_mut() {
        i = i.wrapping_add(1);
        let one = *state.get(usize::from(i))?;
        j = j.wrapping_add(one);
        let other = *state.get(usize::from(j))?;
        state.swap(usize::from(i), usize::from(j));
        *byte ^= *state.get(usize::from(one.wrapping_add(other)))?;
    }
    Some(bytes)
}
