//! Rights on Windows: an access control list of the file's own, given in the call that creates it.

use std::fs::File;
use std::io;
use std::path::Path;

use super::fault;
use crate::core::env::{Access, FileFault, Readers};
use crate::core::save::wide;
use crate::platform::windows::{account, private_file, readers, rename};

/// How a new file is created.
pub enum Rights {
    /// As the folder says.
    Ordinary,
    /// Owner, Administrators and SYSTEM.
    Private,
    /// The account or group with this security identifier too, for reading.
    Account { sid: String },
}

impl Rights {
    /// Looks the account up before anything is created. Its number decides whether it holds everybody:
    /// the name is of the system's language.
    pub fn of(access: Option<&Access>) -> Result<Self, FileFault> {
        let name = match access {
            None => return Ok(Self::Ordinary),
            Some(Access::OwnerOnly) => return Ok(Self::Private),
            Some(Access::AlsoReadableBy(name)) => name,
        };
        if wide::is_wide_name(name) {
            return Err(FileFault::AccountTooWide(name.clone()));
        }
        let sid = account::sid_of(name).ok_or_else(|| FileFault::AccountUnknown(name.clone()))?;
        if wide::is_wide_sid(&sid) {
            return Err(FileFault::AccountTooWide(name.clone()));
        }
        Ok(Self::Account { sid })
    }
}

/// Creates a file that must not exist.
pub fn create(path: &Path, rights: &Rights) -> io::Result<File> {
    match rights {
        Rights::Ordinary => File::create_new(path),
        Rights::Private => private_file::create(path, None),
        Rights::Account { sid } => private_file::create(path, Some(sid)),
    }
}

/// The call that created the file has done it.
pub fn admit(_file: &File, _rights: &Rights) -> Result<(), FileFault> {
    Ok(())
}

/// Renames unless the new name is taken.
pub fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    rename::to_new(from, to)
}

/// NTFS journals the rename; a folder cannot be flushed there.
pub fn flush_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Everyone whom the access control list lets read.
pub fn readers(path: &Path) -> Result<Readers, FileFault> {
    readers::of(path).map_err(|error| fault(&error))
}
