//! How far unpacked bytes may grow, judged before and while they do.

use super::Budget;
use super::listing::Fault;
use crate::core::limits::{ARCHIVE_RATIO, ARCHIVE_RATIO_FLOOR, ARCHIVE_TOTAL_BYTES, FILE_BYTES};

/// Whether one file may be this large.
pub fn judge_file(size: u64) -> Result<(), Fault> {
    if size <= FILE_BYTES {
        return Ok(());
    }
    Err(Fault::Limit {
        name: "file_bytes",
        allowed: FILE_BYTES,
        seen: size,
    })
}

/// Whether so many packed bytes may become so many unpacked ones.
pub fn judge_ratio(size: u64, packed: u64) -> Result<(), Fault> {
    if size < ARCHIVE_RATIO_FLOOR || size <= packed.saturating_mul(ARCHIVE_RATIO) {
        return Ok(());
    }
    Err(Fault::Limit {
        name: "archive_ratio",
        allowed: ARCHIVE_RATIO,
        seen: size / packed.max(1),
    })
}

/// Whether the opened archive may still unpack so much.
pub fn judge_total(size: u64, budget: &Budget) -> Result<(), Fault> {
    if size <= budget.bytes {
        return Ok(());
    }
    let used = ARCHIVE_TOTAL_BYTES.saturating_sub(budget.bytes);
    Err(Fault::Limit {
        name: "archive_total_bytes",
        allowed: ARCHIVE_TOTAL_BYTES,
        seen: used.saturating_add(size),
    })
}
