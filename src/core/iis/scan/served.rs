//! What each binding of https will be served by, computed from the entries of http.sys.

use super::known::Lookup;
use crate::core::iis::config::{Binding, Configuration};
use crate::core::iis::http_sys::Answer;
use crate::core::iis::http_sys::answer::Rule;
use crate::core::iis::plan::BindingAt;
use crate::core::progress::Progress;

/// Bindings between two looks at whether anybody still wants it.
const POLL: usize = 1_024;
/// Entries for single addresses kept of one binding.
const ELSEWHERE_KEPT: usize = 4;

/// For each site the answers of its bindings; `None` for those that are not https.
#[derive(Clone, Debug, Default)]
pub struct Served {
    sites: Vec<Box<[Option<ServedBy>]>>,
}

/// Which entries answer for one binding, by their index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServedBy {
    /// For a client that sends the binding's host.
    pub named: Option<u32>,
    /// Whether that is one for this host, or for all names one label below its domain.
    pub by_name: bool,
    /// For a client without SNI.
    pub unnamed: Option<u32>,
    /// Entries for single addresses that answer there first, some of them.
    pub elsewhere: Box<[u32]>,
}

impl Served {
    /// The answers for a binding; `None` where http.sys is not known or the binding is not https.
    pub fn of(&self, at: BindingAt) -> Option<&ServedBy> {
        let site = self.sites.get(at.site as usize)?;
        site.get(at.binding as usize)?.as_ref()
    }
}

/// Computes the answers of all bindings; `None` when nobody wants them any more.
pub fn compute(
    configuration: &Configuration,
    known: &Lookup<'_>,
    progress: &dyn Progress,
) -> Option<Served> {
    let Some(table) = known.table.as_ref() else {
        return Some(Served::default());
    };
    let answer = |binding: &Binding| {
        let served = table.served(binding.https_endpoint()?);
        let entry = |answer: Option<Answer<'_>>| known.index(&answer?.entry.key);
        let elsewhere = served.elsewhere.iter().take(ELSEWHERE_KEPT);
        Some(ServedBy {
            named: entry(served.cases.with_host),
            by_name: served
                .cases
                .with_host
                .is_some_and(|answer| matches!(answer.rule, Rule::HostName | Rule::WildcardHost)),
            unnamed: entry(served.cases.without_host),
            elsewhere: elsewhere.filter_map(|key| known.index(key)).collect(),
        })
    };
    let mut sites = Vec::with_capacity(configuration.sites.len());
    for (count, site) in configuration.sites.iter().enumerate() {
        if count % POLL == 0 && progress.is_cancelled() {
            return None;
        }
        sites.push(site.bindings.iter().map(answer).collect());
    }
    Some(Served { sites })
}
