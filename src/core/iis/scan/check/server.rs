//! The file itself: whether it is the one in force, and what was not read beside it.

use super::Found;
use crate::core::finding::{IisFact, Layer};
use crate::core::iis::scan::Known;
use crate::core::place::{Entry, Place};

pub(super) fn check(found: &mut Found<'_>) {
    let scan = found.scan;
    if let Some(redirection) = scan.redirection.as_ref().filter(|found| found.is_enabled) {
        let fact = IisFact::SharedConfiguration {
            folder: redirection.folder.clone(),
            has_account: redirection.has_account,
        };
        let place = Place::root(0, "redirection.config").with_entry(Entry::Line(redirection.line));
        found.push(fact, None, &place, None, None);
    }
    let path = scan.path.to_string_lossy();
    if path.to_ascii_lowercase().contains("syswow64") {
        let path = path.into_owned().into();
        found.server(IisFact::Wow64View { path });
    }
    if let Some(file) = scan.configuration.sites_in.clone() {
        found.server(IisFact::PartElsewhere { file });
    }
    let bindings = scan
        .configuration
        .sites
        .iter()
        .flat_map(|site| &site.bindings);
    let https = bindings.filter(|binding| binding.is_https()).count();
    if https == 0 {
        return;
    }
    for (layer, is_read) in [
        (Layer::HttpSys, matches!(scan.entries, Known::Read(_))),
        (Layer::Store, matches!(scan.certificates, Known::Read(_))),
    ] {
        if !is_read {
            found.server(IisFact::LayerNotRead { layer, https });
        }
    }
}
