//! What the CA looks for on the web server, over each way by which it may come.

mod content;
mod iis;
mod judge;
mod places;
mod redirect;
mod second_look;
mod signatures;
mod visit;
mod wanted;
mod way;

use std::sync::OnceLock;

use serde::Serialize;

use super::Put;
use super::addresses::{Addresses, Family, addresses};
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request, Skip};
use crate::core::env::DnsName;
use crate::core::finding::{FileSeen, Finding, WebFileFact};
use crate::core::progress::Cancelled;
use judge::judge;
use places::Place;
use wanted::Wanted;
use way::Way;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum FileSummary {
    /// One way was gone to its end.
    Way {
        /// The worst that came.
        #[serde(flatten)]
        seen: FileSeen,
        /// Redirects followed, at most.
        redirects: usize,
        /// Addresses asked.
        addresses: usize,
    },
    /// Nobody could say which addresses the name has.
    Unresolved,
    /// The ways were compared.
    Places {
        /// Places that gave an answer.
        of: usize,
        /// Whether all gave the same.
        alike: bool,
    },
    /// A file is expected, and there is no address to get it from.
    NoAddress,
    /// A file is expected for a wildcard, which DNS alone can prove.
    DnsOnly,
}

/// Names that are visited at the same time.
const NAMES_AT_ONCE: usize = 4;

/// The checks of a name, waiting.
pub fn planned(request: &Request, name: &DnsName) -> Vec<Check> {
    let places = CheckKey::of(CheckId::FilePlaces, name);
    if name.is_wildcard() {
        let key = CheckKey::of(CheckId::File, name);
        return vec![Check::skipped(key, Skip::WildcardByDnsOnly)];
    }
    let keys = Way::ALL.iter().map(|way| way.key(name));
    let all = keys.chain(std::iter::once(places));
    match is_by_dns(request) {
        true => all
            .map(|key| Check::skipped(key, Skip::NothingExpected))
            .collect(),
        false => all.map(Check::waiting).collect(),
    }
}

/// Whether records are expected and no file is: then no web server has to be asked.
fn is_by_dns(request: &Request) -> bool {
    !request.expected.is_empty() && !request.expected.iter().any(is_file)
}

fn is_file(expected: &Expected) -> bool {
    matches!(expected, Expected::File { .. })
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, put: &Put<'_>) -> Result<(), Cancelled> {
    asker.check()?;
    let request = asker.request;
    for name in request.names.iter().filter(|name| name.is_wildcard()) {
        wildcard(request, name, put);
    }
    if is_by_dns(request) {
        return Ok(());
    }
    let is_wanted = |name: &&DnsName| {
        let mut keys = Way::ALL.iter().map(|way| way.key(name));
        !name.is_wildcard()
            && (keys.any(|key| request.wants(&key))
                || request.wants(&CheckKey::of(CheckId::FilePlaces, name)))
    };
    let names: Vec<&DnsName> = request.names.iter().filter(is_wanted).collect();
    for group in names.chunks(NAMES_AT_ONCE) {
        several(asker, group, put)?;
    }
    Ok(())
}

/// A file for a wildcard, where nothing else is expected for it.
fn wildcard(request: &Request, name: &DnsName, put: &Put<'_>) {
    let base = name.base();
    let by_dns = request.expected.iter().any(|expected| match expected {
        Expected::Txt { name, .. } | Expected::Cname { name, .. } => name.is_within(&base),
        Expected::File { .. } => false,
    });
    let key = CheckKey::of(CheckId::File, name);
    if by_dns || !request.expected.iter().any(is_file) || !request.wants(&key) {
        return;
    }
    let fact = WebFileFact::WildcardNotAllowed {
        name: name.to_string(),
    };
    let findings = vec![Finding::new(fact)];
    put(Check::done(key, FileSummary::DnsOnly, findings));
}

type Visited = Result<Vec<Place>, Cancelled>;

/// Visits several names on all ways, all at the same time.
fn several(asker: &Asker<'_>, names: &[&DnsName], put: &Put<'_>) -> Result<(), Cancelled> {
    let wanted: Vec<Vec<Wanted>> = names
        .iter()
        .map(|name| wanted::at_name(asker.request, name, asker.env))
        .collect();
    let pairs: Vec<(&DnsName, &[Wanted], Way)> = names
        .iter()
        .zip(&wanted)
        .flat_map(|(name, wanted)| Way::ALL.map(|way| (*name, wanted.as_slice(), way)))
        .collect();
    let slots: Vec<OnceLock<Visited>> = pairs.iter().map(|_| OnceLock::new()).collect();
    let tasks: Vec<Box<dyn Fn() + Sync + '_>> = pairs
        .iter()
        .zip(&slots)
        .map(|((name, wanted, way), slot)| {
            let task = move || {
                slot.set(one_way(asker, name, wanted, *way, put)).ok();
            };
            Box::new(task) as Box<dyn Fn() + Sync + '_>
        })
        .collect();
    let tasks: Vec<&(dyn Fn() + Sync)> = tasks.iter().map(|task| &**task).collect();
    asker.env.parallel.beside(&tasks);
    asker.check()?;
    let mut visited = slots.iter().filter_map(|slot| slot.get().cloned());
    for name in names {
        let ways: Result<Vec<Vec<Place>>, Cancelled> =
            visited.by_ref().take(Way::ALL.len()).collect();
        compared(asker, name, &ways?.concat(), put)?;
    }
    Ok(())
}

