//! Zip archives (PKWARE APPNOTE.TXT), read by an own walk over the directory: a library that keeps
//! one entry for each name cannot tell that there were two.

mod content;
mod directory;
mod record;

use std::collections::HashSet;

use self::content::{DEFLATED, STORED};
use self::record::{EntryKind, Record};
use super::listing::{Fault, Listing};
use super::{Budget, Contents, Each};
use crate::core::finding::{BundleFact, NotOpenedKind, SkipReason};
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, check};
use crate::core::sniff::damage;

struct Reading<'a, 'b> {
    listing: Listing<'a, 'b>,
    bytes: &'a [u8],
    /// Where packed bytes that were read begin; two entries never share bytes in an honest zip.
    taken: HashSet<usize>,
    encrypted: usize,
    /// Packed bytes that the last file took, when it was read.
    consumed: Option<usize>,
}

/// Hands over every file of the archive that can be read, and tells what cannot.
///
/// # Errors
/// Cancelled.
pub fn read(
    place: &Place,
    bytes: &[u8],
    budget: &mut Budget,
    each: Each<'_>,
    progress: &dyn Progress,
) -> Result<Contents, Cancelled> {
    let mut reading = Reading {
        listing: Listing::new(place, budget, each, progress),
        bytes,
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

impl Reading<'_, '_> {
    fn by_directory(&mut self, directory: &directory::Directory) -> Result<(), Cancelled> {
        let mut walked: u64 = 0;
        for record in directory.records(self.bytes) {
            check(self.listing.progress)?;
            walked += 1;
            if !self.listing.may_go_on(directory.declared) {
                return Ok(());
            }
            let start = self.data_start(&record);
            if !self.entry(&record, start)? {
                return Ok(());
            }
        }
        // The count has 16 bits and wraps in large old zips.
        if walked < directory.declared && walked & 0xFFFF != directory.declared & 0xFFFF {
            let missing = directory.declared - walked;
            self.listing.damaged(format!("entries missing: {missing}"));
        }
        Ok(())
    }

    /// A cut zip has no directory; the entries' own headers stand one after the other.
    fn by_headers(&mut self) -> Result<(), Cancelled> {
        self.listing.damaged(damage::ZIP_NO_DIRECTORY.to_owned());
        let mut at = 0;
        while let Some((record, length)) = self.bytes.get(at..).and_then(Record::local) {
            check(self.listing.progress)?;
            let start = at + length;
            if !self.listing.may_go_on(0) || !self.entry(&record, Some(start))? {
                return Ok(());
            }
            at = match (record.packed, self.consumed) {
                (Some(packed), _) => {
                    start.saturating_add(usize::try_from(packed).unwrap_or(usize::MAX))
                }
                (None, Some(consumed)) => self.behind_descriptor(start.saturating_add(consumed)),
                (None, None) => return Ok(()),
            };
        }
        Ok(())
    }

    /// The header after a streamed entry, which 12 to 24 bytes of sizes follow (APPNOTE.TXT 4.3.9).
    fn behind_descriptor(&self, end: usize) -> usize {
        let is_header = |at: &usize| {
            let rest = self.bytes.get(*at..);
            rest.is_some_and(|rest| rest.starts_with(b"PK\x03\x04"))
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
        self.consumed = None;
        let Some(path) = self.listing.path(&record.name()) else {
            return Ok(true);
        };
        if record.kind == EntryKind::Folder {
            self.listing.add_folder(&path);
            return Ok(true);
        }
        self.listing.add_folders_of(&path);
        match record.kind {
            EntryKind::Link => self.listing.skipped(&path, SkipReason::Link),
            _ if record.is_encrypted() => {
                self.encrypted += 1;
                self.listing.skipped(&path, SkipReason::Encrypted);
            }
            _ if !matches!(record.method, STORED | DEFLATED) => {
                let method = content::method_name(record.method);
                self.listing.skipped(&path, SkipReason::Method(method));
            }
            _ => return self.file(record, &path, start),
        }
        Ok(true)
    }

    fn file(
        &mut self,
        record: &Record<'_>,
        path: &str,
        start: Option<usize>,
    ) -> Result<bool, Cancelled> {
        let place = self.listing.place_of(path);
        let data = start.and_then(|start| self.bytes.get(start..));
        let is_fresh = start.is_some_and(|start| self.taken.insert(start));
        let content = match data {
            Some(data) if is_fresh || record.size == Some(0) => {
                content::read(record, data, self.listing.budget, self.listing.progress)
            }
            Some(_) => Err(Fault::Damaged("shares its bytes with another entry")),
            None => Err(Fault::Damaged("lies outside the file")),
        };
        self.consumed = content.as_ref().ok().map(|content| content.consumed);
        self.listing
            .finish_file(place, content.map(|content| content.bytes))
    }

    fn finish(mut self) -> Contents {
        if self.encrypted > 0 && self.listing.contents.files == 0 {
            let content = NotOpenedKind::EncryptedZip;
            self.listing.tell(BundleFact::FileNotOpened { content });
        }
        self.listing.finish()
    }
}
