//! What each binding of https will be served by, computed from the entries of http.sys.

use crate::core::iis::config::Configuration;
use crate::core::iis::http_sys::Table;
use crate::core::iis::plan::BindingAt;
use crate::core::progress::Progress;

/// Bindings between two looks at whether anybody still wants it.
const POLL: usize = 1_024;

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
    /// For a client without SNI.
    pub unnamed: Option<u32>,
    /// Entries for one address that answer there first.
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
    table: Option<&Table<'_>>,
    progress: &dyn Progress,
) -> Option<Served> {
    let Some(table) = table else {
        return Some(Served::default());
    };
    let mut sites = Vec::with_capacity(configuration.sites.len());
    for (count, site) in configuration.sites.iter().enumerate() {
        if count % POLL == 0 && progress.is_cancelled() {
            return None;
        }
        let answers = site.bindings.iter().map(|binding| {
            let endpoint = binding.https_endpoint()?;
            let served = table.served(endpoint);
            Some(ServedBy {
                named: served.named,
                unnamed: served.unnamed,
                elsewhere: served.elsewhere.into(),
            })
        });
        sites.push(answers.collect());
    }
    Some(Served { sites })
}
