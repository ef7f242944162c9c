//! What a certificate lost against its predecessor, when both are among the files: uses, names, kind of key,
//! common name. Since 2026 public CAs leave client authentication out, and what used it breaks.

use std::collections::BTreeSet;

use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::finding::{CertificateFact, Finding, Severity};
use crate::core::x509::Certificate;

/// Identities up to which pairs are compared.
const MOST: usize = 50;

/// Compares each certificate with the latest one before it that has a name of it.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    if judged.len() > MOST {
        return Vec::new();
    }
    judged
        .iter()
        .filter_map(|one| {
            let leaf = &one.identity.leaf;
            let before = predecessor(leaf, judged)?;
            let finding = changed(leaf, before)?;
            let place = scene.first_copy(leaf).and_then(|id| scene.artifact(id));
            Some(Finding {
                place: place.map(|artifact| artifact.place.clone()),
                ..finding.about(leaf.fingerprint)
            })
        })
        .collect()
}

/// The certificate that this one follows: issued before it, ending before it, for most of the same names.
fn predecessor<'a>(leaf: &Certificate, judged: &'a [Judged]) -> Option<&'a Certificate> {
    let names = names(leaf);
    let others = judged.iter().map(|other| other.identity.leaf.as_ref());
    let follows = |other: &&Certificate| {
        let theirs = self::names(other);
        let shared = theirs.intersection(&names).count();
        other.not_before < leaf.not_before
            && other.not_after < leaf.not_after
            && shared > 0
            && 2 * shared >= theirs.len()
    };
    others.filter(follows).max_by_key(|other| other.not_before)
}

fn names(certificate: &Certificate) -> BTreeSet<String> {
    certificate
        .dns_names()
        .map(str::to_ascii_lowercase)
        .collect()
}

fn usages(certificate: &Certificate) -> BTreeSet<String> {
    let usages = certificate.extended_key_usage.iter().flatten();
    usages.map(ToString::to_string).collect()
}

fn changed(leaf: &Certificate, before: &Certificate) -> Option<Finding> {
    let lost_names: Vec<String> = names(before).difference(&names(leaf)).cloned().collect();
    // Without the extension every use is allowed, so nothing can be lost then.
    let lost_usages: Vec<String> = match leaf.extended_key_usage {
        Some(_) => usages(before).difference(&usages(leaf)).cloned().collect(),
        None => Vec::new(),
    };
    let key = (leaf.key.algorithm != before.key.algorithm)
        .then(|| [before.key.label(), leaf.key.label()]);
    let lost_common_name = before
        .common_name()
        .filter(|_| leaf.common_name().is_none())
        .map(str::to_owned);
    let is_nothing = lost_names.is_empty()
        && lost_usages.is_empty()
        && key.is_none()
        && lost_common_name.is_none();
    if is_nothing {
        return None;
    }
    let severity = match lost_names.is_empty() && lost_usages.is_empty() {
        true => Severity::Info,
        false => Severity::Warning,
    };
    let fact = CertificateFact::ChangedOnRenewal {
        subject: leaf.title(),
        before: before.not_before,
        lost_usages,
        lost_names,
        key,
        lost_common_name,
    };
    Some(Finding::new(fact).rated(severity))
}
