//! The parts of a page: every address that it and its style sheets load, and where each is written.

use std::sync::Arc;

use url::Url;

use super::read::Page;
use crate::core::finding::LeftOut;
use crate::core::limits;
use crate::core::page::address::{Target, target};
use crate::core::page::{Finds, Policy, Position, Use};

/// A part of a page.
#[derive(Clone, Debug)]
pub struct Part {
    /// Where it leads.
    pub target: Target,
    /// What it is for.
    pub used: Use,
    /// What names it: `<script src>`.
    pub by: &'static str,
    /// Where it is written.
    pub at: Position,
    /// The page or style sheet in which it is written.
    pub found_in: Arc<str>,
    /// The page's `<base href>` over https, where that is what makes it http.
    pub by_base: Option<Arc<str>>,
    /// Whether it is of the same server, over https, as what its address is read from.
    pub is_own: bool,
}

/// A page and its style sheets as far as they are read.
pub struct Reading {
    /// The page's address.
    pub page: Url,
    /// What it says of http.
    pub policy: Policy,
    /// What is loaded, in the order in which it was found.
    pub parts: Vec<Part>,
    /// Style sheets that were read.
    pub sheets: usize,
    /// What was not looked at.
    pub left_out: LeftOut,
    bytes: usize,
}

impl Reading {
    /// The page alone.
    pub fn of(page: &Page) -> Self {
        let mut reading = Self {
            page: page.url.clone(),
            policy: page.policy,
            parts: Vec::new(),
            sheets: 0,
            left_out: LeftOut::default(),
            bytes: 0,
        };
        reading.add(&page.html.finds, &page.url, &page.base());
        reading
    }

    /// Adds what a page or style sheet loads; its addresses are read from `base`.
    pub fn add(&mut self, finds: &Finds, found_in: &Url, base: &Url) {
        let shown: Arc<str> = Arc::from(found_in.as_str());
        self.left_out.addresses += finds.left_out;
        for part in parts(finds, &shown, found_in, base) {
            if !part.used.is_loaded() {
                continue;
            }
            self.bytes += part.target.url.as_str().len();
            let is_full = self.parts.len() >= limits::PAGE_ADDRESSES;
            if is_full || self.bytes > limits::PAGE_ADDRESS_BYTES {
                self.left_out.addresses += 1;
                continue;
            }
            self.parts.push(part);
        }
    }
}

/// The parts behind addresses; what asks no web server is none.
pub fn parts<'a>(
    finds: &'a Finds,
    shown: &'a Arc<str>,
    found_in: &'a Url,
    base: &'a Url,
) -> impl Iterator<Item = Part> {
    let mut over_https = base.clone();
    let is_base_http = over_https.scheme() == "http" && over_https.set_scheme("https").is_ok();
    let base_over_https: Option<Arc<str>> =
        (is_base_http && base != found_in).then(|| Arc::from(over_https.as_str()));
    finds.all.iter().filter_map(move |found| {
        let target = target(base, &found.text)?;
        let is_safe_itself = || {
            let itself = self::target(found_in, &found.text);
            itself.is_some_and(|itself| !itself.is_insecure())
        };
        Some(Part {
            by_base: base_over_https
                .clone()
                .filter(|_| target.is_insecure() && is_safe_itself()),
            is_own: target
                .over_https()
                .is_some_and(|url| url.origin() == base.origin()),
            target,
            used: found.used,
            by: found.by,
            at: found.at,
            found_in: Arc::clone(shown),
        })
    })
}
