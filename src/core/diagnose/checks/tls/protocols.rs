//! Which versions are accepted, from SSL 3.0 to TLS 1.3.

use super::TlsSummary;
use super::scan::{Accepted, Server, Unanswered, each};
use super::scene::Scene;
use crate::core::diagnose::{Check, CheckId};
use crate::core::finding::{Finding, ScanFact};
use crate::core::progress::Cancelled;
use crate::core::tls::{NoHandshake, Version};

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let begun = scene.asker.ticks();
    let servers = scene.versions()?;
    let key = scene.key(CheckId::Protocols);
    let check = match servers.iter().all(|server| server.accepted().is_empty()) {
        true => Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()),
        false => {
            let findings = findings(scene, servers);
            let servers = servers.to_vec();
            let end = match servers.iter().any(Server::is_unsure) {
                true => Check::unknown,
                false => Check::done,
            };
            end(key, TlsSummary::Protocols { servers }, findings)
        }
    };
    scene.put(check.taking(scene.asker.ticks().saturating_sub(begun)));
    Ok(())
}

fn findings(scene: &Scene<'_>, servers: &[Server]) -> Vec<Finding> {
    let name = scene.name;
    let mut all: Vec<Finding> = Vec::new();
    all.extend(each(name, servers, obsolete, |at, versions| {
        Finding::new(ScanFact::ObsoleteProtocol { at, versions })
    }));
    all.extend(each(name, servers, obsolete_only, |at, newest| {
        Finding::new(ScanFact::ObsoleteOnly { at, newest })
    }));
    all.extend(each(name, servers, without_tls13, |at, ()| {
        Finding::new(ScanFact::NoTls13 { at })
    }));
    all.extend(each(name, servers, unanswered, |at, versions| {
        Finding::new(ScanFact::VersionUnanswered { at, versions })
    }));
    all
}

/// Obsolete versions beside one that is not.
fn obsolete(server: &Server) -> Option<Vec<Version>> {
    let accepted = server.accepted();
    let is_current = accepted.iter().any(|version| !version.is_obsolete());
    let old = accepted.into_iter().filter(|version| version.is_obsolete());
    let old: Vec<Version> = old.collect();
    (is_current && !old.is_empty()).then_some(old)
}

/// The newest version, where it is obsolete, and nothing newer is unknown.
fn obsolete_only(server: &Server) -> Option<Version> {
    let newest = server.accepted().into_iter().next_back()?;
    let is_known = |version| is_refused(server, version);
    let newer = [Version::Tls12, Version::Tls13];
    (newest.is_obsolete() && newer.into_iter().all(is_known)).then_some(newest)
}

/// TLS 1.2 and not 1.3; where it is worse, that is said instead.
fn without_tls13(server: &Server) -> Option<()> {
    let is_tls12 = server.accepted().contains(&Version::Tls12);
    (is_tls12 && is_refused(server, Version::Tls13)).then_some(())
}

fn is_refused(server: &Server, version: Version) -> bool {
    let mut versions = server.versions.iter();
    let of_it = versions.find(|one| one.version == version);
    of_it.is_some_and(|one| matches!(one.accepted, Accepted::No { .. }))
}

/// Versions met with silence by a server that speaks others.
fn unanswered(server: &Server) -> Option<Vec<Version>> {
    let is_silent = |accepted: &Accepted| {
        let why = match accepted {
            Accepted::Unknown { why } => why,
            _ => return false,
        };
        matches!(why, Unanswered::NoHandshake(NoHandshake::Silent { .. }))
    };
    let silent = server
        .versions
        .iter()
        .filter(|one| is_silent(&one.accepted));
    let silent: Vec<Version> = silent.map(|one| one.version).collect();
    (!server.accepted().is_empty() && !silent.is_empty()).then_some(silent)
}
