//! Files that hold several certificates in a row: order, duplicates, the root (RFC 5246 section 7.4.2).

use std::collections::HashMap;
use std::sync::Arc;

use crate::core::artifact::{Content, Fingerprint};
use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::chain::Row;
use crate::core::finding::Finding;
use crate::core::place::Place;
use crate::core::x509::Certificate;

/// Checks every file with two certificates or more that a server would read as a chain.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    let members: HashMap<Fingerprint, Vec<usize>> = memberships(judged);
    let mut findings = Vec::new();
    for file in scene.files.keys() {
        let held = scene.certificates_in(file);
        if held.len() < 2 || is_keystore(file, scene) {
            continue;
        }
        let Some(one) = best_fit(&held, &members, judged) else {
            continue;
        };
        let path = std::iter::once(&one.identity.leaf)
            .chain(&one.identity.issuers)
            .chain(&one.identity.anchor);
        let told = Row::new(&held, path).findings();
        findings.extend(told.into_iter().map(|finding| finding.at(file)));
    }
    findings
}

/// For each certificate on some path, the identities on whose path it is.
fn memberships(judged: &[Judged]) -> HashMap<Fingerprint, Vec<usize>> {
    let mut members: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
    for (index, one) in judged.iter().enumerate() {
        for certificate in std::iter::once(&one.identity.leaf).chain(&one.identity.issuers) {
            members
                .entry(certificate.fingerprint)
                .or_default()
                .push(index);
        }
    }
    members
}

/// Keystores and PKCS#7 keep their certificates as a set; their order means nothing.
fn is_keystore(file: &Place, scene: &Scene<'_>) -> bool {
    scene
        .in_file(file)
        .any(|artifact| matches!(artifact.content, Content::Keystore { .. } | Content::Pkcs7))
}

/// The identity whose path this file is a piece of: its leaf is in it, or at least two of its issuers.
fn best_fit<'a>(
    held: &[&Arc<Certificate>],
    members: &HashMap<Fingerprint, Vec<usize>>,
    judged: &'a [Judged],
) -> Option<&'a Judged> {
    let by_leaf = held.iter().find_map(|certificate| {
        let indexes = members.get(&certificate.fingerprint)?;
        indexes
            .iter()
            .filter_map(|index| judged.get(*index))
            .find(|one| one.identity.leaf.fingerprint == certificate.fingerprint)
    });
    by_leaf.or_else(|| {
        let first = held
            .iter()
            .find_map(|certificate| members.get(&certificate.fingerprint)?.first())?;
        judged.get(*first)
    })
}
