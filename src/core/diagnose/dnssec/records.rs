//! The records of DNSSEC taken apart (RFC 4034, RFC 5155).

use hickory_resolver::proto::dnssec::rdata::DNSKEY;
use hickory_resolver::proto::dnssec::{Algorithm, DigestType, PublicKey, PublicKeyBuf};

use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha384};

use super::order::{wire, wire_name};
use crate::core::env::{DnsName, RecordType};

/// A zone's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub tag: u16,
    pub algorithm: u8,
    flags: u16,
    key: Vec<u8>,
    rdata: Vec<u8>,
}

/// A DS record: what the parent knows of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digest {
    pub tag: u16,
    pub algorithm: u8,
    pub kind: u8,
    pub digest: Vec<u8>,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature {
    pub covers: RecordType,
    pub algorithm: u8,
    pub labels: u8,
    pub ttl: u32,
    pub expires: u32,
    pub begins: u32,
    pub tag: u16,
    pub signer: DnsName,
    pub signature: Vec<u8>,
    /// What comes before the signature, as it is signed.
    pub signed: Vec<u8>,
}

/// Proof that nothing lies between two names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    pub next: DnsName,
    pub types: Vec<u16>,
}

/// The same by hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HashedGap {
    pub is_opt_out: bool,
    pub iterations: u16,
    pub salt: Vec<u8>,
    pub next: Vec<u8>,
    pub types: Vec<u16>,
}

/// ZONE (RFC 4034 section 2.1.1).
const ZONE_KEY: u16 = 0x0100;
/// REVOKE (RFC 5011 section 7).
const REVOKED: u16 = 0x0080;
/// The only protocol there is (RFC 4034 section 2.1.2).
const PROTOCOL: u8 = 3;

impl Key {
    pub fn read(rdata: &[u8]) -> Option<Self> {
        let (flags, rest) = rdata.split_first_chunk::<2>()?;
        let ([protocol, algorithm], key) = rest.split_first_chunk::<2>()?;
        let flags = u16::from_be_bytes(*flags);
        let is_usable = flags & ZONE_KEY != 0 && flags & REVOKED == 0 && *protocol == PROTOCOL;
        is_usable.then(|| Self {
            tag: DNSKEY::calculate_key_tag_internal(rdata),
            algorithm: *algorithm,
            flags,
            key: key.to_vec(),
            rdata: rdata.to_vec(),
        })
    }

    /// Its digest by SHA-256.
    pub fn digest(&self, owner: &DnsName) -> Option<Digest> {
        let kind = u8::from(DigestType::SHA256);
        Some(Digest {
            tag: self.tag,
            algorithm: self.algorithm,
            kind,
            digest: self.hashed(owner, kind)?,
        })
    }

    fn hashed(&self, owner: &DnsName, kind: u8) -> Option<Vec<u8>> {
        let mut bytes = wire(owner);
        bytes.extend(&self.rdata);
        Some(match DigestType::from(kind) {
            DigestType::SHA1 => Sha1::digest(&bytes).to_vec(),
            DigestType::SHA256 => Sha256::digest(&bytes).to_vec(),
            DigestType::SHA384 => Sha384::digest(&bytes).to_vec(),
            _ => return None,
        })
    }

    /// Whether a DS record is about this key of a zone.
    pub fn is_named_by(&self, owner: &DnsName, digest: &Digest) -> bool {
        self.tag == digest.tag
            && self.algorithm == digest.algorithm
            && self.hashed(owner, digest.kind).as_ref() == Some(&digest.digest)
    }

    /// Whether a signature over `message` is this key's.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let key = PublicKeyBuf::new(self.key.clone(), Algorithm::from_u8(self.algorithm));
        key.verify(message, signature).is_ok()
    }
}

impl Digest {
    pub fn read(rdata: &[u8]) -> Option<Self> {
        let (tag, rest) = rdata.split_first_chunk::<2>()?;
        let ([algorithm, kind], digest) = rest.split_first_chunk::<2>()?;
        Some(Self {
            tag: u16::from_be_bytes(*tag),
            algorithm: *algorithm,
            kind: *kind,
            digest: digest.to_vec(),
        })
    }

