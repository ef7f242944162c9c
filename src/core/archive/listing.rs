//! What reading an archive of any kind comes to: names judged, files handed over, the rest told.

use std::collections::{HashMap, HashSet};

use zeroize::Zeroizing;

use super::{Budget, Contents, Each, names};
use crate::core::finding::{BundleFact, Finding, Kind, SkipReason};
use crate::core::limits::ARCHIVE_ENTRIES;
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress};

/// Why the content of an entry, or of a whole stream, is not here.
pub enum Fault {
    /// Nobody wants it any more.
    Cancelled,
    /// Contradicts itself or ends early.
    Damaged(&'static str),
    /// Beyond a limit of [`crate::core::limits`].
    Limit {
        /// Its name.
        name: &'static str,
        /// Its value.
        allowed: u64,
        /// What the archive has.
        seen: u64,
    },
}

impl From<Cancelled> for Fault {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// One archive while it is read.
pub struct Listing<'a, 'b> {
    /// Where the archive lies.
    pub place: &'a Place,
    /// What it may still cost.
    pub budget: &'a mut Budget,
    /// Whether it is still wanted.
    pub progress: &'a dyn Progress,
    /// What is told beside the files.
    pub contents: Contents,
    each: Each<'b>,
    folders: HashSet<String>,
    /// How often each path was met.
    paths: HashMap<String, usize>,
}

impl<'a, 'b> Listing<'a, 'b> {
    /// An archive of which nothing is read yet.
    pub fn new(
        place: &'a Place,
        budget: &'a mut Budget,
        each: Each<'b>,
        progress: &'a dyn Progress,
    ) -> Self {
        Self {
            place,
            budget,
            progress,
            contents: Contents::default(),
            each,
            folders: HashSet::new(),
            paths: HashMap::new(),
        }
    }

    /// Takes one entry off the budget; false, with its finding, when there is none left.
    pub fn may_go_on(&mut self, declared: u64) -> bool {
        let Some(left) = self.budget.entries.checked_sub(1) else {
            let allowed = ARCHIVE_ENTRIES as u64;
            self.limit("archive_entries", allowed, declared.max(allowed + 1));
            return false;
        };
        self.budget.entries = left;
        true
    }

    /// The path of an entry; `None` for names that climb, with their finding, and for litter.
    pub fn path(&mut self, name: &str) -> Option<String> {
        let Some(path) = names::inside(name) else {
            self.skipped(name, SkipReason::ClimbingName);
            return None;
        };
        if names::is_litter(&path) {
            self.contents.litter += 1;
            return None;
        }
        Some(path)
    }

    /// Counts a folder and those above it.
    pub fn add_folder(&mut self, path: &str) {
        let mut folder = Some(path);
        while let Some(path) = folder {
            if !self.folders.insert(path.to_owned()) {
                break;
            }
            folder = path.rsplit_once('/').map(|(above, _)| above);
        }
    }

    /// Counts the folders a file lies in.
    pub fn add_folders_of(&mut self, path: &str) {
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.add_folder(folder);
        }
    }

    /// Place of a file, with a number when another entry had its path before.
    pub fn place_of(&mut self, path: &str) -> Place {
        let count = self.paths.entry(path.to_owned()).or_default();
        *count += 1;
        let number = *count;
        if number == 1 {
            return self.place.inside(path);
        }
        self.skipped(path, SkipReason::DuplicateName);
        self.place.inside(&names::numbered(path, number))
    }

    /// Hands a file over, or tells why not; false when nothing more of the archive may be read.
    pub fn finish_file(
        &mut self,
        place: Place,
        content: Result<Zeroizing<Vec<u8>>, Fault>,
    ) -> Result<bool, Cancelled> {
        match content {
            Ok(bytes) => {
                self.contents.files += 1;
                (self.each)(place, bytes, self.budget)?;
            }
            Err(Fault::Cancelled) => return Err(Cancelled),
            Err(Fault::Damaged(detail)) => {
                let fact = BundleFact::FileDamaged {
                    kind: Kind::Unknown,
                    detail: detail.to_owned(),
                };
                let finding = Finding::new(fact).at(&place);
                self.about_entry("damaged entries", finding);
            }
            Err(Fault::Limit {
                name: limit,
                allowed,
                seen,
            }) => {
                let is_total = limit == "archive_total_bytes";
                let fact = BundleFact::ArchiveLimitReached {
                    limit,
                    allowed,
                    seen,
                };
                let place = if is_total { self.place } else { &place };
                let finding = Finding::new(fact).at(place);
                self.about_entry("entries beyond limits", finding);
                return Ok(!is_total);
            }
        }
        Ok(true)
    }

    /// An entry was left out.
    pub fn skipped(&mut self, entry: &str, reason: SkipReason) {
        let sort = match reason {
            SkipReason::ClimbingName => "names that climb",
            SkipReason::Damaged(_) => "damaged entries",
            SkipReason::DuplicateName => "names twice",
            SkipReason::Encrypted => "encrypted entries",
            SkipReason::Link => "links",
            SkipReason::Method(_) => "methods",
        };
        let entry = entry.to_owned();
        let fact = BundleFact::ArchiveEntrySkipped { entry, reason };
        let finding = Finding::new(fact).at(self.place);
        self.about_entry(sort, finding);
    }

    fn about_entry(&mut self, sort: &'static str, finding: Finding) {
        self.contents.is_told = true;
        let named = self.budget.named(sort, finding);
        self.contents.findings.extend(named);
    }

    /// The whole archive reached a limit.
    pub fn limit(&mut self, limit: &'static str, allowed: u64, seen: u64) {
        self.tell(BundleFact::ArchiveLimitReached {
            limit,
            allowed,
            seen,
        });
    }

    /// The archive itself is broken.
    pub fn damaged(&mut self, detail: String) {
        let kind = Kind::Archive;
        self.tell(BundleFact::FileDamaged { kind, detail });
    }

    /// Says something of the whole archive.
    pub fn tell(&mut self, fact: BundleFact) {
        let finding = Finding::new(fact).at(self.place);
        self.about_entry("archives", finding);
    }

    /// Everything; an archive of which there is nothing to say says that it is empty.
    pub fn finish(mut self) -> Contents {
        if self.contents.files == 0 && !self.contents.is_told {
            self.tell(BundleFact::FileNotUnderstood {
                bytes: 0,
                begins: String::new(),
            });
        }
        self.contents.folders = self.folders.len();
        self.contents
    }
}
