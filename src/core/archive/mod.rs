//! Archives, read in memory within the limits of [`limits`]; nothing is unpacked to disk.
//! What cannot be read is a finding with its entry, the rest is told.

mod growth;
pub mod gzip;
mod listing;
pub mod names;
pub mod tar;
pub mod zip;

use zeroize::Zeroizing;

use crate::core::finding::{BundleFact, Fact, Finding};
use crate::core::limits;
use crate::core::place::Place;
use crate::core::progress::Cancelled;

/// Findings of one sort about single entries; further ones become one finding about the archive.
const NAMED_FINDINGS: usize = 16;

/// What one opened archive may still cost, and what was told of it; shared with the archives inside it.
pub struct Budget {
    /// Entries left.
    pub entries: usize,
    /// Unpacked bytes left, thrown-away ones included.
    pub bytes: u64,
    tallies: Vec<Tally>,
}

/// Findings of one sort.
struct Tally {
    sort: &'static str,
    count: usize,
    last: Finding,
}

impl Budget {
    /// The whole allowance of one opened archive.
    pub fn whole() -> Self {
        Self {
            entries: limits::ARCHIVE_ENTRIES,
            bytes: limits::ARCHIVE_TOTAL_BYTES,
            tallies: Vec::new(),
        }
    }

    /// The finding about an entry or a nested archive, unless there are many of its sort already.
    pub fn named(&mut self, sort: &'static str, finding: Finding) -> Option<Finding> {
        let held = self.tallies.iter_mut().find(|tally| tally.sort == sort);
        let Some(tally) = held else {
            self.tallies.push(Tally {
                sort,
                count: 1,
                last: finding.clone(),
            });
            return Some(finding);
        };
        tally.count += 1;
        if tally.count <= NAMED_FINDINGS {
            return Some(finding);
        }
        tally.last = finding;
        None
    }

    /// One finding for all entries of a sort that were not named, at the opened archive.
    pub fn unnamed(self, archive: &Place) -> Vec<Finding> {
        let left = |tally: &Tally| tally.count.saturating_sub(NAMED_FINDINGS);
        self.tallies
            .into_iter()
            .filter(|tally| left(tally) > 0)
            .map(|tally| summed_up(left(&tally), tally.last).at(archive))
            .collect()
    }
}

/// Entries are counted in place of a name; limits and damage are told of the archive.
fn summed_up(count: usize, mut finding: Finding) -> Finding {
    if let Fact::Bundle(BundleFact::ArchiveEntrySkipped { entry, .. }) = &mut finding.fact {
        *entry = format!("+{count}");
    }
    finding
}

/// Receives each file of an archive: its place and its bytes.
pub type Each<'a> =
    &'a mut dyn FnMut(Place, Zeroizing<Vec<u8>>, &mut Budget) -> Result<(), Cancelled>;

/// What is said of an archive beside its files.
#[derive(Default)]
pub struct Contents {
    /// What could not be read, and why.
    pub findings: Vec<Finding>,
    /// Whether anything was said, be it only in the count of its sort.
    is_told: bool,
    /// Files handed over.
    pub files: usize,
    /// Distinct folders.
    pub folders: usize,
    /// Entries that systems add for themselves, left out in silence.
    pub litter: usize,
}
