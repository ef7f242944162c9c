//! Proofs of absence: NSEC (RFC 4035 section 5.4) and NSEC3 (RFC 5155 section 8).

use std::cmp::Ordering;

use super::order::compare;
use super::records::{Gap, HashedGap, Key};
use super::verify::held;
use crate::core::env::{DnsName, DnsRecord, RecordData, RecordType};
use crate::core::finding::DnssecFault;
use crate::core::time::Moment;

/// Rounds of hashing above which nobody judges a proof any more (RFC 9276 section 3.2).
const MOST_ITERATIONS: u16 = 150;
/// Proofs of one answer that are read; one needs three or four.
const MOST_PROOFS: usize = 16;

/// Proofs of a zone whose own signatures hold.
#[derive(Debug, Default)]
pub(super) struct Proofs {
    gaps: Vec<(DnsName, Gap)>,
    hashed: Vec<(Vec<u8>, HashedGap)>,
    /// One that nobody judges was among them.
    is_dear: bool,
    zone: DnsName,
    /// When the first of their signatures runs out.
    pub until: Option<Moment>,
    /// Why the signature of one that was left out does not hold.
    pub fault: Option<DnssecFault>,
}

/// What proofs say of a name without records of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absence {
    /// Proven.
    Proven,
    /// The name may be a delegation without signatures (opt-out), or nobody judges the proof.
    Insecure,
    /// Not proven.
    Unproven,
}

impl Proofs {
    /// The proofs among records whose signatures hold.
    pub fn of(records: &[DnsRecord], zone: &DnsName, keys: &[Key], now: Moment) -> Self {
        let mut proofs = Self {
            zone: zone.clone(),
            ..Self::default()
        };
        let is_proof =
            |record: &&DnsRecord| matches!(record.kind, RecordType::NSEC | RecordType::NSEC3);
        for record in records.iter().filter(is_proof).take(MOST_PROOFS) {
            let RecordData::Other(bytes) = &record.data else {
                continue;
            };
            if !record.name.is_within(zone) {
                continue;
            }
            let held = match held(records, &record.name, record.kind, zone, keys, now) {
                Ok(held) => held,
                Err(fault) => {
                    proofs.fault = Some(fault);
                    continue;
                }
            };
            let first = proofs
                .until
                .map_or(held.until, |until| until.min(held.until));
            proofs.until = Some(first);
            if record.kind == RecordType::NSEC {
                let gap = Gap::read(bytes).map(|gap| (record.name.clone(), gap));
                proofs.gaps.extend(gap);
            } else {
                let owner = record.name.labels().next().and_then(base32);
                let gap = HashedGap::read(bytes);
                proofs.is_dear |= gap
                    .as_ref()
                    .is_some_and(|gap| gap.iterations > MOST_ITERATIONS);
                let gap = gap.filter(|gap| gap.iterations <= MOST_ITERATIONS);
                proofs.hashed.extend(owner.zip(gap));
            }
        }
        proofs
    }

    /// Whether a name has no records of a type, or does not exist.
    pub fn absence(&self, name: &DnsName, kind: RecordType) -> Absence {
        if self.is_dear {
            return Absence::Insecure;
        }
        match self.hashed.is_empty() {
            true if self.is_absent(name, kind) => Absence::Proven,
            true => Absence::Unproven,
            false => self.hashed_absence(name, kind),
        }
    }

    /// Whether nothing nearer exists than the wildcard that answered for a name, of which `own` labels are the
    /// zone's (RFC 4035 section 5.3.4, RFC 5155 section 8.8).
    pub fn is_from_wildcard(&self, name: &DnsName, own: usize) -> bool {
        let above = std::iter::successors(Some(name.clone()), DnsName::parent);
        let next_closer = above.take_while(|at| at.labels().count() > own).last();
        self.covers(name)
            || next_closer.is_some_and(|next_closer| self.covering(&next_closer).is_some())
    }

