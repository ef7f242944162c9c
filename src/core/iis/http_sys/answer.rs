//! Which entry of http.sys answers a connection. Computed from the entries, not asked of Windows.
//!
//! The order is that of Microsoft's Application Proxy team ("Understanding and fixing Proxy Trust CTL Issues
//! with AD FS 2012 R2 and Web Application Proxy", 28 May 2014): exact IP and port; exact host name and port
//! (SNI); central store and port; `[::]` and port for connections over IPv6; `0.0.0.0` and port for
//! connections over IPv4 *or* IPv6. That page is older than host names with `*.` (IIS 10, "Wildcard Host
//! Header Support") and the central store for single hosts (`scopedccs`): both are put behind the exact host
//! name as the more special before the more general, one label for `*`, which Microsoft does not spell out.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::Serialize;

use super::{EntryKey, SslEntry};
use crate::core::iis::binding::{Address, Endpoint};
use crate::core::x509::a_labels;

const ANY_V4: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
const ANY_V6: IpAddr = IpAddr::V6(Ipv6Addr::UNSPECIFIED);

/// Why an entry answers; in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// It is for this address and port.
    ExactAddress,
    /// It is for the host name sent.
    HostName,
    /// It is for all names one label below: `*.example.com`.
    WildcardHost,
    /// The central store answers for the host name sent.
    ScopedCentralStore,
    /// The central store answers on this port.
    CentralStore,
    /// `[::]` and port, for a connection over IPv6.
    AnyV6,
    /// `0.0.0.0` and port, over IPv4 or IPv6.
    AnyV4,
}

/// The entry that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The entry.
    pub entry: &'a SslEntry,
    /// Why this one.
    pub rule: Rule,
}

/// The two cases of a connection. `None`: no entry answers, and http.sys resets the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cases<'a> {
    /// The client sends the binding's host name. For a binding without one: a name no other entry is for,
    /// so the same as without.
    pub with_host: Option<Answer<'a>>,
    /// The client sends no host name.
    pub without_host: Option<Answer<'a>>,
}

/// What clients of one binding are served, computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served<'t, 'a> {
    /// On the binding's address; for every address, on one over IPv4 that has no entry of its own.
    pub cases: Cases<'a>,
    /// The same over IPv6, when the binding is for every address and `[::]` makes a difference there.
    pub over_v6: Option<Cases<'a>>,
    /// Entries for single addresses on this port that overrule all this there, when the binding is for
    /// every address. In order of address.
    pub elsewhere: &'t [&'a EntryKey],
}

/// The entries, sorted for looking up; made once for any number of questions.
#[derive(Debug, Default)]
pub struct Table<'a> {
    ports: HashMap<u16, Port<'a>>,
}

/// The entries of one port. Of two entries for the same thing, which only a damaged listing has, the first
/// counts.
#[derive(Debug, Default)]
struct Port<'a> {
    addresses: HashMap<IpAddr, &'a SslEntry>,
    address_keys: Vec<&'a EntryKey>,
    hosts: HashMap<String, &'a SslEntry>,
    scoped: HashMap<String, &'a SslEntry>,
    central: Option<&'a SslEntry>,
    any_v6: Option<&'a SslEntry>,
    any_v4: Option<&'a SslEntry>,
}

impl<'a> Table<'a> {
    /// Sorts the entries.
    pub fn new(entries: &'a [SslEntry]) -> Self {
        let mut table = Self::default();
        for entry in entries {
            table.ports.entry(entry.key.port()).or_default().add(entry);
        }
        for port in table.ports.values_mut() {
            port.address_keys.sort_unstable();
        }
        table
    }

