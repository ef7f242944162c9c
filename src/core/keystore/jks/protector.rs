//! How Java's old keystores protect a private key: Sun's own XOR stream over SHA-1 (JKS),
//! and triple DES under a key from iterated MD5 (JCEKS, PBEWithMD5AndTripleDES).

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use md5::Md5;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

use crate::core::der::Reader;
use crate::core::kdf::Hash;
use crate::core::keystore::OpenFault;
use crate::core::limits;
use crate::core::progress::{self, Cancelled, Progress};
use crate::core::secret::Secret;

pub(super) const OID_SUN: &str = "1.3.6.1.4.1.42.2.17.1.1";
pub(super) const OID_JCE: &str = "1.3.6.1.4.1.42.2.19.1";
pub(super) const SHA1_BYTES: usize = 20;
/// About a millisecond of MD5.
const ROUNDS_BETWEEN_POLLS: u64 = 8192;

/// A protected key as the file has it.
pub struct Protected {
    algorithm: String,
    salt: Vec<u8>,
    iterations: u64,
    data: Vec<u8>,
}

impl Protected {
    /// Reads the EncryptedPrivateKeyInfo around the protected bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpenFault> {
        let damaged = |_| OpenFault::damaged("a key entry is not an EncryptedPrivateKeyInfo");
        let mut outer = Reader::new(bytes).sequence().map_err(damaged)?;
        let (algorithm, parameters) = outer.algorithm().map_err(damaged)?;
        let data = outer.octets().map_err(damaged)?.to_vec();
        let (salt, iterations) = if algorithm == OID_JCE {
            let mut parameters = Reader::new(parameters).sequence().map_err(damaged)?;
            let salt = parameters.octets().map_err(damaged)?.to_vec();
            (salt, parameters.small().map_err(damaged)?)
        } else {
            (Vec::new(), 1)
        };
        Ok(Self {
            algorithm,
            salt,
            iterations,
            data,
        })
    }
}

/// Protection in words.
pub fn words(protected: &Protected) -> String {
    match protected.algorithm.as_str() {
        OID_SUN => "Sun JKS, SHA-1".to_owned(),
        OID_JCE => format!(
            "PBEWithMD5AndTripleDES, {} iterations",
            protected.iterations
        ),
        oid => oid.to_owned(),
    }
}

/// Rounds as the file has them.
pub fn iterations(protected: &Protected) -> u64 {
    protected.iterations
}

/// Name of the protection alone.
pub fn name(protected: &Protected) -> &str {
    match protected.algorithm.as_str() {
        OID_SUN => "Sun JKS, SHA-1",
        OID_JCE => "PBEWithMD5AndTripleDES",
        oid => oid,
    }
}

/// Iterations one try costs.
pub fn cost(protected: &Protected) -> u64 {
    protected
        .iterations
        .saturating_mul(if protected.algorithm == OID_JCE { 2 } else { 1 })
}

/// Why no password can open it, when the protection is of an unknown kind or too costly.
pub fn unsupported(protected: &Protected) -> Option<OpenFault> {
    match protected.algorithm.as_str() {
        OID_SUN => None,
        OID_JCE if protected.iterations <= limits::KDF_ITERATIONS => None,
        OID_JCE => Some(OpenFault::LimitReached {
            limit: "kdf_iterations",
            allowed: limits::KDF_ITERATIONS,
            seen: protected.iterations,
        }),
        oid => Some(OpenFault::Unsupported {
            cipher: oid.to_owned(),
        }),
    }
}

/// The password in UTF-16BE, as both formats hash it.
pub fn utf16(password: &str) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * password.len()));
    for unit in password.encode_utf16() {
        bytes.extend(unit.to_be_bytes());
    }
    bytes
}

/// The digest at the end of the store.
pub fn store_digest(password: &[u8], body: &[u8]) -> [u8; SHA1_BYTES] {
    let whitener: &[u8] = b"Mighty Aphrodite";
    Sha1::new()
        .chain_update(password)
        .chain_update(whitener)
        .chain_update(body)
        .finalize()
        .into()
}