/// Goes one way to its end and tells what came.
fn one_way(
    asker: &Asker<'_>,
    name: &DnsName,
    wanted: &[Wanted],
    way: Way,
    put: &Put<'_>,
) -> Visited {
    let (request, key, begun) = (asker.request, way.key(name), asker.ticks());
    let is_wanted = request.wants(&key);
    let tell = |check: Check| {
        if is_wanted {
            put(check.taking(asker.ticks().saturating_sub(begun)));
        }
    };
    if is_wanted {
        asker.begins(&key);
    }
    if !way.family.is_of(request.setup.families) {
        tell(Check::skipped(key, Skip::OtherFamily));
        return Ok(Vec::new());
    }
    let addresses = match addresses(asker, Lane::Validation, name, way.family)? {
        Addresses::These(all) => all,
        other => {
            tell(unreached(key, &other));
            return Ok(Vec::new());
        }
    };
    let mut visits = visit::visits(asker, way, wanted, &addresses)?;
    second_look::look(asker, &mut visits)?;
    let mut findings: Vec<Finding> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    let files = wanted
        .iter()
        .flat_map(|wanted| addresses.iter().map(move |_| wanted));
    for (wanted, visit) in files.zip(&visits) {
        let judged = judge(request.profile, way, wanted, visit);
        findings.extend(judged.findings);
        places.push(Place {
            way,
            address: visit.first,
            seen: judged.seen,
        });
    }
    findings.dedup();
    let redirects = visits.iter().map(|visit| visit.hops.len()).max();
    tell(ended(
        key,
        findings,
        &places,
        redirects.unwrap_or_default(),
        addresses.len(),
    ));
    Ok(places)
}

fn ended(
    key: CheckKey,
    findings: Vec<Finding>,
    places: &[Place],
    redirects: usize,
    addresses: usize,
) -> Check {
    let worst = places.iter().map(|place| place.seen.clone()).max();
    let Some(seen) = worst else {
        return Check::unknown(key, FileSummary::Unresolved, findings);
    };
    let has_no_way = places.iter().any(|place| place.seen == FileSeen::NoWay);
    let summary = FileSummary::Way {
        seen,
        redirects,
        addresses,
    };
    match has_no_way {
        true => Check::unknown(key, summary, findings),
        false => Check::done(key, summary, findings),
    }
}

fn unreached(key: CheckKey, why: &Addresses) -> Check {
    match why {
        Addresses::NoName => Check::skipped(key, Skip::NoSuchName),
        Addresses::Inside(..) => Check::skipped(key, Skip::InsideNotAgreed),
        Addresses::None => Check::skipped(key, Skip::NoAddress),
        Addresses::Unknown | Addresses::These(_) => {
            Check::unknown(key, FileSummary::Unresolved, Vec::new())
        }
    }
}

/// Compares all places of a name.
fn compared(
    asker: &Asker<'_>,
    name: &DnsName,
    places: &[Place],
    put: &Put<'_>,
) -> Result<(), Cancelled> {
    let key = CheckKey::of(CheckId::FilePlaces, name);
    if !asker.request.wants(&key) {
        return Ok(());
    }
    if !places.is_empty() {
        let findings = places::compare(asker.request.profile, name, places);
        let mut answered: Vec<&FileSeen> = places
            .iter()
            .filter(|place| place.is_answer())
            .map(|place| &place.seen)
            .collect();
        let of = answered.len();
        answered.dedup();
        let alike = answered.len() <= 1;
        let summary = FileSummary::Places { of, alike };
        put(match of {
            0 => Check::unknown(key, summary, findings),
            _ => Check::done(key, summary, findings),
        });
        return Ok(());
    }
    put(without_places(asker, name, key)?);
    Ok(())
}

/// Why there is nothing to compare. Addresses are known by now, so that nothing is asked again.
fn without_places(asker: &Asker<'_>, name: &DnsName, key: CheckKey) -> Result<Check, Cancelled> {
    let is_expected = !wanted::expected(asker.request, name).is_empty();
    let families = Family::ALL.iter().copied();
    for family in families.filter(|family| family.is_of(asker.request.setup.families)) {
        match addresses(asker, Lane::Validation, name, family)? {
            Addresses::None => {}
            // No CA gets a file from a name without a public address.
            Addresses::NoName | Addresses::Inside(..) if is_expected => break,
            other => return Ok(unreached(key, &other)),
        }
    }
    if !is_expected {
        return Ok(Check::skipped(key, Skip::NoAddress));
    }
    let fact = WebFileFact::NoAddress {
        name: name.to_string(),
    };
    let findings = vec![Finding::new(fact)];
    Ok(Check::done(key, FileSummary::NoAddress, findings))
}
