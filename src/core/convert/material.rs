//! What a bundle offers to a conversion: leaves with their keys and chains, loose keys, what is still locked.

use std::collections::HashSet;
use std::sync::Arc;

use crate::core::artifact::{Artifact, ArtifactId, Content};
use crate::core::bundle::{Identity, Inspection, KeyState};
use crate::core::finding::{Fact, KeystoreFact};
use crate::core::key::PrivateKey;
use crate::core::keystore::KeyAttributes;
use crate::core::place;
use crate::core::x509::Certificate;

/// A leaf with what belongs to it.
#[derive(Clone)]
pub struct Entry {
    /// The leaf.
    pub leaf: Arc<Certificate>,
    /// Its private key, proven to fit wherever that can be proven here.
    pub key: Option<Arc<PrivateKey>>,
    /// Microsoft's attributes where the key came from.
    pub attributes: KeyAttributes,
    /// Intermediates, nearest first.
    pub issuers: Vec<Arc<Certificate>>,
    /// The root that the chain ends at, from the bundle or from the list of trusted roots.
    pub root: Option<Arc<Certificate>>,
    /// Name of the issuer that is missing, when the chain ends early.
    pub missing_issuer: Option<String>,
    /// What the keystore it came from called it. Foreign text.
    pub alias: Option<String>,
}

/// Everything a bundle offers.
#[derive(Default)]
pub struct Material {
    /// Leaves, with and without key, in the order of the story.
    pub entries: Vec<Entry>,
    /// Keys that fit no leaf here.
    pub loose_keys: Vec<Arc<PrivateKey>>,
    /// Every certificate once, in the order found, with what its keystore called it.
    pub certificates: Vec<(Arc<Certificate>, Option<String>)>,
    /// Those that a keystore calls trusted rather than part of a chain, with their aliases.
    pub trusted: Vec<(Arc<Certificate>, Option<String>)>,
    /// Keystores and keys that are still locked.
    pub locked: Vec<ArtifactId>,
    /// Entries of keystores that no conversion carries over: secrets, revocation lists.
    pub other_entries: usize,
}

impl Material {
    /// Collects what an inspection found.
    pub fn of(inspection: &Inspection) -> Self {
        let entries: Vec<Entry> = inspection
            .story
            .identities
            .iter()
            .map(|identity| entry(inspection, identity))
            .collect();
        Self {
            loose_keys: loose_keys(inspection, &entries),
            certificates: certificates(inspection, |_| true),
            trusted: certificates(inspection, |is_trusted| is_trusted),
            locked: inspection
                .locked
                .iter()
                .flat_map(|group| group.members.iter().copied())
                .collect(),
            other_entries: other_entries(inspection),
            entries,
        }
    }

    /// Leaves whose key is here.
    pub fn with_key(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.key.is_some())
    }
}

fn entry(inspection: &Inspection, identity: &Identity) -> Entry {
    let holders = match &identity.key {
        KeyState::Proven(ids) | KeyState::NotChecked(ids) => ids.as_slice(),
        KeyState::MayBeLocked(_) | KeyState::Missing => &[],
    };
    let holders: Vec<&Arc<Artifact>> = found(inspection, holders).collect();
    let alias = holders
        .iter()
        .copied()
        .find_map(alias)
        .or_else(|| found(inspection, &identity.copies).find_map(alias));
    let mut issuers = identity.issuers.clone();
    let held_root = issuers.pop_if(|last| last.is_self_issued());
    Entry {
        leaf: Arc::clone(&identity.leaf),
        key: holders.iter().find_map(|artifact| artifact.key().cloned()),
        attributes: holders
            .iter()
            .find_map(|artifact| attributes(artifact))
            .unwrap_or_default(),
        issuers,
        root: held_root
            .or_else(|| identity.anchor.clone())
            .filter(|root| root.fingerprint != identity.leaf.fingerprint),
        missing_issuer: identity.missing_issuer.clone(),
        alias,
    }
}

fn attributes(artifact: &Artifact) -> Option<KeyAttributes> {
    match &artifact.content {
        Content::Key { attributes, .. } if *attributes != KeyAttributes::default() => {
            Some(attributes.clone())
        }
        _ => None,
    }
}

fn found<'a>(
    inspection: &'a Inspection,
    ids: &'a [ArtifactId],
) -> impl Iterator<Item = &'a Arc<Artifact>> {
    ids.iter().filter_map(|id| inspection.artifact(*id))
}

fn alias(artifact: &Arc<Artifact>) -> Option<String> {
    match &artifact.place.entry {
        Some(place::Entry::Alias(alias)) => Some(alias.to_string()),
        _ => None,
    }
}

fn loose_keys(inspection: &Inspection, entries: &[Entry]) -> Vec<Arc<PrivateKey>> {
    let mut seen: HashSet<Arc<[u8]>> = entries
        .iter()
        .filter_map(|entry| Some(Arc::clone(&entry.key.as_ref()?.spki)))
        .collect();
    let keys = inspection.artifacts.iter().filter_map(|held| held.key());
    keys.filter(|key| seen.insert(Arc::clone(&key.spki)))
        .cloned()
        .collect()
}

/// Each certificate once, of those that are wanted by whether a keystore calls them trusted.
fn certificates(
    inspection: &Inspection,
    is_wanted: impl Fn(bool) -> bool,
) -> Vec<(Arc<Certificate>, Option<String>)> {
    let mut seen = HashSet::new();
    let mut kept = Vec::new();
    for artifact in &inspection.artifacts {
        if let Content::Certificate {
            certificate,
            trusted,
        } = &artifact.content
            && is_wanted(*trusted)
            && seen.insert(certificate.fingerprint)
        {
            kept.push((Arc::clone(certificate), alias(artifact)));
        }
    }
    kept
}

/// Secrets and lists that opening keystores left out.
fn other_entries(inspection: &Inspection) -> usize {
    let counts = inspection
        .findings()
        .iter()
        .map(|finding| match &finding.fact {
            Fact::Keystore(KeystoreFact::EntryNotShown { entries, .. }) => *entries,
            _ => 0,
        });
    counts.sum()
}
