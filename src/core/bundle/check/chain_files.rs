//! Files that hold several certificates in a row: order, duplicates, the root (RFC 5246 section 7.4.2).

use std::collections::HashMap;
use std::sync::Arc;

use crate::core::artifact::{Content, Fingerprint};
use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::finding::{ChainFact, Finding, Severity};
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
        findings.extend(duplicates(&held, file));
        findings.extend(order(&held, one, file));
        findings.extend(root(&held, one, file));
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

fn duplicates(held: &[&Arc<Certificate>], file: &Place) -> Vec<Finding> {
    let mut copies: HashMap<Fingerprint, usize> = HashMap::new();
    for certificate in held {
        *copies.entry(certificate.fingerprint).or_default() += 1;
    }
    let mut findings = Vec::new();
    for certificate in held {
        if let Some(copies) = copies
            .remove(&certificate.fingerprint)
            .filter(|copies| *copies > 1)
        {
            let fact = ChainFact::DuplicateCertificate {
                subject: certificate.title(),
                copies,
            };
            findings.push(Finding::new(fact).at(file).about(certificate.fingerprint));
        }
    }
    findings
}

fn order(held: &[&Arc<Certificate>], one: &Judged, file: &Place) -> Option<Finding> {
    let position = |certificate: &Certificate| position(certificate, one);
    let mut found: Vec<&Arc<Certificate>> = Vec::new();
    for certificate in held {
        let is_new = found
            .iter()
            .all(|seen| seen.fingerprint != certificate.fingerprint);
        if is_new && position(certificate).is_some() {
            found.push(certificate);
        }
    }
    let mut right = found.clone();
    right.sort_by_key(|certificate| position(certificate));
    let is_right = found
        .iter()
        .zip(&right)
        .all(|(left, right)| left.fingerprint == right.fingerprint);
    let holds_leaf = found
        .iter()
        .any(|certificate| certificate.fingerprint == one.identity.leaf.fingerprint);
    let leaf_first = !holds_leaf
        || held
            .first()
            .is_some_and(|first| first.fingerprint == one.identity.leaf.fingerprint);
    if is_right && leaf_first {
        return None;
    }
    let titles =
        |list: &[&Arc<Certificate>]| list.iter().map(|certificate| certificate.title()).collect();
    let fact = ChainFact::WrongOrder {
        found: titles(held),
        right: titles(&right),
        leaf_first,
    };
    let severity = if leaf_first {
        Severity::Warning
    } else {
        Severity::Error
    };
    Some(
        Finding::new(fact)
            .rated(severity)
            .at(file)
            .about(one.identity.leaf.fingerprint),
    )
}

/// Where a certificate stands on the path, the leaf at 0. A cross-signed twin stands where its key does.
fn position(certificate: &Certificate, one: &Judged) -> Option<usize> {
    let path = std::iter::once(&one.identity.leaf)
        .chain(&one.identity.issuers)
        .chain(&one.identity.anchor);
    let is_twin = |step: &Arc<Certificate>| {
        step.spki == certificate.spki && step.subject == certificate.subject
    };
    let mut steps = path.enumerate();
    steps
        .find(|(_, step)| is_twin(step))
        .map(|(index, _)| index)
}

/// The root in a chain file: the path's own, in the same file as something below it.
fn root(held: &[&Arc<Certificate>], one: &Judged, file: &Place) -> Option<Finding> {
    let root = held
        .iter()
        .find(|held| held.is_self_issued() && position(held, one).is_some_and(|step| step > 0))?;
    let fact = ChainFact::RootIncluded { root: root.title() };
    Some(Finding::new(fact).at(file).about(root.fingerprint))
}
