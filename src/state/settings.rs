//! What is remembered between two sittings: looks, language, recent files. Versioned TOML.
//! A file of a newer version is not understood and therefore not touched.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::core::diagnose::authority::Authority;
use crate::core::finding::Verdict;
use crate::core::time::Moment;

/// The version that this program writes.
pub const VERSION: u32 = 1;
/// Recent files kept.
const RECENT: usize = 8;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    Dark,
    Light,
    #[default]
    System,
}

/// Language of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "zh-CN")]
    Chinese,
}

/// Something opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    #[serde(default)]
    pub errors: usize,
    #[serde(default)]
    pub warnings: usize,
    /// RFC 3339.
    pub opened: String,
}

impl Recent {
    /// Its verdict at that time.
    pub fn verdict(&self) -> Verdict {
        match (self.errors, self.warnings) {
            (0, 0) => Verdict::Ok,
            (0, _) => Verdict::Warning,
            _ => Verdict::Error,
        }
    }
}

/// The fields of an organisation, to be filled in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// How the user calls it.
    pub name: String,
    /// Dotted OID and value of each field, in order.
    pub fields: Vec<(String, String)>,
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    pub version: u32,
    #[serde(default)]
    pub theme: ThemeChoice,
    /// `None` follows the system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Public resolvers that are asked in place of those that are built in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolvers: Vec<String>,
    #[serde(default)]
    pub recent: Vec<Recent>,
    /// Organisations that requests are made for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<Profile>,
    /// CAs that the table does not know, or knows otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authorities: Vec<Authority>,
    /// False when the file on disk is of a newer version and must stay as it is.
    #[serde(skip, default = "yes")]
    pub may_store: bool,
}

fn yes() -> bool {
    true
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            theme: ThemeChoice::default(),
            language: None,
            resolvers: Vec::new(),
            recent: Vec::new(),
            profiles: Vec::new(),
            authorities: Vec::new(),
            may_store: true,
        }
    }
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl Settings {
    /// Reads the file's text. What is not understood gives the defaults; a newer file stays untouched.
    pub fn read(text: &str) -> Self {
        let newer =
            toml::from_str::<Versioned>(text).is_ok_and(|versioned| versioned.version > VERSION);
        if newer {
            return Self {
                may_store: false,
                ..Self::default()
            };
        }
        toml::from_str(text).unwrap_or_default()
    }

    /// The file's text, or `None` when the file must stay as it is.
    pub fn write(&self) -> Option<String> {
        if !self.may_store {
            return None;
        }
        toml::to_string(self).ok()
    }

    /// Puts a path on top of the recent list.
    pub fn remember(&mut self, path: &Path, errors: usize, warnings: usize, opened: Moment) {
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(
            0,
            Recent {
                path: path.to_owned(),
                errors,
                warnings,
                opened: opened.to_string(),
            },
        );
        self.recent.truncate(RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_round_trip() {
        let mut settings = Settings {
            theme: ThemeChoice::Dark,
            language: Some(Language::Chinese),
            ..Settings::default()
        };
        settings.remember(Path::new("/tmp/商店.zip"), 1, 2, Moment(0));
        let text = settings.write().expect("storable");
        assert_eq!(Settings::read(&text), settings);
        assert!(text.starts_with("version = 1"));
    }

    #[test]
    fn newer_settings_are_left_alone() {
        let settings = Settings::read("version = 2\ntheme = \"sepia\"\n");
        assert_eq!(settings.theme, ThemeChoice::System);
        assert_eq!(settings.write(), None);
    }

    #[test]
    fn nonsense_gives_the_defaults() {
        assert_eq!(Settings::read("\u{0}{{"), Settings::default());
        assert_eq!(Settings::read(""), Settings::default());
    }

    #[test]
    fn recent_list_holds_each_path_once_and_eight_at_most() {
        let mut settings = Settings::default();
        for number in 0..12 {
            settings.remember(Path::new(&format!("/{number}")), 0, 0, Moment(number));
        }
        settings.remember(Path::new("/7"), 0, 0, Moment(99));
        assert_eq!(settings.recent.len(), 8);
        assert_eq!(settings.recent[0].path, Path::new("/7"));
    }
}
