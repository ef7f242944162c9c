//! Opening one file: recognised, and when it is an archive, all files in it too.

use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::{Gathered, GatheredArchive, GatheredFile};
use crate::core::archive::{Budget, Contents, Each, gzip, tar, zip};
use crate::core::bundle::shelf::fingerprint;
use crate::core::env::FileFault;
use crate::core::finding::{BundleFact, Finding, NotOpenedKind};
use crate::core::limits::{ARCHIVE_DEPTH, FILE_BYTES, PASSWORD_FILE_BYTES};
use crate::core::place::Place;
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress, Stage};
use crate::core::sniff::{What, recognise};

/// Reads one kind of archive.
type Reader =
    fn(&Place, &[u8], &mut Budget, Each<'_>, &dyn Progress) -> Result<Contents, Cancelled>;

/// What one file of the user's turned out to hold.
pub(super) struct Opening {
    source: u32,
    is_source: bool,
    files: Vec<GatheredFile>,
    archives: Vec<GatheredArchive>,
    findings: Vec<Finding>,
    folders: usize,
    failure: Option<Failure>,
}

impl Opening {
    pub(super) fn new(place: &Place) -> Self {
        Self {
            source: place.source,
            is_source: place.path.is_empty(),
            files: Vec::new(),
            archives: Vec::new(),
            findings: Vec::new(),
            folders: 0,
            failure: None,
        }
    }

    /// Takes the file in.
    pub(super) fn root(
        &mut self,
        place: &Place,
        bytes: &[u8],
        progress: &dyn Progress,
    ) -> Result<(), Cancelled> {
        let mut budget = Budget::whole();
        self.file(place, bytes, 1, &mut budget, progress)?;
        self.findings.extend(budget.unnamed(place));
        Ok(())
    }

    fn file(
        &mut self,
        place: &Place,
        bytes: &[u8],
        depth: usize,
        budget: &mut Budget,
        progress: &dyn Progress,
    ) -> Result<(), Cancelled> {
        let recognition = recognise(bytes);
        let first = recognition.pieces.first().map(|piece| &piece.what);
        if let Some(reader) = first.and_then(reader) {
            return self.archive(reader, place, bytes, depth, budget, progress);
        }
        let may_be_password = matches!(first, Some(What::Text));
        let has_file_print = !recognition
            .pieces
            .iter()
            .all(|piece| has_own_print(&piece.what));
        let kept = if may_be_password && bytes.len() <= PASSWORD_FILE_BYTES {
            bytes.to_vec()
        } else {
            Vec::new()
        };
        self.files.push(GatheredFile {
            place: place.clone(),
            size: bytes.len() as u64,
            fingerprint: has_file_print.then(|| fingerprint(bytes)),
            bytes: Arc::new(Zeroizing::new(kept)),
            recognition,
        });
        Ok(())
    }

    fn archive(
        &mut self,
        reader: Reader,
        place: &Place,
        bytes: &[u8],
        depth: usize,
        budget: &mut Budget,
        progress: &dyn Progress,
    ) -> Result<(), Cancelled> {
        self.archives.push(GatheredArchive {
            place: place.clone(),
            fingerprint: fingerprint(bytes),
        });
        if depth > ARCHIVE_DEPTH {
            let fact = BundleFact::ArchiveLimitReached {
                limit: "archive_depth",
                allowed: ARCHIVE_DEPTH as u64,
                seen: depth as u64,
            };
            let named = budget.named("depth", Finding::new(fact).at(place));
            self.findings.extend(named);
            return Ok(());
        }
        let mut read = 0;
        let contents = reader(
            place,
            bytes,
            budget,
            &mut |place, bytes, budget| {
                read += 1;
                progress.report(Stage::ReadingArchives, read, 0);
                self.file(&place, &bytes, depth + 1, budget, progress)
            },
            progress,
        )?;
        let Contents {
            findings, folders, ..
        } = contents;
        self.findings.extend(findings);
        self.folders += folders;
        Ok(())
    }

    /// The file could not be read.
    pub(super) fn unreadable(&mut self, place: &Place, path: &Path, fault: FileFault) {
        let fact = match &fault {
            FileFault::TooLarge(seen) => BundleFact::ArchiveLimitReached {
                limit: "file_bytes",
                allowed: FILE_BYTES,
                seen: *seen,
            },
            fault => BundleFact::FileUnreadable {
                fault: fault.clone(),
            },
        };
        self.findings.push(Finding::new(fact).at(place));
        if self.is_source {
            let path = path.to_owned();
            self.failure = Some(Failure::Unreadable { path, fault });
        }
    }

    /// Puts everything where it belongs; the failure of a source comes back.
    pub(super) fn add_to(self, gathered: &mut Gathered) -> Option<Failure> {
        if let Some(opened) = gathered.opened.get_mut(self.source as usize) {
            opened.files += self.files.len();
            opened.folders += self.folders;
            opened.is_archive |= self.is_source && !self.archives.is_empty();
        }
        gathered.files.extend(self.files);
        gathered.archives.extend(self.archives);
        gathered.findings.extend(self.findings);
        self.failure
    }
}

/// Things with a fingerprint of their own, over DER or public key.
fn has_own_print(what: &What) -> bool {
    matches!(
        what,
        What::Certificate(_) | What::Crl(_) | What::Csr(_) | What::Key(_) | What::PublicKey(_)
    )
}

/// How archives of this kind are read.
fn reader(what: &What) -> Option<Reader> {
    match what {
        What::Zip => Some(zip::read),
        What::NotOpened(NotOpenedKind::Tar) => Some(tar::read),
        What::NotOpened(NotOpenedKind::Gzip) => Some(gzip::read),
        _ => None,
    }
}
