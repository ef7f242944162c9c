//! Where something was found: the file or archive the user opened, the path inside it, the entry inside that.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A place inside what the user opened. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which of the opened sources this is, counted from 0.
    pub source: u32,
    /// Name of what was opened: a file, folder or archive, without its directory.
    pub root: Arc<str>,
    /// Path inside the root with `/`, empty when the root itself is the file.
    /// An archive inside an archive is one step: `inner.zip/IIS/shop.pfx`.
    pub path: Arc<str>,
    /// Which piece of the file, when it holds more than one.
    pub entry: Option<Entry>,
}

/// A piece inside one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// The n-th piece, counted from 1, as in a PEM file or PKCS#7.
    Nth(u32),
    /// A keystore entry by its alias or friendly name.
    Alias(Arc<str>),
    /// A line, counted from 1, as in a configuration.
    Line(u32),
}

impl Place {
    /// The opened file itself.
    pub fn root(source: u32, name: &str) -> Self {
        Self {
            source,
            root: name.into(),
            path: "".into(),
            entry: None,
        }
    }

    /// A file inside the opened folder or archive.
    pub fn inside(&self, path: &str) -> Self {
        let path = if self.path.is_empty() {
            path.to_owned()
        } else {
            format!("{}/{path}", self.path)
        };
        Self {
            source: self.source,
            root: Arc::clone(&self.root),
            path: path.into(),
            entry: None,
        }
    }

    /// A piece of the same file.
    pub fn with_entry(&self, entry: Entry) -> Self {
        Self {
            entry: Some(entry),
            ..self.clone()
        }
    }

    /// The file without its entry.
    pub fn file(&self) -> Self {
        Self {
            entry: None,
            ..self.clone()
        }
    }

    /// The path as the user knows it: inside the root, or the root's own name.
    pub fn path_text(&self) -> &str {
        if self.path.is_empty() {
            &self.root
        } else {
            &self.path
        }
    }

    /// Last step of the path, the file's name.
    pub fn file_name(&self) -> &str {
        self.path_text().rsplit('/').next().unwrap_or_default()
    }

    /// The folder inside the root, empty at its top.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// File name extension in lower case, without the dot; empty when there is none.
    pub fn extension(&self) -> String {
        self.file_name()
            .rsplit_once('.')
            .map_or(String::new(), |(_, extension)| extension.to_lowercase())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.path_text())?;
        match &self.entry {
            Some(Entry::Nth(number)) => write!(out, "#{number}"),
            Some(Entry::Alias(alias)) => write!(out, "#{alias}"),
            Some(Entry::Line(line)) => write!(out, ":{line}"),
            None => Ok(()),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
