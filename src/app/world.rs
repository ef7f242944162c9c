//! The platform as the window uses it: lent to jobs, asked for language, folders and time.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::core::env::Env;
use crate::core::time::Moment;
use crate::jobs;
use crate::platform::{self, World, desktop, folders, locale};
use crate::state::{Language, Shell};
use crate::text::Lang;

pub use desktop::{attach_console, harden, has_display, may_have_dialogs};

impl jobs::World for World {
    fn env(&self) -> Env<'_> {
        World::env(self)
    }
}

/// The world for jobs.
pub fn lend() -> Arc<dyn jobs::World> {
    Arc::new(platform::World::new())
}

/// Now.
pub fn now() -> Moment {
    World::new().env().clock.now()
}

/// Seconds to add to UTC for the user's clock.
pub fn local_offset_secs(at: Moment) -> i32 {
    locale::local_offset_secs(at)
}

/// The system's language.
pub fn language() -> Lang {
    Lang::from_locale(&locale::language())
}

/// The system's language, for the settings.
pub fn system_language() -> Language {
    match language() {
        Lang::En => Language::English,
        Lang::Zh => Language::Chinese,
    }
}

/// The shell that users of this system paste into.
pub fn shell() -> Shell {
    if desktop::USES_POWERSHELL {
        Shell::PowerShell
    } else {
        Shell::Sh
    }
}

/// Where files of this user go unasked.
pub fn documents() -> Option<PathBuf> {
    folders::documents()
}

/// The folder of start marks.
pub fn data_folder() -> Option<PathBuf> {
    folders::data()
}

/// The folder of the settings.
pub fn settings_folder() -> Option<PathBuf> {
    folders::settings()
}

/// Makes the folder that a file of the program's own lies in.
pub fn make_folder_of(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), folders::make)
}

/// Says that there is no window, where the user will see it.
pub fn tell_no_window(text: &str) {
    desktop::tell("Certwright", text);
}

/// Whether a window may be shown a moment before its first picture.
pub fn may_show_before_painting() -> bool {
    desktop::may_show_before_painting()
}
