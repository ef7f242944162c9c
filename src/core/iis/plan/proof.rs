//! Proof that a text with a plan's edits says what was planned and nothing else: both texts are read, and
//! everything but the planned bindings has to be the same.

use std::collections::BTreeMap;

use super::fix::{BindingAt, Fix};
use super::make::https_information;
use super::{Plan, Step};
use crate::core::iis::config::{Binding, Configuration, Site, Source, read};
use crate::core::iis::flags::SslFlag;

/// What is not as planned, in a few words for the report of a fault of ours.
pub type Disproof = String;

/// Checks the new text against the old configuration and the plan.
///
/// # Errors
/// Says what is not as it should be; then nothing may be written.
pub fn prove(plan: &Plan, old: &Configuration, new: &Source) -> Result<(), Disproof> {
    let new = read(new).map_err(|fault| fault.to_string())?;
    if new.sites.len() != old.sites.len() {
        return Err("number of sites".to_owned());
    }
    if new.locations.len() != old.locations.len() || new.encrypted != old.encrypted {
        return Err("parts beside the sites".to_owned());
    }
    let mut steps: BTreeMap<u32, Vec<&Step>> = BTreeMap::new();
    for step in &plan.steps {
        steps.entry(step.at.site).or_default().push(step);
    }
    for ((old, new), index) in old.sites.iter().zip(&new.sites).zip(0u32..) {
        let of_site = steps.get(&index).map(Vec::as_slice).unwrap_or_default();
        same_site(old, new, of_site, index)
            .map_err(|what| format!("{what} of site {}", index + 1))?;
    }
    Ok(())
}

fn same_site(old: &Site, new: &Site, steps: &[&Step], index: u32) -> Result<(), &'static str> {
    let is_same = old.name == new.name
        && old.id == new.id
        && old.auto_start == new.auto_start
        && old.applications == new.applications
        && old.hsts == new.hsts
        && old.inherits_bindings == new.inherits_bindings;
    if !is_same {
        return Err("settings");
    }
    let expected = expected(old, steps, index);
    let found: Vec<Expected> = new.bindings.iter().map(Expected::of).collect();
    match expected == found {
        true => Ok(()),
        false => Err("bindings"),
    }
}

#[derive(PartialEq)]
struct Expected {
    protocol: Box<str>,
    information: Box<str>,
    flags: u32,
}

impl Expected {
    fn of(binding: &Binding) -> Self {
        Self {
            protocol: binding.protocol.clone(),
            information: binding.information.clone(),
            flags: binding.flags().0,
        }
    }
}

/// The bindings a site has to have then, in order. Made of the wishes, not of the edits.
fn expected(old: &Site, steps: &[&Step], index: u32) -> Vec<Expected> {
    let mut out = Vec::with_capacity(old.bindings.len());
    for (binding, number) in old.bindings.iter().zip(0u32..) {
        let at = BindingAt {
            site: index,
            binding: number,
        };
        let mut will = Expected::of(binding);
        let (mut stays, mut https) = (true, None);
        for step in steps.iter().filter(|step| step.at == at) {
            match &step.fix {
                Fix::Remove { .. } => stays = false,
                Fix::GiveHost { .. } | Fix::Move { .. } => {
                    if let Some(information) = &step.information {
                        will.information = information.clone();
                    }
                }
                Fix::TurnSniOn { .. } => will.flags |= SslFlag::Sni.bit(),
                Fix::SetFlags { set, clear, .. } => {
                    will.flags = set.iter().fold(will.flags, |bits, flag| bits | flag.bit());
                    will.flags = clear
                        .iter()
                        .fold(will.flags, |bits, flag| bits & !flag.bit());
                }
                Fix::AddHttps { port, .. } => https = Some((*port, step.new_flags)),
                Fix::AddEntry { .. } => {}
            }
        }
        let added = https.map(|(port, flags)| Expected {
            protocol: "https".into(),
            information: https_information(&will.information, port).into(),
            flags,
        });
        out.extend(stays.then_some(will));
        out.extend(added);
    }
    out
}
