//! From what was found to what is told: the summary and the findings of the check. Pure.

use super::add::to_add;
use super::climb::{Climb, Split};
use super::judge::{Demands, Judgement, demands, judge};
use super::property::{Critical, Meaning};
use super::{CaaLine, CaaSet, CaaSummary};
use crate::core::diagnose::authority::Authority;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::{Profile, Request};
use crate::core::env::DnsName;
use crate::core::finding::{CaaFact, Finding, Severity};

/// Judges what the climb found. `signed` is the zone whose look-up failed, and whether it is signed.
pub(super) fn verdict(
    request: &Request,
    name: &DnsName,
    climb: &Climb,
    signed: Option<(DnsName, bool)>,
) -> (CaaSummary, Vec<Finding>) {
    let authority = request.authority.as_ref();
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(authority.and_then(retired));
    if climb.has_failed {
        findings.push(failed(climb, signed));
        findings.extend(climb.split.as_ref().map(disagree));
        let at = climb.at.clone();
        return (CaaSummary::Failed { at }, findings);
    }
    findings.extend(climb.split.as_ref().map(disagree));
    if climb.set.is_empty() {
        return (CaaSummary::AnyCa, findings);
    }
    let judgement = judge(&climb.set, authority, name.is_wildcard());
    let set = told(request, name, climb, &judgement);
    findings.extend(of_set(name, &set, &judgement, authority));
    if judgement.allows(authority) == Some(true) && !judgement.own.is_empty() {
        findings.extend(of_demands(request, &set, &demands(&judgement.own)));
    }
    let summary = match (judgement.allows(authority), judgement.restricts) {
        (Some(false), _) => CaaSummary::Forbidden(set),
        (Some(true), false) => CaaSummary::Unrestricted(set),
        (Some(true), true) => CaaSummary::Allowed(set),
        (None, _) => CaaSummary::Listed(set),
    };
    (summary, findings)
}

fn told(request: &Request, name: &DnsName, climb: &Climb, judgement: &Judgement) -> CaaSet {
    let found_at = climb.resolution.names.last().unwrap_or(&climb.at).clone();
    let source = climb.resolution.source.as_ref();
    let authority = request.authority.as_ref();
    CaaSet {
        at: climb.at.clone(),
        by: source.map(crate::core::diagnose::ask::Source::label),
        records: climb.set.iter().map(|one| one.line()).collect(),
        authority: authority.map(|one| one.name.clone()),
        allowed: judgement.allowed.clone(),
        add: authority.map_or_else(Vec::new, |one| lines(climb, &found_at, one, name)),
        found_at,
    }
}

/// What to add for plain names and for wildcards, as far as the CA may not issue for them.
fn lines(climb: &Climb, at: &DnsName, authority: &Authority, name: &DnsName) -> Vec<CaaLine> {
    let lacks = |is_wildcard: bool| {
        let judgement = judge(&climb.set, Some(authority), is_wildcard);
        judgement.restricts && judgement.own.is_empty()
    };
    let mut properties = climb.set.iter();
    let has_wild = properties.any(|one| matches!(one.meaning, Meaning::IssueWild(_)));
    let wants_plain = lacks(false) || (lacks(true) && !has_wild);
    let zone = match &climb.resolution.zone {
        Some(zone) => zone.apex.clone(),
        None => at.clone(),
    };
    // A set that keeps plain names alone from the CA is no reason to let it issue wildcards, and the reverse.
    let wants_wild = has_wild && lacks(true) && (name.is_wildcard() || wants_plain);
    to_add(at, &zone, authority.to_write(), wants_plain, wants_wild)
}

fn retired(authority: &Authority) -> Option<Finding> {
    let row = authority.listed()?;
    let year = row.retired?;
    let authority = row.name.to_owned();
    Some(Finding::new(CaaFact::AuthorityRetired { authority, year }))
}

