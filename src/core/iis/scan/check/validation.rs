//! Settings that keep a CA from reading its file.

use super::Found;
use crate::core::finding::{IisFact, Severity};
use crate::core::iis::config::ServerSettings;
use crate::core::iis::validation::causes;
use crate::core::place::{Entry, Place};

pub(super) fn check(found: &mut Found<'_>) {
    let scan = found.scan;
    for config in &scan.web_configs {
        let site = config
            .site
            .and_then(|site| scan.configuration.sites.get(site as usize));
        let mut inherited: Vec<&ServerSettings> = vec![&scan.configuration.server];
        inherited.extend(
            found
                .locations_of("")
                .iter()
                .map(|location| &location.settings),
        );
        if let Some(site) = site {
            let own = found.locations_of(&site.name);
            inherited.extend(own.iter().map(|location| &location.settings));
        }
        let name = config.path.file_name().unwrap_or(config.path.as_os_str());
        let place = Place::root(0, &name.to_string_lossy());
        for part in config
            .settings
            .iter()
            .filter(|part| is_on_the_way(&part.path))
        {
            let is_root = part.path.is_empty();
            let mut above = inherited.clone();
            if !is_root {
                let roots = config.settings.iter().filter(|part| part.path.is_empty());
                above.extend(roots.map(|part| &part.settings));
            }
            for cause in causes(&above, &part.settings, is_root) {
                let severity = match &cause.value {
                    crate::core::finding::BlockCause::Rewrite {
                        only_to_https: true,
                        ..
                    } => Some(Severity::Info),
                    _ => None,
                };
                let path = match site {
                    Some(site) if part.path.is_empty() => site.name.clone(),
                    _ => part.path.clone(),
                };
                let fact = IisFact::ValidationBlocked {
                    path,
                    cause: cause.value,
                };
                let place = place.with_entry(Entry::Line(cause.line));
                found.push(fact, severity, &place, config.site, None);
            }
        }
    }
}

/// Whether a location below a site lies on the way to the CA's file.
fn is_on_the_way(path: &str) -> bool {
    path.is_empty() || path == "." || path.to_ascii_lowercase().starts_with(".well-known")
}
