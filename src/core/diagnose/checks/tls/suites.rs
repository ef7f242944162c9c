//! Which cipher suites are accepted, version by version, at the first address of those that behave alike.

use super::TlsSummary;
use super::scan::{self, Server, each};
use super::scene::Scene;
use crate::core::diagnose::{Check, CheckId};
use crate::core::finding::{Finding, ScanFact, Severity};
use crate::core::progress::Cancelled;
use crate::core::tls::{Suite, Weakness};

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let begun = scene.asker.ticks();
    let mut servers = distinct(scene, scene.versions()?);
    scan::suites(scene.asker, scene.name, &mut servers)?;
    let key = scene.key(CheckId::Suites);
    let check = match servers.is_empty() {
        true => Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()),
        false => {
            let findings = findings(scene, &servers);
            let end = match servers.iter().any(has_more) {
                true => Check::unknown,
                false => Check::done,
            };
            end(key, TlsSummary::Suites { servers }, findings)
        }
    };
    scene.put(check.taking(scene.asker.ticks().saturating_sub(begun)));
    Ok(())
}

/// The first of the servers with the same certificate and the same versions.
fn distinct(scene: &Scene<'_>, servers: &[Server]) -> Vec<Server> {
    let leaf = |server: &Server| {
        let mut handshakes = scene.handshakes();
        let (_, handshake) = handshakes.find(|(address, _)| *address == server.address)?;
        handshake.chain.first()
    };
    let mut distinct: Vec<Server> = Vec::new();
    for server in servers {
        let alike = |one: &Server| one.accepted() == server.accepted() && leaf(one) == leaf(server);
        if !server.accepted().is_empty() && !distinct.iter().any(alike) {
            distinct.push(server.clone());
        }
    }
    distinct
}

/// Whether a server may accept more suites than were found. A version that could not be found out belongs to the
/// other check.
fn has_more(server: &Server) -> bool {
    let mut suites = server.versions.iter().flat_map(|one| &one.suites);
    server.is_limited || suites.any(|suites| suites.unknown.is_some())
}

fn findings(scene: &Scene<'_>, servers: &[Server]) -> Vec<Finding> {
    let name = scene.name;
    let mut all: Vec<Finding> = Vec::new();
    all.extend(each(name, servers, weak, |at, (worst, suites)| {
        let finding = Finding::new(ScanFact::WeakSuites { at, worst, suites });
        match worst.is_none_at_all() {
            true => finding.rated(Severity::Error),
            false => finding,
        }
    }));
    all.extend(each(
        name,
        servers,
        without_forward_secrecy,
        |at, (count, of)| {
            let finding = Finding::new(ScanFact::NoForwardSecrecy { at, count, of });
            // Clients of today choose the others.
            match count < of {
                true => finding.rated(Severity::Info),
                false => finding,
            }
        },
    ));
    let limited = |server: &Server| server.is_limited.then_some(server.connections);
    all.extend(each(name, servers, limited, |at, connections| {
        Finding::new(ScanFact::ScanLimit { at, connections })
    }));
    all
}

/// All suites of a server, each once, by number.
fn accepted(server: &Server) -> Vec<Suite> {
    let suites = server.versions.iter().flat_map(|one| &one.suites);
    let mut all: Vec<Suite> = suites.flat_map(|one| one.accepted.clone()).collect();
    all.sort();
    all.dedup();
    all
}

fn weak(server: &Server) -> Option<(Weakness, Vec<Suite>)> {
    let all = accepted(server);
    let worst = all.iter().filter_map(|suite| suite.weakness()).min()?;
    let weak = all.into_iter().filter(|suite| suite.weakness().is_some());
    Some((worst, weak.collect()))
}

/// How many lack it, of how many. TLS 1.3 always has it.
fn without_forward_secrecy(server: &Server) -> Option<(usize, usize)> {
    let all = accepted(server);
    let without = all.iter().filter(|suite| !suite.has_forward_secrecy());
    let count = without.count();
    // Those with forward secrecy may be among the ones that could not be asked for.
    if has_more(server) && count == all.len() {
        return None;
    }
    (count > 0).then_some((count, all.len()))
}
