//! Elements with one key: IIS refuses the whole file with HTTP 500.19 and 0x800700b7.

use std::collections::HashMap;

use super::{Found, Here};
use crate::core::finding::{IisFact, KeyedElement};
use crate::core::iis::plan::BindingAt;

pub(super) fn check(found: &mut Found<'_>) {
    let configuration = &found.scan.configuration;
    let sites = configuration.sites.len();
    let mut names: HashMap<String, u32> = HashMap::with_capacity(sites);
    let mut ids: HashMap<u32, u32> = HashMap::with_capacity(sites);
    for (site, index) in configuration.sites.iter().zip(0u32..) {
        if let Some(first) = names.get(&site.name.to_lowercase()) {
            let fact = IisFact::DuplicateElement {
                site: site.name.clone(),
                element: KeyedElement::SiteName,
                value: site.name.clone(),
                first_line: *first,
            };
            found.site(index, site.line, fact);
        } else {
            names.insert(site.name.to_lowercase(), site.line);
        }
        if let Some(id) = site.id {
            if let Some(first) = ids.get(&id) {
                let fact = IisFact::DuplicateElement {
                    site: site.name.clone(),
                    element: KeyedElement::SiteId,
                    value: id.to_string().into(),
                    first_line: *first,
                };
                found.site(index, site.line, fact);
            } else {
                ids.insert(id, site.line);
            }
        }
        bindings(found, index);
    }
}

fn bindings(found: &mut Found<'_>, index: u32) {
    let Some(site) = found.scan.configuration.sites.get(index as usize) else {
        return;
    };
    let mut lines: HashMap<(String, String), u32> = HashMap::with_capacity(site.bindings.len());
    for (binding, number) in site.bindings.iter().zip(0u32..) {
        let key = (
            binding.protocol.to_lowercase(),
            binding.information.to_lowercase(),
        );
        let Some(first) = lines.get(&key) else {
            lines.insert(key, binding.line);
            continue;
        };
        let at = BindingAt {
            site: index,
            binding: number,
        };
        let fact = IisFact::DuplicateElement {
            site: site.name.clone(),
            element: KeyedElement::Binding,
            value: binding.information.clone(),
            first_line: *first,
        };
        found.binding(Here { site, binding, at }, fact);
    }
}
