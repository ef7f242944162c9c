//! Real files and folders. Pipes and devices are refused before they can block; writes appear whole or not at all.

mod read;
mod write;

use std::io;
use std::path::Path;

use zeroize::Zeroizing;

use crate::core::env::{Entry, FileFault, Files};

/// The system's files.
pub struct SystemFiles;

impl Files for SystemFiles {
    fn entry(&self, path: &Path) -> Result<Entry, FileFault> {
        read::entry(path)
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, FileFault> {
        read::list(folder)
    }

    fn read(&self, path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault> {
        read::read(path, limit_bytes)
    }

    fn write(
        &self,
        path: &Path,
        bytes: &[u8],
        private: bool,
        replace: bool,
    ) -> Result<(), FileFault> {
        write::write(path, bytes, private, replace)
    }
}

/// `ELOOP` where the standard library has no kind for it yet.
#[cfg(unix)]
const TOO_MANY_LINKS: i32 = 40;
/// ERROR_CANT_RESOLVE_FILENAME.
#[cfg(windows)]
const TOO_MANY_LINKS: i32 = 1921;

fn fault(error: &io::Error) -> FileFault {
    if error.raw_os_error() == Some(TOO_MANY_LINKS) {
        return FileFault::LinkLoop;
    }
    match error.kind() {
        io::ErrorKind::NotFound => FileFault::Missing,
        io::ErrorKind::PermissionDenied => FileFault::Denied,
        io::ErrorKind::AlreadyExists => FileFault::Exists,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileFault::Full,
        _ => FileFault::Other(error.to_string()),
    }
}
