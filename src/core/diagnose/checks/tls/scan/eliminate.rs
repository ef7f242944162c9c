//! Which suites a version is accepted with: many are offered, the server picks one, the rest is offered again, until
//! it says no. A few portions side by side, so that each server is asked often enough and not for long.

use super::preference::Orders;
use super::{Accepted, Hellos, Preference, Refusal, Said, Server, Suites, Unanswered, offer};
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::env::{Call, DnsName};
use crate::core::progress::Cancelled;
use crate::core::tls::{NoHandshake, Suite, Version};

/// Suites of one version of one server that are found out one after the other.
struct Portion {
    /// Which of the servers.
    server: usize,
    version: Version,
    is_bare: bool,
    /// Not yet accepted.
    left: Vec<Suite>,
    accepted: Vec<Suite>,
    end: Option<End>,
}

/// How a portion ended.
enum End {
    /// The server takes none of the rest.
    No,
    /// It closed, which may mean no.
    Closed(NoHandshake),
    Unknown(Unanswered),
}

/// Finds the suites of each server's versions.
///
/// # Errors
/// [`Cancelled`].
pub fn suites(asker: &Asker<'_>, name: &DnsName, servers: &mut [Server]) -> Result<(), Cancelled> {
    let hellos = Hellos::new(asker, name);
    let mut portions: Vec<Portion> = Vec::new();
    for (index, server) in servers.iter().enumerate() {
        portions.extend(begun(index, server));
    }
    let first = round(&hellos, servers, &mut portions);
    let mut orders: Option<Orders> = None;
    let mut next = |talked: Vec<_>| {
        if let Some(orders) = &mut orders {
            orders.hear(talked);
            return Vec::new();
        }
        let open = portions.iter_mut().filter(|one| one.end.is_none());
        for (portion, talked) in open.zip(talked) {
            portion.hears(Said::of(portion.version, talked));
        }
        let calls = round(&hellos, servers, &mut portions);
        if !calls.is_empty() {
            return calls;
        }
        for portion in std::mem::take(&mut portions) {
            put(servers, portion);
        }
        let (asked, calls) = Orders::asked(&hellos, servers);
        orders = Some(asked);
        calls
    };
    asker.talk_rounds(Lane::Connection, Purpose::Suites, first, &mut next)?;
    if let Some(orders) = orders {
        orders.judge(servers);
    }
    Ok(())
}

/// The portions of a server. What it chose among all is known already.
fn begun(index: usize, server: &Server) -> impl Iterator<Item = Portion> {
    server.versions.iter().flat_map(move |one| {
        let chosen = match one.accepted {
            Accepted::Yes { suite } => Some(suite),
            _ => None,
        };
        let left: Vec<Suite> = match chosen {
            Some(chosen) => {
                let all = offer::all(one.version).into_iter();
                all.filter(|suite| *suite != chosen).collect()
            }
            None => Vec::new(),
        };
        let portions = offer::portions(&left).into_iter().enumerate();
        portions.map(move |(at, left)| Portion {
            server: index,
            version: one.version,
            is_bare: one.is_bare,
            left,
            accepted: chosen.filter(|_| at == 0).into_iter().collect(),
            end: None,
        })
    })
}

/// The next question of every portion that is not at its end.
fn round(hellos: &Hellos<'_>, servers: &mut [Server], portions: &mut [Portion]) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    for portion in portions.iter_mut().filter(|one| one.end.is_none()) {
        let Some(server) = servers.get_mut(portion.server) else {
            continue;
        };
        if portion.left.is_empty() {
            portion.end = Some(End::No);
        } else if !server.counts() {
            portion.end = Some(End::Unknown(Unanswered::Limit));
        } else {
            calls.push(hellos.call(
                server.address,
                portion.version,
                portion.is_bare,
                portion.left.clone(),
            ));
        }
    }
    calls
}

impl Portion {
    fn hears(&mut self, said: Said) {
        match said {
            Said::Yes(suite) if self.left.contains(&suite) => {
                self.left.retain(|one| *one != suite);
                self.accepted.push(suite);
            }
            Said::Yes(suite) => {
                let detail = format!("it chose {}, which was not offered", suite.name());
                let why = NoHandshake::Broken { detail };
                self.end = Some(End::Unknown(Unanswered::NoHandshake(why)));
            }
            Said::No(Refusal::Closed) => self.end = Some(End::Closed(NoHandshake::Closed)),
            Said::No(Refusal::Reset) => self.end = Some(End::Closed(NoHandshake::Reset)),
            Said::No(_) => self.end = Some(End::No),
            Said::Unknown(why) => self.end = Some(End::Unknown(why)),
        }
    }
}

/// Adds what a portion found to its version.
fn put(servers: &mut [Server], portion: Portion) {
    let server = servers.get_mut(portion.server);
    let of_version = server.and_then(|server| {
        let mut versions = server.versions.iter_mut();
        versions.find(|one| one.version == portion.version)
    });
    let Some(of_version) = of_version else {
        return;
    };
    let suites = of_version.suites.get_or_insert(Suites {
        accepted: Vec::new(),
        unknown: None,
        closed: None,
        preference: Preference::None,
    });
    suites.accepted.extend(portion.accepted);
    suites.accepted.sort();
    match portion.end {
        Some(End::Unknown(why)) => suites.unknown = Some(why),
        Some(End::Closed(how)) => suites.closed = Some(how),
        Some(End::No) | None => {}
    }
}
