//! Do all containers hold the same certificate? A download holds one leaf in many containers.

use std::collections::BTreeMap;

use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::finding::{BundleFact, Finding, Severity};
use crate::core::place::Place;
use crate::core::x509::public_key::KeyAlgorithm;

/// Source, name and key kind: an RSA and an EC certificate for one name are a pair, not a contradiction.
type Purpose = (u32, String, bool);

/// One finding per name that is served by different certificates of one source.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    let mut groups: BTreeMap<Purpose, Vec<&Judged>> = BTreeMap::new();
    for one in judged {
        let leaf = &one.identity.leaf;
        let is_rsa = matches!(leaf.key.algorithm, KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss);
        let mut sources: Vec<u32> = places(one, scene)
            .iter()
            .map(|place| place.source)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            groups
                .entry((source, leaf.title().to_lowercase(), is_rsa))
                .or_default()
                .push(one);
        }
    }
    let contradictions = groups.into_iter().filter(|(_, group)| group.len() > 1);
    contradictions
        .map(|((_, name, _), group)| finding(name, &group, scene))
        .collect()
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

/// Loose files of a folder may well be an old and a new certificate; containers of one order may not.
fn finding(name: String, group: &[&Judged], scene: &Scene<'_>) -> Finding {
    let is_order = group.iter().any(|one| !one.identity.containers.is_empty())
        || scene.court.opened.iter().any(|opened| opened.is_archive);
    let severity = if is_order {
        Severity::Error
    } else {
        Severity::Warning
    };
    let fact = BundleFact::ContainersDisagree {
        name,
        places: group.iter().flat_map(|one| places(one, scene)).collect(),
        fingerprints: group
            .iter()
            .map(|one| one.identity.leaf.fingerprint.to_string())
            .collect(),
    };
    Finding::new(fact).rated(severity)
}
