//! Records that stand in a zone whatever is expected: `_acme-challenge` and where it leads, `_validation-persist`.

use super::RecordSummary;
use super::observe::values_of;
use super::place::{beside, doubled};
use crate::core::diagnose::ask::{Asker, Ended, Resolution};
use crate::core::diagnose::{Check, CheckKey, Lane};
use crate::core::env::{DnsName, RecordData, RecordType};
use crate::core::finding::{Finding, RecordFact, Severity};
use crate::core::progress::Cancelled;

/// Whether `_acme-challenge` can be looked up, and where that leads.
pub(super) fn acme(asker: &Asker<'_>, name: &DnsName, key: CheckKey) -> Result<Check, Cancelled> {
    let Some(at) = name.base().below("_acme-challenge") else {
        let at = name.base();
        return Ok(Check::done(key, RecordSummary::NoRecord { at }, Vec::new()));
    };
    let resolution = asker.resolve(Lane::Validation, &at, RecordType::TXT)?;
    let mut findings: Vec<Finding> = Vec::new();
    if let Some(finding) = failed(&at, &resolution) {
        return Ok(Check::unknown(
            key,
            RecordSummary::NotAnswered { at },
            vec![finding],
        ));
    }
    findings.extend(doubled_labels(asker, &at)?);
    let last = resolution
        .names
        .last()
        .cloned()
        .unwrap_or_else(|| at.clone());
    let has_own_zone = resolution.zone.as_ref().is_some_and(|zone| zone.apex == at);
    let is_dangling = last != at && matches!(resolution.ended, Ended::NoSuchName { .. });
    let summary = match (last == at, has_own_zone) {
        (false, _) => {
            let (name, target) = (at.clone(), last.clone());
            findings.push(Finding::new(match is_dangling {
                true => RecordFact::AcmeDangling { name, target },
                false => RecordFact::AcmeDelegated {
                    name,
                    target,
                    is_zone: false,
                },
            }));
            RecordSummary::Delegated { to: last }
        }
        (true, true) => {
            findings.push(Finding::new(RecordFact::AcmeDelegated {
                name: at.clone(),
                target: at.clone(),
                is_zone: true,
            }));
            RecordSummary::Delegated { to: at }
        }
        (true, false) if resolution.records.is_empty() => RecordSummary::NoRecord { at },
        (true, false) => RecordSummary::Records {
            at,
            count: resolution.records.len(),
        },
    };
    Ok(Check::done(key, summary, findings))
}

/// TXT records at names that end in the zone twice: the panel added it once more.
fn doubled_labels(asker: &Asker<'_>, at: &DnsName) -> Result<Vec<Finding>, Cancelled> {
    let mut wild: Vec<String> = Vec::new();
    if let Some(random) = beside(asker, at) {
        wild = values_of(asker, &random, RecordType::TXT)?;
    }
    let mut findings: Vec<Finding> = Vec::new();
    for found_at in doubled(at) {
        let values = values_of(asker, &found_at, RecordType::TXT)?;
        if !values.is_empty() && values != wild {
            let finding = Finding::new(RecordFact::DoubledLabel {
                name: at.clone(),
                found_at,
                is_expected: false,
            });
            findings.push(finding.rated(Severity::Warning));
        }
    }
    Ok(findings)
}

fn failed(at: &DnsName, resolution: &Resolution) -> Option<Finding> {
    let code = match &resolution.ended {
        Ended::Found | Ended::NoRecords { .. } | Ended::NoSuchName { .. } => return None,
        Ended::Failed { code, .. } => Some(*code),
        Ended::Loop | Ended::TooManyAliases | Ended::Silent { .. } => None,
    };
    let source = resolution.source.as_ref();
    Some(Finding::new(RecordFact::LookupFailed {
        name: at.clone(),
        record: RecordType::TXT,
        code,
        at: source.map(|one| one.label()).into_iter().collect(),
    }))
}

/// Reads `_validation-persist`, which lets a CA validate anew without a change (draft-ietf-acme-dns-persist).
pub(super) fn persist(
    asker: &Asker<'_>,
    name: &DnsName,
    key: CheckKey,
) -> Result<Check, Cancelled> {
    let Some(at) = name.base().below("_validation-persist") else {
        let at = name.base();
        return Ok(Check::done(key, RecordSummary::NoRecord { at }, Vec::new()));
    };
    let resolution = asker.resolve(Lane::Validation, &at, RecordType::TXT)?;
    if failed(&at, &resolution).is_some() {
        return Ok(Check::unknown(
            key,
            RecordSummary::NotAnswered { at },
            Vec::new(),
        ));
    }
    let texts = resolution
        .records
        .iter()
        .filter_map(|record| match &record.data {
            RecordData::Txt(_) => record.data.text(),
            _ => None,
        });
    let values: Vec<String> = texts
        .map(|text| String::from_utf8_lossy(&text).into_owned())
        .collect();
    if values.is_empty() {
        return Ok(Check::done(key, RecordSummary::NoRecord { at }, Vec::new()));
    }
    let count = values.len();
    let fact = RecordFact::PersistFound {
        name: at.clone(),
        values,
    };
    Ok(Check::done(
        key,
        RecordSummary::Records { at, count },
        vec![Finding::new(fact)],
    ))
}
