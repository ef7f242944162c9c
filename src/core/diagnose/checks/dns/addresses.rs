//! A and AAAA, and whether the Internet can reach them.

use super::view::{addresses, exists, unreachable};
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Ended};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::env::RecordType;
use crate::core::finding::{DnsFact, Finding, Severity};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let v4 = asker.resolve(LANE, &name, RecordType::A)?;
    let v6 = asker.resolve(LANE, &name, RecordType::AAAA)?;
    if !exists(&v4) && matches!(v4.ended, Ended::NoSuchName { .. }) {
        return Ok(Check::skipped(key, Skip::NoSuchName));
    }
    let mut all = addresses(&v4.records);
    all.extend(addresses(&v6.records));
    let mut findings: Vec<Finding> = Vec::new();
    for address in &all {
        if let Some(range) = unreachable(&asker.request.setup, *address) {
            findings.push(Finding::new(DnsFact::ReservedAddress {
                name: name.clone(),
                address: *address,
                range,
            }));
        }
    }
    let is_known = |ended: &Ended| !matches!(ended, Ended::Failed { .. } | Ended::Silent { .. });
    if all.is_empty() && !(is_known(&v4.ended) && is_known(&v6.ended)) {
        return Ok(Check::unknown(key, DnsSummary::NotFoundOut, findings));
    }
    // An alias that leads nowhere is told as such.
    let is_none = |ended: &Ended| matches!(ended, Ended::NoRecords { .. });
    if is_none(&v4.ended) && is_none(&v6.ended) {
        let found = Finding::new(DnsFact::NoAddress { name });
        findings.push(match key.name.is_wildcard() {
            true => found.rated(Severity::Info),
            false => found,
        });
    }
    let summary = DnsSummary::Addresses {
        v4: addresses(&v4.records).len(),
        v6: addresses(&v6.records).len(),
    };
    Ok(Check::done(key, summary, findings))
}