/// An error where the zone is signed: since 2026-03-15 CAs must validate DNSSEC when they look for CAA (CA/B
/// Forum BR section 3.2.2.8), and a failure is no absence there.
fn failed(climb: &Climb, signed: Option<(DnsName, bool)>) -> Finding {
    let (zone, is_signed) = match signed {
        Some((zone, is_signed)) => (Some(zone), Some(is_signed)),
        None => (None, None),
    };
    let finding = Finding::new(CaaFact::LookupFailed {
        at: climb.resolution.names.last().unwrap_or(&climb.at).clone(),
        why: climb.resolution.ended.clone(),
        zone,
        is_signed,
    });
    match is_signed {
        Some(true) => finding,
        _ => finding.rated(Severity::Warning),
    }
}

fn disagree(split: &Split) -> Finding {
    let side = |(values, servers): &(Vec<String>, Vec<String>)| (values.clone(), servers.clone());
    Finding::new(CaaFact::ServersDisagree {
        at: split.at.clone(),
        said: split.said.iter().map(side).collect(),
        failing: split.failing.clone(),
    })
}

fn of_set(
    name: &DnsName,
    set: &CaaSet,
    judgement: &Judgement,
    authority: Option<&Authority>,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (record, how) in &judgement.unknown {
        let is_for_some = *how == Critical::ForSome;
        let finding = Finding::new(CaaFact::CriticalUnknown {
            at: set.found_at.clone(),
            record: record.clone(),
            is_for_some,
        });
        findings.push(match is_for_some {
            true => finding.rated(Severity::Warning),
            false => finding,
        });
    }
    let is_named = !judgement.own.is_empty();
    for (record, fault) in &judgement.malformed {
        let finding = Finding::new(CaaFact::Malformed {
            at: set.found_at.clone(),
            record: record.clone(),
            fault: *fault,
        });
        findings.push(match is_named {
            true => finding.rated(Severity::Info),
            false => finding,
        });
    }
    let lacks = judgement.restricts && !is_named;
    let nobody = judgement.allowed.is_empty();
    if lacks && (authority.is_some() || nobody) {
        findings.push(Finding::new(CaaFact::Forbids {
            name: name.clone(),
            at: set.found_at.clone(),
            authority: authority.map_or_else(String::new, |one| one.name.clone()),
            allowed: set.allowed.clone(),
            is_wildcard: name.is_wildcard(),
            is_alias: set.at != set.found_at,
            add: set.add.clone(),
        }));
    }
    findings
}

/// What the records that name the CA demand besides, judged as far as it is known what will be used.
fn of_demands(request: &Request, set: &CaaSet, demands: &Demands) -> Option<Finding> {
    if demands.accounts.is_empty() && demands.methods.is_empty() {
        return None;
    }
    let used = methods(request);
    let is_shut = !demands.methods.is_empty()
        && !used.is_empty()
        && !used
            .iter()
            .any(|method| demands.methods.iter().any(|one| one == method));
    let finding = Finding::new(CaaFact::Parameters {
        at: set.found_at.clone(),
        authority: set.authority.clone().unwrap_or_default(),
        accounts: demands.accounts.clone(),
        methods: demands.methods.clone(),
        used: used.iter().map(ToString::to_string).collect(),
    });
    Some(match (demands.is_free, is_shut) {
        (true, _) => finding.rated(Severity::Info),
        (false, true) => finding.rated(Severity::Error),
        (false, false) if demands.accounts.is_empty() => finding.rated(Severity::Info),
        (false, false) => finding,
    })
}

/// The ways of validation that what is expected belongs to, by their ACME names (RFC 8657 section 4); known for
/// ACME alone.
fn methods(request: &Request) -> Vec<&'static str> {
    if request.profile != Profile::Acme {
        return Vec::new();
    }
    let mut all: Vec<&'static str> = Vec::new();
    for one in &request.expected {
        let method = match one {
            Expected::Txt { .. } | Expected::Cname { .. } => "dns-01",
            Expected::File { .. } => "http-01",
        };
        if !all.contains(&method) {
            all.push(method);
        }
    }
    all
}
