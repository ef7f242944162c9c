//! Names and records in wire form and in the canonical order of DNSSEC (RFC 4034 section 6).

use std::cmp::Ordering;

use crate::core::env::{DnsName, DnsRecord, RecordData};

/// A name in wire form.
pub(super) fn wire(name: &DnsName) -> Vec<u8> {
    let mut bytes = Vec::new();
    for label in name.labels() {
        let octets = octets(label);
        bytes.push(u8::try_from(octets.len()).unwrap_or_default());
        bytes.extend(octets);
    }
    bytes.push(0);
    bytes
}

/// A name at the start of wire form, and what follows.
pub(super) fn wire_name(bytes: &[u8]) -> Option<(DnsName, &[u8])> {
    let mut labels: Vec<&[u8]> = Vec::new();
    let mut rest = bytes;
    loop {
        let (length, tail) = rest.split_first()?;
        if *length == 0 {
            return Some((DnsName::from_labels(labels), tail));
        }
        let (label, tail) =
            (*length < 64).then(|| tail.split_at_checked(usize::from(*length)))??;
        labels.push(label);
        rest = tail;
    }
}

/// The octets of a label, `\DDD` undone.
fn octets(label: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(label.len());
    let mut bytes = label.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let digits = bytes.by_ref().take(3);
        let value = digits.fold(0_u16, |value, digit| {
            value
                .saturating_mul(10)
                .saturating_add(u16::from(digit.saturating_sub(b'0')))
        });
        out.push(u8::try_from(value).unwrap_or(u8::MAX));
    }
    out
}

/// The order in which a zone's names follow each other.
pub(super) fn compare(left: &DnsName, right: &DnsName) -> Ordering {
    let labels = |name: &DnsName| -> Vec<Vec<u8>> { name.labels().rev().map(octets).collect() };
    labels(left).cmp(&labels(right))
}

/// RDATA as it is signed. A SOA is not kept whole and has none.
pub(super) fn rdata(record: &DnsRecord) -> Option<Vec<u8>> {
    Some(match &record.data {
        RecordData::A(address) => address.octets().to_vec(),
        RecordData::Aaaa(address) => address.octets().to_vec(),
        RecordData::Cname(name) | RecordData::Ns(name) => wire(name),
        RecordData::Txt(strings) => {
            let mut bytes = Vec::new();
            for string in strings {
                bytes.push(u8::try_from(string.len()).ok()?);
                bytes.extend(string);
            }
            bytes
        }
        RecordData::Caa { flags, tag, value } => {
            let mut bytes = vec![*flags, u8::try_from(tag.len()).ok()?];
            bytes.extend(tag.bytes());
            bytes.extend(value);
            bytes
        }
        RecordData::Other(bytes) => bytes.clone(),
        RecordData::Soa { .. } => return None,
    })
}
