//! Zip archives (PKWARE APPNOTE.TXT), read by an own walk over the directory: a library that keeps
//! one entry for each name cannot tell that there were two.

mod content;
mod directory;
mod record;

use std::collections::{HashMap, HashSet};

use self::content::{DEFLATED, Fault, STORED};
use self::record::{EntryKind, Record};
use super::{Budget, Contents, Each, names};
use crate::core::finding::{BundleFact, Finding, Kind, NotOpenedKind, SkipReason};
use crate::core::limits::ARCHIVE_ENTRIES;
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, check};
use crate::core::sniff::damage;

struct Reading<'a, 'b> {
    place: &'a Place,
    bytes: &'a [u8],
    budget: &'a mut Budget,
    each: Each<'b>,
    progress: &'a dyn Progress,
    contents: Contents,
    folders: HashSet<String>,
    /// How often each path was met.
    paths: HashMap<String, usize>,
    /// Packed bytes already read, by their beginnings; two entries never share bytes in an honest zip.
    taken: HashSet<u64>,
    encrypted: usize,
    /// Packed bytes that the last file took, when it was read.
    consumed: Option<usize>,
}

/// Hands over every file of the archive that can be read, and tells what cannot.
pub fn read(
    place: &Place,
    bytes: &[u8],
    budget: &mut Budget,
    each: Each<'_>,
    progress: &dyn Progress,
) -> Result<Contents, Cancelled> {
    let mut reading = Reading {
        place,
        bytes,
        budget,
        each,
        progress,
        contents: Contents::default(),
        folders: HashSet::new(),
        paths: HashMap::new(),
        taken: HashSet::new(),
        encrypted: 0,
        consumed: None,
    };
    match directory::find(bytes) {
        Some(directory) => reading.by_directory(&directory)?,
        None => reading.by_headers()?,
    }
    Ok(reading.finish())
}

