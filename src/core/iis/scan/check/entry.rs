//! Bindings against the entries of http.sys.

use std::collections::{HashMap, HashSet};

use super::{Found, Here};
use crate::core::finding::IisFact;
use crate::core::iis::binding::{Address, Endpoint};
use crate::core::iis::flags::SslFlag;
use crate::core::iis::http_sys::{EntryKey, IIS_APP_ID, SslEntry};
use crate::core::iis::plan::{BindingAt, key_of};
use crate::core::iis::scan::known::Lookup;
use crate::core::iis::scan::served::ServedBy;

fn name(entry: &SslEntry) -> Box<str> {
    let (parameter, value) = (entry.key.netsh_parameter(), entry.key.netsh_value());
    format!("{parameter}={value}").into()
}

pub(super) fn check(found: &mut Found<'_>, here: Here<'_>, served: &ServedBy, known: &Lookup<'_>) {
    let Some(endpoint) = here.binding.https_endpoint() else {
        return;
    };
    let flags = here.binding.flags();
    let entry = |index: Option<u32>| known.entries.get(index? as usize);
    let named = entry(served.named);
    let is_central = |entry: &SslEntry| {
        matches!(
            entry.key,
            EntryKey::CentralStore(_) | EntryKey::ScopedCentralStore(..)
        )
    };
    if flags.has(SslFlag::CentralStore) {
        if !named.is_some_and(is_central) {
            let fact = IisFact::CentralStoreWithoutEntry {
                at: here.name(),
                port: endpoint.port,
            };
            found.binding(here, fact);
        }
    } else if flags.has(SslFlag::Sni) && !endpoint.host.is_empty() {
        if !served.by_name && !has_own(endpoint, known) {
            let fact = IisFact::SniWithoutEntry {
                at: here.name(),
                host: endpoint.host.clone(),
                instead: named.map(name),
            };
            found.binding(here, fact);
        }
    } else if named.is_none() {
        found.binding(here, IisFact::EntryMissing { at: here.name() });
    }
}

/// Whether http.sys has an entry for the host, or for all names one label below its domain.
fn has_own(endpoint: &Endpoint, known: &Lookup<'_>) -> bool {
    let host = endpoint.host_key();
    let key = |host: &str| EntryKey::HostPort(host.into(), endpoint.port);
    let above = host
        .split_once('.')
        .map(|(_, domain)| format!("*.{domain}"));
    known.index(&key(&host)).is_some()
        || above.is_some_and(|above| known.index(&key(&above)).is_some())
}

/// Entries for one address that no binding of that address has, and that overrule the bindings of every
/// address there: whatever the host, their certificate is served.
pub(super) fn overruling(found: &mut Found<'_>, known: &Lookup<'_>) {
    let mut own: HashSet<(Address, u16)> = HashSet::new();
    let mut named: HashMap<u16, (Here<'_>, usize)> = HashMap::new();
    for (site, index) in found.scan.configuration.sites.iter().zip(0u32..) {
        for (binding, number) in site.bindings.iter().zip(0u32..) {
            let Some(endpoint) = binding.https_endpoint() else {
                continue;
            };
            own.insert((endpoint.address, endpoint.port));
            if endpoint.address == Address::Any && !endpoint.host.is_empty() {
                let at = BindingAt {
                    site: index,
                    binding: number,
                };
                let here = Here { site, binding, at };
                named.entry(endpoint.port).or_insert((here, 0)).1 += 1;
            }
        }
    }
    for entry in known.entries {
        let EntryKey::IpPort(address, port) = entry.key else {
            continue;
        };
        let address = address.as_binding();
        let Some((here, bindings)) = named.get(&port) else {
            continue;
        };
        if address == Address::Any || own.contains(&(address, port)) {
            continue;
        }
        let fact = IisFact::EntryOverrules {
            at: here.name(),
            entry: name(entry),
            thumbprint: entry
                .thumbprint
                .map(|thumbprint| thumbprint.to_string().into()),
            bindings: *bindings,
        };
        found.binding(*here, fact);
    }
}

/// Entries of IIS that no binding uses: what a removed binding left behind.
pub(super) fn orphans(found: &mut Found<'_>, known: &Lookup<'_>) {
    let mut used: HashSet<EntryKey> = HashSet::with_capacity(known.entries.len());
    let sites = &found.scan.configuration.sites;
    for binding in sites.iter().flat_map(|site| &site.bindings) {
        if let Some(endpoint) = binding.https_endpoint() {
            used.insert(key_of(endpoint, binding.flags()));
        }
    }
    for entry in known.entries {
        let is_of_iis = entry.app_id.as_deref() == Some(IIS_APP_ID);
        if !is_of_iis || is_used(&used, &entry.key) {
            continue;
        }
        let fact = IisFact::EntryOrphan {
            entry: name(entry),
            thumbprint: entry
                .thumbprint
                .map(|thumbprint| thumbprint.to_string().into()),
        };
        found.server(fact);
    }
}

/// `0.0.0.0` and `[::]` are both what a binding calls `*`.
fn is_used(used: &HashSet<EntryKey>, key: &EntryKey) -> bool {
    if used.contains(key) {
        return true;
    }
    match key {
        EntryKey::IpPort(address, port) if address.0.is_unspecified() => used.iter().any(|other| {
            matches!(other, EntryKey::IpPort(other, at) if other.0.is_unspecified() && at == port)
        }),
        EntryKey::ScopedCentralStore(_, port) => used.contains(&EntryKey::CentralStore(*port)),
        _ => false,
    }
}
