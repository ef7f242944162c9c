//! What one place can say about CAs that look from many networks (CA/B Forum BR section 3.2.2.9): whether those
//! asked from here agree about the name.

use super::RecordSummary;
use super::observe::{Seen, View, What, at_resolvers, at_servers};
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{Finding, RecordFact, Severity};
use crate::core::progress::Cancelled;

/// Compares servers and resolvers.
pub(super) fn check(asker: &Asker<'_>, name: &DnsName, key: CheckKey) -> Result<Check, Cancelled> {
    let base = name.base();
    let mut findings: Vec<Finding> = Vec::new();
    let mut places: Vec<String> = Vec::new();
    for kind in [RecordType::A, RecordType::AAAA] {
        let servers = at_servers(asker, &base, kind)?;
        let resolvers = at_resolvers(asker, &base, kind)?;
        for view in [&servers, &resolvers] {
            let answering: Vec<&Seen> = view.answering().collect();
            for seen in answering {
                if !places.contains(&seen.who) {
                    places.push(seen.who.clone());
                }
            }
            if findings.is_empty() {
                findings.extend(differing(&base, view));
            }
        }
    }
    let summary = RecordSummary::FromHere {
        places: places.len(),
    };
    Ok(match places.is_empty() {
        true => Check::unknown(key, summary, findings),
        false => Check::done(key, summary, findings),
    })
}

/// Told apart: some have it and some do not, or some answer with a failure, which stops a CA; or all have it with other
/// addresses, as names on a delivery network do.
fn differing(name: &DnsName, view: &View) -> Option<Finding> {
    let mut said: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for seen in view.answering() {
        let values = match &seen.what {
            What::Values(values) => values.clone(),
            _ => Vec::new(),
        };
        match said.iter_mut().find(|(known, _)| *known == values) {
            Some((_, who)) => who.push(seen.who.clone()),
            None => said.push((values, vec![seen.who.clone()])),
        }
    }
    // Silence is told where servers and resolvers are checked; it may be this network's own.
    let failing = view.who(|seen| matches!(seen.what, What::Failing(_)));
    let is_split = said.len() > 1 || (!said.is_empty() && !failing.is_empty());
    if !is_split {
        return None;
    }
    let all_have = said.iter().all(|(values, _)| !values.is_empty());
    let finding = Finding::new(RecordFact::GeoOrFirewall {
        name: name.clone(),
        said,
        failing: failing.clone(),
    });
    Some(match all_have && failing.is_empty() {
        true => finding.rated(Severity::Info),
        false => finding,
    })
}
