//! Whole sites: reachable over http alone, or demanding https without having it.

use super::Found;
use crate::core::finding::IisFact;
use crate::core::iis::config::{ServerSettings, Site};
use crate::core::iis::validation::is_to_https;

pub(super) fn check(found: &mut Found<'_>, site: &Site, index: u32) {
    let http = site
        .bindings
        .iter()
        .filter(|binding| binding.is_http())
        .count();
    let has_https = site.bindings.iter().any(|binding| binding.is_https());
    let (own, is_whole) = settings(found, site, index);
    if !has_https && http > 0 {
        if own.iter().any(|settings| demands_https(settings)) {
            let fact = IisFact::RequiresHttpsWithoutBinding {
                site: site.name.clone(),
            };
            return found.site(index, site.line, fact);
        }
        if !site.hsts.redirects && !own.iter().any(|settings| leads_to_https(settings)) {
            let fact = IisFact::HttpOnly {
                site: site.name.clone(),
                bindings: http,
            };
            found.site(index, site.line, fact);
        }
        return;
    }
    // The rule usually lies in the site's web.config: without it nothing is claimed.
    let redirects = site.hsts.redirects || own.iter().any(|settings| leads_to_https(settings));
    if is_whole && has_https && http > 0 && !redirects {
        let fact = IisFact::HttpNotRedirected {
            site: site.name.clone(),
        };
        found.site(index, site.line, fact);
    }
}

/// The settings of a site's root, and whether its `web.config` is among them.
fn settings<'a>(found: &Found<'a>, site: &Site, index: u32) -> (Vec<&'a ServerSettings>, bool) {
    let mut all: Vec<&ServerSettings> = vec![&found.scan.configuration.server];
    let locations = found
        .locations_of("")
        .iter()
        .chain(found.locations_of(&site.name));
    all.extend(locations.map(|location| &location.settings));
    let own = found.web_configs_of(index);
    let roots = own.iter().flat_map(|config| &config.settings);
    all.extend(
        roots
            .filter(|part| part.path.is_empty())
            .map(|part| &part.settings),
    );
    (all, !own.is_empty())
}

fn demands_https(settings: &ServerSettings) -> bool {
    let access = settings.access.as_ref();
    access.is_some_and(|access| access.value.iter().any(|word| &**word == "ssl"))
}

fn leads_to_https(settings: &ServerSettings) -> bool {
    let redirect = settings.redirect.as_ref().map(|redirect| &redirect.value);
    let by_redirect = redirect.is_some_and(|redirect| {
        redirect.is_enabled
            && redirect
                .destination
                .to_ascii_lowercase()
                .starts_with("https:")
    });
    by_redirect || settings.rules.iter().any(|rule| is_to_https(&rule.value))
}
