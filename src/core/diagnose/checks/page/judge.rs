//! What to write in place of an address, and parts as findings carry them.

use url::Url;

use super::ask::{Ended, Post};
use super::parts::Part;
use crate::core::env::WebUrl;
use crate::core::finding::{Change, PagePart, PageParts};
use crate::core::limits;
use crate::core::page::address::asked;

/// The same part over https, as it is asked.
pub fn twin(part: &Part) -> Option<WebUrl> {
    asked(&part.target.over_https()?)
}

/// What to write in place of an address over http.
pub fn change(part: &Part, ended: &Ended) -> Change {
    let over_https = part.target.over_https();
    let written = || {
        over_https
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    match ended {
        _ if let Some(base) = &part.by_base => Change::Base(base.to_string()),
        // Two slashes at its beginning would name another server.
        Ended::Status(200..=299) | Ended::Left
            if part.is_own && !part.target.url.path().starts_with("//") =>
        {
            Change::Path(path(&part.target.url))
        }
        Ended::Status(200..=299) => Change::Https(written()),
        Ended::Left | Ended::Refused(_) => Change::TryHttps(written()),
        Ended::Status(404 | 410) | Ended::NoAnswer | Ended::Insecure(_) => Change::HostItself,
        // It may ask for a name and password, or refuse whoever is no browser.
        Ended::Status(_) => Change::TryHttps(written()),
    }
}

fn path(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

/// A part with what to write in its place.
pub fn told(part: &Part, to: Option<String>, change: Change) -> PagePart {
    PagePart {
        url: part.target.url.to_string(),
        found_in: part.found_in.to_string(),
        at: part.at,
        loaded_by: part.by,
        to,
        change,
    }
}

/// Parts of a page, as many as are kept; `None` where there are none.
pub fn kept(page: &Url, parts: Vec<PagePart>) -> Option<PageParts> {
    let count = parts.len();
    let mut parts = parts;
    parts.truncate(limits::PAGE_PARTS_KEPT);
    (count > 0).then(|| PageParts {
        page: page.to_string(),
        count,
        parts,
    })
}

impl Post<'_> {
    /// How the way to a part over https ended.
    pub fn twin_ended(&self, part: &Part) -> Ended {
        twin(part).map_or(Ended::Left, |url| self.ended(&url))
    }
}
