//! The way from the root to the name's zone: who is named where, and where it breaks off.

use std::net::IpAddr;

use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Walk, WalkEnd, Zone, is_registry};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::env::{DnsName, NO_ERROR};
use crate::core::finding::{DnsFact, Finding, Severity};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    if !asker.may_walk(LANE, &name)? {
        return Ok(Check::skipped(key, Skip::InsideNotAgreed));
    }
    let walk = asker.walk(LANE, &name)?;
    Ok(judged(key, &walk))
}

/// Judges a walk.
pub(super) fn judged(key: CheckKey, walk: &Walk) -> Check {
    let mut findings: Vec<Finding> = Vec::new();
    for zone in walk.zones.iter().filter(|zone| !is_registry(&zone.apex)) {
        findings.extend(of_zone(zone));
    }
    match &walk.end {
        WalkEnd::Reached => {
            let last = walk.zones.last();
            let summary = DnsSummary::Delegated {
                zone: last.map(|zone| zone.apex.clone()).unwrap_or_default(),
                servers: last.map_or(0, |zone| zone.servers.len()),
            };
            Check::done(key, summary, findings)
        }
        // Nobody up there can be asked from here: that says nothing of the name.
        WalkEnd::Silent { zone, .. } if is_registry(zone) => {
            Check::unknown(key, DnsSummary::NotFoundOut, findings)
        }
        WalkEnd::Intercepted { server } => {
            findings.push(Finding::new(DnsFact::Intercepted {
                server: server.clone(),
            }));
            Check::unknown(key, DnsSummary::Intercepted, findings)
        }
        WalkEnd::TooDeep => Check::unknown(key, DnsSummary::NotFoundOut, findings),
        WalkEnd::Silent { zone, fault } => {
            findings.extend(broken(walk, |server, address| DnsFact::ServerSilent {
                zone: zone.clone(),
                server,
                address,
                fault: fault.clone(),
            }));
            no_way(key, zone, findings)
        }
        WalkEnd::Lame { zone, code } => {
            findings.extend(broken(walk, |server, address| match *code {
                NO_ERROR => DnsFact::LameDelegation {
                    zone: zone.clone(),
                    server,
                    address,
                },
                code => DnsFact::ServerRefuses {
                    zone: zone.clone(),
                    server,
                    address,
                    code,
                },
            }));
            no_way(key, zone, findings)
        }
        WalkEnd::NoServerAddress { zone } => {
            for finding in &mut findings {
                if matches!(
                    finding.fact,
                    crate::core::finding::Fact::Dns(DnsFact::ServerAddressMissing { .. })
                ) {
                    finding.severity = Severity::Error;
                }
            }
            no_way(key, zone, findings)
        }
    }
}

fn no_way(key: CheckKey, zone: &DnsName, findings: Vec<Finding>) -> Check {
    let summary = DnsSummary::NoWay { zone: zone.clone() };
    Check::done(key, summary, findings)
}

/// One finding for each address of the zone at which the way ends.
fn broken(walk: &Walk, fact: impl Fn(DnsName, IpAddr) -> DnsFact) -> Vec<Finding> {
    let servers = walk.zones.last().map(|zone| zone.servers.clone());
    let mut findings = Vec::new();
    for server in servers.unwrap_or_default() {
        for address in server.addresses {
            let fact = fact(server.name.clone(), address);
            findings.push(Finding::new(fact).rated(Severity::Error));
        }
    }
    findings
}

fn of_zone(zone: &Zone) -> Vec<Finding> {
    let mut facts: Vec<DnsFact> = Vec::new();
    let named = |is_named: &dyn Fn(&crate::core::diagnose::ask::ZoneServer) -> bool| {
        let named = zone.servers.iter().filter(|server| is_named(server));
        let mut names: Vec<DnsName> = named.map(|server| server.name.clone()).collect();
        names.sort();
        names
    };
    let at_parent = named(&|server| server.at_parent);
    let at_zone = named(&|server| server.at_zone);
    if !at_zone.is_empty() && !at_parent.is_empty() && at_parent != at_zone {
        facts.push(DnsFact::DelegationDiffers {
            zone: zone.apex.clone(),
            at_parent,
            at_zone,
        });
    }
    for server in zone.servers.iter().filter(|one| one.addresses.is_empty()) {
        facts.push(DnsFact::ServerAddressMissing {
            zone: zone.apex.clone(),
            server: server.name.clone(),
        });
    }
    if let [server] = zone.servers.as_slice() {
        facts.push(DnsFact::OneServer {
            zone: zone.apex.clone(),
            server: server.name.clone(),
        });
    } else if let Some(network) = network(zone) {
        facts.push(DnsFact::OneNetwork {
            zone: zone.apex.clone(),
            network,
        });
    }
    facts.into_iter().map(Finding::new).collect()
}

/// The network in which all addresses lie: /24 or /48, as routes are announced.
fn network(zone: &Zone) -> Option<String> {
    let of = |address: &IpAddr| match address {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    };
    let mut addresses = zone.servers.iter().flat_map(|server| &server.addresses);
    let first = of(addresses.next()?);
    addresses.all(|other| of(other) == first).then_some(first)
}
