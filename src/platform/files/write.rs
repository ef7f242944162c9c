//! Writing a file that appears whole or not at all: a temporary one beside it, flushed, then renamed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use super::fault;
use crate::core::env::FileFault;

/// Tells the temporary files of one process apart.
static COUNTER: AtomicU32 = AtomicU32::new(0);

/// Writes the file; what was there before stays whole until the new one is.
pub fn write(path: &Path, bytes: &[u8], private: bool, replace: bool) -> Result<(), FileFault> {
    let temporary = temporary_beside(path);
    let result =
        fill(&temporary, bytes, private).and_then(|()| put_in_place(&temporary, path, replace));
    if result.is_err() {
        fs::remove_file(&temporary).ok();
    }
    result.map_err(|error| fault(&error))
}

fn temporary_beside(path: &Path) -> PathBuf {
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}-{number}.tmp", process::id()))
}

fn fill(temporary: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    let mut file = create(temporary, private)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A rename replaces; a hard link refuses to, without a moment in between.
fn put_in_place(temporary: &Path, path: &Path, replace: bool) -> io::Result<()> {
    if replace {
        fs::rename(temporary, path)?;
    } else {
        match fs::hard_link(temporary, path) {
            Ok(()) => fs::remove_file(temporary)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            // File systems without hard links (FAT, some shares): the small window is theirs.
            Err(_) if path.exists() => return Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(temporary, path)?,
        }
    }
    flush_folder(path)
}

#[cfg(unix)]
fn create(path: &Path, private: bool) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mode = if private { 0o600 } else { 0o666 };
    File::options()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(path)
}

#[cfg(windows)]
fn create(path: &Path, private: bool) -> io::Result<File> {
    if private {
        crate::platform::windows::private_file::create(path)
    } else {
        File::create_new(path)
    }
}

#[cfg(unix)]
fn flush_folder(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// NTFS journals the rename; a folder cannot be flushed there.
#[cfg(windows)]
fn flush_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::write;
    use crate::core::env::FileFault;

    #[test]
    fn a_private_file_is_readable_by_its_owner_only() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("server.key");
        write(&path, b"secret", true, false).expect("written");
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
        write(&path, b"one", false, false).expect("written");
        assert_eq!(write(&path, b"two", false, false), Err(FileFault::Exists));
        assert_eq!(fs::read(&path).expect("there"), b"one");
        write(&path, b"two", false, true).expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"two");
    }
}
