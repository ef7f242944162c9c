//! Real files and folders. Pipes and devices are refused before they can block; writes appear whole or not at all.

#[cfg(unix)]
mod accounts;
#[cfg(unix)]
mod acl;
mod exchange;
#[cfg_attr(unix, path = "owned.rs")]
#[cfg_attr(windows, path = "owned_windows.rs")]
mod owned;
mod patience;
mod read;
mod steps;
#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod system;
mod write;

use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::core::artifact::Fingerprint;
use crate::core::env::{
    Access, Entry, ExchangeFault, FileFault, Files, Guard, LockedFault, Readers,
};

pub use steps::{Step, Steps, Unhindered};

/// The system's files; tests may come between the steps of writing.
pub struct DiskFiles<S>(pub S);

/// The files of every ordinary run.
pub static SYSTEM_FILES: DiskFiles<Unhindered> = DiskFiles(Unhindered);

impl<S: Steps> Files for DiskFiles<S> {
    fn entry(&self, path: &Path) -> Result<Entry, FileFault> {
        read::entry(path)
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, FileFault> {
        read::list(folder)
    }

    fn read(&self, path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault> {
        read::read(path, limit_bytes)
    }

    fn stage(
        &self,
        path: &Path,
        bytes: &[u8],
        access: Option<&Access>,
    ) -> Result<PathBuf, FileFault> {
        write::stage(path, bytes, access, &self.0)
    }

    fn place(&self, staged: &Path, path: &Path, replace: bool) -> Result<(), FileFault> {
        write::place(staged, path, replace, &self.0)
    }

    fn keep(&self, path: &Path, copy: &Path) -> Result<(), FileFault> {
        write::keep(path, copy, &self.0)
    }

    fn remove(&self, path: &Path) -> Result<(), FileFault> {
        write::remove(path)
    }

    fn exchange(
        &self,
        path: &Path,
        expected: &Fingerprint,
        bytes: &[u8],
    ) -> Result<(), ExchangeFault> {
        exchange::exchange(path, expected, bytes, &self.0)
    }

    fn make_private_folder(&self, path: &Path) -> Result<(), FileFault> {
        owned::make_private_folder(path, &self.0)
    }

    fn guard(&self, path: &Path, file: &Path) -> Result<Guard, FileFault> {
        owned::guard(path, file)
    }

    fn read_locked(
        &self,
        path: &Path,
        limit_bytes: u64,
    ) -> Result<Zeroizing<Vec<u8>>, LockedFault> {
        owned::read_locked(path, limit_bytes)
    }

    fn readers(&self, path: &Path) -> Result<Readers, FileFault> {
        system::readers(path)
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
