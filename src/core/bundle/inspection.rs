//! The result of opening sources: what was found, what is still locked, the story. Unlocking continues from it.

use std::sync::Arc;

use crate::core::artifact::{Artifact, ArtifactId};
use crate::core::bundle::story::Story;
use crate::core::bundle::trust::TrustUsed;
use crate::core::finding::Finding;
use crate::core::place::Place;
use crate::core::secret::Keyring;
use crate::core::time::Moment;

/// What was opened, for the header line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// File, folder or archive name.
    pub name: String,
    /// Files in it.
    pub files: usize,
    /// Folders in it.
    pub folders: usize,
    /// Whether it is an archive.
    pub is_archive: bool,
    /// Whether it is a folder on disk.
    pub is_folder: bool,
}

/// Locked things that one answer of the user may open together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedGroup {
    /// Number of the source they lie in.
    pub source: u32,
    /// The locked keystores and keys.
    pub members: Vec<ArtifactId>,
    /// About how many seconds one more try over all of them takes.
    pub seconds: u64,
}

/// Everything known about what was opened.
pub struct Inspection {
    /// What was opened, one per source.
    pub opened: Vec<Opened>,
    /// Everything found, by number.
    pub artifacts: Vec<Arc<Artifact>>,
    /// What is still locked.
    pub locked: Vec<LockedGroup>,
    /// Identities and findings.
    pub story: Story,
    /// The moment validity was judged for.
    pub judged_at: Moment,
    /// Whether that moment was chosen rather than the clock's.
    pub is_time_chosen: bool,
    /// The roots chains were judged against.
    pub trust: TrustUsed,
    /// The host name to judge for.
    pub host: Option<String>,
    /// Passwords known so far, shared with what comes next.
    pub keyring: Keyring,
}

impl Inspection {
    /// The artifact behind a number.
    pub fn artifact(&self, id: ArtifactId) -> Option<&Arc<Artifact>> {
        self.artifacts.get(id.0 as usize)
    }

    /// All findings, worst first.
    pub fn findings(&self) -> &[Finding] {
        &self.story.findings
    }

    /// The artifacts that lie in one file.
    pub fn in_file<'a>(&'a self, file: &'a Place) -> impl Iterator<Item = &'a Arc<Artifact>> {
        self.artifacts
            .iter()
            .filter(move |artifact| artifact.place.file() == *file)
    }
}
