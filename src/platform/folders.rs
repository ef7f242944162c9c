//! Where settings and data of this user live.

use std::env;
use std::fs::DirBuilder;
use std::io;
use std::path::{self, Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

/// Names another folder for local data: a portable copy beside the program, or a test's own.
pub const DATA_VARIABLE: &str = "CERTWRIGHT_DATA";

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "Certwright")
}

/// Folder of the settings file.
pub fn settings() -> Option<PathBuf> {
    project().map(|folders| folders.config_dir().to_owned())
}

/// Folder of local data: the database, the mark of the renderer that is starting.
/// `CERTWRIGHT_DATA` goes before what the system says.
pub fn data() -> Option<PathBuf> {
    let named = env::var_os(DATA_VARIABLE).filter(|named| !named.is_empty());
    match named {
        Some(named) => path::absolute(named).ok(),
        None => project().map(|folders| folders.data_local_dir().to_owned()),
    }
}

/// Where files of this user go unasked: the documents, else the home folder.
pub fn documents() -> Option<PathBuf> {
    let folders = UserDirs::new()?;
    let documents = folders.document_dir().filter(|folder| folder.is_dir());
    Some(documents.unwrap_or(folders.home_dir()).to_owned())
}

/// Makes a folder of the program's own, for this user alone; fine when it is there.
pub fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
