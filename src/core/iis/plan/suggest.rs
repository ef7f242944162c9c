//! The wishes that findings lead to: what can be repaired here, for one binding or for many at once.

use std::collections::BTreeSet;

use super::fix::{BindingAt, BindingName, Fix};
use super::host;
use crate::core::finding::{Fact, Id, IisFact, KeyedElement, Severity};
use crate::core::iis::config::{Binding, Site};
use crate::core::iis::scan::Scan;

/// Which findings are answered.
#[derive(Clone, Debug, Default)]
pub struct Wanted<'a> {
    /// Only for bindings whose site, host or `bindingInformation` holds this, whatever its case.
    pub text: &'a str,
    /// Only these findings; all that are more than information when empty.
    pub ids: &'a [Id],
    /// Only these bindings; all when `None`.
    pub bindings: Option<&'a BTreeSet<BindingAt>>,
}

impl Wanted<'_> {
    fn takes(&self, id: Id, severity: Severity) -> bool {
        match (self.ids.is_empty(), self.bindings) {
            // A binding that the user chose is repaired even where it is only a remark.
            (true, Some(_)) => true,
            (true, None) => severity > Severity::Info,
            (false, _) => self.ids.contains(&id),
        }
    }

    fn holds(&self, site: &Site, binding: &Binding, at: BindingAt) -> bool {
        let text = self.text.to_lowercase();
        let is_named = text.is_empty()
            || site.name.to_lowercase().contains(&text)
            || binding.information.to_lowercase().contains(&text);
        is_named && self.bindings.is_none_or(|bindings| bindings.contains(&at))
    }
}

/// The wishes for the findings of a scan, in the order of the file, each once.
pub fn suggest(scan: &Scan, wanted: &Wanted<'_>) -> Vec<Fix> {
    let mut found: Vec<(BindingAt, Fix)> = Vec::new();
    for notice in &scan.notices {
        let (Some(at), Fact::Iis(fact)) = (notice.at, &notice.finding.fact) else {
            continue;
        };
        if !wanted.takes(notice.finding.id(), notice.finding.severity) {
            continue;
        }
        let site = scan.configuration.sites.get(at.site as usize);
        let binding = site.and_then(|site| site.bindings.get(at.binding as usize));
        let (Some(site), Some(binding)) = (site, binding) else {
            continue;
        };
        if !wanted.holds(site, binding, at) {
            continue;
        }
        let name = BindingName::of(&scan.configuration, at);
        if let Some(fix) = name.and_then(|name| answer(scan, fact, name, site, at)) {
            let is_new = !found
                .iter()
                .rev()
                .take_while(|(other, _)| *other == at)
                .any(|(_, known)| *known == fix);
            if is_new {
                found.push((at, fix));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.dedup();
    without_lesser(found)
}

/// A binding that goes needs nothing else.
fn without_lesser(found: Vec<(BindingAt, Fix)>) -> Vec<Fix> {
    let gone: BTreeSet<BindingAt> = found
        .iter()
        .filter(|(_, fix)| matches!(fix, Fix::Remove { .. }))
        .map(|(at, _)| *at)
        .collect();
    let stays = |at: &BindingAt, fix: &Fix| !gone.contains(at) || matches!(fix, Fix::Remove { .. });
    found
        .into_iter()
        .filter(|(at, fix)| stays(at, fix))
        .map(|(_, fix)| fix)
        .collect()
}

fn answer(
    scan: &Scan,
    fact: &IisFact,
    binding: BindingName,
    site: &Site,
    at: BindingAt,
) -> Option<Fix> {
    Some(match fact {
        IisFact::HostMissing { .. } | IisFact::CatchAllBesideNamed { .. } => Fix::GiveHost {
            binding,
            host: likely_host(scan, site, at)?.into(),
        },
        IisFact::SniOff { .. } => Fix::TurnSniOn {
            binding,
            thumbprint: None,
        },
        IisFact::SniWithoutEntry { .. }
        | IisFact::EntryMissing { .. }
        | IisFact::CentralStoreWithoutEntry { .. } => Fix::AddEntry {
            binding,
            thumbprint: None,
        },
        IisFact::DuplicateElement {
            element: KeyedElement::Binding,
            ..
        } => Fix::Remove { binding },
        IisFact::FlagTooNew { flag, .. } => Fix::SetFlags {
            binding,
            set: Vec::new(),
            clear: vec![*flag],
        },
        IisFact::FlagsAgainstCentralStore { flags, .. } => Fix::SetFlags {
            binding,
            set: Vec::new(),
            clear: flags.clone(),
        },
        _ => return None,
    })
}

/// The host that a binding without one is most likely meant for: of the site's own http binding, else the
/// one name of the certificate served there, else the site's name where that is a host name.
pub fn likely_host(scan: &Scan, site: &Site, at: BindingAt) -> Option<String> {
    let usable = |text: &str| {
        let host = host::checked(text, scan.version).ok()?;
        (host.contains('.') && !host.starts_with("*.")).then_some(host)
    };
    let of_http = site
        .bindings
        .iter()
        .filter(|binding| binding.is_http())
        .filter_map(|binding| usable(&binding.endpoint()?.host))
        .next();
    let served = || {
        let entry = scan.served.of(at)?.named?;
        let thumbprint = scan.entries.get()?.get(entry as usize)?.thumbprint?;
        let held = scan
            .certificates
            .get()?
            .iter()
            .find(|held| held.thumbprint == thumbprint)?;
        let certificate = held.certificate.as_ref()?;
        let mut names = certificate.dns_names();
        match (names.next(), names.next()) {
            (Some(name), None) => usable(name),
            // A name and the same with `www.` before it are one site.
            (Some(first), Some(second)) if second.strip_prefix("www.") == Some(first) => {
                usable(first)
            }
            (Some(first), Some(second)) if first.strip_prefix("www.") == Some(second) => {
                usable(first)
            }
            _ => None,
        }
    };
    of_http.or_else(served).or_else(|| usable(&site.name))
}
