//! Replacing a file that other programs write too: compared first, its rights kept, in one step.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod system;

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::steps::{Step, Steps};
use super::{fault, write};
use crate::core::artifact::Fingerprint;
use crate::core::env::{ExchangeFault, FileFault};
use crate::core::limits;
use system::Held;

/// See [`crate::core::env::Files::exchange`].
pub fn exchange(
    path: &Path,
    expected: &Fingerprint,
    bytes: &[u8],
    steps: &dyn Steps,
) -> Result<(), ExchangeFault> {
    let held = Held::open(path)?;
    // Before anything is written beside it.
    if hash(held.file())? != *expected {
        return Err(ExchangeFault::Changed);
    }
    let (temporary, file) = write::create_beside(path, &super::system::Rights::Private)?;
    let exchanged = held
        .dress(&file, &temporary)
        .and_then(|()| fill(file, bytes, steps, &temporary))
        .and_then(|()| held.expect(path, expected, steps))
        .and_then(|()| held.give_way(&temporary, path));
    if exchanged.is_err() {
        fs::remove_file(&temporary).ok();
        return exchanged;
    }
    // The file has its name: what follows cannot take that back, and not every file system flushes folders.
    super::system::flush_folder(path).ok();
    steps.reached(Step::Placed, path).ok();
    Ok(())
}

fn fill(
    file: File,
    bytes: &[u8],
    steps: &dyn Steps,
    temporary: &Path,
) -> Result<(), ExchangeFault> {
    steps
        .reached(Step::Created, temporary)
        .and_then(|()| write::fill(file, bytes, steps, temporary))
        .map_err(|error| of(&error))
}

fn of(error: &io::Error) -> ExchangeFault {
    ExchangeFault::File(fault(error))
}

/// Of the whole file, from its beginning.
fn hash(mut file: &File) -> Result<Fingerprint, ExchangeFault> {
    let mut hasher = Sha256::new();
    let mut block = vec![0; 64 << 10];
    let mut total = 0u64;
    file.seek(SeekFrom::Start(0)).map_err(|error| of(&error))?;
    loop {
        let count = file.read(&mut block).map_err(|error| of(&error))?;
        if count == 0 {
            return Ok(Fingerprint(hasher.finalize().into()));
        }
        total = total.saturating_add(count as u64);
        if total > limits::FILE_BYTES {
            return Err(FileFault::TooLarge(total).into());
        }
        hasher.update(block.get(..count).unwrap_or_default());
    }
}
