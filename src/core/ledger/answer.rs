//! The answer comes back: which certificates and requests lack the key that the ledger may know.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Entry, Kept, Role};
use crate::core::artifact::{Artifact, ArtifactId, Content, Fingerprint};
use crate::core::bundle::{Inspection, KeyState, Source};
use crate::core::env::{EntryKind, Env};
use crate::core::place::Place;

/// Certificates and requests whose key is not among what was opened, by number, with the SHA-256 of their
/// public key. Of several copies the first.
pub fn missing_keys(inspection: &Inspection) -> Vec<(ArtifactId, Fingerprint)> {
    let identities = inspection.story.identities.iter();
    let lacking = identities.filter(|one| {
        matches!(one.key, KeyState::Missing | KeyState::MayBeLocked(_)) && !one.copies.is_empty()
    });
    let mut found: Vec<(ArtifactId, Fingerprint)> = lacking
        .filter_map(|one| Some((*one.copies.first()?, Fingerprint::of(&one.leaf.spki))))
        .collect();
    found.extend(requests_without_key(inspection));
    found
}

fn requests_without_key(inspection: &Inspection) -> Vec<(ArtifactId, Fingerprint)> {
    let artifacts = inspection.artifacts.iter();
    let keys: BTreeSet<&[u8]> = artifacts
        .clone()
        .filter_map(|held| held.key())
        .map(|key| &*key.spki)
        .collect();
    let mut seen = BTreeSet::new();
    artifacts
        .filter_map(|artifact| match &artifact.content {
            Content::Csr(csr) if !keys.contains(&*csr.spki) && seen.insert(csr.fingerprint) => {
                Some((artifact.id, Fingerprint::of(&csr.spki)))
            }
            _ => None,
        })
        .collect()
}

/// What the ledger knows of one public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The public key that was asked for.
    pub key: Fingerprint,
    /// Its newest entry.
    pub entry: Entry,
    /// Files that hold the private key, of all its entries, and whether they are there.
    pub key_files: Vec<(PathBuf, bool)>,
}

/// Asks the ledger for these keys; those it does not know are left out.
pub fn look(keys: &[Fingerprint], env: &Env<'_>) -> Result<Vec<Known>, super::LedgerFault> {
    let mut known = Vec::new();
    for key in keys {
        let entries = env.ledger.of_key(key)?;
        if let Some(entry) = entries.first().cloned() {
            known.push(Known {
                key: *key,
                key_files: key_files(&entries, env),
                entry,
            });
        }
    }
    Ok(known)
}

fn key_files(entries: &[Entry], env: &Env<'_>) -> Vec<(PathBuf, bool)> {
    let mut files: Vec<(PathBuf, bool)> = Vec::new();
    let kept = entries.iter().flat_map(|entry| &entry.made.kept);
    for kept in kept.filter(|kept| kept.role == Role::Key) {
        if files.iter().all(|(path, _)| *path != kept.path) {
            files.push((kept.path.clone(), is_there(kept, env)));
        }
    }
    files
}

/// Whether a file lies where it was.
pub fn is_there(kept: &Kept, env: &Env<'_>) -> bool {
    let found = env.files.entry(&kept.path);
    found.is_ok_and(|found| matches!(found.kind, EntryKind::File(_)))
}

/// The file on the disk that an artifact lies in; `None` for what was pasted or lies in an archive.
pub fn file_of(artifact: &Artifact, sources: &[Source]) -> Option<PathBuf> {
    let Place { source, path, .. } = &artifact.place;
    let Some(Source::Path(opened)) = sources.get(usize::try_from(*source).ok()?) else {
        return None;
    };
    path.is_empty().then(|| opened.clone())
}
