//! Tar archives: ustar, GNU's and POSIX's long names (POSIX.1-2017 pax), read as a stream, never unpacked to disk.

use std::cell::Cell;
use std::io::Read;

use zeroize::Zeroizing;

use super::listing::{Fault, Listing};
use super::{Budget, Contents, Each, growth, names};
use crate::core::finding::SkipReason;
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, check};

/// Tar is made of blocks of this size.
pub const BLOCK: usize = 512;
/// Longest name or header extension that is read, in bytes.
const EXTENSION_BYTES: u64 = 64 << 10;
/// Bytes read at once.
const STEP: usize = 64 << 10;
const ENDS_EARLY: &str = "the archive ends early";

struct Reading<'a, 'b, R> {
    listing: Listing<'a, 'b>,
    stream: R,
    /// Packed bytes taken so far, where the tar is compressed.
    taken: Option<&'a Cell<u64>>,
    unpacked: u64,
    /// Long name of the next entry.
    long_name: Option<String>,
}

/// What one header block says.
struct Header {
    name: Vec<u8>,
    size: u64,
    kind: u8,
    /// Full size of a file with holes.
    real_size: u64,
}

/// Whether a block is the header of a tar entry.
pub fn is_header(block: &[u8]) -> bool {
    block.get(257..262) == Some(b"ustar")
}

/// Hands over every file of a plain tar.
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
    read_stream(place, bytes, None, budget, each, progress)
}

/// As [`read`], from a stream; `taken` counts the packed bytes that fed it.
pub(super) fn read_stream(
    place: &Place,
    stream: impl Read,
    taken: Option<&Cell<u64>>,
    budget: &mut Budget,
    each: Each<'_>,
    progress: &dyn Progress,
) -> Result<Contents, Cancelled> {
    let mut reading = Reading {
        listing: Listing::new(place, budget, each, progress),
        stream,
        taken,
        unpacked: 0,
        long_name: None,
    };
    reading.entries()?;
    Ok(reading.listing.finish())
}

impl<R: Read> Reading<'_, '_, R> {
    fn entries(&mut self) -> Result<(), Cancelled> {
        loop {
            check(self.listing.progress)?;
            let block = match self.take(BLOCK as u64) {
                Ok(block) => block,
                Err(fault) => return self.stop(fault),
            };
            if block.iter().all(|byte| *byte == 0) {
                return Ok(());
            }
            let Some(header) = Header::read(&block) else {
                self.listing.damaged("a header is not one".to_owned());
                return Ok(());
            };
            if matches!(header.kind, b'L' | b'x' | b'K' | b'g') {
                if let Err(fault) = self.extension(&header) {
                    return self.stop(fault);
                }
            } else if !self.listing.may_go_on(0) || !self.entry(&header)? {
                return Ok(());
            }
        }
    }

    /// GNU's long name, or the records of a POSIX header.
    fn extension(&mut self, header: &Header) -> Result<(), Fault> {
        if header.size > EXTENSION_BYTES {
            return self.skip(padded(header.size));
        }
        let content = self.take(padded(header.size))?;
        let length = usize::try_from(header.size).unwrap_or_default();
        let content = content.get(..length).unwrap_or_default();
        match header.kind {
            b'L' => self.long_name = Some(names::decode(until_nul(content))),
            b'x' => self.long_name = pax_path(content).or_else(|| self.long_name.take()),
            _ => {}
        }
        Ok(())
    }

    /// Reads one entry; false when nothing more may be read.
    fn entry(&mut self, header: &Header) -> Result<bool, Cancelled> {
        let name = self.long_name.take();
        let name = name.unwrap_or_else(|| names::decode(&header.name));
        // `.` and `./` are the folder itself.
        let is_top = name.split('/').all(|step| matches!(step, "" | "."));
        let path = if is_top && !name.starts_with('/') {
            None
        } else {
            self.listing.path(&name)
        };
        let Some(path) = path else {
            return self.pass(header.size);
        };
        if header.kind == b'5' {
            self.listing.add_folder(&path);
            return self.pass(header.size);
        }
        self.listing.add_folders_of(&path);
        match header.kind {
            b'0' | 0 | b'7' => self.file(header, &path),
            b'S' => {
                let place = self.listing.place_of(&path);
                let judged = growth::judge_file(header.real_size);
                let fault = judged.err().unwrap_or(Fault::Damaged("a file with holes"));
                Ok(self.listing.finish_file(place, Err(fault))? && self.pass(header.size)?)
            }
            _ => {
                self.listing.skipped(&path, SkipReason::Link);
                self.pass(header.size)
            }
        }
    }

    fn file(&mut self, header: &Header, path: &str) -> Result<bool, Cancelled> {
        let place = self.listing.place_of(path);
        if let Err(fault) = growth::judge_file(header.size) {
            return Ok(self.listing.finish_file(place, Err(fault))? && self.pass(header.size)?);
        }
        let content = self.take(padded(header.size)).map(|mut content| {
            content.truncate(usize::try_from(header.size).unwrap_or_default());
            content
        });
        let is_whole = content.is_ok();
        Ok(self.listing.finish_file(place, content)? && is_whole)
    }

