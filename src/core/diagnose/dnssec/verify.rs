//! Whether a signature over a set of records holds (RFC 4035 section 5.3).

use super::order::{rdata, wire};
use super::records::{Key, Signature, is_known};
use crate::core::env::{DnsName, DnsRecord, RecordData, RecordType};
use crate::core::finding::DnssecFault;
use crate::core::time::Moment;

/// A set of records that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// When the signature runs out.
    pub until: Moment,
    /// Of a set that comes from a wildcard, how many labels of its name are the zone's own.
    pub wildcard_labels: Option<usize>,
}

/// Signatures over one set that are tried; a zone that changes its keys has two or three.
const MOST_SIGNATURES: usize = 8;
/// Keys with the same tag that are tried: a zone with many could keep us busy for hours (CVE-2023-50387).
const MOST_KEYS: usize = 4;
/// The class of the Internet.
const CLASS_IN: u16 = 1;

/// Judges the records of one name and type among all that came along.
///
/// # Errors
/// Why no signature over them holds.
pub(super) fn held(
    all: &[DnsRecord],
    name: &DnsName,
    kind: RecordType,
    zone: &DnsName,
    keys: &[Key],
    now: Moment,
) -> Result<Held, DnssecFault> {
    let set: Vec<&DnsRecord> = all
        .iter()
        .filter(|record| record.name == *name && record.kind == kind)
        .collect();
    let mut fault = DnssecFault::Missing { record: kind };
    for signature in signatures(all, name, kind).take(MOST_SIGNATURES) {
        let labels = name.base().labels().count();
        let is_fitting = signature.signer == *zone && usize::from(signature.labels) <= labels;
        if !is_fitting || !is_known(signature.algorithm) {
            continue;
        }
        let (begins, expires) = (
            moment(signature.begins, now),
            moment(signature.expires, now),
        );
        if expires < now {
            fault = DnssecFault::Expired {
                record: kind,
                at: expires,
            };
            continue;
        }
        if begins > now {
            fault = DnssecFault::NotYetValid {
                record: kind,
                from: begins,
            };
            continue;
        }
        let message = message(&signature, name, kind, &set);
        let mut fitting = keys
            .iter()
            .filter(|key| key.tag == signature.tag && key.algorithm == signature.algorithm)
            .take(MOST_KEYS);
        let does_hold = message
            .is_some_and(|message| fitting.any(|key| key.verifies(&message, &signature.signature)));
        if does_hold {
            let own = usize::from(signature.labels);
            return Ok(Held {
                until: expires,
                wildcard_labels: (own < labels).then_some(own),
            });
        }
        if matches!(fault, DnssecFault::Missing { .. }) {
            fault = DnssecFault::Wrong { record: kind };
        }
    }
    Err(fault)
}

/// The signatures over records of one name and type.
fn signatures(
    all: &[DnsRecord],
    name: &DnsName,
    kind: RecordType,
) -> impl Iterator<Item = Signature> {
    all.iter().filter_map(move |record| match &record.data {
        RecordData::Other(bytes) if record.kind == RecordType::RRSIG && record.name == *name => {
            Signature::read(bytes).filter(|signature| signature.covers == kind)
        }
        _ => None,
    })
}

/// What is signed (RFC 4035 section 5.3.2).
fn message(
    signature: &Signature,
    name: &DnsName,
    kind: RecordType,
    set: &[&DnsRecord],
) -> Option<Vec<u8>> {
    let labels: Vec<&str> = name.labels().collect();
    let own = usize::from(signature.labels);
    let owner = match own < name.base().labels().count() {
        true => {
            let cut = labels.len().checked_sub(own)?;
            let mut star = vec![1, b'*'];
            let above = std::iter::successors(Some(name.clone()), DnsName::parent).nth(cut)?;
            star.extend(wire(&above));
            star
        }
        false => wire(name),
    };
    let data: Option<Vec<Vec<u8>>> = set.iter().map(|record| rdata(record)).collect();
    let mut data = data?;
    data.sort();
    data.dedup();
    let mut message = signature.signed.clone();
    for rdata in data {
        message.extend(&owner);
        message.extend(kind.0.to_be_bytes());
        message.extend(CLASS_IN.to_be_bytes());
        message.extend(signature.ttl.to_be_bytes());
        message.extend(u16::try_from(rdata.len()).ok()?.to_be_bytes());
        message.extend(rdata);
    }
    Some(message)
}

/// Seconds as DNSSEC counts them: modulo 2^32, nearest to now (RFC 4034 section 3.1.5).
fn moment(seconds: u32, now: Moment) -> Moment {
    const CYCLE: i64 = 1 << 32;
    let seconds = i64::from(seconds);
    let away = (seconds - now.0).rem_euclid(CYCLE);
    let away = if away > CYCLE / 2 { away - CYCLE } else { away };
    Moment(now.0.saturating_add(away))
}

#[cfg(test)]
mod tests {
    use super::moment;
    use crate::core::time::Moment;

    #[test]
    fn seconds_go_on_after_2106() {
        let now = Moment(4_294_967_290);
        assert_eq!(moment(10, now), Moment(4_294_967_306));
        assert_eq!(moment(4_294_967_000, now), Moment(4_294_967_000));
    }
}
