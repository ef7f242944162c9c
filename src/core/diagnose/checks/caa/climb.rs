//! Finding the set that counts: from the name of the order towards the root, each look-up following aliases,
//! the parents of an alias's target left alone (RFC 8659 section 3).

use super::property::Property;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{
    Asker, Ended, Resolution, ServerReply, Walk, WalkEnd, is_registry, value,
};
use crate::core::env::{DnsName, NO_ERROR, NO_SUCH_NAME, RecordData, RecordType};
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
    let mut split = None;
    loop {
        let resolution = asker.resolve(lane, &at, RecordType::CAA)?;
        if split.is_none() {
            split = differing(asker, lane, &resolution)?;
        }
        let records = resolution.records.iter();
        let set: Vec<Property> = records
            .filter_map(|record| Property::of(&record.data))
            .collect();
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
                });
            }
        }
    }
}

/// Asks every server of the zone the same, and tells where they differ.
fn differing(
    asker: &Asker<'_>,
    lane: Lane,
    resolution: &Resolution,
) -> Result<Option<Split>, Cancelled> {
    let (Some(zone), Some(at)) = (&resolution.zone, resolution.names.last()) else {
        return Ok(None);
    };
    if is_registry(&zone.apex) {
        return Ok(None);
    }
    let mut replies = asker.at_servers(lane, zone, at, RecordType::CAA)?;
    replies.retain(|one| !one.is_own_fault());
    Ok(split(at, &replies))
}

fn split(at: &DnsName, replies: &[ServerReply]) -> Option<Split> {
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
