//! How long "there is none" is kept, by the zone and by the resolvers that said so.

use super::view::denies;
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Ended, negative_ttl};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsAnswer, RecordData, RecordType};
use crate::core::finding::{DnsFact, Finding};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let found = asker.resolve(LANE, &name, RecordType::A)?;
    if matches!(found.ended, Ended::Found) {
        let replies = asker.at_resolvers(LANE, &name, RecordType::A)?;
        let denying: Vec<_> = replies.iter().filter(|one| denies(&one.reply)).collect();
        let left = denying
            .iter()
            .filter_map(|one| negative_ttl(one.reply.outcome.as_ref().ok()?));
        if !denying.is_empty() {
            let seconds = left.max().unwrap_or_default();
            let summary = DnsSummary::NegativeCached {
                seconds,
                resolvers: denying.len(),
            };
            let fact = DnsFact::NegativeCached {
                name,
                sources: denying.iter().map(|one| one.source.label()).collect(),
                seconds,
            };
            return Ok(Check::done(key, summary, vec![Finding::new(fact)]));
        }
    }
    let by_answer = match found.ended {
        Ended::NoRecords { ttl } | Ended::NoSuchName { ttl } => ttl,
        _ => None,
    };
    let seconds = match (by_answer, &found.zone) {
        (Some(seconds), _) => Some(seconds),
        (None, Some(zone)) => {
            let replies = asker.at_servers(LANE, zone, &zone.apex, RecordType::SOA)?;
            let mut answers = replies
                .iter()
                .filter_map(|one| one.reply.outcome.as_ref().ok());
            answers.find_map(of_zone)
        }
        (None, None) => None,
    };
    Ok(match seconds {
        Some(seconds) => Check::done(key, DnsSummary::NegativeTtl { seconds }, Vec::new()),
        None => Check::unknown(key, DnsSummary::NotFoundOut, Vec::new()),
    })
}

fn of_zone(answer: &DnsAnswer) -> Option<u32> {
    let mut answers = answer.answers.iter();
    answers.find_map(|record| match record.data {
        RecordData::Soa { minimum, .. } => Some(minimum.min(record.ttl)),
        _ => None,
    })
}
