//! What the window knows of the ledger of requests: the entries that fit the search, and what it says of
//! certificates that lack their key.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::artifact::{ArtifactId, Fingerprint};
use crate::core::bundle::Inspection;
use crate::core::ledger::answer::Known;
use crate::core::ledger::ops::{Held, Listing};
use crate::core::ledger::{EntryId, Search};
use crate::core::problem::Failure;

use super::model::JobNumber;

/// Entries that the window lists at most; the search finds the others.
pub const SHOWN: usize = 500;

/// Something done with the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerAction {
    /// Adds a key that the ledger knows to what is open.
    AddKey {
        /// Which certificate it is for.
        certificate: ArtifactId,
        /// Where the key lies.
        path: PathBuf,
        /// Whether a PFX is wanted of both.
        to_convert: bool,
    },
    /// Asks before an entry is forgotten.
    AskForget(EntryId),
    Forget(EntryId),
    /// Lists again.
    ListAgain,
    MarkUsed(EntryId, bool),
    Note(EntryId, String),
    Search(String),
    /// Shows or hides what can be done with an entry.
    Select(Option<EntryId>),
    /// The list is in sight: read once.
    Show,
}

/// How far listing is. What was listed before stays in sight meanwhile.
#[derive(Default)]
pub enum Listed {
    /// Nobody has looked yet.
    #[default]
    NotBegun,
    Running(JobNumber),
    Cancelled,
    Failed(Failure),
    Done,
}

/// The ledger.
#[derive(Default)]
pub struct Ledger {
    pub words: String,
    pub listed: Listed,
    pub listing: Option<Listing>,
    /// The entry whose details are shown.
    pub selected: Option<EntryId>,
    /// Grows with every change, for the views.
    pub revision: u64,
    /// What was last looked up for.
    pub looked_for: Option<Arc<Inspection>>,
    /// Keys that what is open lacks, by certificate or request.
    pub missing: Vec<(ArtifactId, Fingerprint)>,
    /// What the ledger knows of them.
    pub known: Vec<Known>,
}

impl Ledger {
    /// The search as the ledger is asked.
    pub(super) fn wanted(&self) -> Search {
        Search {
            words: self.words.clone(),
            limit: SHOWN,
        }
    }

    /// A listed entry.
    pub fn held(&self, id: EntryId) -> Option<&Held> {
        let listed = self.listing.iter().flat_map(|listing| &listing.entries);
        listed.into_iter().find(|held| held.entry.id == id)
    }

    /// What is known of the key that a certificate or request lacks.
    pub fn known_of(&self, id: ArtifactId) -> Option<&Known> {
        let (_, key) = self.missing.iter().find(|(of, _)| *of == id)?;
        self.known_key(key)
    }

    /// What is known of a key.
    pub fn known_key(&self, key: &Fingerprint) -> Option<&Known> {
        self.known.iter().find(|known| known.key == *key)
    }
}
