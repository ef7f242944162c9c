//! What a plan is made on: the file as it is, and what is known of the server around it.

use std::collections::HashMap;

use super::fix::{BindingAt, BindingName};
use super::refusal::Refusal;
use crate::core::iis::config::{Binding, Configuration, Source};
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::store::StoreCertificate;
use crate::core::iis::version::IisVersion;
use crate::core::time::Moment;

/// What a plan is made on.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The file.
    pub source: &'a Source,
    /// What it says.
    pub configuration: &'a Configuration,
    /// Version of IIS, when known.
    pub version: Option<IisVersion>,
    /// Entries of http.sys, when known.
    pub entries: Option<&'a [SslEntry]>,
    /// Certificates of the stores, when known.
    pub certificates: Option<&'a [StoreCertificate]>,
    /// Whether http.sys is settled already, so that no entry is looked for: a plan is carried out, whose
    /// entries were found when it was made.
    pub is_settled: bool,
    /// Now: certificates that are not valid are not chosen.
    pub now: Moment,
}

/// Finds bindings by name.
pub struct Names<'a> {
    configuration: &'a Configuration,
    sites: HashMap<&'a str, (u32, bool)>,
}

impl<'a> Names<'a> {
    /// Of all sites.
    pub fn new(configuration: &'a Configuration) -> Self {
        let mut sites = HashMap::with_capacity(configuration.sites.len());
        for (index, site) in (0u32..).zip(&configuration.sites) {
            sites
                .entry(&*site.name)
                .and_modify(|(_, is_twice)| *is_twice = true)
                .or_insert((index, false));
        }
        Self {
            configuration,
            sites,
        }
    }

    /// The binding of a name.
    ///
    /// # Errors
    /// When there is no such site or binding.
    pub fn find(&self, name: &BindingName) -> Result<(BindingAt, &'a Binding), Refusal> {
        let (site_index, is_twice) = match self.sites.get(&*name.site) {
            Some(found) => *found,
            None => return Err(Refusal::SiteUnknown),
        };
        if is_twice {
            return Err(Refusal::SiteTwice);
        }
        let site = self
            .configuration
            .sites
            .get(site_index as usize)
            .ok_or(Refusal::SiteUnknown)?;
        let mut fitting = (0u32..)
            .zip(&site.bindings)
            .filter(|(_, binding)| name.fits(binding));
        match fitting.nth(name.nth as usize) {
            Some((index, binding)) => {
                let at = BindingAt {
                    site: site_index,
                    binding: index,
                };
                Ok((at, binding))
            }
            None if self.is_inherited(name) => Err(Refusal::Inherited),
            None => Err(Refusal::BindingUnknown),
        }
    }

    fn is_inherited(&self, name: &BindingName) -> bool {
        let defaults = &self.configuration.defaults.bindings;
        defaults.iter().any(|binding| name.fits(binding))
    }
}
