//! The central directory of a zip (APPNOTE.TXT 4.3.12 to 4.3.16): where it is and what it says of each entry.

use super::record::{Record, u16_at, u32_at, u64_at};

const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";
/// Bytes of the end record without its comment.
const END_BYTES: usize = 22;
const LOCATOR_BYTES: usize = 20;
/// End record and longest comment.
const END_SEARCH: usize = END_BYTES + 0xFFFF;

/// Where the directory lies.
pub struct Directory {
    /// Offset of its first record.
    pub start: usize,
    /// Entries it says to have.
    pub declared: u64,
    /// Bytes before the archive proper, as in a self-extracting program.
    pub shift: usize,
}

/// Finds the directory from the end of the file; `None` when the file was cut.
pub fn find(bytes: &[u8]) -> Option<Directory> {
    let first = bytes.len().saturating_sub(END_SEARCH);
    let last = bytes.len().checked_sub(END_BYTES)?;
    (first..=last).rev().find_map(|at| at_end_record(bytes, at))
}

/// Reads the end record at an offset; a comment can look like one, so everything must fit.
fn at_end_record(bytes: &[u8], at: usize) -> Option<Directory> {
    let record = bytes.get(at..)?;
    if !record.starts_with(END) {
        return None;
    }
    let comment = usize::from(u16_at(record, 20)?);
    if record.len() < END_BYTES + comment {
        return None;
    }
    if let Some(directory) = zip64(bytes, at) {
        return Some(directory);
    }
    let declared = u64::from(u16_at(record, 10)?);
    let size = usize::try_from(u32_at(record, 12)?).ok()?;
    let offset = usize::try_from(u32_at(record, 16)?).ok()?;
    located(at, declared, size, offset)
}

/// The directory ends where its end record begins; what its offset lacks stands before the archive.
fn located(end: usize, declared: u64, size: usize, offset: usize) -> Option<Directory> {
    let start = end.checked_sub(size)?;
    let shift = start.checked_sub(offset)?;
    Some(Directory {
        start,
        declared,
        shift,
    })
}

fn zip64(bytes: &[u8], end: usize) -> Option<Directory> {
    let locator_at = end.checked_sub(LOCATOR_BYTES)?;
    let locator = bytes.get(locator_at..)?;
    if !locator.starts_with(LOCATOR_64) {
        return None;
    }
    let record_at = usize::try_from(u64_at(locator, 8)?).ok()?;
    let record = bytes.get(record_at..)?;
    if !record.starts_with(END_64) {
        return None;
    }
    let declared = u64_at(record, 32)?;
    let size = usize::try_from(u64_at(record, 40)?).ok()?;
    let offset = usize::try_from(u64_at(record, 48)?).ok()?;
    located(record_at, declared, size, offset)
}

impl Directory {
    /// The entries in the directory's order, up to the first that is none.
    pub fn records<'a>(&self, bytes: &'a [u8]) -> impl Iterator<Item = Record<'a>> {
        let mut at = self.start;
        let shift = self.shift;
        std::iter::from_fn(move || {
            let (mut record, length) = Record::central(bytes.get(at..)?)?;
            record.offset = record.offset.saturating_add(shift as u64);
            at += length;
            Some(record)
        })
    }
}
