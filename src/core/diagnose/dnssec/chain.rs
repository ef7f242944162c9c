//! From the anchors to the name, zone by zone: the parent names the key, the key signs the records.

use super::anchors::anchors;
use super::denial::{Absence, Proofs};
use super::records::{Digest, Key};
use super::verify::held;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, WalkEnd, Zone};
use crate::core::env::{
    DnsAnswer, DnsName, NO_ERROR, NO_SUCH_NAME, RecordData, RecordType, SERVER_FAILURE,
};
use crate::core::finding::DnssecFault;
use crate::core::progress::Cancelled;
use crate::core::time::Moment;

/// How far answers about a name can be trusted (RFC 4035 section 4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Every signature holds.
    Secure {
        /// The zone of the name.
        zone: DnsName,
        /// When the first of them runs out.
        until: Option<Moment>,
    },
    /// Not signed, and the zone above says so.
    Insecure {
        /// Where signatures end.
        zone: DnsName,
    },
    /// Something does not hold: validating resolvers, and CAs, refuse the answers.
    Bogus {
        /// Where.
        zone: DnsName,
        /// Why.
        fault: DnssecFault,
    },
    /// Could not be found out.
    Unknown {
        /// The last zone that was reached.
        zone: DnsName,
    },
}

/// Extended errors of resolvers that validate (RFC 8914 sections 4.7 to 4.13).
const ERRORS: std::ops::RangeInclusive<u16> = 6..=12;
/// What is proven of the name itself: what CAs ask for.
const RECORDS: [RecordType; 3] = [RecordType::A, RecordType::CAA, RecordType::TXT];

/// Judges the way to a name and its records, and the ways to where its aliases lead, and hears what resolvers
/// that validate say.
///
/// # Errors
/// [`Cancelled`].
pub fn trust(asker: &Asker<'_>, lane: Lane, name: &DnsName) -> Result<Trust, Cancelled> {
    let mut own = None;
    for at in asker.resolve(lane, name, RecordType::A)?.names {
        let way = Way {
            asker,
            lane,
            now: asker.env.clock.now(),
            until: None,
        };
        match way.walked(&at)? {
            bogus @ Trust::Bogus { .. } => return Ok(bogus),
            // The weakest of all counts.
            other => {
                own = Some(match own {
                    Some(one) if weakness(&one) >= weakness(&other) => one,
                    _ => other,
                });
            }
        }
    }
    let fault = by_resolvers(asker, lane, name)?;
    Ok(match (fault, own) {
        (Some(fault), _) => Trust::Bogus {
            zone: name.clone(),
            fault,
        },
        (None, Some(own)) => own,
        (None, None) => Trust::Unknown { zone: name.clone() },
    })
}

/// How little is proven; of two alike the first is told.
fn weakness(trust: &Trust) -> u8 {
    match trust {
        Trust::Secure { .. } => 0,
        Trust::Insecure { .. } => 1,
        Trust::Unknown { .. } => 2,
        Trust::Bogus { .. } => 3,
    }
}

/// What resolvers say that validate: they fail, with the reason of DNSSEC.
fn by_resolvers(
    asker: &Asker<'_>,
    lane: Lane,
    name: &DnsName,
) -> Result<Option<DnssecFault>, Cancelled> {
    for reply in asker.at_resolvers(lane, name, RecordType::A)? {
        let Ok(answer) = reply.reply.outcome else {
            continue;
        };
        let mut errors = answer.errors.iter();
        let error = errors.find(|(code, _)| ERRORS.contains(code));
        if let (SERVER_FAILURE, Some((code, text))) = (answer.code, error) {
            let source = reply.source.label();
            let detail = format!("{source}: EDE {code} {text}").trim().to_owned();
            return Ok(Some(DnssecFault::Resolvers { detail }));
        }
    }
    Ok(None)
}

struct Way<'w, 'a> {
    asker: &'w Asker<'a>,
    lane: Lane,
    now: Moment,
    until: Option<Moment>,
}

