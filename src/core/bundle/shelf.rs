//! The shelf collects artifacts while files are opened: numbers them and shares equal certificates.

use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::core::artifact::{Artifact, ArtifactId, Content, Fingerprint, Lock, Protection};
use crate::core::bundle::inspection::Inspection;
use crate::core::env::{self, Parallel};
use crate::core::finding::{BundleFact, Finding, Kind};
use crate::core::key::PrivateKey;
use crate::core::keystore::{KeyAttributes, KeystoreInternals};
use crate::core::place::{Entry, Place};
use crate::core::x509::Certificate;

/// Artifacts so far, and the findings about files that did not open.
#[derive(Default)]
pub struct Shelf {
    /// Artifacts by number.
    pub artifacts: Vec<Arc<Artifact>>,
    /// What was found wrong while opening.
    pub findings: Vec<Finding>,
    certificates: HashMap<Fingerprint, Arc<Certificate>>,
}

/// SHA-256 of bytes.
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint(Sha256::digest(bytes).into())
}

impl Shelf {
    /// A shelf that goes on from an earlier inspection.
    pub fn resume(before: &Inspection) -> Self {
        let shared = before
            .artifacts
            .iter()
            .filter_map(|artifact| artifact.certificate());
        let certificates = shared
            .map(|held| (held.fingerprint, Arc::clone(held)))
            .collect();
        Self {
            artifacts: before.artifacts.clone(),
            findings: before.base.clone(),
            certificates,
        }
    }

    /// Whether a password would still open this artifact.
    pub fn is_locked(&self, id: ArtifactId) -> bool {
        let artifact = self.artifacts.get(id.0 as usize);
        artifact.is_some_and(|artifact| artifact.content.lock().is_some_and(Lock::may_open))
    }

    /// Says whether a keystore or locked key is open, keeping what else is known of it.
    pub fn settle(&mut self, id: ArtifactId, state: Lock) {
        let Some(artifact) = self.artifacts.get(id.0 as usize) else {
            return;
        };
        let mut content = artifact.content.clone();
        if let Content::Keystore { lock, .. } | Content::LockedKey { lock, .. } = &mut content {
            *lock = state;
        }
        self.replace(id, content);
    }

    /// Says how a keystore is made, keeping whether it is open.
    pub fn describe(&mut self, id: ArtifactId, words: String, made: KeystoreInternals) {
        let Some(artifact) = self.artifacts.get(id.0 as usize) else {
            return;
        };
        let mut content = artifact.content.clone();
        if let Content::Keystore {
            protection,
            internals,
            ..
        } = &mut content
        {
            *protection = words;
            *internals = Some(Arc::new(made));
        }
        self.replace(id, content);
    }

    /// Puts one thing on the shelf.
    pub fn add(
        &mut self,
        place: Place,
        container: Option<ArtifactId>,
        fingerprint: Fingerprint,
        content: Content,
    ) -> ArtifactId {
        let id = ArtifactId(u32::try_from(self.artifacts.len()).unwrap_or(u32::MAX));
        self.artifacts.push(Arc::new(Artifact {
            id,
            place,
            container,
            fingerprint,
            content,
        }));
        id
    }

    /// Replaces what an artifact is, keeping its number and place: a container that was unlocked.
    pub fn replace(&mut self, id: ArtifactId, content: Content) {
        if let Some(slot) = self.artifacts.get_mut(id.0 as usize) {
            let changed = Artifact {
                content,
                ..Artifact::clone(slot)
            };
            *slot = Arc::new(changed);
        }
    }

    /// Turns a locked key into the opened one, keeping its number and place.
    pub fn replace_key(
        &mut self,
        id: ArtifactId,
        key: PrivateKey,
        protection: Protection,
        attributes: KeyAttributes,
    ) {
        if let Some(slot) = self.artifacts.get_mut(id.0 as usize) {
            let fingerprint = fingerprint(&key.spki);
            let content = Content::Key {
                key: Arc::new(key),
                protection,
                attributes,
            };
            *slot = Arc::new(Artifact {
                content,
                fingerprint,
                ..Artifact::clone(slot)
            });
        }
    }

    /// Parses certificates that will be added later, on all workers at once.
    pub fn parse_ahead(&mut self, ders: &[&[u8]], parallel: &dyn Parallel) {
        let parsed = env::map(parallel, ders, |der| Certificate::parse(der).ok());
        for certificate in parsed.into_iter().flatten() {
            let print = certificate.fingerprint;
            self.certificates
                .entry(print)
                .or_insert_with(|| Arc::new(certificate));
        }
    }

    /// Adds a certificate from its DER; a broken one becomes a finding and an unknown artifact.
    pub fn add_certificate(
        &mut self,
        place: Place,
        container: Option<ArtifactId>,
        der: &[u8],
        trusted: bool,
    ) {
        let print = fingerprint(der);
        if let Some(known) = self.certificates.get(&print) {
            let certificate = Arc::clone(known);
            self.add(
                place,
                container,
                print,
                Content::Certificate {
                    certificate,
                    trusted,
                },
            );
            return;
        }
        match Certificate::parse(der) {
            Ok(parsed) => self.add_parsed(place, container, Arc::new(parsed), trusted),
            Err(fault) => {
                self.add_damaged(place, container, print, Kind::Certificate, fault.detail)
            }
        }
    }

    /// Adds a certificate that is parsed already.
    pub fn add_parsed(
        &mut self,
        place: Place,
        container: Option<ArtifactId>,
        certificate: Arc<Certificate>,
        trusted: bool,
    ) {
        let print = certificate.fingerprint;
        let certificate = Arc::clone(self.certificates.entry(print).or_insert(certificate));
        self.add(
            place,
            container,
            print,
            Content::Certificate {
                certificate,
                trusted,
            },
        );
    }

    /// Adds an opened private key.
    pub fn add_key(
        &mut self,
        place: Place,
        container: Option<ArtifactId>,
        key: PrivateKey,
        protection: Protection,
        attributes: KeyAttributes,
    ) {
        let print = fingerprint(&key.spki);
        self.add(
            place,
            container,
            print,
            Content::Key {
                key: Arc::new(key),
                protection,
                attributes,
            },
        );
    }

    /// Adds something recognised but broken, with its finding.
    pub fn add_damaged(
        &mut self,
        place: Place,
        container: Option<ArtifactId>,
        print: Fingerprint,
        kind: Kind,
        detail: String,
    ) {
        self.findings
            .push(Finding::new(BundleFact::FileDamaged { kind, detail }).at(&place));
        self.add(place, container, print, Content::Unknown);
    }
}

/// The place of an entry in a container: by alias where it has one, else by number.
pub fn entry_place(container: &Place, alias: Option<&str>, nth: usize) -> Place {
    let number = u32::try_from(nth + 1).unwrap_or(u32::MAX);
    container.with_entry(alias.map_or(Entry::Nth(number), |alias| Entry::Alias(alias.into())))
}
