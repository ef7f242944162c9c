//! The result of opening sources: what was found, what is still locked, the story. Unlocking continues from it.

use std::sync::Arc;

use crate::core::artifact::{Artifact, ArtifactId, Lock};
use crate::core::bundle::scene::Court;
use crate::core::bundle::shelf::Shelf;
use crate::core::bundle::story::Story;
use crate::core::bundle::trust::TrustUsed;
use crate::core::bundle::vault::Locked;
use crate::core::bundle::{check, judge};
use crate::core::chain::Roots;
use crate::core::env::Env;
use crate::core::finding::Finding;
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress};
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
    /// Whether a server sent it.
    pub is_server: bool,
}

impl Opened {
    /// A single file so far.
    pub fn file(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            files: 0,
            folders: 0,
            is_archive: false,
            is_folder: false,
            is_server: false,
        }
    }
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

/// What unlocking goes on from.
pub(super) struct Groundwork {
    /// What everything is judged by.
    pub court: Arc<Court>,
    /// What is or was locked, with what was tried.
    pub vault: Vec<Locked>,
}

/// Everything known about what was opened.
pub struct Inspection {
    pub(super) groundwork: Groundwork,
    /// Findings of opening, before the story.
    pub(super) base: Vec<Finding>,
    /// Everything found, by number.
    pub artifacts: Vec<Arc<Artifact>>,
    /// What is still locked.
    pub locked: Vec<LockedGroup>,
    /// Identities and findings.
    pub story: Story,
    /// Passwords known so far, shared with what comes next.
    pub keyring: Keyring,
}

impl Inspection {
    /// Tells the story of a shelf and keeps what unlocking needs.
    pub(super) fn tell(
        groundwork: Groundwork,
        mut shelf: Shelf,
        keyring: Keyring,
        env: &Env<'_>,
        progress: &dyn Progress,
    ) -> Result<Self, Cancelled> {
        for locked in &groundwork.vault {
            if shelf.is_locked(locked.artifact) && !check::was_given_none(locked, &keyring) {
                shelf.settle(locked.artifact, Lock::PasswordWrong);
            }
        }
        let Shelf {
            artifacts,
            findings: base,
            ..
        } = shelf;
        let story = judge::tell(&artifacts, &groundwork, &keyring, &base, env, progress)?;
        let locked = judge::locked_groups(&artifacts, &groundwork.vault);
        Ok(Self {
            groundwork,
            base,
            artifacts,
            locked,
            story,
            keyring,
        })
    }

    /// What was opened, one per source.
    pub fn opened(&self) -> &[Opened] {
        &self.groundwork.court.opened
    }

    /// The moment validity was judged for.
    pub fn judged_at(&self) -> Moment {
        self.groundwork.court.at
    }

    /// Whether that moment was chosen rather than the clock's.
    pub fn is_time_chosen(&self) -> bool {
        self.groundwork.court.is_time_chosen
    }

    /// The trusted roots themselves.
    pub fn roots(&self) -> Arc<Roots> {
        Arc::clone(&self.groundwork.court.roots)
    }

    /// The roots chains were judged against.
    pub fn trust(&self) -> &TrustUsed {
        &self.groundwork.court.trust
    }

    /// The host name to judge for.
    pub fn host(&self) -> Option<&str> {
        self.groundwork.court.host.as_deref()
    }

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
