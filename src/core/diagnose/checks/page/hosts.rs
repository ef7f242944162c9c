//! Where the hosts of a page are contacted: each found out once, and judged before.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::checks::addresses::{Addresses, Family, Places, addresses, server};
use crate::core::env::{AddressRange, DnsName, WebRequest, WebUrl};
use crate::core::finding::RedirectFault;
use crate::core::limits;
use crate::core::progress::Cancelled;

/// Where a host is contacted, or why nowhere. Never empty.
pub type Contact = Result<Vec<SocketAddr>, NoContact>;

/// Why a host is not contacted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoContact {
    /// It has no address, or lies where nobody agreed to asking.
    Nowhere(RedirectFault),
    /// Nobody could say where it is.
    Unknown,
}

/// Hosts seen so far.
pub struct Hosts<'a> {
    asker: &'a Asker<'a>,
    /// The name of the run, contacted where the user says.
    name: &'a DnsName,
    known: HashMap<(String, u16), Contact>,
}

impl<'a> Hosts<'a> {
    /// None is known yet.
    pub fn new(asker: &'a Asker<'a>, name: &'a DnsName) -> Self {
        Self {
            asker,
            name,
            known: HashMap::new(),
        }
    }

    /// Where the server of an address is contacted.
    pub fn contact(&mut self, url: &WebUrl) -> Result<Contact, Cancelled> {
        let key = (url.host.clone(), url.port);
        if let Some(known) = self.known.get(&key) {
            return Ok(known.clone());
        }
        let contact = self.found(url)?;
        self.known.insert(key, contact.clone());
        Ok(contact)
    }

    fn found(&self, url: &WebUrl) -> Result<Contact, Cancelled> {
        let setup = &self.asker.request.setup;
        let port = setup.ports.of(url.port);
        if let Ok(address) = url.host.parse::<IpAddr>() {
            let judged = setup.may_contact(address);
            let inside = |range| RedirectFault::Inside { address, range };
            return Ok(judged
                .map(|()| vec![SocketAddr::new(address, port)])
                .map_err(|range| NoContact::Nowhere(inside(range))));
        }
        let Some(name) = DnsName::parse(&url.host) else {
            return Ok(Err(NoContact::Nowhere(RedirectFault::Unreadable)));
        };
        if name == *self.name {
            return Ok(match server(self.asker, Lane::Page, &name, url.port)? {
                Places::These(places) => Ok(places),
                Places::Nowhere(why) => Err(nowhere(&why, &url.host)),
            });
        }
        // Every system takes it for itself (RFC 6761 section 6.3), whatever resolvers say.
        if name.labels().next_back() == Some("localhost") {
            let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
            let range = AddressRange::Loopback;
            return Ok(Err(NoContact::Nowhere(RedirectFault::Inside {
                address,
                range,
            })));
        }
        self.other(&name, port)
    }

    fn other(&self, name: &DnsName, port: u16) -> Result<Contact, Cancelled> {
        let mut places = Vec::new();
        let mut why = Addresses::None;
        for family in Family::ALL {
            if !family.is_of(self.asker.request.setup.families) {
                continue;
            }
            match addresses(self.asker, Lane::Page, name, family)? {
                Addresses::These(all) => {
                    places.extend(all.into_iter().map(|one| SocketAddr::new(one, port)));
                }
                Addresses::None => {}
                other => why = other,
            }
        }
        Ok(match places.is_empty() {
            true => Err(nowhere(&why, name.as_str())),
            false => Ok(places),
        })
    }
}

fn nowhere(why: &Addresses, host: &str) -> NoContact {
    NoContact::Nowhere(match why {
        Addresses::Unknown => return NoContact::Unknown,
        Addresses::Inside(address, range) => RedirectFault::Inside {
            address: *address,
            range: *range,
        },
        _ => RedirectFault::NoAddress {
            host: host.to_owned(),
        },
    })
}

/// The question for an address, at a server that was judged.
pub fn question(url: &WebUrl, address: SocketAddr, limit_bytes: u64) -> WebRequest {
    WebRequest {
        address: Some(address),
        // Judged by the setup of the run, which knows what the user agreed to.
        allow_private: true,
        tells_redirects: true,
        trusts_any: true,
        ..WebRequest::get(url.to_string(), limit_bytes)
    }
}

/// The question for a whole page or style sheet.
pub fn page(url: &WebUrl, address: SocketAddr) -> WebRequest {
    question(url, address, limits::PAGE_BYTES)
}
