//! Small files of the program's own: settings and start marks. Missing or broken ones are no fault.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::world;
use crate::state::Settings;

const SETTINGS: &str = "settings.toml";
/// No file of ours is larger.
const LIMIT_BYTES: u64 = 1 << 20;

/// The folder for start marks.
pub fn data_folder() -> Option<PathBuf> {
    world::data_folder()
}

/// The settings of the last sitting.
pub fn settings() -> Settings {
    let text = world::settings_folder().and_then(|folder| read(&folder.join(SETTINGS)));
    text.map_or_else(Settings::default, |text| Settings::read(&text))
}

/// A small text file, when it is there.
pub fn read(path: &Path) -> Option<String> {
    let world = world::lend();
    let bytes = world.env().files.read(path, LIMIT_BYTES).ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// Writes a small text file of our own.
pub fn write(path: &Path, text: &str) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // At the first start the folder is not there yet.
    if let Err(fault) = world::make_folder_of(path) {
        tracing::warn!("no folder for {name}: {fault}");
    }
    let world = world::lend();
    let written = world.env().files.write(path, text.as_bytes(), true, true);
    if let Err(fault) = written {
        tracing::warn!("{name} was not written: {fault:?}");
    }
}

/// Writes settings in order on a thread of its own, which the first change starts.
#[derive(Default)]
pub struct Keeper {
    writer: Option<Writer>,
}

struct Writer {
    sender: Option<Sender<String>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Writer {
    /// What was changed last is on disk before the program ends.
    fn drop(&mut self) {
        drop(self.sender.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::warn!("settings are not kept");
        }
    }
}

impl Keeper {
    /// Writes the settings soon, unless their file is of a newer version.
    pub fn store(&mut self, settings: &Settings) {
        let (Some(text), Some(folder)) = (settings.write(), world::settings_folder()) else {
            return;
        };
        let writer = self.writer.get_or_insert_with(|| {
            let (sender, receiver) = channel::<String>();
            let path = folder.join(SETTINGS);
            let thread = thread::Builder::new()
                .name("settings".to_owned())
                .spawn(move || receiver.iter().for_each(|text| write(&path, &text)));
            Writer {
                sender: Some(sender),
                thread: thread.ok(),
            }
        });
        let Some(sender) = &writer.sender else {
            return;
        };
        if sender.send(text).is_err() {
            tracing::warn!("settings are not kept");
        }
    }
}
