//! What can be wrong, one area per file.

mod certificate;
mod duplicate;
mod element;
mod entry;
mod flag;
mod host;
mod port;
mod server;
mod site;
mod validation;

use std::collections::HashMap;

use super::known::Lookup;
use super::served::Served;
use super::{Notice, Scan, WebConfig};
use crate::core::finding::{AtBinding, Finding, IisFact, Severity};
use crate::core::iis::config::{Binding, Location, Site};
use crate::core::iis::plan::BindingAt;
use crate::core::place::{Entry, Place};
use crate::core::progress::Progress;

/// Sites between two looks at whether anybody still wants it.
const POLL: usize = 512;

/// One binding with its site.
#[derive(Clone, Copy)]
struct Here<'a> {
    site: &'a Site,
    binding: &'a Binding,
    at: BindingAt,
}

impl Here<'_> {
    fn name(&self) -> AtBinding {
        AtBinding {
            site: self.site.name.clone(),
            binding: self.binding.information.clone(),
        }
    }
}

/// Findings as they come.
struct Found<'a> {
    scan: &'a Scan,
    place: Place,
    locations: HashMap<String, Vec<&'a Location>>,
    web_configs: HashMap<u32, Vec<&'a WebConfig>>,
    notices: Vec<Notice>,
}

impl<'a> Found<'a> {
    fn new(scan: &'a Scan) -> Self {
        let name = scan.path.file_name().unwrap_or(scan.path.as_os_str());
        let mut found = Self {
            scan,
            place: Place::root(0, &name.to_string_lossy()),
            locations: HashMap::new(),
            web_configs: HashMap::new(),
            notices: Vec::new(),
        };
        for location in &scan.configuration.locations {
            let path = location.path.to_lowercase();
            found.locations.entry(path).or_default().push(location);
        }
        for config in &scan.web_configs {
            if let Some(site) = config.site {
                found.web_configs.entry(site).or_default().push(config);
            }
        }
        found
    }

    /// The `location` blocks for a site's root, by its name; of every site with an empty one.
    fn locations_of(&self, site: &str) -> &[&'a Location] {
        let found = self.locations.get(&site.to_lowercase());
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// The `web.config` of a site's root.
    fn web_configs_of(&self, site: u32) -> &[&'a WebConfig] {
        self.web_configs
            .get(&site)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn line(&self, line: u32) -> Place {
        self.place.with_entry(Entry::Line(line))
    }

    fn binding(&mut self, here: Here<'_>, fact: IisFact) {
        self.rated(here, fact, None);
    }

    fn rated(&mut self, here: Here<'_>, fact: IisFact, severity: Option<Severity>) {
        let place = self.line(here.binding.line);
        self.push(fact, severity, &place, Some(here.at.site), Some(here.at));
    }

    fn site(&mut self, site: u32, line: u32, fact: IisFact) {
        let place = self.line(line);
        self.push(fact, None, &place, Some(site), None);
    }

    fn server(&mut self, fact: IisFact) {
        let place = self.place.clone();
        self.push(fact, None, &place, None, None);
    }

    fn push(
        &mut self,
        fact: IisFact,
        severity: Option<Severity>,
        place: &Place,
        site: Option<u32>,
        at: Option<BindingAt>,
    ) {
        let finding = Finding::new(fact).at(place);
        let finding = match severity {
            Some(severity) => finding.rated(severity),
            None => finding,
        };
        self.notices.push(Notice { finding, site, at });
    }
}

/// Everything that is wrong, worst first; `None` when nobody wants it any more.
pub fn all(
    scan: &Scan,
    known: &Lookup<'_>,
    served: &Served,
    progress: &dyn Progress,
) -> Option<Vec<Notice>> {
    let mut found = Found::new(scan);
    let ports = port::Ports::new(scan);
    let mut issuers = certificate::Issuers::default();
    element::check(&mut found);
    duplicate::check(&mut found, known);
    for (count, (site, index)) in scan.configuration.sites.iter().zip(0u32..).enumerate() {
        if count % POLL == 0 && progress.is_cancelled() {
            return None;
        }
        for (binding, number) in site.bindings.iter().zip(0u32..) {
            let at = BindingAt {
                site: index,
                binding: number,
            };
            let here = Here { site, binding, at };
            host::check(&mut found, here, &ports);
            flag::check(&mut found, here);
            if let Some(served) = served.of(at) {
                entry::check(&mut found, here, served, known);
                certificate::check(&mut found, here, served, known, &mut issuers);
            }
        }
        site::check(&mut found, site, index);
    }
    port::check(&mut found, &ports);
    issuers.tell(&mut found);
    entry::overruling(&mut found, known);
    entry::orphans(&mut found, known);
    validation::check(&mut found);
    server::check(&mut found);
    Some(sorted(found.notices))
}

/// Worst first, then by id, then in the order of the file.
fn sorted(mut notices: Vec<Notice>) -> Vec<Notice> {
    notices.sort_by(|left, right| {
        let (a, b) = (&left.finding, &right.finding);
        b.severity
            .cmp(&a.severity)
            .then_with(|| a.id().cmp(&b.id()))
            .then_with(|| (left.site, left.at).cmp(&(right.site, right.at)))
            .then_with(|| a.place.cmp(&b.place))
    });
    notices
}
