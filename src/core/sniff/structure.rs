//! Which of the field's structures a DER or BER value is, told by its shape alone.

use zeroize::Zeroizing;

use super::der::{
    BIT_STRING, CONTEXT_0, GENERALIZED_TIME, INTEGER, OCTET_STRING, OID, SEQUENCE, UTC_TIME, Value,
    split,
};
use super::{What, damage};
use crate::core::finding::{Kind, NotOpenedKind};

/// 1.2.840.113549.1.7, the arc of PKCS#7.
const PKCS7: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];
const PKCS7_DATA: u8 = 1;
const PKCS7_SIGNED: u8 = 2;
/// Where algorithms that encrypt private keys live: PKCS#5, PKCS#12, Sun's keystores, Chinese ciphers.
const KEY_CIPHERS: &[&[u8]] = &[
    &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05],
    &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01],
    &[0x2B, 0x06, 0x01, 0x04, 0x01, 0x2A, 0x02],
    &[0x2A, 0x81, 0x1C, 0xCF, 0x55],
];
/// AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 3279 section 2.3.1).
const RSA_ALGORITHM: &[u8] = &[
    0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
];
/// Values that one file may hold one after the other.
const VALUES: usize = crate::core::limits::PEM_BLOCKS;

/// A whole file of DER or BER: one value or several in a row; `None` when it is something else.
pub fn file(bytes: &[u8]) -> Option<Vec<What>> {
    let (first, mut rest) = split(bytes)?;
    if !is_plausible(bytes, &first) {
        return None;
    }
    let mut found = values_of(&first);
    while found.len() < VALUES
        && let Some((next, after)) = split(rest)
        && next.tag == SEQUENCE
    {
        found.extend(values_of(&next));
        rest = after;
    }
    let is_padding = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
    if !rest.iter().all(is_padding) {
        found.push(super::magic::not_understood(rest));
    }
    Some(found)
}

/// What is inside one PEM block: its first value, and further ones where a tool put several.
pub fn block(bytes: &[u8], is_trusted_label: bool) -> Vec<What> {
    match split(bytes) {
        Some((first, _)) if is_trusted_label => values_of(&first),
        Some((first, _)) if matches!(first.tag, SEQUENCE | OID) => {
            file(bytes).unwrap_or_else(|| values_of(&first))
        }
        _ => Vec::new(),
    }
}

/// Text can begin with `0`, which is the SEQUENCE octet: only a length that fits makes it DER.
fn is_plausible(bytes: &[u8], first: &Value<'_>) -> bool {
    let is_text_like = bytes.get(1).is_some_and(|octet| *octet < 0x80);
    match first.tag {
        SEQUENCE if is_text_like => first.missing == 0 && first.is_well_formed(),
        SEQUENCE => first
            .content
            .first()
            .is_none_or(|tag| matches!(*tag, INTEGER | OID | 0x0A | SEQUENCE | 0x31 | CONTEXT_0)),
        OID => first.missing == 0 && first.whole.len() == bytes.len() && first.content.len() > 2,
        _ => false,
    }
}

fn values_of(value: &Value<'_>) -> Vec<What> {
    if value.missing > 0 {
        let detail = damage::bytes_missing(value.missing);
        let kind = likely_kind(value);
        return vec![What::Damaged { kind, detail }];
    }
    vec![classify(value).unwrap_or(What::NotOpened(NotOpenedKind::OtherDer))]
}

