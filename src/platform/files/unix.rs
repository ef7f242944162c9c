//! Rights on Linux: modes and one group. A secret file is 0600 from `open(2)` on; a group comes
//! before its first byte.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::Path;

use super::{accounts, fault};
use crate::core::env::{Access, FileFault, Reader, Readers};
use crate::core::save::wide;

/// How a new file is created.
pub enum Rights {
    /// As the umask says.
    Ordinary,
    /// Its owner alone.
    Private,
    /// The owner, and this group for reading.
    Group {
        /// As it was named.
        name: String,
        gid: u32,
    },
}

impl Rights {
    /// Looks the group up before anything is created.
    pub fn of(access: Option<&Access>) -> Result<Self, FileFault> {
        match access {
            None => Ok(Self::Ordinary),
            Some(Access::OwnerOnly) => Ok(Self::Private),
            Some(Access::AlsoReadableBy(name)) if wide::is_wide_name(name) => {
                Err(FileFault::AccountTooWide(name.clone()))
            }
            Some(Access::AlsoReadableBy(name)) => match accounts::group_id(name) {
                Some(gid) => Ok(Self::Group {
                    name: name.clone(),
                    gid,
                }),
                None => Err(FileFault::AccountUnknown(name.clone())),
            },
        }
    }
}

/// Creates a file that must not exist.
pub fn create(path: &Path, rights: &Rights) -> io::Result<File> {
    let mode = match rights {
        Rights::Ordinary => 0o666,
        Rights::Private | Rights::Group { .. } => 0o600,
    };
    File::options()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(path)
}

/// Lets the group read the empty file.
pub fn admit(file: &File, rights: &Rights) -> Result<(), FileFault> {
    let Rights::Group { name, gid } = rights else {
        return Ok(());
    };
    fchown(file, None, Some(*gid)).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => FileFault::AccountNotAllowed(name.clone()),
        _ => fault(&error),
    })?;
    drop_inherited_entries(file);
    file.set_permissions(fs::Permissions::from_mode(0o640))
        .map_err(|error| fault(&error))
}

/// A folder's default ACL names further users. They have no rights at mode 0600 and would get some at 0640.
pub fn drop_inherited_entries(file: &File) {
    // Most files have no such attribute, and most file systems without ACLs do not know it.
    rustix::fs::fremovexattr(file, ACL).ok();
}

/// Where Linux keeps the list.
pub const ACL: &str = "system.posix_acl_access";

/// Renames unless the new name is taken.
pub fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(()),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => link_to_new(from, to),
        Err(error) => Err(error.into()),
    }
}

/// For file systems whose rename knows no such refusal, such as NFS.
fn link_to_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from).inspect_err(|_| {
            fs::remove_file(to).ok();
        }),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Neither: the small window is theirs.
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// Makes a rename outlast a power cut.
pub fn flush_folder(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Everyone whom mode and ACL let read.
pub fn readers(path: &Path) -> Result<Readers, FileFault> {
    let file = fs::metadata(path).map_err(|error| fault(&error))?;
    let mode = file.mode();
    let mut readers = vec![Reader::Owner(accounts::user_name(file.uid()))];
    if file.uid() != 0 {
        readers.push(Reader::Administrators);
    }
    let mut list = [0; 4096];
    let entries = rustix::fs::getxattr(path, ACL, &mut list[..])
        .ok()
        .and_then(|length| list.get(..length))
        .map(super::acl::readers);
    match entries {
        Some(entries) => {
            if entries.owning_group {
                readers.push(Reader::Group(accounts::group_name(file.gid())));
            }
            readers.extend(entries.named);
        }
        None if mode & 0o040 != 0 => {
            readers.push(Reader::Group(accounts::group_name(file.gid())));
        }
        None => {}
    }
    if mode & 0o004 != 0 {
        readers.push(Reader::Everyone);
    }
    Ok(Readers(readers))
}