/// The key's PrivateKeyInfo, when the password is right.
pub fn open(
    protected: &Protected,
    secret: &Secret,
    progress: &dyn Progress,
) -> Option<Zeroizing<Vec<u8>>> {
    match protected.algorithm.as_str() {
        OID_SUN => open_sun(&protected.data, secret),
        OID_JCE => open_jce(protected, secret, progress),
        _ => None,
    }
}

fn open_sun(data: &[u8], secret: &Secret) -> Option<Zeroizing<Vec<u8>>> {
    let password = utf16(secret.expose());
    let (salt, rest) = data.split_at_checked(SHA1_BYTES)?;
    let (hidden, check) = rest.split_at_checked(rest.len().checked_sub(SHA1_BYTES)?)?;
    let mut plain = Zeroizing::new(hidden.to_vec());
    apply_sun_stream(&password, salt, &mut plain);
    (sun_check(&password, &plain) == check).then_some(plain)
}

/// Hides or shows bytes under Sun's stream: each block is the SHA-1 of the password and the block before it.
pub(super) fn apply_sun_stream(password: &[u8], salt: &[u8], bytes: &mut [u8]) {
    let mut stream = Zeroizing::new(salt.to_vec());
    for block in bytes.chunks_mut(SHA1_BYTES) {
        stream = Hash::Sha1.digest(&[password, &stream]);
        for (byte, mask) in block.iter_mut().zip(stream.iter()) {
            *byte ^= mask;
        }
    }
}

/// What tells a right password from a wrong one.
pub(super) fn sun_check(password: &[u8], plain: &[u8]) -> [u8; SHA1_BYTES] {
    Sha1::new()
        .chain_update(password)
        .chain_update(plain)
        .finalize()
        .into()
}

fn open_jce(
    protected: &Protected,
    secret: &Secret,
    progress: &dyn Progress,
) -> Option<Zeroizing<Vec<u8>>> {
    if protected.iterations == 0 || protected.iterations > limits::KDF_ITERATIONS {
        return None;
    }
    let salt = protected.salt.as_slice().try_into().ok()?;
    let material = jce_material(salt, protected.iterations, secret, progress).ok()?;
    let (key, iv) = material.split_at_checked(24)?;
    let cipher = cbc::Decryptor::<des::TdesEde3>::new_from_slices(key, iv).ok()?;
    let plain = Zeroizing::new(cipher.decrypt_padded_vec::<Pkcs7>(&protected.data).ok()?);
    Reader::new(&plain).sequence().is_ok().then_some(plain)
}

/// 24 bytes of key and 8 of vector for triple DES.
pub(super) fn jce_material(
    salt: [u8; 8],
    iterations: u64,
    secret: &Secret,
    progress: &dyn Progress,
) -> Result<Zeroizing<[u8; 32]>, Cancelled> {
    // Java takes the low seven bits of each character.
    let text = secret.expose();
    let mut password = Zeroizing::new(Vec::with_capacity(text.len()));
    password.extend(text.encode_utf16().map(|unit| (unit & 0x7F) as u8));
    let mut material = Zeroizing::new([0u8; 32]);
    for (half, target) in halves(salt).into_iter().zip(material.chunks_exact_mut(16)) {
        let mut hashed: Zeroizing<[u8; 16]> = Zeroizing::new(md5(&half, &password));
        for round in 1..iterations {
            if round % ROUNDS_BETWEEN_POLLS == 0 {
                progress::check(progress)?;
                progress.derived(ROUNDS_BETWEEN_POLLS);
            }
            *hashed = md5(hashed.as_slice(), &password);
        }
        progress.derived(iterations % ROUNDS_BETWEEN_POLLS);
        target.copy_from_slice(hashed.as_slice());
    }
    Ok(material)
}

fn md5(value: &[u8], password: &[u8]) -> [u8; 16] {
    Md5::new()
        .chain_update(value)
        .chain_update(password)
        .finalize()
        .into()
}

/// The two halves of the salt. Equal ones are told apart by Java's attempt at reversing the first,
/// whose slip is part of the format.
fn halves(salt: [u8; 8]) -> [[u8; 4]; 2] {
    let [a, b, c, d, e, f, g, h] = salt;
    let first = if [a, b, c, d] == [e, f, g, h] {
        [d, a, b, d]
    } else {
        [a, b, c, d]
    };
    [first, [e, f, g, h]]
}