fn classify(value: &Value<'_>) -> Option<What> {
    if value.tag == OID {
        return Some(What::NotOpened(NotOpenedKind::Parameters));
    }
    let parts = value.children(16);
    let tags: Vec<u8> = parts.iter().map(|part| part.tag).collect();
    match (tags.as_slice(), parts.as_slice()) {
        ([SEQUENCE, SEQUENCE, BIT_STRING], [signed, ..]) => to_be_signed(signed, value.whole),
        ([INTEGER, SEQUENCE, OCTET_STRING, ..], [_, algorithm, ..]) => {
            algorithm.first(OID).map(|_| key(value.whole))
        }
        ([INTEGER, OCTET_STRING, ..], [version, ..]) if version.content == [1] => {
            Some(key(value.whole))
        }
        ([INTEGER, SEQUENCE, ..], [version, content, ..]) if version.content == [3] => {
            pfx(content, value.whole)
        }
        ([SEQUENCE, OCTET_STRING], [algorithm, _]) => encrypted_key(algorithm, value.whole),
        ([SEQUENCE, BIT_STRING], [algorithm, _]) => algorithm
            .first(OID)
            .map(|_| What::PublicKey(value.whole.to_vec())),
        ([SEQUENCE, SEQUENCE], [store, _]) => bouncy_castle(store),
        ([OID, CONTEXT_0], [kind, content]) => pkcs7(kind, content, value.whole),
        _ if tags.len() >= 2 && tags.iter().all(|tag| *tag == INTEGER) => {
            integers(&parts, value.whole)
        }
        _ => None,
    }
}

fn key(whole: &[u8]) -> What {
    What::Key(Zeroizing::new(whole.to_vec()))
}

/// Certificate, request or revocation list: all three are (content, algorithm, signature).
fn to_be_signed(signed: &Value<'_>, whole: &[u8]) -> Option<What> {
    let parts = signed.children(6);
    let tags: Vec<u8> = parts.iter().map(|part| part.tag).collect();
    let is_time = |tag: u8| matches!(tag, UTC_TIME | GENERALIZED_TIME);
    match tags.as_slice() {
        [CONTEXT_0, INTEGER, SEQUENCE, ..] => Some(What::Certificate(whole.to_vec())),
        [INTEGER, SEQUENCE, SEQUENCE, time, ..] | [SEQUENCE, SEQUENCE, time, ..]
            if is_time(*time) =>
        {
            Some(What::Crl(whole.to_vec()))
        }
        [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, ..] => Some(What::Certificate(whole.to_vec())),
        [INTEGER, SEQUENCE, SEQUENCE] | [INTEGER, SEQUENCE, SEQUENCE, CONTEXT_0, ..] => {
            Some(What::Csr(whole.to_vec()))
        }
        _ => None,
    }
}

/// RFC 7292 section 4: authSafe is data (password) or signedData (public key).
fn pfx(content: &Value<'_>, whole: &[u8]) -> Option<What> {
    let kind = content.first(OID)?;
    match kind.content.strip_prefix(PKCS7)? {
        [PKCS7_DATA] => Some(What::Pfx(whole.to_vec())),
        [PKCS7_SIGNED] => Some(What::NotOpened(NotOpenedKind::SignedPfx)),
        _ => None,
    }
}

fn encrypted_key(algorithm: &Value<'_>, whole: &[u8]) -> Option<What> {
    let oid = algorithm.first(OID)?;
    KEY_CIPHERS
        .iter()
        .any(|arc| oid.content.starts_with(arc))
        .then(|| What::EncryptedPkcs8(whole.to_vec()))
}

/// BCFKS: an encrypted store followed by its integrity check.
fn bouncy_castle(store: &Value<'_>) -> Option<What> {
    let parts = store.children(3);
    match parts.as_slice() {
        [algorithm, sealed] if algorithm.tag == SEQUENCE && sealed.tag == OCTET_STRING => algorithm
            .first(OID)
            .map(|_| What::NotOpened(NotOpenedKind::BouncyCastle)),
        _ => None,
    }
}

