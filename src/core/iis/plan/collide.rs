//! Two bindings may not end up with one address, port and host: then only the first site starts.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::draft::Draft;
use super::fix::{BindingAt, BindingName};
use super::refusal::Refusal;
use crate::core::iis::binding::{Address, Endpoint};
use crate::core::iis::config::Configuration;

/// Where a binding listens, as it is compared.
type Spot = (Address, u16, Box<str>);

fn spot(endpoint: &Endpoint) -> Spot {
    let host: Cow<'_, str> = endpoint.host_key();
    (endpoint.address, endpoint.port, host.into())
}

/// The endpoint of https beside a binding of http.
pub fn https_beside(endpoint: &Endpoint, port: u16) -> Endpoint {
    Endpoint {
        port,
        ..endpoint.clone()
    }
}

/// Wishes that lead to a spot that is taken, with the reason. Only spots that change are judged: what
/// collides already is a finding, not the plan's doing.
pub fn collisions(
    configuration: &Configuration,
    drafts: &BTreeMap<BindingAt, Draft>,
) -> Vec<(u32, Refusal)> {
    let mut held: HashMap<Spot, BindingAt> = HashMap::new();
    let mut goals: Vec<(u32, Spot, BindingAt)> = Vec::new();
    for (site, site_index) in configuration.sites.iter().zip(0u32..) {
        for (binding, index) in site.bindings.iter().zip(0u32..) {
            let at = BindingAt {
                site: site_index,
                binding: index,
            };
            let Some(endpoint) = binding.endpoint() else {
                continue;
            };
            let draft = drafts.get(&at);
            if let Some((port, number)) = draft.and_then(|draft| draft.https) {
                goals.push((number, spot(&https_beside(endpoint, port)), at));
            }
            match draft {
                Some(draft) if draft.removed.is_some() => {}
                Some(Draft {
                    information: Some((information, number)),
                    ..
                }) => {
                    if let Ok(goal) = Endpoint::parse(information) {
                        let goal = spot(&goal);
                        match goal == spot(endpoint) {
                            true => drop(held.insert(goal, at)),
                            false => goals.push((*number, goal, at)),
                        }
                    }
                }
                _ => drop(held.insert(spot(endpoint), at)),
            }
        }
    }
    judged(configuration, &held, goals)
}

fn judged(
    configuration: &Configuration,
    held: &HashMap<Spot, BindingAt>,
    mut goals: Vec<(u32, Spot, BindingAt)>,
) -> Vec<(u32, Refusal)> {
    goals.sort_by_key(|(number, _, _)| *number);
    let mut reached: HashMap<Spot, BindingAt> = HashMap::new();
    let mut refused = Vec::new();
    for (number, goal, at) in goals {
        let name = |at| BindingName::of(configuration, at);
        if let Some(by) = held.get(&goal).copied().and_then(name) {
            refused.push((number, Refusal::Taken { by }));
        } else if let Some(other) = reached.get(&goal).copied().and_then(name) {
            refused.push((number, Refusal::SameGoal { other }));
        } else {
            reached.insert(goal, at);
        }
    }
    refused
}
