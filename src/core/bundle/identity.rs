//! Identities: each server certificate with its key, requests, chain and the keystores that hold it.

use std::sync::Arc;

use crate::core::artifact::{Artifact, ArtifactId, Content};
use crate::core::bundle::scene::Scene;
use crate::core::bundle::story::{Identity, KeyState};
use crate::core::chain::{self, Ending, Path};
use crate::core::finding::Kind;
use crate::core::key::Proof;
use crate::core::x509::Certificate;

/// An identity with the path it was judged by.
pub struct Judged {
    /// What the story tells.
    pub identity: Identity,
    /// The path, for the checks.
    pub path: Path,
}

/// Whether a certificate is somebody's rather than an issuer's: no CA, or a CA certificate that
/// is used like a server's (key here, or names of hosts and nothing issued by it).
pub fn is_identity(certificate: &Certificate, scene: &Scene<'_>) -> bool {
    if certificate.is_leaf_like() {
        return true;
    }
    let issues = scene.issuing.contains(&certificate.subject.der);
    let has_key = scene.keys.contains_key(&certificate.spki);
    !issues && (has_key || certificate.dns_names().next().is_some())
}

/// Judges one certificate.
pub fn judge(leaf: &Arc<Certificate>, copies: &[ArtifactId], scene: &Scene<'_>) -> Judged {
    let path = chain::find(leaf, scene.material(), scene.court.at);
    let anchor = match &path.ending {
        Ending::Trusted(root) => Some(Arc::clone(root)),
        _ => None,
    };
    let key = key_state(leaf, copies, scene);
    let identity = Identity {
        is_complete: matches!(key, KeyState::Proven(_)) && path.is_trusted(),
        leaf: Arc::clone(leaf),
        copies: copies.to_vec(),
        key,
        requests: requests(leaf, scene),
        issuer_ids: path
            .issuers
            .iter()
            .filter_map(|issuer| scene.first_copy(issuer))
            .collect(),
        issuers: path.issuers.clone(),
        anchor,
        missing_issuer: missing_issuer(leaf, &path),
        containers: containers(copies, scene),
        made_for: Vec::new(),
    };
    Judged { identity, path }
}

fn key_state(leaf: &Certificate, copies: &[ArtifactId], scene: &Scene<'_>) -> KeyState {
    let mut proven = Vec::new();
    let mut not_checked = Vec::new();
    for artifact in candidates(leaf, scene) {
        match artifact.key().map(|key| key.proof(&leaf.spki)) {
            Some(Proof::Proven) => proven.push(artifact.id),
            Some(Proof::NotChecked(_)) => not_checked.push(artifact.id),
            Some(Proof::Different) | None => {}
        }
    }
    if !proven.is_empty() {
        return KeyState::Proven(proven);
    }
    if !not_checked.is_empty() {
        return KeyState::NotChecked(not_checked);
    }
    let sources: Vec<u32> = copies
        .iter()
        .filter_map(|id| scene.artifact(*id))
        .map(|artifact| artifact.place.source)
        .collect();
    let locked: Vec<ArtifactId> = scene
        .locked()
        .filter(|artifact| sources.contains(&artifact.place.source))
        .map(|artifact| artifact.id)
        .collect();
    if locked.is_empty() {
        KeyState::Missing
    } else {
        KeyState::MayBeLocked(locked)
    }
}

/// Keys worth a proof: those with the same public half, or with one that could not be computed.
fn candidates<'a>(
    leaf: &Certificate,
    scene: &'a Scene<'_>,
) -> impl Iterator<Item = &'a Arc<Artifact>> {
    let same = scene
        .keys
        .get(&leaf.spki)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let others = scene
        .keys
        .iter()
        .filter(|(spki, _)| **spki != leaf.spki && scene.keys.len() <= 16);
    same.iter()
        .chain(others.flat_map(|(_, ids)| ids))
        .filter_map(|id| scene.artifact(*id))
}

fn requests(leaf: &Certificate, scene: &Scene<'_>) -> Vec<ArtifactId> {
    let is_same = |artifact: &&Arc<Artifact>| match &artifact.content {
        Content::Csr(request) => request.spki == leaf.spki,
        _ => false,
    };
    scene
        .requests
        .iter()
        .filter_map(|id| scene.artifact(*id))
        .filter(is_same)
        .map(|artifact| artifact.id)
        .collect()
}

fn containers(copies: &[ArtifactId], scene: &Scene<'_>) -> Vec<ArtifactId> {
    let mut found: Vec<ArtifactId> = copies
        .iter()
        .filter_map(|id| scene.artifact(*id)?.container)
        .filter(|id| {
            let kind = scene.artifact(*id).map(|artifact| artifact.kind());
            matches!(
                kind,
                Some(Kind::Pfx | Kind::Jks | Kind::Jceks | Kind::Pkcs7)
            )
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Name of the issuer that the bundle lacks, when the path stops for want of it.
fn missing_issuer(leaf: &Certificate, path: &Path) -> Option<String> {
    match path.ending {
        Ending::MissingIssuer => {
            let last = path.issuers.last().map_or(leaf, Arc::as_ref);
            Some(last.issuer.title())
        }
        _ => None,
    }
}
