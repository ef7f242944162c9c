//! The chain of aliases: where it ends, and whether other records stand beside one.

use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Ended, Resolution};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{DnsFact, Finding};
use crate::core::progress::Cancelled;

/// Records that may not stand beside an alias. 15 is MX.
const OTHERS: [RecordType; 7] = [
    RecordType::SOA,
    RecordType::NS,
    RecordType::A,
    RecordType::AAAA,
    RecordType::TXT,
    RecordType::CAA,
    RecordType(15),
];

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let found = asker.resolve(LANE, &name, RecordType::A)?;
    let target = found.names.get(1).cloned();
    let Some(target) = target else {
        return Ok(match found.ended {
            Ended::NoSuchName { .. } => Check::skipped(key, Skip::NoSuchName),
            Ended::Failed { .. } | Ended::Silent { .. } => {
                Check::unknown(key, DnsSummary::NotFoundOut, Vec::new())
            }
            _ => {
                let beside = beside(asker, &name, None)?;
                Check::done(key, DnsSummary::NoAlias, beside.into_iter().collect())
            }
        });
    };
    let mut findings: Vec<Finding> = beside(asker, &name, Some(target))?.into_iter().collect();
    findings.extend(ending(&name, &found));
    let summary = DnsSummary::Alias {
        ends: matches!(found.ended, Ended::Found | Ended::NoRecords { .. }),
        names: found.names.clone(),
    };
    Ok(match found.ended {
        Ended::Failed { .. } | Ended::Silent { .. } => Check::unknown(key, summary, findings),
        _ => Check::done(key, summary, findings),
    })
}

fn ending(name: &DnsName, found: &Resolution) -> Option<Finding> {
    let fact = match &found.ended {
        Ended::Loop | Ended::TooManyAliases => DnsFact::AliasCircle {
            names: found.names.clone(),
        },
        Ended::NoSuchName { .. } => DnsFact::AliasDangling {
            name: name.clone(),
            target: found.names.last()?.clone(),
        },
        _ => return None,
    };
    Some(Finding::new(fact))
}

/// Other records beside an alias; `target` is where it leads, when that is known already.
fn beside(
    asker: &Asker<'_>,
    name: &DnsName,
    target: Option<DnsName>,
) -> Result<Option<Finding>, Cancelled> {
    let walk = asker.walk(LANE, name)?;
    let Some(zone) = walk.zone() else {
        return Ok(None);
    };
    let target = match target {
        Some(target) => Some(target),
        None => {
            let replies = asker.at_servers(LANE, zone, name, RecordType::CNAME)?;
            let answers = replies
                .iter()
                .filter_map(|one| one.reply.outcome.as_ref().ok());
            answers
                .filter_map(|answer| crate::core::diagnose::ask::alias(name, answer))
                .next()
        }
    };
    let Some(target) = target else {
        return Ok(None);
    };
    let mut others: Vec<RecordType> = Vec::new();
    for kind in OTHERS {
        let replies = asker.at_servers(LANE, zone, name, kind)?;
        let answers = replies
            .iter()
            .filter_map(|one| one.reply.outcome.as_ref().ok());
        let mut records = answers.flat_map(|answer| &answer.answers);
        if records.any(|record| record.name == *name && record.kind == kind) {
            others.push(kind);
        }
    }
    let fact = DnsFact::AliasBesideOthers {
        name: name.clone(),
        target,
        others: others.clone(),
    };
    Ok((!others.is_empty()).then(|| Finding::new(fact)))
}
