//! Linux: the present file is looked at twice, the second time right before the rename.
//!
//! Only programs that lock files can be kept from writing there, other runs of this one among them. A file replaced since has another number, one that was written
//! another time of change; only what happens between the last look and the rename is not noticed.

use std::fs::{self, File, Metadata};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::Path;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::{hash, of};
use crate::core::artifact::Fingerprint;
use crate::core::env::ExchangeFault;
use crate::platform::files::patience::patiently;
use crate::platform::files::steps::{Step, Steps};
use crate::platform::files::{owned, system};

/// SELinux keeps what a file is for there.
const LABEL: &str = "security.selinux";
/// XATTR_SIZE_MAX of linux/limits.h.
const ATTRIBUTE_BYTES: usize = 64 << 10;

/// The file as it was first found.
pub struct Held {
    file: File,
    found: Metadata,
}

impl Held {
    pub fn open(path: &Path) -> Result<Self, ExchangeFault> {
        let (file, found) = owned::open_itself(path)?;
        patiently(|| lock(&file), |fault| *fault == ExchangeFault::Busy)?;
        Ok(Self { file, found })
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    /// Gives the new file owner, group, mode and lists of the old one, before its first byte. What is not
    /// allowed is refused: a configuration that changes its owner is not the same one.
    pub fn dress(&self, file: &File, _temporary: &Path) -> Result<(), ExchangeFault> {
        let new = file.metadata().map_err(|error| of(&error))?;
        let uid = (new.uid() != self.found.uid()).then_some(self.found.uid());
        let gid = (new.gid() != self.found.gid()).then_some(self.found.gid());
        if uid.is_some() || gid.is_some() {
            fchown(file, uid, gid).map_err(|_| ExchangeFault::RightsNotKept)?;
        }
        self.copy_list(file)?;
        // A label that may not be set is the one that the folder gives, most often the same.
        if let Some(label) = attribute(&self.file, LABEL) {
            rustix::fs::fsetxattr(file, LABEL, &label, rustix::fs::XattrFlags::empty()).ok();
        }
        // Last: a change of owner takes bits away.
        let mode = fs::Permissions::from_mode(self.found.mode() & 0o7777);
        file.set_permissions(mode)
            .map_err(|_| ExchangeFault::RightsNotKept)
    }

    fn copy_list(&self, file: &File) -> Result<(), ExchangeFault> {
        let Some(list) = attribute(&self.file, system::ACL) else {
            system::drop_inherited_entries(file);
            return Ok(());
        };
        rustix::fs::fsetxattr(file, system::ACL, &list, rustix::fs::XattrFlags::empty())
            .map_err(|_| ExchangeFault::RightsNotKept)
    }

    /// Whether the name still leads to what was first found.
    pub fn expect(
        &self,
        path: &Path,
        expected: &Fingerprint,
        steps: &dyn Steps,
    ) -> Result<(), ExchangeFault> {
        let (file, before) = owned::open_itself(path)?;
        if !is_same(&self.found, &before) || hash(&file)? != *expected {
            return Err(ExchangeFault::Changed);
        }
        steps
            .reached(Step::Compared, path)
            .map_err(|error| of(&error))?;
        let now = fs::symlink_metadata(path).map_err(|error| of(&error))?;
        if now.is_symlink() {
            return Err(ExchangeFault::Link);
        }
        if !is_same(&before, &now) {
            return Err(ExchangeFault::Changed);
        }
        Ok(())
    }

    pub fn give_way(&self, temporary: &Path, path: &Path) -> Result<(), ExchangeFault> {
        fs::rename(temporary, path).map_err(|error| of(&error))
    }
}

/// Of two that want to exchange the same file, the later one waits, and then finds it changed. File systems
/// without locks do without.
fn lock(file: &File) -> Result<(), ExchangeFault> {
    match flock(file, FlockOperation::NonBlockingLockExclusive) {
        Err(Errno::WOULDBLOCK) => Err(ExchangeFault::Busy),
        _ => Ok(()),
    }
}

/// Number, size, times and rights; a time of change cannot be set by a program.
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    let marks = |of: &Metadata| {
        (
            (of.dev(), of.ino(), of.size()),
            (of.mtime(), of.mtime_nsec(), of.ctime(), of.ctime_nsec()),
        )
    };
    marks(one) == marks(other)
}

fn attribute(file: &File, name: &str) -> Option<Vec<u8>> {
    let mut value = vec![0; ATTRIBUTE_BYTES];
    let length = rustix::fs::fgetxattr(file, name, &mut value[..]).ok()?;
    value.truncate(length);
    Some(value)
}
