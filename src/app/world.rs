//! The platform's world as the window uses it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::env::memory::{FixedClock, MemoryFiles, NoStores};
use crate::core::env::{Env, OneByOne};
use crate::core::time::Moment;
use crate::jobs::World;
use crate::state::Language;
use crate::text::Lang;

struct Lent {
    files: MemoryFiles,
    clock: FixedClock,
}

impl World for Lent {
    fn env(&self) -> Env<'_> {
        Env {
            files: &self.files,
            clock: &self.clock,
            parallel: &OneByOne,
            stores: &NoStores,
        }
    }
}

pub fn lend() -> Arc<dyn World> {
    Arc::new(Lent {
        files: MemoryFiles::default(),
        clock: FixedClock(Moment(0)),
    })
}

pub fn harden() {}

pub fn now() -> Moment {
    Moment(0)
}

pub fn language() -> Lang {
    Lang::En
}

pub fn system_language() -> Language {
    Language::English
}

pub fn has_display() -> bool {
    std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some()
}

pub fn data_folder() -> Option<PathBuf> {
    None
}

pub fn settings_folder() -> Option<PathBuf> {
    None
}

pub fn tell_no_window(text: &str) {
    eprintln!("{text}");
}
