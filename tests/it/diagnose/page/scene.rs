//! Two hosts on loopback, their pages, and what the page lane says of them.

use std::fmt::Write;

use certwright::core::diagnose::checks::page::PageSummary;
use certwright::core::diagnose::{Check, CheckId, Lane, Mark, Request, Summary};
use certwright::core::env::DnsName;
use certwright::core::finding::{Fact, Id, PageFact, PageParts, Severity};

use crate::diagnose::file::scene::{NAME, Scene, Told, look};

/// The page's host, another one, one inside and one that does not exist at all.
pub const RECORDS: &str = "www IN A 127.0.0.1\ncdn IN A 127.0.0.1\ninside IN A 10.20.30.40";

/// The server of http sends everything on to https.
pub const REDIRECTS: &str = "location / { return 301 https://$host$request_uri; }";

/// A page at a path, with further lines of configuration.
pub struct At<'a>(pub &'a str, pub &'a str, pub &'a str);

/// A block of nginx that serves the pages: media type by the end of the path.
pub fn pages(all: &[At<'_>]) -> String {
    let mut told = String::new();
    for At(path, body, more) in all {
        let kind = match path.rsplit('.').next() {
            Some("css") => "text/css",
            Some("js") => "text/javascript",
            Some("png") => "image/png",
            _ => "text/html",
        };
        let body = body.replace('\\', "\\\\").replace('\'', "\\'");
        writeln!(
            told,
            "location = {path} {{ default_type {kind}; {more} return 200 '{body}'; }}"
        )
        .unwrap();
    }
    told
}

/// What stands at http and at https of every name.
pub fn site(http: &str, https: &str) -> Scene {
    let servers = format!(
        "server {{ listen 127.0.0.1:{{http}}; {http} }}\n\
         server {{ listen 127.0.0.1:{{https}} ssl; {https} }}"
    );
    Scene::served(RECORDS, &servers)
}

/// The question about the page lane.
pub fn request(scene: &Scene) -> Request {
    Request {
        lanes: vec![Lane::Page],
        setup: scene.setup(),
        ..Request::of(vec![DnsName::parse(NAME).unwrap()])
    }
}

/// What the page lane says.
pub fn told(scene: &Scene) -> Page {
    Page(look(&request(scene)))
}

/// What the page lane says of a page over https with these lines of configuration, to which http leads.
pub fn of_page(all: &[At<'_>]) -> Page {
    told(&site(REDIRECTS, &pages(all)))
}

/// The checks of the page.
pub struct Page(pub Told);

impl Page {
    pub fn check(&self, id: CheckId) -> &Check {
        let mut checks = self.0.0.checks.iter();
        checks.find(|check| check.key.id == id).unwrap()
    }

    pub fn mark(&self, id: CheckId) -> Option<Mark> {
        self.check(id).mark()
    }

    pub fn summary(&self, id: CheckId) -> &PageSummary {
        match &self.check(id).summary {
            Some(Summary::Page(summary)) => summary,
            other => panic!("{other:?}"),
        }
    }

    /// Findings of the lane but those about HSTS, sorted, each once.
    pub fn ids(&self) -> Vec<(&'static str, Severity)> {
        let mut ids: Vec<(&str, Severity)> = self
            .0
            .0
            .findings()
            .iter()
            .map(|finding| (finding.id().name(), finding.severity))
            .filter(|(id, _)| !id.starts_with("hsts"))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    pub fn fact(&self, id: Id) -> &PageFact {
        match &self.0.finding(id).fact {
            Fact::Page(fact) => fact,
            other => panic!("{other:?}"),
        }
    }

    /// The parts of every finding with an id, as `url line by`.
    pub fn parts(&self, id: Id) -> Vec<String> {
        let findings = self.0.0.findings();
        let of = findings.iter().filter(|finding| finding.id() == id);
        of.filter_map(|finding| match &finding.fact {
            Fact::Page(fact) => fact.parts().cloned(),
            _ => None,
        })
        .flat_map(|parts: PageParts| parts.parts)
        .map(|part| format!("{} {} {}", part.url, part.at.line, part.loaded_by))
        .collect()
    }
}
