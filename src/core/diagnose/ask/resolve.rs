//! One answer to a question as the world sees it: from the zone's own servers, over every alias; where those
//! cannot be contacted, from a resolver.

use std::sync::Arc;

use serde::Serialize;

use super::journal::value;
use super::{Asker, Source, WalkEnd, Zone};
use crate::core::csr::names::is_suffix;
use crate::core::diagnose::Lane;
use crate::core::env::{
    DnsAnswer, DnsFault, DnsName, DnsRecord, DnsReply, NO_ERROR, NO_SUCH_NAME, RecordData,
    RecordType, SERVER_FAILURE,
};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// What the world says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// The name asked for, then each alias followed; the last one is where the records are, or are missing.
    pub names: Vec<DnsName>,
    /// The records of the type, of the last name.
    pub records: Vec<DnsRecord>,
    /// How it ended.
    pub ended: Ended,
    /// Who said it last.
    pub source: Option<Source>,
    /// The zone of the last name, where it was reached.
    pub zone: Option<Arc<Zone>>,
}

/// How resolving ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Ended {
    /// There are records.
    Found,
    /// The name exists and has none of this type. Seconds for which that may be kept, where a SOA says so.
    NoRecords {
        /// Seconds.
        ttl: Option<u32>,
    },
    /// There is no such name.
    NoSuchName {
        /// Seconds.
        ttl: Option<u32>,
    },
    /// The aliases lead in a circle.
    Loop,
    /// More aliases than are followed.
    TooManyAliases,
    /// The servers answer with a failure: SERVFAIL, REFUSED and the like, and their own words (RFC 8914).
    Failed {
        /// Response code.
        code: u16,
        /// Extended errors. Foreign text.
        errors: Vec<(u16, String)>,
    },
    /// Nobody answered.
    Silent {
        /// Why, of the first.
        fault: DnsFault,
    },
}

impl Asker<'_> {
    /// Resolves, following aliases across zones. What was asked before is not asked again.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn resolve(
        &self,
        lane: Lane,
        name: &DnsName,
        kind: RecordType,
    ) -> Result<Resolution, Cancelled> {
        let mut found = Resolution {
            names: vec![name.clone()],
            records: Vec::new(),
            ended: Ended::TooManyAliases,
            source: None,
            zone: None,
        };
        let mut at = name.clone();
        for _ in 0..=limits::DNS_ALIASES {
            let one = self.answered(lane, &at, kind)?;
            found.source = one.source;
            found.zone = one.zone;
            match one.means {
                Means::Ends(ended, records) => {
                    found.ended = ended;
                    found.records = records;
                    return Ok(found);
                }
                Means::Alias(target) if found.names.contains(&target) => {
                    found.names.push(target);
                    found.ended = Ended::Loop;
                    return Ok(found);
                }
                Means::Alias(target) => {
                    found.names.push(target.clone());
                    at = target;
                }
            }
        }
        Ok(found)
    }

    /// What is said of one name: by the servers of its zone, or else by a resolver.
    fn answered(&self, lane: Lane, name: &DnsName, kind: RecordType) -> Result<One, Cancelled> {
        let walk = self.walk(lane, name)?;
        let zone = walk.zone().cloned();
        let (replies, ended) = match &zone {
            Some(zone) => {
                let replies = match is_registry(&zone.apex) {
                    // Nobody's own servers: a few of them will do.
                    true => self.at_few(lane, zone, name, kind, false)?,
                    false => self.at_servers(lane, zone, name, kind)?,
                };
                self.say(name, kind, &replies);
                let told = replies.into_iter().map(|one| {
                    let source = Source::Authoritative(one.name, one.server);
                    (source, one.reply)
                });
                (told.collect(), None)
            }
            None => {
                let replies = self.at_resolvers(lane, name, kind)?.into_iter();
                let told = replies.map(|one| (one.source, one.reply));
                (told.collect::<Vec<_>>(), Some(without_zone(&walk.end)))
            }
        };
        let Some((source, reply)) = chosen(&replies) else {
            let nobody = || Ended::Silent {
                fault: DnsFault::NotAsked,
            };
            let means = Means::Ends(ended.unwrap_or_else(nobody), Vec::new());
            return Ok(One {
                means,
                source: None,
                zone,
            });
        };
        let means = match &reply.outcome {
            Ok(answer) => read(name, kind, answer),
            Err(fault) => {
                let silent = Ended::Silent {
                    fault: fault.clone(),
                };
                Means::Ends(ended.unwrap_or(silent), Vec::new())
            }
        };
        Ok(One {
            means,
            source: Some(source.clone()),
            zone,
        })
    }
}

