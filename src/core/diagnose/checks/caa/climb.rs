//! Finding the set that counts: from the name of the order towards the root, each look-up following aliases,
//! the parents of an alias's target left alone (RFC 8659 section 3).

use super::property::Property;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{
    Asker, Ended, Resolution, ServerReply, Source, Walk, WalkEnd, is_registry, value,
};
use crate::core::env::{DnsName, DnsRecord, NO_ERROR, NO_SUCH_NAME, RecordData, RecordType};
use crate::core::progress::Cancelled;

/// Where the climb ended.
pub(super) struct Climb {
    /// The name asked about last, one of those above the name of the order or itself.
    pub at: DnsName,
    /// What was said of it.
    pub resolution: Resolution,
    /// The set, empty at the top and where the look-up failed.
    pub set: Vec<Property>,
    /// Whether nothing more could be learnt.
    pub has_failed: bool,
    /// Servers of one zone that say different things.
    pub split: Option<Split>,
    /// Where they do: the sets of those that were not followed. A CA may ask any of them.
    pub others: Vec<(DnsName, Resolution)>,
}

impl Climb {
    /// The same as those see it who ask another server.
    pub fn seen_otherwise(&self) -> Vec<Self> {
        let other = |(at, resolution): &(DnsName, Resolution)| Self {
            at: at.clone(),
            set: set_of(resolution),
            resolution: resolution.clone(),
            has_failed: false,
            split: self.split.clone(),
            others: Vec::new(),
        };
        self.others.iter().map(other).collect()
    }
}

fn set_of(resolution: &Resolution) -> Vec<Property> {
    let records = resolution.records.iter();
    records
        .filter_map(|record| Property::of(&record.data))
        .collect()
}

/// Servers of one zone do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// About this name.
    pub at: DnsName,
    /// What servers say, and which: their names. Empty values are "no record".
    pub said: Vec<(Vec<String>, Vec<String>)>,
    /// Servers that do not answer, or with a failure.
    pub failing: Vec<String>,
}

/// Climbs.
pub(super) fn climb(asker: &Asker<'_>, lane: Lane, name: &DnsName) -> Result<Climb, Cancelled> {
    let mut at = name.base();
    let (mut split, mut others) = (None, Vec::new());
    loop {
        let resolution = asker.resolve(lane, &at, RecordType::CAA)?;
        if split.is_none() {
            let replies = at_servers(asker, lane, &resolution)?;
            split = resolution
                .names
                .last()
                .and_then(|at| split_of(at, &replies));
            others = other_sets(&at, &resolution, &replies);
        }
        let set = set_of(&resolution);
        let has_failed = !matches!(
            resolution.ended,
            Ended::Found | Ended::NoRecords { .. } | Ended::NoSuchName { .. }
        );
        let above = at.parent().filter(|parent| !parent.is_root());
        match above {
            Some(parent) if set.is_empty() && !has_failed => at = parent,
            _ => {
                return Ok(Climb {
                    at,
                    resolution,
                    set,
                    has_failed,
                    split,
                    others,
                });
            }
        }
    }
}

/// What every server of the zone says; nothing of a registry, whose servers nobody doubts.
fn at_servers(
    asker: &Asker<'_>,
    lane: Lane,
    resolution: &Resolution,
) -> Result<Vec<ServerReply>, Cancelled> {
    let (Some(zone), Some(at)) = (&resolution.zone, resolution.names.last()) else {
        return Ok(Vec::new());
    };
    if is_registry(&zone.apex) {
        return Ok(Vec::new());
    }
    let mut replies = asker.at_servers(lane, zone, at, RecordType::CAA)?;
    replies.retain(|one| !one.is_own_fault());
    Ok(replies)
}

/// The sets of servers that have another one than was followed, each once.
fn other_sets(
    at: &DnsName,
    followed: &Resolution,
    replies: &[ServerReply],
) -> Vec<(DnsName, Resolution)> {
    let content = |records: &[DnsRecord]| {
        let mut all: Vec<String> = records.iter().map(|one| value(&one.data)).collect();
        all.sort();
        all
    };
    let mut known = vec![content(&followed.records)];
    let mut others = Vec::new();
    for reply in replies {
        let Ok(answer) = &reply.reply.outcome else {
            continue;
        };
        let records = answer.answers.iter();
        let records: Vec<DnsRecord> = records
            .filter(|record| matches!(record.data, RecordData::Caa { .. }))
            .cloned()
            .collect();
        let told = content(&records);
        if !records.is_empty() && !known.contains(&told) {
            known.push(told);
            let resolution = Resolution {
                records,
                ended: Ended::Found,
                source: Some(Source::Authoritative(
                    reply.name.clone(),
                    reply.server.clone(),
                )),
                ..followed.clone()
            };
            others.push((at.clone(), resolution));
        }
    }
    others
}