impl<'a> Reading<'a, '_> {
    fn by_directory(&mut self, directory: &directory::Directory) -> Result<(), Cancelled> {
        let mut walked: u64 = 0;
        for record in directory.records(self.bytes) {
            check(self.progress)?;
            walked += 1;
            if self.budget.entries == 0 {
                let seen = directory.declared.max(ARCHIVE_ENTRIES as u64 + 1);
                self.limit("archive_entries", ARCHIVE_ENTRIES as u64, seen);
                return Ok(());
            }
            self.budget.entries -= 1;
            let start = self.data_start(&record);
            if !self.entry(&record, start)? {
                return Ok(());
            }
        }
        // The count has 16 bits and wraps in large old zips.
        if walked < directory.declared && walked & 0xFFFF != directory.declared & 0xFFFF {
            let detail = format!("entries missing: {}", directory.declared - walked);
            self.damaged(detail);
        }
        Ok(())
    }

    /// A cut zip has no directory; the entries' own headers stand one after the other.
    fn by_headers(&mut self) -> Result<(), Cancelled> {
        self.damaged(damage::ZIP_NO_DIRECTORY.to_owned());
        let mut at = 0;
        while let Some((record, length)) = self.bytes.get(at..).and_then(Record::local) {
            check(self.progress)?;
            if self.budget.entries == 0 {
                let allowed = ARCHIVE_ENTRIES as u64;
                self.limit("archive_entries", allowed, allowed + 1);
                return Ok(());
            }
            self.budget.entries -= 1;
            let start = at + length;
            if !self.entry(&record, Some(start))? {
                return Ok(());
            }
            at = match (record.packed, self.consumed) {
                (Some(packed), _) => {
                    start.saturating_add(usize::try_from(packed).unwrap_or(usize::MAX))
                }
                (None, Some(consumed)) => self.behind_descriptor(start + consumed),
                (None, None) => return Ok(()),
            };
        }
        Ok(())
    }

    /// The header after a streamed entry, which 12 to 24 bytes of sizes follow (APPNOTE.TXT 4.3.9).
    fn behind_descriptor(&self, end: usize) -> usize {
        let is_header = |at: &usize| {
            self.bytes
                .get(*at..)
                .is_some_and(|rest| rest.starts_with(b"PK\x03\x04"))
        };
        [12, 16, 20, 24]
            .into_iter()
            .map(|length| end.saturating_add(length))
            .find(is_header)
            .unwrap_or(usize::MAX)
    }

    /// Where an entry's packed bytes begin.
    fn data_start(&self, record: &Record<'_>) -> Option<usize> {
        let at = usize::try_from(record.offset).ok()?;
        let (_, length) = Record::local(self.bytes.get(at..)?)?;
        at.checked_add(length)
    }

    /// Reads one entry; false when nothing more may be read.
    fn entry(&mut self, record: &Record<'_>, start: Option<usize>) -> Result<bool, Cancelled> {
        let name = record.name();
        let Some(path) = names::inside(&name) else {
            self.skipped("names", name, SkipReason::ClimbingName);
            return Ok(true);
        };
        if names::is_litter(&path) {
            self.contents.litter += 1;
            return Ok(true);
        }
        let folder = match record.kind {
            EntryKind::Folder => Some(path.as_str()),
            _ => path.rsplit_once('/').map(|(folder, _)| folder),
        };
        self.add_folders(folder);
        match record.kind {
            EntryKind::Folder => return Ok(true),
            EntryKind::Link => self.skipped("links", path, SkipReason::Link),
            EntryKind::File if record.is_encrypted() => {
                self.encrypted += 1;
                self.skipped("encrypted entries", path, SkipReason::Encrypted);
            }
            EntryKind::File if !matches!(record.method, STORED | DEFLATED) => {
                let method = content::method_name(record.method);
                self.skipped("methods", path, SkipReason::Method(method));
            }
            EntryKind::File => return self.file(record, &path, start),
        }
        Ok(true)
    }

    fn file(
        &mut self,
        record: &Record<'_>,
        path: &str,
        start: Option<usize>,
    ) -> Result<bool, Cancelled> {
        self.consumed = None;
        let path = self.told_apart(path);
        let place = self.place.inside(&path);
        let data = start.and_then(|start| self.bytes.get(start..));
        let is_fresh = start.is_some_and(|start| self.taken.insert(start as u64));
        let result = match data {
            Some(data) if is_fresh || record.size == Some(0) => {
                content::read(record, data, self.budget, self.progress)
            }
            Some(_) => Err(Fault::Damaged("shares its bytes with another entry")),
            None => Err(Fault::Damaged("lies outside the file")),
        };
        match result {
            Ok(content) => {
                self.contents.files += 1;
                self.consumed = Some(content.consumed);
                (self.each)(place, content.bytes, self.budget)?;
            }
            Err(Fault::Cancelled) => return Err(Cancelled),
            Err(Fault::Damaged(detail)) => {
                let fact = BundleFact::FileDamaged {
                    kind: Kind::Unknown,
                    detail: detail.to_owned(),
                };
                let finding = Finding::new(fact).at(&place);
                self.contents.about_entry("damaged entries", finding);
            }
            Err(Fault::Limit {
                name: limit,
                allowed,
                seen,
            }) => {
                let fact = BundleFact::ArchiveLimitReached {
                    limit,
                    allowed,
                    seen,
                };
                let is_total = limit == "archive_total_bytes";
                let place = if is_total { self.place } else { &place };
                let finding = Finding::new(fact).at(place);
                self.contents.about_entry("entries beyond limits", finding);
                return Ok(!is_total);
            }
        }
        Ok(true)
    }

    /// The path, with a number when another entry had it before.
    fn told_apart(&mut self, path: &str) -> String {
        let count = self.paths.entry(path.to_owned()).or_default();
        *count += 1;
        let number = *count;
        if number == 1 {
            return path.to_owned();
        }
        self.skipped("names twice", path.to_owned(), SkipReason::DuplicateName);
        names::numbered(path, number)
    }

    fn add_folders(&mut self, folder: Option<&str>) {
        let mut folder = folder;
        while let Some(path) = folder {
            if !self.folders.insert(path.to_owned()) {
                break;
            }
            folder = path.rsplit_once('/').map(|(above, _)| above);
        }
    }

    fn skipped(&mut self, sort: &'static str, entry: String, reason: SkipReason) {
        let fact = BundleFact::ArchiveEntrySkipped { entry, reason };
        let finding = Finding::new(fact).at(self.place);
        self.contents.about_entry(sort, finding);
    }

    fn limit(&mut self, limit: &'static str, allowed: u64, seen: u64) {
        let fact = BundleFact::ArchiveLimitReached {
            limit,
            allowed,
            seen,
        };
        self.contents
            .findings
            .push(Finding::new(fact).at(self.place));
    }

    fn damaged(&mut self, detail: String) {
        let kind = Kind::Archive;
        let fact = BundleFact::FileDamaged { kind, detail };
        self.contents
            .findings
            .push(Finding::new(fact).at(self.place));
    }

    fn finish(mut self) -> Contents {
        if self.encrypted > 0 && self.contents.files == 0 {
            let content = NotOpenedKind::EncryptedZip;
            let fact = BundleFact::FileNotOpened { content };
            self.contents
                .findings
                .push(Finding::new(fact).at(self.place));
        }
        if self.contents.files == 0 && self.contents.findings.is_empty() {
            let fact = BundleFact::FileNotUnderstood {
                bytes: 0,
                begins: String::new(),
            };
            self.contents
                .findings
                .push(Finding::new(fact).at(self.place));
        }
        self.contents.folders = self.folders.len();
        self.contents.sum_up(self.place);
        self.contents
    }
}