/// What was said of one name.
struct One {
    means: Means,
    source: Option<Source>,
    zone: Option<Arc<Zone>>,
}

enum Means {
    Alias(DnsName),
    Ends(Ended, Vec<DnsRecord>),
}

/// How resolving ends where the walk did not reach a zone and no resolver helps.
fn without_zone(end: &WalkEnd) -> Ended {
    match end {
        WalkEnd::Silent { fault, .. } => Ended::Silent {
            fault: fault.clone(),
        },
        WalkEnd::Lame { code, .. } => Ended::Failed {
            code: *code,
            errors: Vec::new(),
        },
        // A resolver would say so.
        WalkEnd::Reached
        | WalkEnd::NoServerAddress { .. }
        | WalkEnd::Intercepted { .. }
        | WalkEnd::TooDeep => Ended::Failed {
            code: SERVER_FAILURE,
            errors: Vec::new(),
        },
    }
}

/// The answer that most give; the first where as many give another. A failure only where nobody answers.
fn chosen(replies: &[(Source, DnsReply)]) -> Option<&(Source, DnsReply)> {
    let rank = |reply: &DnsReply| match &reply.outcome {
        Ok(answer)
            if matches!(answer.code, NO_ERROR | NO_SUCH_NAME)
                && (answer.is_authoritative || answer.recurses || !answer.answers.is_empty()) =>
        {
            2
        }
        Ok(_) => 1,
        Err(_) => 0,
    };
    let content = |reply: &DnsReply| {
        let answer = reply.outcome.as_ref().ok()?;
        let mut values: Vec<(RecordType, String)> = answer
            .answers
            .iter()
            .map(|record| (record.kind, value(&record.data)))
            .collect();
        values.sort();
        Some((answer.code, values))
    };
    let weight = |(_, reply): &(Source, DnsReply)| {
        let same = |(_, other): &&(Source, DnsReply)| content(other) == content(reply);
        (rank(reply), replies.iter().filter(same).count())
    };
    let best = replies.iter().map(weight).max()?;
    replies.iter().find(|one| weight(one) == best)
}

/// What an answer means for a name. A resolver's may hold a whole chain: its first step counts, the next is
/// asked for anew and comes from memory or cache.
fn read(name: &DnsName, kind: RecordType, answer: &DnsAnswer) -> Means {
    let records = answer.answers.iter();
    let own: Vec<DnsRecord> = records
        .filter(|record| record.name == *name && record.kind == kind)
        .cloned()
        .collect();
    if !own.is_empty() {
        return Means::Ends(Ended::Found, own);
    }
    if let Some(target) = alias(name, answer) {
        return Means::Alias(target);
    }
    let ttl = negative_ttl(answer);
    let ended = match answer.code {
        NO_ERROR if answer.is_authoritative || answer.recurses => Ended::NoRecords { ttl },
        NO_SUCH_NAME => Ended::NoSuchName { ttl },
        code => Ended::Failed {
            code: if code == NO_ERROR {
                SERVER_FAILURE
            } else {
                code
            },
            errors: answer.errors.clone(),
        },
    };
    Means::Ends(ended, Vec::new())
}

/// Where an answer leads from a name, by an alias of its own or of a tree above it (RFC 6672).
pub fn alias(name: &DnsName, answer: &DnsAnswer) -> Option<DnsName> {
    let target = |record: &DnsRecord| match &record.data {
        RecordData::Cname(target) => Some(target.clone()),
        _ => None,
    };
    let mut records = answer.answers.iter();
    let own = records.find(|one| one.kind == RecordType::CNAME && one.name == *name);
    own.and_then(target).or_else(|| {
        let is_above = |one: &&DnsRecord| {
            one.kind == RecordType::DNAME && one.name != *name && name.is_within(&one.name)
        };
        let tree = answer.answers.iter().find(is_above)?;
        let front = name.labels().count() - tree.name.labels().count();
        let mut moved = target(tree)?;
        let labels: Vec<&str> = name.labels().take(front).collect();
        for label in labels.iter().rev() {
            moved = moved.below(label)?;
        }
        Some(moved)
    })
}

/// Seconds for which "there is none" may be kept (RFC 2308 section 5).
pub fn negative_ttl(answer: &DnsAnswer) -> Option<u32> {
    let mut authority = answer.authority.iter();
    authority.find_map(|record| match record.data {
        RecordData::Soa { minimum, .. } => Some(minimum.min(record.ttl)),
        _ => None,
    })
}

/// Whether a zone is run by a registry and not by whoever orders certificates.
pub fn is_registry(zone: &DnsName) -> bool {
    zone.labels().count() <= 1 || is_suffix(zone.as_str())
}

#[cfg(test)]
mod tests;
