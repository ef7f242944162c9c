//! Where settings and data of this user live.

use std::path::PathBuf;

use directories::ProjectDirs;

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "Certwright")
}

/// Folder of the settings file.
pub fn settings() -> Option<PathBuf> {
    project().map(|folders| folders.config_dir().to_owned())
}

/// Folder of local data: the database, the mark of the renderer that is starting.
pub fn data() -> Option<PathBuf> {
    project().map(|folders| folders.data_local_dir().to_owned())
}
