//! What the CA looks for in DNS, and the order itself.

mod assign;
mod compare;
mod diff;
mod observe;
mod order;
mod perspective;
mod place;
mod standing;
mod visible;

use serde::Serialize;

use super::Put;
use crate::core::diagnose::ask::{Asker, WalkEnd, is_registry};
use crate::core::diagnose::plan::stays_inside;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request, Skip};
use crate::core::env::DnsName;
use crate::core::progress::Cancelled;

pub use compare::ValueFault;
pub use diff::{DiffKind, DiffPart, diff};

use assign::{Wanted, wanted};
use visible::Visible;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum RecordSummary {
    /// The expected record is at so many of so many places.
    Visible {
        /// Places that have it.
        at: usize,
        /// Places that answer.
        of: usize,
    },
    /// No place has a record.
    Missing {
        /// Places that answer.
        of: usize,
    },
    /// There is one with another value.
    OtherValue {
        /// Places that answer.
        of: usize,
    },
    /// Nobody answers about this name.
    NotAnswered {
        /// The name.
        at: DnsName,
    },
    /// The record is where it belongs.
    InPlace,
    /// It is elsewhere, or something pretends to be it.
    NotInPlace,
    /// It is neither in its place nor where it usually lands by mistake.
    NowhereElse,
    /// There is no record of this name.
    NoRecord {
        /// The name.
        at: DnsName,
    },
    /// There are so many.
    Records {
        /// Their name.
        at: DnsName,
        /// How many.
        count: usize,
    },
    /// It is looked for elsewhere.
    Delegated {
        /// There.
        to: DnsName,
    },
    /// So many servers and resolvers were compared, all asked from here.
    FromHere {
        /// How many.
        places: usize,
    },
    /// What was ordered.
    Order {
        /// The registrable domain.
        registrable: Option<DnsName>,
        /// Whether it is a wildcard.
        is_wildcard: bool,
    },
}

/// Checks of one expected record, by its name.
const OF_RECORDS: [CheckId; 3] = [
    CheckId::RecordAtServers,
    CheckId::RecordAtResolvers,
    CheckId::RecordPlace,
];

/// Checks of a name whatever is expected.
const STANDING: [CheckId; 3] = [
    CheckId::AcmeChallenge,
    CheckId::Persist,
    CheckId::Perspectives,
];

/// The checks of a name, waiting.
pub fn planned(request: &Request, name: &DnsName) -> Vec<Check> {
    let mut checks = vec![Check::waiting(CheckKey::of(CheckId::Order, name))];
    let is_inside = stays_inside(request, name);
    let planned = |key: CheckKey| match is_inside {
        true => Check::skipped(key, Skip::InsideNotAgreed),
        false => Check::waiting(key),
    };
    let records = wanted(request, name);
    if records.is_empty() {
        let key = |id| CheckKey::of(id, name);
        checks.extend(OF_RECORDS.map(|id| Check::skipped(key(id), Skip::NothingExpected)));
    }
    for place in places(&records) {
        let key = |id| CheckKey::at(id, name, place.as_str());
        checks.extend(OF_RECORDS.map(|id| planned(key(id))));
    }
    checks.extend(STANDING.map(|id| planned(CheckKey::of(id, name))));
    checks
}

/// The names of records, each once.
fn places(records: &[Wanted]) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for one in records {
        let place = one.name.as_str().to_owned();
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, put: &Put<'_>) -> Result<(), Cancelled> {
    for name in &asker.request.names {
        for check in planned(asker.request, name) {
            let is_over = check.state != crate::core::diagnose::State::Waiting;
            if is_over || !asker.request.wants(&check.key) {
                continue;
            }
            asker.begins(&check.key);
            let begun = asker.ticks();
            let done = checked(asker, name, check.key)?;
            put(done.taking(asker.ticks().saturating_sub(begun)));
        }
    }
    asker.check()
}

fn checked(asker: &Asker<'_>, name: &DnsName, key: CheckKey) -> Result<Check, Cancelled> {
    match key.id {
        CheckId::AcmeChallenge => standing::acme(asker, name, key),
        CheckId::Persist => standing::persist(asker, name, key),
        CheckId::Perspectives => perspective::check(asker, name, key),
        CheckId::RecordAtServers | CheckId::RecordAtResolvers | CheckId::RecordPlace => {
            of_records(asker, name, key)
        }
        _ => Ok(order::check(asker.request, name, key)),
    }
}

/// A check of the records expected at one name; several values may be expected there.
fn of_records(asker: &Asker<'_>, name: &DnsName, key: CheckKey) -> Result<Check, Cancelled> {
    let records = wanted(asker.request, name);
    let here = records
        .iter()
        .filter(|one| one.name.as_str() == key.place.as_str());
    let mut whole: Option<Check> = None;
    for one in here {
        let check = of_record(asker, one, key.clone())?;
        whole = Some(match whole {
            None => check,
            Some(before) => worse(before, check),
        });
    }
    Ok(whole.unwrap_or_else(|| Check::skipped(key, Skip::NothingExpected)))
}

/// The worse of two checks, with the findings of both.
fn worse(one: Check, other: Check) -> Check {
    let (mut worse, better) = match one.mark() >= other.mark() {
        true => (one, other),
        false => (other, one),
    };
    let new = better.findings.into_iter();
    let new: Vec<_> = new.filter(|one| !worse.findings.contains(one)).collect();
    worse.findings.extend(new);
    crate::core::finding::sort(&mut worse.findings);
    worse
}

fn of_record(asker: &Asker<'_>, one: &Wanted, key: CheckKey) -> Result<Check, Cancelled> {
    if key.id == CheckId::RecordPlace {
        return place::check(asker, one, key);
    }
    let servers = observe::at_servers(asker, &one.name, one.kind)?;
    let judged = match key.id {
        CheckId::RecordAtServers if !servers.is_reached && servers.seen.is_empty() => {
            match out_of_reach(asker, one, &key)? {
                Some(check) => return Ok(check),
                None => visible::at_servers(one, &servers),
            }
        }
        CheckId::RecordAtServers => visible::at_servers(one, &servers),
        _ => {
            let resolvers = observe::at_resolvers(asker, &one.name, one.kind)?;
            if resolvers.seen.is_empty() {
                return Ok(Check::skipped(key, Skip::NobodyToAsk));
            }
            visible::at_resolvers(one, &resolvers, &servers)
        }
    };
    let Visible {
        summary,
        findings,
        is_unknown,
    } = judged;
    Ok(match is_unknown {
        true => Check::unknown(key, summary, findings),
        false => Check::done(key, summary, findings),
    })
}

/// The check where no server of the zone can be asked from here, which says nothing of the record: the name is of
/// the inside, or nobody is reached even above the zone.
fn out_of_reach(
    asker: &Asker<'_>,
    one: &Wanted,
    key: &CheckKey,
) -> Result<Option<Check>, Cancelled> {
    if !asker.may_walk(Lane::Validation, &one.name)? {
        let why = Skip::InsideNotAgreed;
        return Ok(Some(Check::skipped(key.clone(), why)));
    }
    let is_far = match &asker.walk(Lane::Validation, &one.name)?.end {
        WalkEnd::Intercepted { .. } => true,
        WalkEnd::Silent { zone, .. } => is_registry(zone),
        _ => false,
    };
    let at = one.name.clone();
    let summary = RecordSummary::NotAnswered { at };
    Ok(is_far.then(|| Check::unknown(key.clone(), summary, Vec::new())))
}
