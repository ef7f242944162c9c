//! Files and folders as core sees them.

use std::path::{Path, PathBuf};

use serde::Serialize;
use zeroize::Zeroizing;

use super::access::{Access, Readers};
use super::exchange::{ExchangeFault, Guard, LockedFault};
use crate::core::artifact::Fingerprint;

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileFault {
    /// Nothing there by this name.
    Missing,
    /// No right to read or write it.
    Denied,
    /// A pipe, socket or device: reading it may never end.
    NotAFile,
    /// A symbolic link that leads back to a folder above it.
    LinkLoop,
    /// A symbolic link or reparse point inside a folder; not followed.
    LinkNotFollowed,
    /// Larger than the limit, in bytes.
    TooLarge(u64),
    /// It is there already.
    Exists,
    /// The disk is full.
    Full,
    /// No account or group of this name.
    AccountUnknown(String),
    /// The account or group holds everybody, or nearly; a secret is never given to it.
    AccountTooWide(String),
    /// The system lets this user give files to groups of the user's own only.
    AccountNotAllowed(String),
    /// Anything else, in the system's words.
    Other(String),
}

/// What a name leads to. Symbolic links are followed for what the user named, not inside folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Full path.
    pub path: PathBuf,
    /// File name only.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
}

/// What a folder entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A regular file and its size in bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A symbolic link or reparse point; not followed inside folders.
    Link,
    /// A pipe, socket or device.
    Special,
}

/// Reading and writing files.
pub trait Files: Sync {
    /// What the path leads to, following links.
    fn entry(&self, path: &Path) -> Result<Entry, FileFault>;
    /// What is directly inside a folder, sorted by name; links are reported as links.
    fn list(&self, folder: &Path) -> Result<Vec<Entry>, FileFault>;
    /// The whole file, refused when larger than `limit_bytes`. Never blocks on pipes or devices.
    fn read(&self, path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault>;
    /// Writes the bytes into a new temporary file beside `path`, flushed to the disk, and returns
    /// its name. With an [`Access`] nobody else can open it from its creation on; without one it gets
    /// the rights that new files have here. Leaves nothing behind when it fails.
    fn stage(
        &self,
        path: &Path,
        bytes: &[u8],
        access: Option<&Access>,
    ) -> Result<PathBuf, FileFault>;
    /// Gives a staged file its name in one step, and flushes the folder. With `replace` false an
    /// existing file is [`FileFault::Exists`]; with `replace` what was there is gone.
    fn place(&self, staged: &Path, path: &Path, replace: bool) -> Result<(), FileFault>;
    /// Keeps the file under a second name, with its rights, and leaves the first as it is.
    /// [`FileFault::Exists`] when the second name is taken; links and folders are refused.
    fn keep(&self, path: &Path, copy: &Path) -> Result<(), FileFault>;
    /// Removes a file, never a folder or what a link leads to.
    fn remove(&self, path: &Path) -> Result<(), FileFault>;
    /// Replaces a file by these bytes if it holds what has the hash `expected`, in one step that other
    /// programs see as the old or the new file, whole. Owner, group, rights and access control list stay.
    /// After an error the file is as it was and nothing is left beside it.
    ///
    /// Linux refuses rather than change the owner. On Windows the list stays and the owner is kept where
    /// that is allowed: an administrator's new file may belong to Administrators instead of SYSTEM. Other
    /// hard links keep the old file, and so do named streams on Windows.
    ///
    /// Windows denies writers from the comparison until the file is replaced. Linux cannot compare and
    /// rename in one step: a program that writes in the microseconds between the two and locks nothing is
    /// not noticed there. Two runs of this program lock, so that the later finds the file changed.
    fn exchange(
        &self,
        path: &Path,
        expected: &Fingerprint,
        bytes: &[u8],
    ) -> Result<(), ExchangeFault>;
    /// Makes a folder that only its owner (and on Windows Administrators and SYSTEM) can enter, from its
    /// first moment on, and so for what will be in it. [`FileFault::Exists`] when the name is taken.
    fn make_private_folder(&self, path: &Path) -> Result<(), FileFault>;
    /// Who can write to `path` besides the administrator and the owner of `file`. On Linux owner, mode
    /// and the list's mask decide; on Windows the owner and every entry of the list.
    fn guard(&self, path: &Path, file: &Path) -> Result<Guard, FileFault>;
    /// The whole file, which nobody may write meanwhile on Windows, and nobody but its owner ever on
    /// Linux, where it must belong to this user; links are refused.
    fn read_locked(&self, path: &Path, limit_bytes: u64)
    -> Result<Zeroizing<Vec<u8>>, LockedFault>;
    /// Who can read the file, as the system says now.
    fn readers(&self, path: &Path) -> Result<Readers, FileFault>;

    /// Writes one file that appears whole or not at all. With `private`, only its owner (and on
    /// Windows Administrators and SYSTEM) can read it from the first byte on. With `replace`
    /// false an existing file is [`FileFault::Exists`].
    fn write(
        &self,
        path: &Path,
        bytes: &[u8],
        private: bool,
        replace: bool,
    ) -> Result<(), FileFault> {
        let staged = self.stage(path, bytes, private.then_some(&Access::OwnerOnly))?;
        let placed = self.place(&staged, path, replace);
        if placed.is_err() {
            self.remove(&staged).ok();
        }
        placed
    }
}
