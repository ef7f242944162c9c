//! Gzip (RFC 1952): one file, or a tar, unpacked as it is read.

use std::cell::Cell;
use std::io::{self, BufRead, Read};

use flate2::bufread::MultiGzDecoder;
use zeroize::Zeroizing;

use super::listing::{Fault, Listing};
use super::{Budget, Contents, Each, growth, names, tar};
use crate::core::limits::FILE_BYTES;
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, check};

/// Bytes unpacked between two looks at the limits and at the cancel.
const STEP: usize = 64 << 10;

/// Packed bytes that count how many were taken.
struct Counted<'a> {
    rest: &'a [u8],
    taken: &'a Cell<u64>,
}

impl Read for Counted<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let length = self.rest.read(out)?;
        self.taken.set(self.taken.get() + length as u64);
        Ok(length)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.rest)
    }

    fn consume(&mut self, amount: usize) {
        self.rest = self.rest.get(amount..).unwrap_or_default();
        self.taken.set(self.taken.get() + amount as u64);
    }
}

/// Hands over what the stream holds: the files of a tar, or its one file.
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
    let taken = Cell::new(0);
    let packed = Counted {
        rest: bytes,
        taken: &taken,
    };
    let mut stream = MultiGzDecoder::new(packed);
    let name = file_name(place, stream.header().and_then(|header| header.filename()));
    let mut head = Zeroizing::new(Vec::new());
    // A stream that breaks in its first block is told by the reading below.
    let whole_head = (&mut stream).take(tar::BLOCK as u64).read_to_end(&mut head);
    if whole_head.is_ok() && tar::is_header(&head) {
        let unpacked = head.as_slice().chain(stream);
        return tar::read_stream(place, unpacked, Some(&taken), budget, each, progress);
    }
    let mut listing = Listing::new(place, budget, each, progress);
    if listing.may_go_on(0)
        && let Some(path) = listing.path(&name)
    {
        let inner = listing.place_of(&path);
        let content = match whole_head {
            Ok(_) => one_file(head, stream, &taken, listing.budget, progress),
            Err(_) => Err(Fault::Damaged("the packed data is broken or ends early")),
        };
        listing.finish_file(inner, content)?;
    }
    Ok(listing.finish())
}

fn one_file(
    head: Zeroizing<Vec<u8>>,
    mut stream: impl Read,
    taken: &Cell<u64>,
    budget: &mut Budget,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let mut bytes = head;
    let mut step = Zeroizing::new(vec![0; STEP]);
    let result = loop {
        check(progress)?;
        let Ok(length) = stream.read(&mut step) else {
            break Err(Fault::Damaged("the packed data is broken or ends early"));
        };
        bytes.extend_from_slice(step.get(..length).unwrap_or_default());
        let total = bytes.len() as u64;
        let judged = growth::judge_file(total)
            .and_then(|()| growth::judge_ratio(total, taken.get()))
            .and_then(|()| growth::judge_total(total, budget));
        if judged.is_err() || length == 0 {
            break judged;
        }
    };
    budget.bytes = budget
        .bytes
        .saturating_sub((bytes.len() as u64).min(FILE_BYTES));
    result.map(|()| bytes)
}

/// The name inside, or the archive's own without its last extension.
fn file_name(place: &Place, inside: Option<&[u8]>) -> String {
    let name = inside.map(names::decode).unwrap_or_default();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    if !last.is_empty() {
        return last.to_owned();
    }
    let own = place.file_name();
    own.rsplit_once('.')
        .map_or(own, |(stem, _)| stem)
        .to_owned()
}
