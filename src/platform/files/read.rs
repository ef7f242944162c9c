//! Looking at and reading files. A path is opened without blocking first and judged by its handle,
//! so that nothing changes between the look and the reading.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::Read;
use std::path::Path;

use zeroize::Zeroizing;

use super::fault;
use crate::core::env::{Entry, EntryKind, FileFault};

/// What a path leads to, following links.
pub fn entry(path: &Path) -> Result<Entry, FileFault> {
    let metadata = fs::metadata(path).map_err(|error| fault(&error))?;
    Ok(describe(path, &metadata))
}

/// The entries of a folder by name; links are told as links.
pub fn list(folder: &Path) -> Result<Vec<Entry>, FileFault> {
    let mut entries = Vec::new();
    for found in fs::read_dir(folder).map_err(|error| fault(&error))? {
        let path = found.map_err(|error| fault(&error))?.path();
        // An entry that vanished since is not worth a word.
        if let Ok(metadata) = fs::symlink_metadata(&path) {
            entries.push(describe(&path, &metadata));
        }
    }
    entries.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(entries)
}

/// The whole file, or why not.
pub fn read(path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault> {
    whole(open(path)?, limit_bytes)
}

/// All of an open file, from where it stands.
pub fn whole(file: File, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault> {
    let metadata = file.metadata().map_err(|error| fault(&error))?;
    if !metadata.is_file() {
        return Err(FileFault::NotAFile);
    }
    if metadata.len() > limit_bytes {
        return Err(FileFault::TooLarge(metadata.len()));
    }
    let expected = usize::try_from(metadata.len()).unwrap_or_default();
    let mut bytes = Zeroizing::new(Vec::with_capacity(expected.saturating_add(1)));
    file.take(limit_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| fault(&error))?;
    // The file grew while it was read.
    if bytes.len() as u64 > limit_bytes {
        return Err(FileFault::TooLarge(bytes.len() as u64));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn open(path: &Path) -> Result<File, FileFault> {
    use std::os::unix::fs::OpenOptionsExt;
    // Opening a pipe or a device without this flag may wait for ever or do something.
    const NON_BLOCKING: i32 = 0o4000;
    const NO_TERMINAL: i32 = 0o400;
    let metadata = fs::metadata(path).map_err(|error| fault(&error))?;
    if !metadata.is_file() {
        return Err(FileFault::NotAFile);
    }
    OpenOptions::new()
        .read(true)
        .custom_flags(NON_BLOCKING | NO_TERMINAL)
        .open(path)
        .map_err(|error| fault(&error))
}

#[cfg(not(unix))]
fn open(path: &Path) -> Result<File, FileFault> {
    OpenOptions::new()
        .read(true)
        .open(path)
        .map_err(|error| fault(&error))
}

fn describe(path: &Path, metadata: &Metadata) -> Entry {
    // On Windows this holds for junctions too, but not for files that OneDrive keeps elsewhere.
    let kind = if metadata.is_symlink() {
        EntryKind::Link
    } else if metadata.is_dir() {
        EntryKind::Folder
    } else if metadata.is_file() {
        EntryKind::File(metadata.len())
    } else {
        EntryKind::Special
    };
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    Entry {
        path: path.to_owned(),
        name: name.unwrap_or_else(|| path.display().to_string()),
        kind,
    }
}
