//! Putting a new file in the place of one that is held open, whole at every moment.

use std::fs::{self, File};
use std::io;
use std::mem::offset_of;
use std::os::windows::fs::OpenOptionsExt;
use std::os::windows::io::AsRawHandle;
use std::path::{Path, PathBuf, absolute};
use std::ptr;

use windows_sys::Win32::Foundation::{
    ERROR_CALL_NOT_IMPLEMENTED, ERROR_INVALID_FUNCTION, ERROR_INVALID_PARAMETER,
    ERROR_NOT_SUPPORTED, ERROR_SHARING_VIOLATION,
};
use windows_sys::Win32::Storage::FileSystem::{
    BY_HANDLE_FILE_INFORMATION, DELETE, FILE_FLAG_OPEN_REPARSE_POINT, FILE_RENAME_INFO,
    FileRenameInfoEx, GetFileInformationByHandle, MOVEFILE_WRITE_THROUGH, MoveFileExW,
    ReplaceFileW, SYNCHRONIZE, SetFileInformationByHandle,
};

use super::{security::Security, wide};
use crate::core::env::{ExchangeFault, FileFault};

/// FILE_RENAME_REPLACE_IF_EXISTS and FILE_RENAME_POSIX_SEMANTICS of ntifs.h: the old name leads to the new
/// file in one step, while handles of the old one live on.
const REPLACE_IN_ONE_STEP: u32 = 1 | 2;

/// Gives the new file the access control list of the old one, which is open.
pub fn give_rights(old: &File, new: &Path) -> io::Result<()> {
    Security::of_file(old)?.give_to(new)
}

/// Tells files apart: volume and number.
pub fn identity(file: &File) -> io::Result<(u32, u32, u32)> {
    let mut found = BY_HANDLE_FILE_INFORMATION::default();
    // SAFETY: the handle is open and the structure lives through the call.
    let known = unsafe { GetFileInformationByHandle(file.as_raw_handle(), &raw mut found) };
    if known == 0 {
        return Err(io::Error::last_os_error());
    }
    Ok((
        found.dwVolumeSerialNumber,
        found.nFileIndexHigh,
        found.nFileIndexLow,
    ))
}

/// Renames over the old file, `held` open with delete shared. Windows 10 and Server 2016 do it in one step;
/// before that, and on file systems that know no such step, `ReplaceFileW` keeps the old file under a
/// second name, from which it is put back should the new one not get its name.
pub fn replace(held: &File, new: &Path, path: &Path) -> Result<(), ReplaceFault> {
    match rename_in_one_step(new, path) {
        Err(error) if is_unknown(&error) => replace_by_backup(held, new, path),
        Err(error) => Err(ReplaceFault::System(in_use(path).unwrap_or(error))),
        Ok(()) => Ok(()),
    }
}

/// A rename over a file that another program has open may be called denied; the plain question says whether
/// it is that.
fn in_use(path: &Path) -> Option<io::Error> {
    let asked = File::options()
        .access_mode(DELETE)
        .custom_flags(FILE_FLAG_OPEN_REPARSE_POINT)
        .open(path);
    let code = ERROR_SHARING_VIOLATION.cast_signed();
    asked
        .err()
        .filter(|error| error.raw_os_error() == Some(code))
}

/// Why the old file is still there.
pub enum ReplaceFault {
    /// Another program put a file of its own there.
    Changed,
    /// The system's word.
    System(io::Error),
}

impl ReplaceFault {
    /// For whoever asked.
    pub fn of(self, fault: impl FnOnce(&io::Error) -> FileFault) -> ExchangeFault {
        match self {
            Self::Changed => ExchangeFault::Changed,
            Self::System(error) => ExchangeFault::File(fault(&error)),
        }
    }
}