/// Why a step of the way ends it.
enum Stop {
    Insecure,
    Bogus(DnssecFault),
    Unknown,
}

type Step<T> = Result<Result<T, Stop>, Cancelled>;

impl Way<'_, '_> {
    fn walked(mut self, name: &DnsName) -> Result<Trust, Cancelled> {
        let walk = self.asker.walk(self.lane, name)?;
        if matches!(walk.end, WalkEnd::Intercepted { .. }) {
            let zone = DnsName::default();
            return Ok(Trust::Unknown { zone });
        }
        let Some(mut digests) = anchors(&self.asker.request.setup) else {
            let zone = DnsName::default();
            return Ok(Trust::Insecure { zone });
        };
        for (zone, below) in walk
            .zones
            .iter()
            .zip(walk.zones.iter().skip(1).map(Some).chain([None]))
        {
            let ended = |stop: Stop, at: &DnsName| match stop {
                Stop::Insecure => Trust::Insecure { zone: at.clone() },
                Stop::Bogus(fault) => Trust::Bogus {
                    zone: at.clone(),
                    fault,
                },
                Stop::Unknown => Trust::Unknown { zone: at.clone() },
            };
            let keys = match self.keys(zone, &digests)? {
                Ok(keys) => keys,
                Err(stop) => return Ok(ended(stop, &zone.apex)),
            };
            match below {
                Some(below) => match self.digests(zone, &keys, &below.apex)? {
                    Ok(found) => digests = found,
                    Err(Stop::Insecure) => return Ok(ended(Stop::Insecure, &below.apex)),
                    Err(stop) => return Ok(ended(stop, &zone.apex)),
                },
                None if walk.zone().is_none() => {
                    return Ok(ended(Stop::Unknown, &zone.apex));
                }
                None => {
                    for kind in RECORDS {
                        if let Err(stop) = self.records(zone, &keys, name, kind)? {
                            return Ok(ended(stop, &zone.apex));
                        }
                    }
                    return Ok(Trust::Secure {
                        zone: zone.apex.clone(),
                        until: self.until,
                    });
                }
            }
        }
        let last = walk.zones.last().map(|zone| zone.apex.clone());
        Ok(Trust::Unknown {
            zone: last.unwrap_or_default(),
        })
    }

    /// The keys of a zone that its parent vouches for.
    fn keys(&mut self, zone: &Zone, digests: &[Digest]) -> Step<Vec<Key>> {
        if !digests.iter().any(Digest::is_known) {
            return Ok(Err(Stop::Insecure));
        }
        let apex = &zone.apex;
        let answers = self.answers(zone, apex, RecordType::DNSKEY)?;
        let mut stop = Stop::Unknown;
        for answer in answers {
            let keys: Vec<Key> = raw(&answer, apex, RecordType::DNSKEY)
                .filter_map(Key::read)
                .collect();
            let is_named = |key: &&Key| digests.iter().any(|one| key.is_named_by(apex, one));
            let named: Vec<Key> = keys.iter().filter(is_named).cloned().collect();
            if keys.is_empty() {
                stop = Stop::Bogus(DnssecFault::NotSigned);
                continue;
            }
            if named.is_empty() {
                let entries = keys.iter().filter(|key| key.is_entry());
                stop = Stop::Bogus(DnssecFault::NoMatchingKey {
                    wanted: digests.iter().map(|digest| digest.tag).collect(),
                    found: entries.map(|key| key.tag).collect(),
                });
                continue;
            }
            match held(
                &answer.answers,
                apex,
                RecordType::DNSKEY,
                apex,
                &named,
                self.now,
            ) {
                Ok(held) => {
                    self.ends(held.until);
                    return Ok(Ok(keys));
                }
                Err(fault) => stop = Stop::Bogus(fault),
            }
        }
        Ok(Err(stop))
    }

