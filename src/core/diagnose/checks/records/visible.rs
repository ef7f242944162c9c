//! Whether an expected record is where the CA looks, at servers and at resolvers. Judging is pure.

use super::RecordSummary;
use super::assign::Wanted;
use super::compare::nearest;
use super::diff::diff;
use super::observe::{Seen, View, What};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{Finding, RecordFact, Severity};

/// What came of it: in short, and in full. `None` where nobody could be asked.
pub(super) struct Visible {
    pub summary: RecordSummary,
    pub findings: Vec<Finding>,
    /// Whether it could not be found out.
    pub is_unknown: bool,
}

/// Judges what the zone's servers say.
pub(super) fn at_servers(wanted: &Wanted, view: &View) -> Visible {
    let mut findings = common(wanted, view);
    let (with, without) = sides(wanted, view);
    if !with.is_empty() && !without.is_empty() {
        findings.push(Finding::new(RecordFact::ServersDisagree {
            name: wanted.name.clone(),
            with: with.clone(),
            without,
        }));
    }
    visible(wanted, view, findings)
}

/// Judges what the resolvers say, knowing what the servers say.
pub(super) fn at_resolvers(wanted: &Wanted, view: &View, servers: &View) -> Visible {
    let (with, without) = sides(wanted, view);
    let (server_with, server_without) = sides(wanted, servers);
    let failing = failing(wanted, view, with.is_empty());
    if servers.is_reached && !server_with.is_empty() && failing.is_some() {
        return visible(wanted, view, failing.into_iter().collect());
    }
    // Where every server has it, resolvers that do not keep an old answer, or see another world.
    if server_with.is_empty() || !server_without.is_empty() || without.is_empty() {
        let findings = match servers.is_reached && !servers.seen.is_empty() {
            // What the servers' check says holds here too.
            true if !without.is_empty() => at_servers(wanted, servers).findings,
            true => Vec::new(),
            false => common(wanted, view),
        };
        return visible(wanted, view, findings);
    }
    let mut findings = vec![stale(wanted, view)];
    if !with.is_empty() {
        findings.push(Finding::new(RecordFact::PlacesDisagree {
            name: wanted.name.clone(),
            with,
            without,
        }));
    }
    visible(wanted, view, findings)
}

/// Resolvers that fail where others may not, as those do that validate when signatures are broken.
fn failing(wanted: &Wanted, view: &View, is_everywhere: bool) -> Option<Finding> {
    let mut codes = view.seen.iter().filter_map(|seen| match seen.what {
        What::Failing(code) => Some(code),
        _ => None,
    });
    let finding = Finding::new(RecordFact::LookupFailed {
        name: wanted.name.clone(),
        record: wanted.kind,
        code: Some(codes.next()?),
        at: view.who(|seen| matches!(seen.what, What::Failing(_))),
    });
    Some(match is_everywhere {
        true => finding,
        false => finding.rated(Severity::Warning),
    })
}

fn visible(wanted: &Wanted, view: &View, findings: Vec<Finding>) -> Visible {
    let of = view.answering().count();
    let at = view
        .answering()
        .filter(|seen| is_there(wanted, seen))
        .count();
    let name = view.at.clone().unwrap_or_else(|| wanted.name.clone());
    let has_any = view
        .answering()
        .any(|seen| matches!(seen.what, What::Values(_)));
    let summary = match (of, at) {
        (0, _) => RecordSummary::NotAnswered { at: name },
        (_, 0) if has_any => RecordSummary::OtherValue { of },
        (_, 0) => RecordSummary::Missing { of },
        _ => RecordSummary::Visible { at, of },
    };
    Visible {
        is_unknown: of == 0,
        summary,
        findings,
    }
}

fn is_there(wanted: &Wanted, seen: &Seen) -> bool {
    seen.has(&wanted.value)
}

/// Those that answer with the value, and those that answer without it or not at all.
fn sides(wanted: &Wanted, view: &View) -> (Vec<String>, Vec<String>) {
    let with = view.who(|seen| is_there(wanted, seen));
    let without = view.who(|seen| !is_there(wanted, seen) && !seen.is_dumb());
    (with, without)
}

