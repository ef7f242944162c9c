//! The content of one zip entry: stored or inflated, within the limits, judged while it grows.

use std::io::Read;

use flate2::bufread::DeflateDecoder;
use zeroize::Zeroizing;

use super::record::Record;
use crate::core::archive::listing::Fault;
use crate::core::archive::{Budget, growth};
use crate::core::progress::{Progress, check};

pub const STORED: u16 = 0;
pub const DEFLATED: u16 = 8;
/// Bytes inflated between two looks at the limits and at the cancel.
const STEP: usize = 64 << 10;

/// The content, and how many packed bytes it took.
pub struct Content {
    pub bytes: Zeroizing<Vec<u8>>,
    pub consumed: usize,
}

/// Unpacks one entry. `data` begins with its packed bytes and may go on behind them.
pub fn read(
    record: &Record<'_>,
    data: &[u8],
    budget: &mut Budget,
    progress: &dyn Progress,
) -> Result<Content, Fault> {
    if let Some(size) = record.size {
        judge(size, record.packed, budget)?;
    }
    let packed = match record.packed {
        Some(packed) => usize::try_from(packed)
            .ok()
            .and_then(|packed| data.get(..packed))
            .ok_or(Fault::Damaged("the data ends early"))?,
        None => data,
    };
    let content = if record.method == STORED {
        stored(record, packed, budget)?
    } else {
        inflated(record, packed, budget, progress)?
    };
    let mut crc = flate2::Crc::new();
    crc.update(&content.bytes);
    if record.size.is_some() && crc.sum() != record.crc {
        return Err(Fault::Damaged("the checksum does not fit"));
    }
    Ok(content)
}

/// Whether a size, announced or reached, is within the limits.
fn judge(size: u64, packed: Option<u64>, budget: &Budget) -> Result<(), Fault> {
    growth::judge_file(size)?;
    if let Some(packed) = packed {
        growth::judge_ratio(size, packed)?;
    }
    growth::judge_total(size, budget)
}

fn stored(record: &Record<'_>, packed: &[u8], budget: &mut Budget) -> Result<Content, Fault> {
    let length = packed.len() as u64;
    match record.size {
        // Where neither length is known, only the directory could tell the end.
        None => return Err(Fault::Damaged("its length is not known")),
        Some(size) if size != length => return Err(Fault::Damaged("its two lengths differ")),
        Some(_) => {}
    }
    judge(length, None, budget)?;
    budget.bytes = budget.bytes.saturating_sub(length);
    Ok(Content {
        bytes: Zeroizing::new(packed.to_vec()),
        consumed: packed.len(),
    })
}

fn inflated(
    record: &Record<'_>,
    packed: &[u8],
    budget: &mut Budget,
    progress: &dyn Progress,
) -> Result<Content, Fault> {
    let room = record.size.and_then(|size| usize::try_from(size).ok());
    let mut bytes = Zeroizing::new(Vec::with_capacity(room.unwrap_or_default()));
    let mut decoder = DeflateDecoder::new(packed);
    let result = grow(record, &mut decoder, &mut bytes, budget, progress);
    budget.bytes = budget.bytes.saturating_sub(bytes.len() as u64);
    result?;
    if record.size.is_some_and(|size| size != bytes.len() as u64) {
        return Err(Fault::Damaged("shorter than announced"));
    }
    let consumed = usize::try_from(decoder.total_in()).unwrap_or(packed.len());
    Ok(Content { bytes, consumed })
}

fn grow(
    record: &Record<'_>,
    decoder: &mut DeflateDecoder<&[u8]>,
    bytes: &mut Zeroizing<Vec<u8>>,
    budget: &Budget,
    progress: &dyn Progress,
) -> Result<(), Fault> {
    let mut step = Zeroizing::new(vec![0; STEP]);
    loop {
        check(progress)?;
        let length = decoder
            .read(&mut step)
            .map_err(|_| Fault::Damaged("the packed data is broken or ends early"))?;
        let grown = step.get(..length).unwrap_or_default();
        if grown.is_empty() {
            return Ok(());
        }
        let total = (bytes.len() + length) as u64;
        if record.size.is_some_and(|size| total > size) {
            return Err(Fault::Damaged("longer than announced"));
        }
        judge(total, Some(decoder.total_in()), budget)?;
        bytes.extend_from_slice(grown);
    }
}

/// The usual name of a method (APPNOTE.TXT 4.4.5).
pub fn method_name(method: u16) -> String {
    match method {
        9 => "Deflate64".to_owned(),
        12 => "bzip2".to_owned(),
        14 => "LZMA".to_owned(),
        93 => "Zstandard".to_owned(),
        95 => "xz".to_owned(),
        98 => "PPMd".to_owned(),
        99 => "AES".to_owned(),
        other => other.to_string(),
    }
}
