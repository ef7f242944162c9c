//! Two bindings on one address, port and host: the site that comes second does not start. Compared over
//! all sites, stopped ones too, hosts as A-labels.

use std::collections::HashMap;

use super::{Found, Here};
use crate::core::finding::IisFact;
use crate::core::iis::binding::Address;
use crate::core::iis::config::{Binding, Site};
use crate::core::iis::plan::BindingAt;
use crate::core::iis::scan::known::Lookup;

type Spot = (Address, u16, Box<str>);

pub(super) fn check(found: &mut Found<'_>, known: &Lookup<'_>) {
    let scan = found.scan;
    let sites = &scan.configuration.sites;
    let bindings = sites.iter().map(|site| site.bindings.len()).sum();
    let mut spots: HashMap<Spot, (u32, u32)> = HashMap::with_capacity(bindings);
    let mut schemes: HashMap<(Address, u16), (u32, u32)> = HashMap::new();
    for (site, index) in scan.configuration.sites.iter().zip(0u32..) {
        for (binding, number) in site.bindings.iter().zip(0u32..) {
            let Some(endpoint) = binding.endpoint() else {
                continue;
            };
            let at = BindingAt {
                site: index,
                binding: number,
            };
            let here = Here { site, binding, at };
            let spot = (endpoint.address, endpoint.port, endpoint.host_key().into());
            match spots.get(&spot).copied() {
                Some(first) => collide(found, here, first, known),
                None => drop(spots.insert(spot, (index, number))),
            }
            let port = (endpoint.address, endpoint.port);
            let first = *schemes.entry(port).or_insert((index, number));
            both_schemes(found, here, first);
        }
    }
}

fn get<'a>(found: &Found<'a>, at: (u32, u32)) -> Option<(&'a Site, &'a Binding)> {
    let site = found.scan.configuration.sites.get(at.0 as usize)?;
    Some((site, site.bindings.get(at.1 as usize)?))
}

fn collide(found: &mut Found<'_>, here: Here<'_>, first: (u32, u32), known: &Lookup<'_>) {
    let Some((site, binding)) = get(found, first) else {
        return;
    };
    let is_same_site = first.0 == here.at.site;
    let is_same_key = binding
        .protocol
        .eq_ignore_ascii_case(&here.binding.protocol)
        && binding
            .information
            .eq_ignore_ascii_case(&here.binding.information);
    // The whole file is refused then, which is said already.
    if is_same_site && is_same_key {
        return;
    }
    let stopped = [here.site, site]
        .into_iter()
        .find(|site| match found.scan.stopped.get() {
            Some(_) => known.is_stopped(&site.name),
            None => !site.auto_start,
        });
    let fact = match stopped {
        Some(stopped) if !is_same_site => IisFact::StoppedSiteConflict {
            at: here.name(),
            other_site: site.name.clone(),
            stopped: stopped.name.clone(),
        },
        _ => IisFact::DuplicateBinding {
            at: here.name(),
            other_site: site.name.clone(),
            other_binding: binding.information.clone(),
        },
    };
    found.binding(here, fact);
}

/// http.sys gives a port to one scheme.
fn both_schemes(found: &mut Found<'_>, here: Here<'_>, first: (u32, u32)) {
    let Some((site, binding)) = get(found, first) else {
        return;
    };
    if binding.is_https() == here.binding.is_https() {
        return;
    }
    let fact = IisFact::PortBothSchemes {
        at: here.name(),
        other_site: site.name.clone(),
        other_binding: binding.information.clone(),
    };
    found.binding(here, fact);
}
