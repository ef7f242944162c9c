//! Writing a file that appears whole or not at all: a temporary one beside it, flushed, then renamed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use super::steps::{Step, Steps};
use super::{fault, system};
use crate::core::env::{Access, FileFault};

/// Tells the temporary files of one process apart.
static COUNTER: AtomicU32 = AtomicU32::new(0);
/// Names tried before giving up; a process that was killed may have left some of them behind.
const NAMES: u32 = 1_000;

/// Writes and flushes a temporary file beside `path`; removes it again when that fails.
pub fn stage(
    path: &Path,
    bytes: &[u8],
    access: Option<&Access>,
    steps: &dyn Steps,
) -> Result<PathBuf, FileFault> {
    let rights = system::Rights::of(access)?;
    let (temporary, file) = create_beside(path, &rights)?;
    // The group is set before the first byte, so that nobody of another one can wait for it.
    let filled = system::admit(&file, &rights).and_then(|()| {
        steps
            .reached(Step::Created, &temporary)
            .and_then(|()| fill(file, bytes, steps, &temporary))
            .map_err(|error| fault(&error))
    });
    match filled {
        Ok(()) => Ok(temporary),
        Err(fault) => {
            fs::remove_file(&temporary).ok();
            Err(fault)
        }
    }
}

/// A new file in the same folder.
pub fn create_beside(path: &Path, rights: &system::Rights) -> Result<(PathBuf, File), FileFault> {
    for _ in 0..NAMES {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let name = format!(".certwright-{}-{number}.tmp", process::id());
        let temporary = path.with_file_name(name);
        match system::create(&temporary, rights) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(fault(&error)),
        }
    }
    Err(FileFault::Other("no free temporary name".to_owned()))
}

/// Writes and flushes an empty file.
pub fn fill(mut file: File, bytes: &[u8], steps: &dyn Steps, temporary: &Path) -> io::Result<()> {
    let (first, rest) = bytes.split_at(bytes.len() / 2);
    file.write_all(first)?;
    steps.reached(Step::HalfWritten, temporary)?;
    file.write_all(rest)?;
    file.sync_all()?;
    steps.reached(Step::Flushed, temporary)
}

/// Renames in one step, which replaces or refuses to.
pub fn place(
    staged: &Path,
    path: &Path,
    replace: bool,
    steps: &dyn Steps,
) -> Result<(), FileFault> {
    let renamed = if replace {
        regular(path).and_then(|()| fs::rename(staged, path).map_err(|error| fault(&error)))
    } else {
        system::rename_to_new(staged, path).map_err(|error| fault(&error))
    };
    renamed?;
    // The file has its name: what follows cannot take that back, and not every file system flushes folders.
    system::flush_folder(path).ok();
    steps.reached(Step::Placed, path).ok();
    Ok(())
}

/// Gives the file a second name, or copies it where files have only one.
pub fn keep(path: &Path, copy: &Path, steps: &dyn Steps) -> Result<(), FileFault> {
    regular(path)?;
    match fs::hard_link(path, copy) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(FileFault::Exists);
        }
        // FAT, some network drives, and files of another owner.
        Err(_) => duplicate(path, copy, steps)?,
    }
    system::flush_folder(copy).ok();
    steps.reached(Step::Kept, copy).map_err(|error| {
        fs::remove_file(copy).ok();
        fault(&error)
    })
}

/// The copy is for its owner alone: the original's rights cannot be carried over everywhere.
fn duplicate(path: &Path, copy: &Path, steps: &dyn Steps) -> Result<(), FileFault> {
    let bytes = super::read::read(path, crate::core::limits::FILE_BYTES)?;
    let staged = stage(copy, &bytes, Some(&Access::OwnerOnly), steps)?;
    let placed = system::rename_to_new(&staged, copy).map_err(|error| fault(&error));
    if placed.is_err() {
        fs::remove_file(&staged).ok();
    }
    placed
}

/// Removes a file or link.
pub fn remove(path: &Path) -> Result<(), FileFault> {
    fs::remove_file(path).map_err(|error| fault(&error))
}

/// A rename would replace a link itself, not what it leads to, which is never what was meant.
fn regular(path: &Path) -> Result<(), FileFault> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(FileFault::LinkNotFollowed),
        Ok(found) if !found.is_file() => Err(FileFault::NotAFile),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(fault(&error)),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use crate::core::env::{FileFault, Files};
    use crate::platform::files::SYSTEM_FILES;

    #[test]
    fn a_private_file_is_readable_by_its_owner_only() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("server.key");
        SYSTEM_FILES
            .write(&path, b"secret", true, false)
            .expect("written");
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(
            fs::read_dir(folder.path()).expect("folder").count(),
            1,
            "no temporary file is left"
        );
    }

    #[test]
    fn an_existing_file_is_kept_unless_told_otherwise() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("chain.pem");
        let write = |bytes, replace| SYSTEM_FILES.write(&path, bytes, false, replace);
        write(b"one", false).expect("written");
        assert_eq!(write(b"two", false), Err(FileFault::Exists));
        assert_eq!(fs::read(&path).expect("there"), b"one");
        write(b"two", true).expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"two");
    }

    #[test]
    fn a_link_is_not_replaced_by_a_file() {
        let folder = tempfile::tempdir().expect("folder");
        let (path, link) = (
            folder.path().join("real.pem"),
            folder.path().join("link.pem"),
        );
        fs::write(&path, b"one").expect("written");
        std::os::unix::fs::symlink(&path, &link).expect("link");
        assert_eq!(
            SYSTEM_FILES.write(&link, b"two", false, true),
            Err(FileFault::LinkNotFollowed)
        );
        assert_eq!(fs::read(&path).expect("there"), b"one");
    }
}
