//! Archives, read in memory within the limits of [`limits`]; nothing is unpacked to disk.
//! What cannot be read is a finding with its entry, the rest is told.

mod growth;
pub mod gzip;
mod listing;
pub mod names;
pub mod tar;
pub mod zip;

use zeroize::Zeroizing;

use crate::core::finding::{BundleFact, Finding, Kind};
use crate::core::limits;
use crate::core::place::Place;
use crate::core::progress::Cancelled;

/// Findings of one sort about single entries; further ones are summed up at the archive.
const NAMED_FINDINGS: usize = 16;

/// What one opened archive may still cost, shared with the archives inside it.
pub struct Budget {
    /// Entries left.
    pub entries: usize,
    /// Unpacked bytes left, thrown-away ones included.
    pub bytes: u64,
}

impl Budget {
    /// The whole allowance of one opened archive.
    pub fn whole() -> Self {
        Self {
            entries: limits::ARCHIVE_ENTRIES,
            bytes: limits::ARCHIVE_TOTAL_BYTES,
        }
    }
}

/// Receives each file of an archive: its place and its bytes.
pub type Each<'a> =
    &'a mut dyn FnMut(Place, Zeroizing<Vec<u8>>, &mut Budget) -> Result<(), Cancelled>;

/// What is said of an archive beside its files.
#[derive(Default)]
pub struct Contents {
    /// What could not be read, and why.
    pub findings: Vec<Finding>,
    /// Files handed over.
    pub files: usize,
    /// Distinct folders.
    pub folders: usize,
    /// Entries that systems add for themselves, left out in silence.
    pub litter: usize,
    named: Vec<(&'static str, usize)>,
}

impl Contents {
    /// Adds a finding about one entry, unless there are many of its sort already.
    fn about_entry(&mut self, sort: &'static str, finding: Finding) {
        let held = match self.named.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.named.push((sort, 1));
                1
            }
        };
        if held <= NAMED_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// Says how many more entries of a sort there were than are named.
    fn sum_up(&mut self, archive: &Place) {
        for (sort, count) in std::mem::take(&mut self.named) {
            if count > NAMED_FINDINGS {
                let detail = format!("{sort}: {} more", count - NAMED_FINDINGS);
                let fact = BundleFact::FileDamaged {
                    kind: Kind::Archive,
                    detail,
                };
                self.findings.push(Finding::new(fact).at(archive));
            }
        }
    }
}