fn is_unknown(error: &io::Error) -> bool {
    let known = [
        ERROR_CALL_NOT_IMPLEMENTED,
        ERROR_INVALID_FUNCTION,
        ERROR_INVALID_PARAMETER,
        ERROR_NOT_SUPPORTED,
    ];
    error
        .raw_os_error()
        .is_some_and(|code| known.contains(&code.cast_unsigned()))
}

fn rename_in_one_step(new: &Path, path: &Path) -> io::Result<()> {
    let file = File::options()
        .access_mode(DELETE | SYNCHRONIZE)
        .custom_flags(FILE_FLAG_OPEN_REPARSE_POINT)
        .open(new)?;
    let name = wide(absolute(path)?.as_os_str());
    let name_bytes = (name.len() - 1) * size_of::<u16>();
    let bytes = offset_of!(FILE_RENAME_INFO, FileName) + name.len() * size_of::<u16>();
    // Eight bytes each, aligned as the structure wants it, and never less than one structure.
    let mut buffer = vec![0u64; bytes.max(size_of::<FILE_RENAME_INFO>()).div_ceil(8)];
    let info: *mut FILE_RENAME_INFO = buffer.as_mut_ptr().cast();
    let length = |bytes: usize| u32::try_from(bytes).map_err(|_| io::ErrorKind::InvalidInput);
    let (name_length, length) = (length(name_bytes)?, length(buffer.len() * 8)?);
    // SAFETY: the buffer holds the structure and, behind it, the whole name with its zero.
    unsafe {
        (*info).Anonymous.Flags = REPLACE_IN_ONE_STEP;
        (*info).FileNameLength = name_length;
        let target = (&raw mut (*info).FileName).cast::<u16>();
        ptr::copy_nonoverlapping(name.as_ptr(), target, name.len());
    }
    // SAFETY: the handle is open, the buffer as long as said.
    let renamed = unsafe {
        SetFileInformationByHandle(file.as_raw_handle(), FileRenameInfoEx, info.cast(), length)
    };
    match renamed {
        0 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}

fn replace_by_backup(held: &File, new: &Path, path: &Path) -> Result<(), ReplaceFault> {
    let backup = backup_name(new);
    let names = [path, new, &backup].map(|name| wide(name.as_os_str()));
    let [path_name, new_name, backup_name] = &names;
    // SAFETY: all names end with a zero and live through the call; the rest is unused.
    let replaced = unsafe {
        ReplaceFileW(
            path_name.as_ptr(),
            new_name.as_ptr(),
            backup_name.as_ptr(),
            0,
            ptr::null(),
            ptr::null(),
        )
    };
    if replaced == 0 {
        let error = io::Error::last_os_error();
        // ERROR_UNABLE_TO_MOVE_REPLACEMENT_2: the old file has the second name only. After the other two
        // errors both have their own.
        if fs::symlink_metadata(path).is_err() && fs::symlink_metadata(&backup).is_ok() {
            put_back(&backup, path).map_err(ReplaceFault::System)?;
        }
        return Err(ReplaceFault::System(error));
    }
    // Whoever renamed another file into its place in the last moment gets that one back.
    let is_ours = File::open(&backup).and_then(|kept| Ok(identity(&kept)? == identity(held)?));
    if let Ok(false) = is_ours {
        fs::remove_file(path).map_err(ReplaceFault::System)?;
        put_back(&backup, path).map_err(ReplaceFault::System)?;
        return Err(ReplaceFault::Changed);
    }
    fs::remove_file(&backup).ok();
    Ok(())
}

/// `.certwright-12-3.tmp` has the name of nothing else; its sibling `.certwright-12-3.old.tmp` neither.
fn backup_name(new: &Path) -> PathBuf {
    new.with_extension("old.tmp")
}

fn put_back(from: &Path, to: &Path) -> io::Result<()> {
    let (from, to) = (wide(from.as_os_str()), wide(to.as_os_str()));
    // SAFETY: both names end with a zero and live through the call.
    match unsafe { MoveFileExW(from.as_ptr(), to.as_ptr(), MOVEFILE_WRITE_THROUGH) } {
        0 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}