    /// The entry that answers a connection to a local address and port, with the host name sent by SNI.
    /// An address of zeros stands for one without an entry of its own.
    pub fn answer(&self, local: IpAddr, port: u16, host: Option<&str>) -> Option<Answer<'a>> {
        self.ports.get(&port)?.answer(local.to_canonical(), host)
    }

    /// What the clients of a binding get. Its address may be one of the computer or every one.
    pub fn served(&self, binding: &Endpoint) -> Served<'_, 'a> {
        let Some(port) = self.ports.get(&binding.port) else {
            return Served {
                cases: Cases::NONE,
                over_v6: None,
                elsewhere: &[],
            };
        };
        let host = Some(&*binding.host).filter(|host| !host.is_empty());
        let cases = |local: IpAddr| Cases {
            with_host: port.answer(local, host),
            without_host: port.answer(local, None),
        };
        match binding.address {
            Address::Ip(address) => Served {
                cases: cases(address.to_canonical()),
                over_v6: None,
                elsewhere: &[],
            },
            Address::Any => {
                let (v4, v6) = (cases(ANY_V4), cases(ANY_V6));
                Served {
                    cases: v4,
                    over_v6: (v4 != v6).then_some(v6),
                    elsewhere: &port.address_keys,
                }
            }
        }
    }
}

impl Cases<'_> {
    const NONE: Self = Self {
        with_host: None,
        without_host: None,
    };
}

impl<'a> Port<'a> {
    fn add(&mut self, entry: &'a SslEntry) {
        match &entry.key {
            EntryKey::IpPort(address, _) if address.0.is_unspecified() => {
                let any = match address.0 {
                    IpAddr::V4(_) => &mut self.any_v4,
                    IpAddr::V6(_) => &mut self.any_v6,
                };
                any.get_or_insert(entry);
            }
            EntryKey::IpPort(address, _) => {
                let address = address.0.to_canonical();
                let known = self.addresses.len();
                self.addresses.entry(address).or_insert(entry);
                if self.addresses.len() > known {
                    self.address_keys.push(&entry.key);
                }
            }
            EntryKey::HostPort(host, _) => {
                let host = a_labels(host).into_owned();
                self.hosts.entry(host).or_insert(entry);
            }
            EntryKey::ScopedCentralStore(host, _) => {
                let host = a_labels(host).into_owned();
                self.scoped.entry(host).or_insert(entry);
            }
            EntryKey::CentralStore(_) => {
                self.central.get_or_insert(entry);
            }
        }
    }

    fn answer(&self, local: IpAddr, host: Option<&str>) -> Option<Answer<'a>> {
        let is_v6 = local.is_ipv6();
        // SNI carries names only (RFC 6066 section 3).
        let name = host
            .filter(|host| host.parse::<IpAddr>().is_err())
            .map(a_labels);
        let by = |rule: Rule| move |entry: &&'a SslEntry| Answer { entry, rule };
        let exact = self.addresses.get(&local).map(by(Rule::ExactAddress));
        let named = || name.as_deref().and_then(|name| self.named(name));
        let central = || self.central.as_ref().map(by(Rule::CentralStore));
        let any_v6 = || self.any_v6.as_ref().filter(|_| is_v6).map(by(Rule::AnyV6));
        let any_v4 = || self.any_v4.as_ref().map(by(Rule::AnyV4));
        exact
            .or_else(named)
            .or_else(central)
            .or_else(any_v6)
            .or_else(any_v4)
    }

    /// By host name. One that begins with `*.` is a binding's and stands for every name below it that has
    /// no entry of its own.
    fn named(&self, name: &str) -> Option<Answer<'a>> {
        let is_pattern = name.starts_with("*.");
        let pattern = match name.split_once('.') {
            Some((_, parent)) if !is_pattern => format!("*.{parent}"),
            _ => name.to_owned(),
        };
        let exact_rule = if is_pattern {
            Rule::WildcardHost
        } else {
            Rule::HostName
        };
        [
            (&self.hosts, name, exact_rule),
            (&self.hosts, pattern.as_str(), Rule::WildcardHost),
            (&self.scoped, name, Rule::ScopedCentralStore),
            (&self.scoped, pattern.as_str(), Rule::ScopedCentralStore),
        ]
        .into_iter()
        .find_map(|(map, key, rule)| map.get(key).map(|entry| Answer { entry, rule }))
    }
}

#[cfg(test)]
mod tests;