fn split_of(at: &DnsName, replies: &[ServerReply]) -> Option<Split> {
    let mut said: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    let mut failing: Vec<String> = Vec::new();
    let add = |list: &mut Vec<String>, who: String| {
        if !list.contains(&who) {
            list.push(who);
        }
    };
    for one in replies {
        let who = one.name.to_string();
        let Some(values) = values(one) else {
            add(&mut failing, who);
            continue;
        };
        match said.iter_mut().find(|(known, _)| *known == values) {
            Some((_, servers)) => add(servers, who),
            None => said.push((values, vec![who])),
        }
    }
    let is_split = said.len() > 1 || (!said.is_empty() && !failing.is_empty());
    is_split.then(|| Split {
        at: at.clone(),
        said,
        failing,
    })
}

/// The sorted values; `None` where the server does not answer or fails.
fn values(reply: &ServerReply) -> Option<Vec<String>> {
    let answer = reply.reply.outcome.as_ref().ok()?;
    if !matches!(answer.code, NO_ERROR | NO_SUCH_NAME) || reply.is_lame() {
        return None;
    }
    let records = answer.answers.iter();
    let mut values: Vec<String> = records
        .filter(|record| matches!(record.data, RecordData::Caa { .. }))
        .map(|record| value(&record.data))
        .collect();
    values.sort();
    Some(values)
}

/// Whether the zone that fails is signed: its parent has a DS record for it. `None` where nobody says.
pub(super) fn is_signed(
    asker: &Asker<'_>,
    lane: Lane,
    name: &DnsName,
) -> Result<Option<(DnsName, bool)>, Cancelled> {
    let walk = asker.walk(lane, name)?;
    let Some((zone, parent)) = failing_zone(&walk).filter(|(zone, _)| !zone.is_root()) else {
        return Ok(None);
    };
    let replies = match parent {
        Some(parent) => asker.at_servers(lane, &parent, &zone, RecordType::DS)?,
        None => Vec::new(),
    };
    let answers = replies
        .iter()
        .filter_map(|one| one.reply.outcome.as_ref().ok());
    let mut counts: Vec<usize> = answers
        .filter(|answer| matches!(answer.code, NO_ERROR | NO_SUCH_NAME))
        .map(|answer| {
            let records = answer.answers.iter();
            records.filter(|one| one.kind == RecordType::DS).count()
        })
        .collect();
    if counts.is_empty() {
        let replies = asker.at_resolvers(lane, &zone, RecordType::DS)?;
        let answers = replies
            .iter()
            .filter_map(|one| one.reply.outcome.as_ref().ok());
        counts.extend(
            answers
                .filter(|answer| answer.code == NO_ERROR)
                .map(|answer| {
                    let records = answer.answers.iter();
                    records.filter(|one| one.kind == RecordType::DS).count()
                }),
        );
    }
    let has_ds = counts.iter().any(|count| *count > 0);
    Ok((!counts.is_empty()).then_some((zone, has_ds)))
}

type FailingZone = (
    DnsName,
    Option<std::sync::Arc<crate::core::diagnose::ask::Zone>>,
);

/// The zone whose servers fail, and the one above it.
fn failing_zone(walk: &Walk) -> Option<FailingZone> {
    let zone = match &walk.end {
        WalkEnd::Reached | WalkEnd::TooDeep | WalkEnd::Intercepted { .. } => {
            walk.zones.last()?.apex.clone()
        }
        WalkEnd::Silent { zone, .. }
        | WalkEnd::Lame { zone, .. }
        | WalkEnd::NoServerAddress { zone } => zone.clone(),
    };
    let above = walk.zones.iter().rev();
    let parent = above
        .filter(|one| one.apex != zone && zone.is_within(&one.apex))
        .max_by_key(|one| one.apex.labels().count());
    Some((zone.clone(), parent.cloned()))
}
