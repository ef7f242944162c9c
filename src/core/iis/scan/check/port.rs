//! What shares a port: how many bindings of https, with and without a host, with and without SNI.

use std::collections::{BTreeMap, HashMap};

use super::{Found, Here};
use crate::core::finding::IisFact;
use crate::core::iis::binding::{Address, Endpoint};
use crate::core::iis::config::Binding;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::plan::BindingAt;
use crate::core::iis::scan::Scan;

/// Hosts kept of one address for a sentence.
const HOSTS_KEPT: usize = 8;

/// The https bindings of one address and port.
#[derive(Default)]
pub(super) struct Group {
    /// All of them.
    pub all: usize,
    /// Those with a host.
    pub named: usize,
    /// Those with a host that get the certificate of address and port: neither SNI nor central store.
    pub sharing: usize,
    /// Those with a host and SNI.
    pub sni: usize,
    /// The first named one.
    pub first_named: Option<BindingAt>,
    /// The first named one without SNI.
    pub first_sharing: Option<BindingAt>,
    /// Some of the hosts.
    pub hosts: Vec<String>,
    /// Sites; counted by change, as sites come one after the other.
    pub sites: usize,
    last_site: Option<u32>,
}

/// All groups.
pub(super) struct Ports {
    groups: BTreeMap<(u16, Address), Group>,
    ports: HashMap<u16, Group>,
}

impl Ports {
    /// Of all sites.
    pub fn new(scan: &Scan) -> Self {
        let mut ports = Self {
            groups: BTreeMap::new(),
            ports: HashMap::new(),
        };
        for (site, index) in scan.configuration.sites.iter().zip(0u32..) {
            for (binding, number) in site.bindings.iter().zip(0u32..) {
                let Some(endpoint) = binding.https_endpoint() else {
                    continue;
                };
                let at = BindingAt {
                    site: index,
                    binding: number,
                };
                let key = (endpoint.port, endpoint.address);
                ports
                    .groups
                    .entry(key)
                    .or_default()
                    .add(endpoint, binding, at);
                ports
                    .ports
                    .entry(endpoint.port)
                    .or_default()
                    .add(endpoint, binding, at);
            }
        }
        ports
    }

    /// Bindings that a client of this one may reach instead: of its address, or of every address.
    pub fn beside(&self, endpoint: &Endpoint) -> Beside {
        let count = |address| {
            let group = self.groups.get(&(endpoint.port, address));
            group.map_or(Beside::default(), Group::beside)
        };
        match endpoint.address {
            Address::Any => self
                .ports
                .get(&endpoint.port)
                .map_or(Beside::default(), Group::beside),
            own => count(own).and(count(Address::Any)),
        }
    }

    /// The group of a binding's own address.
    pub fn group(&self, endpoint: &Endpoint) -> Option<&Group> {
        self.groups.get(&(endpoint.port, endpoint.address))
    }
}

/// Counts of what shares a port.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside {
    /// All bindings of https, the one itself included.
    pub all: usize,
    /// Named ones.
    pub named: usize,
    /// Named ones that get the certificate of address and port.
    pub sharing: usize,
}

impl Beside {
    fn and(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            named: self.named + other.named,
            sharing: self.sharing + other.sharing,
        }
    }
}

impl Group {
    fn add(&mut self, endpoint: &Endpoint, binding: &Binding, at: BindingAt) {
        self.all += 1;
        if self.last_site != Some(at.site) {
            self.sites += 1;
            self.last_site = Some(at.site);
        }
        if endpoint.host.is_empty() {
            return;
        }
        self.named += 1;
        self.first_named.get_or_insert(at);
        if self.hosts.len() < HOSTS_KEPT {
            self.hosts.push(endpoint.host.to_string());
        }
        let flags = binding.flags();
        if flags.has(SslFlag::Sni) {
            self.sni += 1;
        } else if !flags.has(SslFlag::CentralStore) {
            self.sharing += 1;
            self.first_sharing.get_or_insert(at);
        }
    }

    fn beside(&self) -> Beside {
        Beside {
            all: self.all,
            named: self.named,
            sharing: self.sharing,
        }
    }
}

/// Findings that are about a whole group, told once each.
pub(super) fn check(found: &mut Found<'_>, ports: &Ports) {
    let has_sni = found.scan.version.is_none_or(|version| version.has_sni());
    for group in ports.groups.values() {
        if has_sni && group.sni > 0 && group.sharing > 0 {
            tell(found, group.first_sharing, |at| IisFact::SniMixed {
                at,
                with_sni: group.sni,
                without_sni: group.sharing,
            });
        }
        if let Some(version) = found.scan.version
            && !has_sni
            && group.all > 1
            && group.named > 0
        {
            tell(found, group.first_named, |at| {
                IisFact::OneCertificatePerAddress {
                    at,
                    version,
                    hosts: group.hosts.clone(),
                    sites: group.sites,
                }
            });
        }
    }
}

fn tell(
    found: &mut Found<'_>,
    at: Option<BindingAt>,
    fact: impl FnOnce(crate::core::finding::AtBinding) -> IisFact,
) {
    let Some(at) = at else {
        return;
    };
    let site = found.scan.configuration.sites.get(at.site as usize);
    let binding = site.and_then(|site| site.bindings.get(at.binding as usize));
    if let (Some(site), Some(binding)) = (site, binding) {
        let here = Here { site, binding, at };
        found.binding(here, fact(here.name()));
    }
}
