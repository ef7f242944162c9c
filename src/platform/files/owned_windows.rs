//! Windows: opening a file itself, never what a link leads to, while others are kept from writing.

use std::fs::{self, File};
use std::io;
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use windows_sys::Win32::Foundation::{
    ERROR_LOCK_VIOLATION, ERROR_SHARING_VIOLATION, ERROR_UNABLE_TO_REMOVE_REPLACED,
};
use windows_sys::Win32::Storage::FileSystem::{
    FILE_ATTRIBUTE_REPARSE_POINT, FILE_FLAG_OPEN_REPARSE_POINT, FILE_SHARE_READ,
};
use zeroize::Zeroizing;

use super::patience::patiently;
use super::steps::{Step, Steps};
use super::{fault, read};
use crate::core::env::{ExchangeFault, FileFault, Guard, LockedFault};
use crate::platform::windows::{guard as rights, private_file};

/// Whether another program is in the way.
pub fn is_busy(error: &io::Error) -> bool {
    let codes = [
        ERROR_LOCK_VIOLATION,
        ERROR_SHARING_VIOLATION,
        ERROR_UNABLE_TO_REMOVE_REPLACED,
    ];
    error
        .raw_os_error()
        .is_some_and(|code| codes.contains(&code.cast_unsigned()))
}

/// Opens a regular file for reading; others may do meanwhile what `share` says.
pub fn open_itself(path: &Path, share: u32) -> Result<File, ExchangeFault> {
    let open = || {
        File::options()
            .read(true)
            .share_mode(share)
            .custom_flags(FILE_FLAG_OPEN_REPARSE_POINT)
            .open(path)
    };
    let file = patiently(open, is_busy).map_err(|error| match is_busy(&error) {
        true => ExchangeFault::Busy,
        false => fault(&error).into(),
    })?;
    let metadata = file.metadata().map_err(|error| fault(&error))?;
    if metadata.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT != 0 {
        return Err(ExchangeFault::Link);
    }
    if !metadata.is_file() {
        return Err(FileFault::NotAFile.into());
    }
    Ok(file)
}

/// Makes a folder for its owner, Administrators and SYSTEM.
pub fn make_private_folder(path: &Path, steps: &dyn Steps) -> Result<(), FileFault> {
    private_file::create_folder(path)
        .and_then(|()| steps.reached(Step::FolderMade, path))
        .map_err(|error| fault(&error))
}

/// Who can write to `path` besides administrators and the owner of `file`.
pub fn guard(path: &Path, file: &Path) -> Result<Guard, FileFault> {
    let found = fs::symlink_metadata(path).map_err(|error| fault(&error))?;
    if found.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT != 0 {
        return Ok(Guard::Link);
    }
    rights::of(path, file).map_err(|error| fault(&error))
}

/// The whole file, which nobody can write, rename or remove meanwhile.
pub fn read_locked(path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, LockedFault> {
    let file = open_itself(path, FILE_SHARE_READ).map_err(|error| match error {
        ExchangeFault::Busy => LockedFault::Busy,
        ExchangeFault::Link => LockedFault::Open(Guard::Link),
        ExchangeFault::File(fault) => LockedFault::File(fault),
        other => LockedFault::File(FileFault::Other(format!("{other:?}"))),
    })?;
    read::whole(file, limit_bytes).map_err(LockedFault::File)
}