    /// Whether key and digest can be judged at all; what cannot is as if unsigned (RFC 4035 section 5.2).
    pub fn is_known(&self) -> bool {
        is_known(self.algorithm) && DigestType::from(self.kind).is_supported()
    }
}

/// Whether an algorithm of keys can be judged.
pub(super) fn is_known(algorithm: u8) -> bool {
    Algorithm::from_u8(algorithm).is_supported()
}

impl Signature {
    pub fn read(rdata: &[u8]) -> Option<Self> {
        let (covers, rest) = rdata.split_first_chunk::<2>()?;
        let ([algorithm, labels], rest) = rest.split_first_chunk::<2>()?;
        let (ttl, rest) = rest.split_first_chunk::<4>()?;
        let (expires, rest) = rest.split_first_chunk::<4>()?;
        let (begins, rest) = rest.split_first_chunk::<4>()?;
        let (tag, rest) = rest.split_first_chunk::<2>()?;
        let (signer, signature) = wire_name(rest)?;
        let fixed = rdata.len().checked_sub(rest.len())?;
        let mut signed = rdata.get(..fixed)?.to_vec();
        signed.extend(wire(&signer));
        Some(Self {
            covers: RecordType(u16::from_be_bytes(*covers)),
            algorithm: *algorithm,
            labels: *labels,
            ttl: u32::from_be_bytes(*ttl),
            expires: u32::from_be_bytes(*expires),
            begins: u32::from_be_bytes(*begins),
            tag: u16::from_be_bytes(*tag),
            signer,
            signature: signature.to_vec(),
            signed,
        })
    }
}

impl Gap {
    pub fn read(rdata: &[u8]) -> Option<Self> {
        let (next, types) = wire_name(rdata)?;
        Some(Self {
            next,
            types: read_types(types)?,
        })
    }
}

impl HashedGap {
    pub fn read(rdata: &[u8]) -> Option<Self> {
        let ([algorithm, flags], rest) = rdata.split_first_chunk::<2>()?;
        let (iterations, rest) = rest.split_first_chunk::<2>()?;
        let (length, rest) = rest.split_first()?;
        let (salt, rest) = rest.split_at_checked(usize::from(*length))?;
        let (length, rest) = rest.split_first()?;
        let (next, types) = rest.split_at_checked(usize::from(*length))?;
        // SHA-1 is the only one (RFC 5155 section 11).
        (*algorithm == 1).then_some(())?;
        Some(Self {
            is_opt_out: flags & 1 == 1,
            iterations: u16::from_be_bytes(*iterations),
            salt: salt.to_vec(),
            next: next.to_vec(),
            types: read_types(types)?,
        })
    }

    /// The hash of a name with this proof's salt (RFC 5155 section 5).
    pub fn hash(&self, name: &DnsName) -> Vec<u8> {
        let once = |bytes: &[u8]| {
            let hash = Sha1::new().chain_update(bytes).chain_update(&self.salt);
            hash.finalize().to_vec()
        };
        (0..self.iterations).fold(once(&wire(name)), |hash, _| once(&hash))
    }
}

/// The types of a bit map (RFC 4034 section 4.1.2).
fn read_types(mut bytes: &[u8]) -> Option<Vec<u16>> {
    let mut types = Vec::new();
    while let Some(([window, length], rest)) = bytes.split_first_chunk::<2>() {
        let (map, rest) = rest.split_at_checked(usize::from(*length))?;
        for (at, byte) in map.iter().enumerate().take(32) {
            for bit in 0..8_u16 {
                if byte & (0x80 >> bit) != 0 {
                    let low = u16::try_from(at).ok()? * 8 + bit;
                    types.push(u16::from(*window) << 8 | low);
                }
            }
        }
        bytes = rest;
    }
    Some(types)
}

impl Key {
    /// Whether it is meant to be named by the parent (SEP).
    pub fn is_entry(&self) -> bool {
        self.flags & 1 == 1
    }
}
