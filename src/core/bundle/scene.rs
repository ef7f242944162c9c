//! Everything the story is told from: the artifacts with their indexes, the pool, the roots, the moment.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::core::artifact::{Artifact, ArtifactId, Content, Fingerprint, Lock};
use crate::core::bundle::inspection::Opened;
use crate::core::bundle::trust::TrustUsed;
use crate::core::chain::{Lists, Material, Pool, Roots};
use crate::core::place::Place;
use crate::core::time::Moment;
use crate::core::x509::Certificate;

/// What a bundle is judged by: fixed for one inspection, also when it is unlocked later.
pub struct Court {
    /// What was opened, by source.
    pub opened: Vec<Opened>,
    /// Trusted roots.
    pub roots: Arc<Roots>,
    /// Mozilla's roots, which decide what counts as public.
    pub public_roots: Arc<Roots>,
    /// What the user chose to trust.
    pub trust: TrustUsed,
    /// The moment to judge for.
    pub at: Moment,
    /// Whether that moment was chosen rather than the clock's.
    pub is_time_chosen: bool,
    /// The host name to judge for.
    pub host: Option<String>,
}

/// A read-only view over one inspection while it is judged.
pub struct Scene<'a> {
    /// What everything is judged by.
    pub court: &'a Court,
    /// All artifacts by number.
    pub artifacts: &'a [Arc<Artifact>],
    /// Distinct certificates with all their copies, in order of first appearance.
    pub certificates: Vec<(Arc<Certificate>, Vec<ArtifactId>)>,
    /// Artifacts of each file, in order; containers before what they hold.
    pub files: BTreeMap<Place, Vec<ArtifactId>>,
    folders: HashMap<(u32, String), Vec<Place>>,
    /// Public keys that some opened private key has, with the keys.
    pub keys: HashMap<Arc<[u8]>, Vec<ArtifactId>>,
    /// All requests.
    pub requests: Vec<ArtifactId>,
    first_copies: HashMap<Fingerprint, ArtifactId>,
    /// Subjects that some other certificate of the bundle names as its issuer.
    pub issuing: BTreeSet<Arc<[u8]>>,
    /// The pool chains are built from.
    pub pool: Pool,
    /// Revocation lists among the files.
    lists: Lists,
}

impl<'a> Scene<'a> {
    /// Indexes the artifacts.
    pub fn new(artifacts: &'a [Arc<Artifact>], court: &'a Court) -> Self {
        let certificates = distinct_certificates(artifacts);
        let mut files: BTreeMap<Place, Vec<ArtifactId>> = BTreeMap::new();
        let mut keys: HashMap<Arc<[u8]>, Vec<ArtifactId>> = HashMap::new();
        for artifact in artifacts {
            files
                .entry(artifact.place.file())
                .or_default()
                .push(artifact.id);
            if let Some(key) = artifact.key() {
                keys.entry(Arc::clone(&key.spki))
                    .or_default()
                    .push(artifact.id);
            }
        }
        let mut folders: HashMap<(u32, String), Vec<Place>> = HashMap::new();
        for file in files.keys() {
            folders
                .entry((file.source, file.folder().to_owned()))
                .or_default()
                .push(file.clone());
        }
        let issued = certificates
            .iter()
            .filter(|(certificate, _)| !certificate.is_self_issued());
        let issuing = issued
            .map(|(certificate, _)| Arc::clone(&certificate.issuer.der))
            .collect();
        let first = |(certificate, copies): &(Arc<Certificate>, Vec<ArtifactId>)| {
            copies.first().map(|copy| (certificate.fingerprint, *copy))
        };
        let first_copies = certificates.iter().filter_map(first).collect();
        let requests = artifacts
            .iter()
            .filter(|held| matches!(held.content, Content::Csr(_)));
        let requests = requests.map(|held| held.id).collect();
        let pool = Pool::new(
            certificates
                .iter()
                .map(|(certificate, _)| Arc::clone(certificate)),
        );
        Self {
            court,
            artifacts,
            certificates,
            files,
            folders,
            keys,
            requests,
            first_copies,
            issuing,
            pool,
            lists: Lists::new(artifacts.iter().filter_map(|held| match &held.content {
                Content::Crl(list) => Some(Arc::clone(list)),
                _ => None,
            })),
        }
    }

    /// What paths are built and judged with.
    pub fn material(&self) -> Material<'_> {
        Material {
            pool: &self.pool,
            roots: &self.court.roots,
            public_roots: &self.court.public_roots,
            lists: &self.lists,
        }
    }

    /// The artifact behind a number.
    pub fn artifact(&self, id: ArtifactId) -> Option<&'a Arc<Artifact>> {
        self.artifacts.get(id.0 as usize)
    }

    /// Artifacts of one file.
    pub fn in_file(&self, file: &Place) -> impl Iterator<Item = &'a Arc<Artifact>> {
        let ids = self.files.get(file).map(Vec::as_slice).unwrap_or_default();
        let artifacts = self.artifacts;
        ids.iter()
            .filter_map(move |id| artifacts.get(id.0 as usize))
    }

    /// Certificates of one file in order, by fingerprint and parsed.
    pub fn certificates_in(&self, file: &Place) -> Vec<&'a Arc<Certificate>> {
        let ids = self.files.get(file).map(Vec::as_slice).unwrap_or_default();
        let artifacts = self.artifacts;
        ids.iter()
            .filter_map(|id| artifacts.get(id.0 as usize))
            .filter_map(|held| held.certificate())
            .collect()
    }

    /// The first copy of a certificate.
    pub fn first_copy(&self, certificate: &Certificate) -> Option<ArtifactId> {
        self.first_copies.get(&certificate.fingerprint).copied()
    }

    /// All files of the folder in which a file lies, itself included.
    pub fn siblings(&self, file: &Place) -> &[Place] {
        self.folders
            .get(&(file.source, file.folder().to_owned()))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Locked keystores and keys that may still open.
    pub fn locked(&self) -> impl Iterator<Item = &'a Arc<Artifact>> {
        self.artifacts
            .iter()
            .filter(|artifact| artifact.content.lock().is_some_and(Lock::may_open))
    }
}

fn distinct_certificates(artifacts: &[Arc<Artifact>]) -> Vec<(Arc<Certificate>, Vec<ArtifactId>)> {
    let mut index: HashMap<Fingerprint, usize> = HashMap::new();
    let mut distinct: Vec<(Arc<Certificate>, Vec<ArtifactId>)> = Vec::new();
    for artifact in artifacts {
        let Some(certificate) = artifact.certificate() else {
            continue;
        };
        let position = *index.entry(certificate.fingerprint).or_insert_with(|| {
            distinct.push((Arc::clone(certificate), Vec::new()));
            distinct.len() - 1
        });
        if let Some((_, copies)) = distinct.get_mut(position) {
            copies.push(artifact.id);
        }
    }
    distinct
}
