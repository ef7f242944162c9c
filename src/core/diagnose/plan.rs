//! What a run will check and whom it will contact, known before anything is asked. Pure.

use serde::Serialize;

use super::check::{Check, CheckId, CheckKey, Lane};
use super::checks;
use super::request::Request;
use crate::core::csr::names::advise;
use crate::core::env::{DnsName, SystemDns};
use crate::core::finding::Id;

/// The checks of a run in the order of the lanes, all waiting or skipped.
pub fn plan(request: &Request) -> Vec<Check> {
    let mut planned: Vec<Check> = Vec::new();
    for name in &request.names {
        planned.extend(checks::dns::planned(request, name));
        planned.extend(checks::caa::planned(request, name));
        planned.extend(checks::records::planned(request, name));
        planned.extend(checks::file::planned(request, name));
        planned.extend(checks::tls::planned(request, name));
        planned.extend(checks::page::planned(request, name));
    }
    planned.retain(|check| request.wants(&check.key));
    planned.sort_by_key(|check| (check.key.id.lane(), order(request, &check.key)));
    planned
}

/// Whether any check of a lane is wanted.
pub(super) fn runs(request: &Request, lane: Lane) -> bool {
    let mut of_lane = CheckId::ALL.into_iter().filter(|id| id.lane() == lane);
    request.lanes.contains(&lane)
        || of_lane.any(|id| request.wants(&CheckKey::of(id, &DnsName::default())))
}

/// Names as typed, then the order of the kinds.
fn order(request: &Request, key: &CheckKey) -> (usize, CheckId, String) {
    let at = request.names.iter().position(|name| *name == key.name);
    (at.unwrap_or(usize::MAX), key.id, key.place.clone())
}

/// Why somebody would be contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A resolver the user named.
    UserResolver,
    /// A resolver of this computer.
    SystemResolver,
    /// A well-known public resolver.
    PublicResolver,
    /// A root server, and from there the servers it leads to.
    Root,
    /// The web server of a name, at the addresses that DNS gives.
    WebServer,
    /// The server whose TLS is looked at.
    TlsServer,
    /// Other servers from which the page loads.
    PageParts,
}

/// Somebody a run would contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contacted {
    /// Why.
    pub role: Role,
    /// An address, or the name whose addresses are not known yet.
    pub whom: String,
}

/// Whom a run would contact, for the question before the first one.
pub fn contacts(request: &Request, system: &SystemDns) -> Vec<Contacted> {
    let setup = &request.setup;
    let mut all: Vec<Contacted> = Vec::new();
    let mut add = |role, whom: String| {
        let one = Contacted { role, whom };
        if !all.contains(&one) {
            all.push(one);
        }
    };
    for server in &setup.resolvers {
        add(Role::UserResolver, server.to_string());
    }
    for address in system.resolvers.iter().filter(|_| setup.with_system) {
        add(Role::SystemResolver, address.to_string());
    }
    let is_outside = |name: &DnsName| setup.is_inside_agreed || !is_inside(name);
    if request.names.iter().any(is_outside) {
        for server in &setup.public {
            add(Role::PublicResolver, server.to_string());
        }
        for root in &setup.roots {
            add(Role::Root, root.to_string());
        }
        if setup.roots.is_empty() {
            add(
                Role::Root,
                "a.root-servers.net … m.root-servers.net".to_owned(),
            );
        }
    }
    if request.lanes.contains(&Lane::Validation) {
        for name in request.names.iter().filter(|name| !name.is_wildcard()) {
            for port in [80, 443] {
                add(Role::WebServer, format!("{name}:{}", setup.ports.of(port)));
            }
        }
    }
    all
}

/// Whether a name means something inside a network only: a single label, or below a top-level domain that the
/// Internet does not have (RFC 6761, RFC 6762, RFC 8375 and others).
pub fn is_inside(name: &DnsName) -> bool {
    let advice = advise(name.base().as_str());
    let mut findings = advice.names.iter().flat_map(|name| &name.findings);
    findings.any(|finding| finding.id() == Id::OrderNameInternal)
}

/// Whether nobody may be asked about a name but the system's resolver: it means something inside a network only,
/// nobody agreed to more, and the user named neither roots nor resolvers.
pub fn stays_inside(request: &Request, name: &DnsName) -> bool {
    let setup = &request.setup;
    !setup.is_inside_agreed
        && setup.roots.is_empty()
        && setup.resolvers.is_empty()
        && is_inside(name)
}
