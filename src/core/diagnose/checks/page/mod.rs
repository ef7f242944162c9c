//! The page: whether http leads to https, where it ends, what it loads without encryption.

mod ask;
mod end;
mod forms;
mod hosts;
mod hsts;
mod judge;
mod mixed;
mod parts;
mod read;
mod redirect;
mod sheets;
mod visit;

use std::sync::OnceLock;

use serde::Serialize;

use super::Put;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request, Skip};
use crate::core::env::{DnsName, Scheme, WebUrl};
use crate::core::page::Hsts;
use crate::core::progress::Cancelled;
use visit::{Visit, visit};

/// What came of a check, in short. Addresses are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum PageSummary {
    /// It could not be found out.
    NotFoundOut,
    /// http leads to https.
    Redirected {
        /// The page over https to which it leads.
        to: String,
        /// Redirects until there.
        redirects: usize,
    },
    /// http is answered, and does not lead to https.
    NotRedirected {
        /// HTTP status.
        status: u16,
    },
    /// Nothing is served over http.
    NoHttp,
    /// The page is there.
    At {
        /// Where.
        url: String,
        /// HTTP status.
        status: u16,
        /// Redirects until there.
        redirects: usize,
    },
    /// There is no page in the end.
    NoPage {
        /// What was asked last.
        url: String,
    },
    /// Browsers are told to use https.
    Hsts(Hsts),
    /// Browsers are not told to use https.
    NoHsts,
    /// The header is sent, and browsers ignore it.
    HstsUnreadable,
    /// What the page loads was looked at.
    Mixed {
        /// Parts that are loaded over http, those that are only redirected there too.
        over_http: usize,
        /// Those of them that browsers refuse.
        blocked: usize,
        /// Parts written with http that the page has browsers ask over https.
        upgraded: usize,
        /// Parts that were looked at.
        parts: usize,
        /// Style sheets that were read, beside those in the page itself.
        sheets: usize,
    },
    /// Where forms and downloads lead was looked at.
    Forms {
        /// Forms and buttons sent over http.
        forms: usize,
        /// Files downloaded over http.
        downloads: usize,
        /// Targets that were looked at.
        of: usize,
    },
    /// It is no page but some other file.
    NotHtml {
        /// Media type as the server says.
        content_type: String,
    },
}

/// The checks of a name, waiting.
pub fn planned(request: &Request, name: &DnsName) -> Vec<Check> {
    let of_lane = CheckId::ALL
        .into_iter()
        .filter(|id| id.lane() == Lane::Page);
    let keys = of_lane.map(|id| CheckKey::of(id, name));
    keys.map(|key| match request.start {
        _ if name.is_wildcard() => Check::skipped(key, Skip::Wildcard),
        Some(_) => Check::skipped(key, Skip::NotWeb),
        None => Check::waiting(key),
    })
    .collect()
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, put: &Put<'_>) -> Result<(), Cancelled> {
    asker.check()?;
    if asker.request.start.is_some() {
        return Ok(());
    }
    for name in &asker.request.names {
        let scene = Scene { asker, name, put };
        if !name.is_wildcard() && scene.wants_any() {
            one(&scene)?;
        }
    }
    Ok(())
}

/// What every check of the lane works with: the name, who asks, where results go.
struct Scene<'a> {
    asker: &'a Asker<'a>,
    name: &'a DnsName,
    put: &'a Put<'a>,
}

impl Scene<'_> {
    fn key(&self, id: CheckId) -> CheckKey {
        CheckKey::of(id, self.name)
    }

    fn wants(&self, id: CheckId) -> bool {
        self.asker.request.wants(&self.key(id))
    }

    fn wants_any(&self) -> bool {
        let mut of_lane = CheckId::ALL
            .into_iter()
            .filter(|id| id.lane() == Lane::Page);
        of_lane.any(|id| self.wants(id))
    }

    /// Tells that a check begins, if it is wanted.
    fn begins(&self, id: CheckId) {
        if self.wants(id) {
            self.asker.begins(&self.key(id));
        }
    }

    /// Puts a check, if it is wanted.
    fn tell(&self, check: Check) {
        if self.asker.request.wants(&check.key) {
            (self.put)(check);
        }
    }

    /// The name's front page.
    fn front(&self, scheme: Scheme) -> Option<WebUrl> {
        let host = self.name.as_str();
        let port = self.asker.request.port;
        WebUrl::parse(&match scheme {
            Scheme::Http => format!("http://{host}/"),
            Scheme::Https => format!("https://{host}:{port}/"),
        })
        .ok()
    }
}

/// Visits a name over http and https at the same time, then judges what came, and reads the page.
fn one(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let begun = scene.asker.ticks();
    for id in [CheckId::HttpsRedirect, CheckId::FinalUrl, CheckId::Hsts] {
        scene.begins(id);
    }
    let Some((http, https)) = both(scene)? else {
        for id in CheckId::ALL
            .into_iter()
            .filter(|id| id.lane() == Lane::Page)
        {
            let key = scene.key(id);
            scene.tell(Check::unknown(key, PageSummary::NotFoundOut, Vec::new()));
        }
        return Ok(());
    };
    let took = || scene.asker.ticks().saturating_sub(begun);
    scene.tell(redirect::check(scene, &http).taking(took()));
    scene.tell(end::check(scene, &http, &https).taking(took()));
    if scene.wants(CheckId::Hsts) {
        scene.tell(hsts::check(scene, &http, &https)?.taking(took()));
    }
    if scene.wants(CheckId::MixedContent) || scene.wants(CheckId::Forms) {
        let page = [&https, &http]
            .into_iter()
            .find(|visit| visit.is_over_https());
        read::page(scene, page, &https)?;
    }
    Ok(())
}

type Visited = Result<Visit, Cancelled>;

/// Visits over http and over https; `None` for a name that cannot stand in an address.
fn both(scene: &Scene<'_>) -> Result<Option<(Visit, Visit)>, Cancelled> {
    let (Some(http), Some(https)) = (scene.front(Scheme::Http), scene.front(Scheme::Https)) else {
        return Ok(None);
    };
    let slots: [OnceLock<Visited>; 2] = Default::default();
    let [first, second] = &slots;
    let go = |slot: &OnceLock<Visited>, url: &WebUrl| {
        slot.set(visit(scene.asker, scene.name, url.clone())).ok();
    };
    let parallel = scene.asker.env.parallel;
    parallel.beside(&[&|| go(first, &http), &|| go(second, &https)]);
    let [http, https] = slots.map(OnceLock::into_inner);
    match (http, https) {
        (Some(http), Some(https)) => Ok(Some((http?, https?))),
        _ => Ok(None),
    }
}
