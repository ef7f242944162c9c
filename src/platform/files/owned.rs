//! Linux: opening a file itself, never what a link leads to, and who else can write to it.

use std::fs::{self, File, Metadata};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use zeroize::Zeroizing;

use super::steps::{Step, Steps};
use super::{TOO_MANY_LINKS, accounts, fault, read, system};
use crate::core::env::{ExchangeFault, FileFault, Guard, LockedFault};

const EVERYONE: &str = "everyone";

/// Opens a regular file without following a link at its end and without waiting for a pipe.
pub fn open_itself(path: &Path) -> Result<(File, Metadata), ExchangeFault> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = File::options()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
        .map_err(|error| match error.raw_os_error() {
            Some(TOO_MANY_LINKS) => ExchangeFault::Link,
            _ => fault(&error).into(),
        })?;
    let metadata = file.metadata().map_err(|error| fault(&error))?;
    if !metadata.is_file() {
        return Err(FileFault::NotAFile.into());
    }
    Ok((file, metadata))
}

/// Makes a folder with mode 0700.
pub fn make_private_folder(path: &Path, steps: &dyn Steps) -> Result<(), FileFault> {
    fs::DirBuilder::new()
        .mode(0o700)
        .create(path)
        .and_then(|()| system::flush_folder(path))
        .and_then(|()| steps.reached(Step::FolderMade, path))
        .map_err(|error| fault(&error))
}

/// Who can write to `path` besides root and the owner of `file`.
pub fn guard(path: &Path, file: &Path) -> Result<Guard, FileFault> {
    let found = fs::symlink_metadata(path).map_err(|error| fault(&error))?;
    let owner = fs::symlink_metadata(file).map_err(|error| fault(&error))?;
    if found.is_symlink() {
        return Ok(Guard::Link);
    }
    Ok(guard_of(&found, owner.uid()))
}

/// A list's mask stands where the group's rights stood, so the mode speaks for its entries too.
fn guard_of(found: &Metadata, owner: u32) -> Guard {
    if ![0, owner].contains(&found.uid()) {
        return Guard::OwnedBy(accounts::user_name(found.uid()));
    }
    match found.mode() {
        mode if mode & 0o002 != 0 => Guard::WritableBy(EVERYONE.to_owned()),
        mode if mode & 0o020 != 0 => Guard::WritableBy(accounts::group_name(found.gid())),
        _ => Guard::Closed,
    }
}

/// The whole file if it is this user's and nobody else can write to it.
pub fn read_locked(path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, LockedFault> {
    let (file, found) = open_itself(path).map_err(|error| match error {
        ExchangeFault::Link => LockedFault::Open(Guard::Link),
        ExchangeFault::File(fault) => LockedFault::File(fault),
        other => LockedFault::File(FileFault::Other(format!("{other:?}"))),
    })?;
    match guard_of(&found, rustix::process::geteuid().as_raw()) {
        Guard::Closed => read::whole(file, limit_bytes).map_err(LockedFault::File),
        open => Err(LockedFault::Open(open)),
    }
}
