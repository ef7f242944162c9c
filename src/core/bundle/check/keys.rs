//! Private keys and requests: does each certificate have its key, does each key have its certificate.

use std::sync::Arc;

use crate::core::artifact::{Artifact, Content};
use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::bundle::story::KeyState;
use crate::core::finding::{BundleFact, Finding, KeyFact, KeyMissingCause, Severity};
use crate::core::key::PrivateKey;

/// More certificates than this without a single key are a collection that never had keys.
const COLLECTION: usize = 20;

/// Checks keys against identities and identities against keys.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let strangers = strangers(scene, judged);
    if judged.len() <= COLLECTION || !scene.keys.is_empty() {
        let missing = judged
            .iter()
            .filter_map(|one| key_of(one, scene, !strangers.is_empty()));
        findings.extend(missing);
    }
    if judged.is_empty() {
        findings.extend(no_certificate(scene));
    } else {
        findings.extend(
            strangers
                .iter()
                .filter_map(|(artifact, key)| mismatch(artifact, key, judged, scene)),
        );
        findings.extend(foreign_requests(scene, judged));
    }
    findings
}

fn key_of(one: &Judged, scene: &Scene<'_>, has_strangers: bool) -> Option<Finding> {
    let leaf = &one.identity.leaf;
    let certificate = leaf.title();
    let fact = match &one.identity.key {
        KeyState::Proven(_) => return None,
        KeyState::NotChecked(_) => KeyFact::NotChecked {
            certificate,
            algorithm: leaf.key.label(),
        },
        KeyState::MayBeLocked(_) => KeyFact::Missing {
            certificate,
            cause: KeyMissingCause::MayBeLocked,
        },
        KeyState::Missing if has_strangers => return None,
        KeyState::Missing => KeyFact::Missing {
            certificate,
            cause: cause(one, scene),
        },
    };
    let is_as_it_should_be = matches!(
        fact,
        KeyFact::Missing {
            cause: KeyMissingCause::Served,
            ..
        }
    );
    let finding = Finding::new(fact).about(leaf.fingerprint);
    Some(match is_as_it_should_be {
        true => finding.rated(Severity::Info),
        false => finding,
    })
}

/// A downloaded order without any key is one that was made with the user's own request.
fn cause(one: &Judged, scene: &Scene<'_>) -> KeyMissingCause {
    let is_download = scene
        .court
        .opened
        .iter()
        .any(|opened| opened.is_archive || opened.is_folder);
    let sources = one.identity.copies.iter().filter_map(|id| {
        let artifact = scene.artifact(*id)?;
        scene.court.opened.get(artifact.place.source as usize)
    });
    let mut sources = sources.peekable();
    if sources.peek().is_some() && sources.all(|opened| opened.is_server) {
        return KeyMissingCause::Served;
    }
    let has_request = !one.identity.requests.is_empty();
    let has_no_key_at_all = scene.keys.is_empty();
    if has_request || (is_download && has_no_key_at_all && !one.identity.issuers.is_empty()) {
        KeyMissingCause::CsrSupplied
    } else {
        KeyMissingCause::NotAmongFiles
    }
}

/// Opened keys that fit no certificate here, except those of a request that waits for its certificate.
fn strangers<'a>(
    scene: &Scene<'a>,
    judged: &[Judged],
) -> Vec<(&'a Arc<Artifact>, &'a Arc<PrivateKey>)> {
    let fits = |key: &PrivateKey| judged.iter().any(|one| one.identity.leaf.spki == key.spki);
    let proven: Vec<_> = judged
        .iter()
        .flat_map(|one| match &one.identity.key {
            KeyState::Proven(ids) | KeyState::NotChecked(ids) => ids.as_slice(),
            KeyState::MayBeLocked(_) | KeyState::Missing => &[],
        })
        .collect();
    scene
        .artifacts
        .iter()
        .filter_map(|artifact| artifact.key().map(|key| (artifact, key)))
        .filter(|(artifact, key)| !fits(key) && !proven.contains(&&artifact.id))
        .collect()
}

fn mismatch(
    artifact: &Artifact,
    key: &PrivateKey,
    judged: &[Judged],
    scene: &Scene<'_>,
) -> Option<Finding> {
    let is_beside = |one: &&Judged| {
        let mut copies = one
            .identity
            .copies
            .iter()
            .filter_map(|id| scene.artifact(*id));
        copies.any(|copy| {
            copy.place.source == artifact.place.source
                && copy.place.folder() == artifact.place.folder()
        })
    };
    let one = judged.iter().find(is_beside).or_else(|| judged.first())?;
    let fact = KeyFact::Mismatch {
        certificate: one.identity.leaf.title(),
        key_algorithm: key.info.label(),
    };
    Some(
        Finding::new(fact)
            .at(&artifact.place)
            .about(one.identity.leaf.fingerprint),
    )
}

fn foreign_requests(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    scene
        .requests
        .iter()
        .filter_map(|id| scene.artifact(*id))
        .filter_map(|artifact| match &artifact.content {
            Content::Csr(request)
                if judged
                    .iter()
                    .all(|one| one.identity.leaf.spki != request.spki) =>
            {
                let names = request.names();
                Some(Finding::new(KeyFact::RequestMismatch { names }).at(&artifact.place))
            }
            _ => None,
        })
        .collect()
}

/// Keys, requests or issuers without a server certificate. Before the CA answers that is how it should be.
fn no_certificate(scene: &Scene<'_>) -> Option<Finding> {
    let keys = scene
        .artifacts
        .iter()
        .filter(|artifact| artifact.key().is_some())
        .count();
    let (requests, issuers) = (scene.requests.len(), scene.certificates.len());
    let is_order = keys > 0 || requests > 0;
    if !is_order || scene.locked().next().is_some() {
        return None;
    }
    let severity = if issuers > 0 {
        Severity::Error
    } else {
        Severity::Warning
    };
    Some(
        Finding::new(BundleFact::CertificateMissing {
            keys,
            requests,
            issuers,
        })
        .rated(severity),
    )
}