/// Faults that do not depend on who is asked.
fn common(wanted: &Wanted, view: &View) -> Vec<Finding> {
    let name = wanted.name.clone();
    if view.answering().next().is_none() {
        let code = view.seen.iter().find_map(|seen| match seen.what {
            What::Failing(code) => Some(code),
            _ => None,
        });
        return vec![Finding::new(RecordFact::LookupFailed {
            name,
            record: wanted.kind,
            code,
            at: view.who(|_| true),
        })];
    }
    let mut findings: Vec<Finding> = Vec::new();
    let is_anywhere = view.seen.iter().any(|seen| is_there(wanted, seen));
    let dumb = view.who(Seen::is_dumb);
    if !dumb.is_empty() {
        let finding = Finding::new(RecordFact::LookupFailed {
            name: name.clone(),
            record: wanted.kind,
            code: None,
            at: dumb,
        });
        findings.push(finding.rated(Severity::Warning));
    }
    match (wanted.kind == RecordType::CNAME, is_anywhere) {
        (false, true) => {
            findings.extend(several(wanted, view));
            findings.extend(other_text(wanted, view));
        }
        (false, false) => findings.extend(wrong_text(wanted, view)),
        (true, _) => findings.extend(wrong_target(wanted, view)),
    }
    findings
}

fn several(wanted: &Wanted, view: &View) -> Option<Finding> {
    let right = view.seen.iter().filter(|seen| is_there(wanted, seen));
    let mut others: Vec<String> = Vec::new();
    for seen in right {
        let What::Values(values) = &seen.what else {
            continue;
        };
        for value in values.iter().filter(|value| **value != wanted.value) {
            if !others.contains(value) {
                others.push(value.clone());
            }
        }
    }
    let name = wanted.name.clone();
    (!others.is_empty()).then(|| Finding::new(RecordFact::TxtSeveral { name, others }))
}

fn wrong_text(wanted: &Wanted, view: &View) -> Vec<Finding> {
    let name = wanted.name.clone();
    let mut findings: Vec<Finding> = other_text(wanted, view).into_iter().collect();
    let missing_at = view.who(|seen| seen.what == What::Absent);
    if !missing_at.is_empty() {
        findings.push(Finding::new(RecordFact::TxtMissing { name, missing_at }));
    }
    findings
}

/// The nearest to the expected text at places that do not have that.
fn other_text(wanted: &Wanted, view: &View) -> Option<Finding> {
    let is_other = |seen: &Seen| !is_there(wanted, seen);
    let values = view.values_where(is_other);
    let (found, cause) = nearest(&wanted.value, &values)?;
    Some(Finding::new(RecordFact::TxtWrongValue {
        name: wanted.name.clone(),
        expected: wanted.value.clone(),
        found: found.to_owned(),
        cause,
        diff: diff(&wanted.value, found),
        at: view.who(|seen| is_other(seen) && seen.has(found)),
    }))
}

fn wrong_target(wanted: &Wanted, view: &View) -> Vec<Finding> {
    let name = wanted.name.clone();
    let Some(target) = DnsName::parse(&wanted.value) else {
        return Vec::new();
    };
    let mut findings: Vec<Finding> = Vec::new();
    let others = view
        .values()
        .into_iter()
        .filter(|value| *value != wanted.value);
    for found in others {
        findings.push(Finding::new(RecordFact::CnameWrongTarget {
            name: name.clone(),
            expected: target.clone(),
            at: view.who(|seen| seen.has(&found)),
            found,
        }));
    }
    let is_anywhere = view.seen.iter().any(|seen| is_there(wanted, seen));
    let missing_at = view.who(|seen| seen.what == What::Absent);
    if !missing_at.is_empty() && !is_anywhere {
        findings.push(Finding::new(RecordFact::CnameMissing {
            name,
            target,
            missing_at,
        }));
    }
    findings
}

fn stale(wanted: &Wanted, view: &View) -> Finding {
    let old: Vec<&Seen> = view
        .answering()
        .filter(|seen| !is_there(wanted, seen))
        .collect();
    Finding::new(RecordFact::Stale {
        name: wanted.name.clone(),
        at: view.who(|seen| !is_there(wanted, seen) && !seen.is_dumb()),
        seconds: old.iter().filter_map(|seen| seen.ttl).max().unwrap_or(0),
        is_absence: old.iter().all(|seen| seen.what == What::Absent),
    })
}