/// RFC 5652 section 3: only signedData around plain data is a collection of certificates.
fn pkcs7(kind: &Value<'_>, content: &Value<'_>, whole: &[u8]) -> Option<What> {
    let kind = kind.content.strip_prefix(PKCS7)?;
    let other = Some(What::NotOpened(NotOpenedKind::OtherPkcs7));
    if kind != [PKCS7_SIGNED] {
        return other;
    }
    let signs_data = content
        .first(SEQUENCE)
        .and_then(|signed| signed.children(3).get(2).copied())
        .and_then(|inner| inner.first(OID))
        .and_then(|oid| oid.content.strip_prefix(PKCS7).map(<[u8]>::to_vec));
    if signs_data.as_deref() == Some(&[PKCS7_DATA]) {
        Some(What::Pkcs7(whole.to_vec()))
    } else {
        other
    }
}

/// PKCS#1 keys and the parameters that look like them.
fn integers(parts: &[Value<'_>], whole: &[u8]) -> Option<What> {
    match parts {
        [version, _, _, _, _, _, _, _, _] if version.content.len() == 1 => Some(key(whole)),
        [modulus, exponent] if modulus.content.len() > 32 && exponent.content.len() <= 8 => {
            if matches!(exponent.content, [2] | [5]) {
                Some(What::NotOpened(NotOpenedKind::Parameters))
            } else {
                Some(What::PublicKey(wrapped_rsa(whole)))
            }
        }
        [prime, generator, _] if prime.content.len() > 32 && !generator.content.is_empty() => {
            Some(What::NotOpened(NotOpenedKind::Parameters))
        }
        _ => None,
    }
}

/// RSAPublicKey (RFC 8017 appendix A.1.1) as SubjectPublicKeyInfo.
fn wrapped_rsa(key: &[u8]) -> Vec<u8> {
    let mut bits = vec![0];
    bits.extend_from_slice(key);
    let mut content = RSA_ALGORITHM.to_vec();
    append(&mut content, BIT_STRING, &bits);
    let mut whole = Vec::with_capacity(content.len() + 6);
    append(&mut whole, SEQUENCE, &content);
    whole
}

fn append(out: &mut Vec<u8>, tag: u8, content: &[u8]) {
    out.push(tag);
    let octets: Vec<u8> = content
        .len()
        .to_be_bytes()
        .into_iter()
        .skip_while(|octet| *octet == 0)
        .collect();
    if let (true, Ok(short)) = (content.len() < 0x80, u8::try_from(content.len())) {
        out.push(short);
    } else {
        out.push(0x80 | u8::try_from(octets.len()).unwrap_or(8));
        out.extend_from_slice(&octets);
    }
    out.extend_from_slice(content);
}

/// What a structure that ends early was going to be.
fn likely_kind(value: &Value<'_>) -> Kind {
    let parts = value.children(3);
    let tags: Vec<u8> = parts.iter().map(|part| part.tag).collect();
    match (tags.as_slice(), parts.first()) {
        ([OID, ..], Some(oid)) if oid.content.starts_with(PKCS7) => Kind::Pkcs7,
        ([INTEGER, SEQUENCE, ..], Some(version)) if version.content == [3] => Kind::Pfx,
        ([INTEGER, SEQUENCE | INTEGER | OCTET_STRING, ..], _) => Kind::Key,
        ([SEQUENCE, OCTET_STRING, ..], _) => Kind::Key,
        ([SEQUENCE, BIT_STRING, ..], _) => Kind::PublicKey,
        ([SEQUENCE, ..], Some(signed)) => likely_signed(signed),
        _ => Kind::Unknown,
    }
}

fn likely_signed(signed: &Value<'_>) -> Kind {
    let tags: Vec<u8> = signed.children(4).iter().map(|part| part.tag).collect();
    match tags.as_slice() {
        [CONTEXT_0, ..] => Kind::Certificate,
        [INTEGER, SEQUENCE, SEQUENCE, UTC_TIME | GENERALIZED_TIME] => Kind::Crl,
        [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE] => Kind::Certificate,
        [INTEGER, SEQUENCE, ..] => Kind::Csr,
        [SEQUENCE, SEQUENCE, UTC_TIME | GENERALIZED_TIME, ..] => Kind::Crl,
        _ => Kind::Unknown,
    }
}