    /// What a zone knows of the keys of one below it.
    fn digests(&mut self, zone: &Zone, keys: &[Key], below: &DnsName) -> Step<Vec<Digest>> {
        let answers = self.answers(zone, below, RecordType::DS)?;
        let mut stop = Stop::Unknown;
        for answer in answers {
            match self.judged(&answer, zone, keys, below, RecordType::DS) {
                Ok(true) => {
                    let digests = raw(&answer, below, RecordType::DS).filter_map(Digest::read);
                    return Ok(Ok(digests.collect()));
                }
                Ok(false) => return Ok(Err(Stop::Insecure)),
                Err(why) => stop = why,
            }
        }
        Ok(Err(stop))
    }

    /// Whether the name's records of a type hold, or their absence does.
    fn records(&mut self, zone: &Zone, keys: &[Key], name: &DnsName, kind: RecordType) -> Step<()> {
        let answers = self.answers(zone, name, kind)?;
        let mut stop = Stop::Unknown;
        for answer in answers {
            match self.judged(&answer, zone, keys, name, kind) {
                Ok(_) => return Ok(Ok(())),
                Err(why) => stop = why,
            }
        }
        Ok(Err(stop))
    }

    /// Whether an answer has records, and that they, or their absence, hold.
    fn judged(
        &mut self,
        answer: &DnsAnswer,
        zone: &Zone,
        keys: &[Key],
        name: &DnsName,
        kind: RecordType,
    ) -> Result<bool, Stop> {
        let apex = &zone.apex;
        if let Some(tree) = answer.answers.iter().find(|one| {
            one.kind == RecordType::DNAME && one.name != *name && name.is_within(&one.name)
        }) {
            // The alias made from it is never signed (RFC 6672 section 5.3.1); it is judged where it leads.
            let held = held(&answer.answers, &tree.name, tree.kind, apex, keys, self.now);
            self.ends(held.map_err(Stop::Bogus)?.until);
            return Ok(true);
        }
        let mut records = answer.answers.iter();
        let own = records
            .find(|one| one.name == *name && (one.kind == kind || one.kind == RecordType::CNAME));
        let proofs = Proofs::of(&answer.authority, apex, keys, self.now);
        if let Some(own) = own {
            let held = held(&answer.answers, name, own.kind, apex, keys, self.now);
            let held = held.map_err(Stop::Bogus)?;
            self.ends(held.until);
            // From a wildcard: nothing nearer may exist.
            let is_proven = |labels| proofs.is_from_wildcard(name, labels);
            return match held.wildcard_labels.is_none_or(is_proven) {
                true => Ok(true),
                false => Err(Stop::Bogus(DnssecFault::NoProof { record: kind })),
            };
        }
        if !answer.answers.is_empty() {
            // Nothing that was asked for.
            return Err(Stop::Unknown);
        }
        match proofs.absence(name, kind) {
            Absence::Proven => {
                proofs.until.into_iter().for_each(|until| self.ends(until));
                Ok(false)
            }
            Absence::Insecure => Err(Stop::Insecure),
            Absence::Unproven => Err(Stop::Bogus(
                proofs
                    .fault
                    .unwrap_or(DnssecFault::NoProof { record: kind }),
            )),
        }
    }

    fn answers(
        &self,
        zone: &Zone,
        name: &DnsName,
        kind: RecordType,
    ) -> Result<Vec<DnsAnswer>, Cancelled> {
        let replies = self.asker.at_few(self.lane, zone, name, kind, true)?;
        let answers = replies.into_iter().filter_map(|one| one.reply.outcome.ok());
        Ok(answers
            .filter(|answer| matches!(answer.code, NO_ERROR | NO_SUCH_NAME))
            .collect())
    }

    fn ends(&mut self, until: Moment) {
        self.until = Some(self.until.map_or(until, |first| first.min(until)));
    }
}

/// The data of a type as it came.
fn raw<'r>(
    answer: &'r DnsAnswer,
    name: &'r DnsName,
    kind: RecordType,
) -> impl Iterator<Item = &'r [u8]> {
    answer
        .answers
        .iter()
        .filter_map(move |record| match &record.data {
            RecordData::Other(bytes) if record.name == *name && record.kind == kind => {
                Some(bytes.as_slice())
            }
            _ => None,
        })
}
