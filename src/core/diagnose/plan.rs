//! What a run will check and whom it will contact, known before anything is asked. Pure.

use serde::Serialize;

use super::check::{Check, CheckId, CheckKey, Lane};
use super::checks;
use super::request::{HTTPS_PORT, Request};
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
    /// The web server of a name.
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

/// Whom a run would contact, for the question before the first one, each once.
pub fn contacts(request: &Request, system: &SystemDns) -> Vec<Contacted> {
    let mut all: Vec<Contacted> = Vec::new();
    let of_dns = match asks_dns(request) {
        true => of_dns(request, system),
        false => Vec::new(),
    };
    for one in of_dns.into_iter().chain(of_servers(request)) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// Whether name servers are asked at all: where the user said which server is looked at, they are not needed to
/// find it.
fn asks_dns(request: &Request) -> bool {
    let rests_on_dns = |lane: &Lane| matches!(lane, Lane::Dns | Lane::Validation);
    request.connect.is_empty() || request.lanes.iter().any(rests_on_dns)
}

fn of_dns(request: &Request, system: &SystemDns) -> Vec<Contacted> {
    let setup = &request.setup;
    let users = setup.resolvers.iter();
    let users = users.map(|server| (Role::UserResolver, server.to_string()));
    let own = system.resolvers.iter().filter(|_| setup.with_system);
    let own = own.map(|address| (Role::SystemResolver, address.to_string()));
    let mut all: Vec<(Role, String)> = users.chain(own).collect();
    let is_outside = |name: &DnsName| setup.is_inside_agreed || !is_inside(name);
    if request.names.iter().any(is_outside) {
        let public = setup.public.iter();
        all.extend(public.map(|server| (Role::PublicResolver, server.to_string())));
        let roots = setup.roots.iter();
        all.extend(roots.map(|root| (Role::Root, root.to_string())));
        if setup.roots.is_empty() {
            let roots = "a.root-servers.net … m.root-servers.net";
            all.push((Role::Root, roots.to_owned()));
        }
    }
    let contacted = |(role, whom)| Contacted { role, whom };
    all.into_iter().map(contacted).collect()
}

fn of_servers(request: &Request) -> Vec<Contacted> {
    let runs = |lane: Lane| request.lanes.contains(&lane);
    let (is_validated, is_called) = (runs(Lane::Validation), runs(Lane::Connection));
    let is_read = runs(Lane::Page) && request.start.is_none();
    let mut all: Vec<Contacted> = Vec::new();
    for name in request.names.iter().filter(|name| !name.is_wildcard()) {
        // A CA goes where DNS leads, whatever server the user looks at.
        for port in [80, HTTPS_PORT].into_iter().filter(|_| is_validated) {
            let whom = format!("{name}:{}", request.setup.ports.of(port));
            add(&mut all, Role::WebServer, [whom]);
        }
        if is_called || is_read {
            add(
                &mut all,
                Role::TlsServer,
                places(request, name, request.port),
            );
        }
        if is_read {
            add(&mut all, Role::WebServer, places(request, name, 80));
            add(&mut all, Role::PageParts, [format!("https://{name}/")]);
        }
    }
    all
}

fn add(all: &mut Vec<Contacted>, role: Role, whom: impl IntoIterator<Item = String>) {
    let contacted = whom.into_iter().map(|whom| Contacted { role, whom });
    all.extend(contacted);
}

/// The addresses the user chose, else the name.
fn places(request: &Request, name: &DnsName, port: u16) -> Vec<String> {
    match request.connect.as_slice() {
        [] => vec![format!("{name}:{}", request.setup.ports.of(port))],
        chosen => chosen
            .iter()
            .map(|chosen| request.at(*chosen, port).to_string())
            .collect(),
    }
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
