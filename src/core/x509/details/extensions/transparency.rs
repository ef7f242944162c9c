//! Receipts of transparency logs (RFC 6962 section 3.3).

use super::super::super::der::{single, tag};
use super::{Label, LineValue, Lines};

pub(super) fn receipts(value: &[u8], lines: &mut Lines) -> Option<()> {
    let list = single(value, tag::OCTET_STRING)?.content;
    let (list, rest) = counted(list)?;
    if !rest.is_empty() {
        return None;
    }
    let mut list = list;
    while !list.is_empty() {
        let (receipt, rest) = counted(list)?;
        list = rest;
        lines.below(Label::Receipt, LineValue::None, |lines| one(receipt, lines))?;
    }
    Some(())
}

fn one(receipt: &[u8], lines: &mut Lines) -> Option<()> {
    let (version, rest) = receipt.split_first()?;
    let (log, rest) = rest.split_at_checked(32)?;
    let (time, rest) = rest.split_first_chunk::<8>()?;
    let (extensions, rest) = counted(rest)?;
    let ([hash, algorithm], rest) = rest.split_first_chunk::<2>()?;
    let (signature, rest) = counted(rest)?;
    let version = i128::from(*version) + 1;
    lines.add(Label::Version, LineValue::Number(version));
    lines.add(Label::LogId, LineValue::Hex(log.into()));
    let time = u64::from_be_bytes(*time);
    lines.add(Label::Timestamp, LineValue::Millis(time));
    if !extensions.is_empty() {
        lines.add(Label::RawValue, LineValue::Hex(extensions.into()));
    }
    let algorithm = format!("{}, {}", algorithm_name(*algorithm), hash_name(*hash));
    lines.add(Label::SignatureAlgorithm, LineValue::Plain(algorithm));
    lines.add(Label::SignatureValue, LineValue::Hex(signature.into()));
    rest.is_empty().then_some(())
}

/// Splits off what two bytes of length announce.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

/// HashAlgorithm of TLS 1.2 (RFC 5246 section 7.4.1.4.1).
fn hash_name(number: u8) -> String {
    match number {
        1 => "MD5".to_owned(),
        2 => "SHA-1".to_owned(),
        3 => "SHA-224".to_owned(),
        4 => "SHA-256".to_owned(),
        5 => "SHA-384".to_owned(),
        6 => "SHA-512".to_owned(),
        _ => number.to_string(),
    }
}

/// SignatureAlgorithm of TLS 1.2.
fn algorithm_name(number: u8) -> String {
    match number {
        1 => "RSA".to_owned(),
        2 => "DSA".to_owned(),
        3 => "ECDSA".to_owned(),
        _ => number.to_string(),
    }
}