    /// Leaves the content of an entry out; false when the stream ended or a limit was reached.
    fn pass(&mut self, size: u64) -> Result<bool, Cancelled> {
        match self.skip(padded(size)) {
            Ok(()) => Ok(true),
            Err(fault) => self.stop(fault).map(|()| false),
        }
    }

    /// What ends the whole archive.
    fn stop(&mut self, fault: Fault) -> Result<(), Cancelled> {
        match fault {
            Fault::Cancelled => return Err(Cancelled),
            Fault::Damaged(detail) => self.listing.damaged(detail.to_owned()),
            Fault::Limit {
                name,
                allowed,
                seen,
            } => self.listing.limit(name, allowed, seen),
        }
        Ok(())
    }

    fn take(&mut self, length: u64) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let mut bytes = Zeroizing::new(Vec::new());
        self.each_step(length, |step| bytes.extend_from_slice(step))?;
        Ok(bytes)
    }

    fn skip(&mut self, length: u64) -> Result<(), Fault> {
        self.each_step(length, |_| {})
    }

    fn each_step(&mut self, length: u64, mut each: impl FnMut(&[u8])) -> Result<(), Fault> {
        let mut left = length;
        let mut step = Zeroizing::new(vec![0; STEP.min(usize::try_from(length).unwrap_or(STEP))]);
        while left > 0 {
            check(self.listing.progress)?;
            let room = usize::try_from(left).unwrap_or(STEP).min(step.len());
            let Some(room) = step.get_mut(..room) else {
                return Ok(());
            };
            let got = match self.stream.read(room) {
                Ok(0) | Err(_) => return Err(Fault::Damaged(ENDS_EARLY)),
                Ok(got) => got,
            };
            self.unpacked += got as u64;
            if let Some(taken) = self.taken {
                growth::judge_ratio(self.unpacked, taken.get())?;
            }
            growth::judge_total(got as u64, self.listing.budget)?;
            self.listing.budget.bytes -= got as u64;
            each(room.get(..got).unwrap_or_default());
            left -= got as u64;
        }
        Ok(())
    }
}

impl Header {
    fn read(block: &[u8]) -> Option<Self> {
        let sum = number(block.get(148..156)?)?;
        let spaces = 8 * u64::from(b' ');
        let summed = |bytes: Option<&[u8]>| -> u64 {
            bytes
                .unwrap_or_default()
                .iter()
                .map(|byte| u64::from(*byte))
                .sum()
        };
        if sum != summed(block.get(..148)) + spaces + summed(block.get(156..)) {
            return None;
        }
        let kind = *block.get(156)?;
        let mut name = until_nul(block.get(..100)?).to_vec();
        let prefix = until_nul(block.get(345..500)?);
        // GNU's own format keeps other things where POSIX has the prefix.
        if block.get(257..263) == Some(b"ustar\0") && !prefix.is_empty() {
            name = [prefix, b"/", &name].concat();
        }
        Some(Self {
            name,
            size: number(block.get(124..136)?)?,
            kind,
            real_size: number(block.get(483..495)?).unwrap_or_default(),
        })
    }
}

/// Octal digits, or GNU's binary form with the top bit set.
fn number(field: &[u8]) -> Option<u64> {
    if field.first().is_some_and(|first| first & 0x80 != 0) {
        let (head, tail) = field.split_at_checked(field.len().checked_sub(8)?)?;
        let is_small = head.iter().skip(1).all(|byte| *byte == 0) && head.first() == Some(&0x80);
        return is_small.then(|| tail.try_into().ok().map(u64::from_be_bytes))?;
    }
    let digits = field.iter().filter(|byte| !matches!(byte, b' ' | 0));
    digits.into_iter().try_fold(0_u64, |sum, digit| {
        let value = digit.checked_sub(b'0').filter(|value| *value < 8)?;
        sum.checked_mul(8)?.checked_add(u64::from(value))
    })
}

fn padded(size: u64) -> u64 {
    size.saturating_add(BLOCK as u64 - 1) / BLOCK as u64 * BLOCK as u64
}

fn until_nul(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// The `path` record: `LENGTH path=NAME\n`.
fn pax_path(records: &[u8]) -> Option<String> {
    let mut rest = records;
    let mut found = None;
    while let Some(space) = rest.iter().position(|byte| *byte == b' ') {
        let length: usize = std::str::from_utf8(rest.get(..space)?).ok()?.parse().ok()?;
        let record = rest.get(space + 1..length)?;
        if let Some(path) = record.strip_prefix(b"path=") {
            found = Some(names::decode(path.strip_suffix(b"\n").unwrap_or(path)));
        }
        rest = rest.get(length..)?;
    }
    found
}
