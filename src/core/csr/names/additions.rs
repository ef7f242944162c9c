//! Names that brands add to an order at no cost (one vendor's table, 2024): the parent of a bound name with
//! three or more labels, the `*` counted, never above the registrable domain, by all four brands; `www` of a
//! bound registrable domain, by TrustAsia and GeoTrust.

use std::collections::HashSet;

use super::advice::{Addition, Advice, Brand, NameAdvice};
use super::together::Names;

/// The brands that add the parent.
const PARENT: [Brand; 4] = [
    Brand::GlobalSign,
    Brand::TrustAsia,
    Brand::TrustAsiaDv,
    Brand::GeoTrust,
];
/// The brands that add `www`.
const WWW: [Brand; 3] = [Brand::TrustAsia, Brand::TrustAsiaDv, Brand::GeoTrust];

/// What is added for the names that a certificate has to carry, each name once, none that the list has.
pub(super) fn additions(advice: &Advice, held: &Names) -> Vec<Addition> {
    let mut seen: HashSet<Box<str>> = HashSet::new();
    let mut additions: Vec<Addition> = advice.needed().filter_map(addition).collect();
    additions.retain(|one| !held.has(&one.name) && seen.insert(one.name.clone()));
    additions
}

fn addition(bound: &NameAdvice) -> Option<Addition> {
    let registrable = bound.registrable.as_deref()?;
    let name = &*bound.name.ascii;
    let added = |name: Box<str>, brands: &[Brand], is_www| Addition {
        name,
        because: bound.name.ascii.clone(),
        brands: brands.to_vec(),
        is_www,
    };
    if name == registrable {
        return Some(added(format!("www.{name}").into(), &WWW, true));
    }
    // Below the registrable domain the parent is never a public suffix, and there are three labels.
    let (_, parent) = name.split_once('.')?;
    Some(added(parent.into(), &PARENT, false))
}
