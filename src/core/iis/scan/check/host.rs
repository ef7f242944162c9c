//! Host names of bindings: missing, impossible, or without the SNI that gives them a certificate.

use super::port::Ports;
use super::{Found, Here};
use crate::core::finding::{IisFact, Severity};
use crate::core::iis::binding::{Address, Endpoint};
use crate::core::iis::flags::SslFlag;
use crate::core::iis::plan::{HostFault, checked_host};

pub(super) fn check(found: &mut Found<'_>, here: Here<'_>, ports: &Ports) {
    let endpoint = match &here.binding.endpoint {
        Some(Ok(endpoint)) => endpoint,
        Some(Err(part)) => {
            let (at, part) = (here.name(), *part);
            return found.binding(here, IisFact::BindingNotUnderstood { at, part });
        }
        None => return,
    };
    if endpoint.host.is_empty() {
        if here.binding.is_https() {
            missing(found, here, endpoint, ports);
        }
        return;
    }
    spelling(found, here, endpoint);
    if here.binding.is_https() {
        sni(found, here, endpoint, ports);
    }
}

fn spelling(found: &mut Found<'_>, here: Here<'_>, endpoint: &Endpoint) {
    let version = found.scan.version;
    let host = endpoint.host.clone();
    match checked_host(&host, version) {
        Err(HostFault::WildcardVersion(version)) => {
            let fact = IisFact::WildcardNeeds10 {
                at: here.name(),
                host,
                version: Some(version),
            };
            found.binding(here, fact);
        }
        // An address as host is odd and works: browsers send it as the Host header.
        Err(HostFault::Address) => {}
        Err(fault) => {
            let fact = IisFact::HostMalformed {
                at: here.name(),
                host,
                fault,
            };
            found.binding(here, fact);
        }
        Ok(_) if host.starts_with("*.") && version.is_none() => {
            let fact = IisFact::WildcardNeeds10 {
                at: here.name(),
                host,
                version: None,
            };
            found.rated(here, fact, Some(Severity::Info));
        }
        Ok(_) => {}
    }
}

/// Without a host a binding answers for every name. Alone that may be meant; beside others it is not.
fn missing(found: &mut Found<'_>, here: Here<'_>, endpoint: &Endpoint, ports: &Ports) {
    if here.binding.flags().has(SslFlag::CentralStore) {
        return;
    }
    if endpoint.address != Address::Any {
        let Some(group) = ports.group(endpoint).filter(|group| group.named > 0) else {
            return;
        };
        let fact = IisFact::CatchAllBesideNamed {
            at: here.name(),
            named: group.named,
            first: group
                .hosts
                .first()
                .map(|host| host.as_str().into())
                .unwrap_or_default(),
        };
        return found.binding(here, fact);
    }
    let beside = ports.beside(endpoint);
    let severity = match (beside.named, beside.sharing) {
        (0, _) => Severity::Info,
        (_, 0) => Severity::Warning,
        _ => Severity::Error,
    };
    let fact = IisFact::HostMissing {
        at: here.name(),
        named: beside.named,
        sharing: beside.sharing,
    };
    found.rated(here, fact, Some(severity));
}

fn sni(found: &mut Found<'_>, here: Here<'_>, endpoint: &Endpoint, ports: &Ports) {
    let flags = here.binding.flags();
    let has_sni = found.scan.version.is_none_or(|version| version.has_sni());
    if !has_sni || flags.has(SslFlag::Sni) || flags.has(SslFlag::CentralStore) {
        return;
    }
    let beside = ports.beside(endpoint).all.saturating_sub(1);
    let severity = match beside {
        0 => Severity::Info,
        _ => Severity::Warning,
    };
    let fact = IisFact::SniOff {
        at: here.name(),
        host: endpoint.host.clone(),
        beside,
    };
    found.rated(here, fact, Some(severity));
}