    fn is_absent(&self, name: &DnsName, kind: RecordType) -> bool {
        if let Some((_, gap)) = self.gaps.iter().find(|(owner, _)| owner == name) {
            return lacks(&gap.types, name, kind, &self.zone);
        }
        // A name with names below it has no proof of its own: the gap ends below it.
        let is_above = |(_, gap): &(DnsName, Gap)| gap.next != *name && gap.next.is_within(name);
        if self.covers(name) && self.gaps.iter().any(is_above) {
            return true;
        }
        let above = std::iter::successors(name.parent(), DnsName::parent);
        let mut wildcards = above
            .take_while(|at| at.is_within(&self.zone))
            .filter_map(|at| at.below("*"));
        self.covers(name)
            && wildcards.any(|wildcard| {
                let own = self.gaps.iter().find(|(owner, _)| *owner == wildcard);
                match own {
                    Some((_, gap)) => lacks(&gap.types, &wildcard, kind, &self.zone),
                    None => self.covers(&wildcard),
                }
            })
    }

    fn covers(&self, name: &DnsName) -> bool {
        self.gaps.iter().any(|(owner, gap)| {
            let is_behind = compare(owner, name) == Ordering::Less;
            let is_before = compare(name, &gap.next) == Ordering::Less || gap.next == self.zone;
            is_behind && is_before
        })
    }

    fn hashed_absence(&self, name: &DnsName, kind: RecordType) -> Absence {
        if let Some(gap) = self.matching(name) {
            return match lacks(&gap.types, name, kind, &self.zone) {
                true => Absence::Proven,
                false => Absence::Unproven,
            };
        }
        let Some((encloser, covering)) = self.next_closer_covered(name) else {
            return Absence::Unproven;
        };
        if covering.is_opt_out {
            return Absence::Insecure;
        }
        let Some(wildcard) = encloser.below("*") else {
            return Absence::Unproven;
        };
        let is_absent = match self.matching(&wildcard) {
            Some(gap) => lacks(&gap.types, &wildcard, kind, &self.zone),
            None => self.covering(&wildcard).is_some(),
        };
        match is_absent {
            true => Absence::Proven,
            false => Absence::Unproven,
        }
    }

    /// The closest name above that exists, and the proof that the one below it does not.
    fn next_closer_covered(&self, name: &DnsName) -> Option<(DnsName, &HashedGap)> {
        let mut below = name.clone();
        while let Some(above) = below.parent() {
            if !above.is_within(&self.zone) {
                return None;
            }
            if self.matching(&above).is_some() {
                return self.covering(&below).map(|gap| (above, gap));
            }
            below = above;
        }
        None
    }

    fn matching(&self, name: &DnsName) -> Option<&HashedGap> {
        let mut all = self.hashed.iter();
        let found = all.find(|(owner, gap)| gap.hash(name) == *owner);
        found.map(|(_, gap)| gap)
    }

    fn covering(&self, name: &DnsName) -> Option<&HashedGap> {
        let covers = |owner: &[u8], gap: &HashedGap| {
            let hash = gap.hash(name);
            let (hash, next) = (hash.as_slice(), gap.next.as_slice());
            match owner < next {
                true => owner < hash && hash < next,
                // The last one leads round to the first.
                false => owner < hash || hash < next,
            }
        };
        let mut all = self.hashed.iter();
        all.find(|(owner, gap)| covers(owner, gap))
            .map(|(_, gap)| gap)
    }
}

/// Whether a proof for a name itself lacks a type. One from the parent's side of a cut says nothing but of DS,
/// and one from the zone's own apex nothing of DS.
fn lacks(types: &[u16], name: &DnsName, kind: RecordType, zone: &DnsName) -> bool {
    let has = |kind: RecordType| types.contains(&kind.0);
    let is_cut = has(RecordType::NS) && !has(RecordType::SOA);
    let is_right_side = match kind == RecordType::DS {
        true => !has(RecordType::SOA) || zone.is_root(),
        false => !is_cut || name == zone,
    };
    is_right_side && !has(kind) && !has(RecordType::CNAME)
}

/// Base 32 with the extended hexadecimal alphabet (RFC 4648 section 7), as NSEC3 writes hashes.
fn base32(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for char in text.chars() {
        held = held << 5 | char.to_digit(32)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::base32;

    #[test]
    fn hashes_are_read_as_zone_files_write_them() {
        // RFC 4648 section 10.
        assert_eq!(base32("cpnmuoj1e8"), Some(b"foobar".to_vec()));
        assert_eq!(base32("w"), None);
    }
}
