//! Do all containers hold the same certificate? A download holds one leaf in many containers.

use std::collections::BTreeMap;

use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::finding::{BundleFact, Finding};
use crate::core::place::Place;
use crate::core::x509::Certificate;
use crate::core::x509::public_key::KeyAlgorithm;

/// Names and key kind: an RSA and an EC certificate for the same names are a pair, not a contradiction.
type Purpose = (u32, Vec<String>, bool);

/// One finding per set of names that is served by different certificates of one source.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    let mut groups: BTreeMap<Purpose, Vec<&Judged>> = BTreeMap::new();
    for one in judged {
        let mut sources: Vec<u32> = places(one, scene)
            .iter()
            .map(|place| place.source)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            let (names, is_elliptic) = purpose(&one.identity.leaf);
            groups
                .entry((source, names, is_elliptic))
                .or_default()
                .push(one);
        }
    }
    groups
        .into_iter()
        .filter(|(_, group)| group.len() > 1)
        .map(|(purpose, group)| finding(&purpose, &group, scene))
        .collect()
}

fn purpose(leaf: &Certificate) -> (Vec<String>, bool) {
    let mut names: Vec<String> = leaf.dns_names().map(str::to_lowercase).collect();
    names.sort();
    names.dedup();
    if names.is_empty() {
        names.push(leaf.title());
    }
    let is_rsa = matches!(leaf.key.algorithm, KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss);
    (names, !is_rsa)
}

fn places(one: &Judged, scene: &Scene<'_>) -> Vec<Place> {
    let mut places: Vec<Place> = one
        .identity
        .copies
        .iter()
        .filter_map(|id| scene.artifact(*id))
        .map(|held| held.place.file())
        .collect();
    places.sort();
    places.dedup();
    places
}

fn finding((_, names, _): &Purpose, group: &[&Judged], scene: &Scene<'_>) -> Finding {
    let fact = BundleFact::ContainersDisagree {
        name: names.first().cloned().unwrap_or_default(),
        places: group.iter().flat_map(|one| places(one, scene)).collect(),
        fingerprints: group
            .iter()
            .map(|one| one.identity.leaf.fingerprint.to_string())
            .collect(),
    };
    Finding::new(fact)
}
