//! The folder of copies and records beside a configuration file.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::record::{self, Record, What};
use super::trace::Filed;
use super::{ActFault, Damage, WhyUnreadable};
use crate::core::artifact::Fingerprint;
use crate::core::env::{Access, EntryKind, Env, FileFault, Guard};
use crate::core::limits;
use crate::core::time::Moment;

/// Name of the folder.
const FOLDER: &str = "certwright-undo";
/// Copies of one second, and numbers that other processes may take before this one gets its own.
const TRIES: u32 = 100;

/// One file's part of the folder.
pub struct Shelf<'a> {
    pub config: &'a Path,
    pub folder: PathBuf,
    name: &'a str,
    env: &'a Env<'a>,
}

/// Everything that can be read, sorted by number, and what cannot.
#[derive(Default)]
pub struct Records {
    pub filed: Vec<Filed>,
    pub unreadable: Vec<(String, WhyUnreadable)>,
}

impl<'a> Shelf<'a> {
    pub fn of(config: &'a Path, env: &'a Env<'a>) -> Result<Self, ActFault> {
        let name = config.file_name().and_then(|name| name.to_str());
        Ok(Self {
            config,
            folder: config.with_file_name(FOLDER),
            name: name.ok_or_else(|| ActFault::NameUnusable {
                path: config.to_owned(),
            })?,
            env,
        })
    }

    /// What the configuration holds now.
    pub fn present(&self) -> Result<Zeroizing<Vec<u8>>, ActFault> {
        let files = self.env.files;
        // Who can write to it is not asked here, only whether it is a link.
        match files.guard(self.config, self.config) {
            Ok(Guard::Link) => Err(ActFault::Link {
                path: self.config.to_owned(),
            }),
            Ok(_) => files
                .read(self.config, limits::FILE_BYTES)
                .map_err(|fault| unreadable(self.config, fault)),
            Err(fault) => Err(unreadable(self.config, fault)),
        }
    }

    /// Whether the folder is there; refused when others can write to it.
    pub fn open(&self) -> Result<bool, ActFault> {
        match self.env.files.guard(&self.folder, self.config) {
            Ok(Guard::Closed) => Ok(true),
            Ok(guard) => Err(ActFault::FolderOpen {
                path: self.folder.clone(),
                guard,
            }),
            Err(FileFault::Missing) => Ok(false),
            Err(fault) => Err(unreadable(&self.folder, fault)),
        }
    }

    /// Makes the folder unless it is there.
    pub fn make(&self) -> Result<(), ActFault> {
        if self.open()? {
            return Ok(());
        }
        match self.env.files.make_private_folder(&self.folder) {
            // Made by another process meanwhile, or by somebody else: it is looked at again.
            Ok(()) | Err(FileFault::Exists) => self.open().map(|_| ()),
            Err(fault) => Err(unwritable(&self.folder, fault)),
        }
    }

    /// Writes a copy of the old state and gives its name.
    pub fn keep(&self, old: &[u8], now: Moment) -> Result<String, ActFault> {
        let staged = self.stage(old)?;
        for number in 1..=TRIES {
            let name = record::copy_name(self.name, now, number);
            match self
                .env
                .files
                .place(&staged, &self.folder.join(&name), false)
            {
                Ok(()) => return Ok(name),
                Err(FileFault::Exists) => {}
                Err(fault) => return self.give_up(&staged, fault),
            }
        }
        self.give_up(&staged, FileFault::Exists)
    }

    /// Writes a record under the next number and gives its path.
    pub fn file(&self, record: &Record) -> Result<PathBuf, ActFault> {
        let bytes = serde_json::to_vec_pretty(record)
            .map_err(|error| unwritable(&self.folder, FileFault::Other(error.to_string())))?;
        if bytes.len() as u64 > limits::UNDO_RECORD_BYTES {
            return Err(ActFault::TooLarge {
                bytes: bytes.len() as u64,
            });
        }
        let numbers = self.numbers()?;
        if numbers.len() >= limits::UNDO_RECORDS {
            return Err(self.full());
        }
        let next = numbers
            .last()
            .map_or(1, |(number, _)| number.saturating_add(1));
        let staged = self.stage(&bytes)?;
        for number in next..next.saturating_add(TRIES) {
            let path = self.folder.join(record::name(self.name, number));
            match self.env.files.place(&staged, &path, false) {
                Ok(()) => return Ok(path),
                Err(FileFault::Exists) => {}
                Err(fault) => return self.give_up(&staged, fault),
            }
        }
        self.give_up(&staged, FileFault::Exists)
    }

    fn stage(&self, bytes: &[u8]) -> Result<PathBuf, ActFault> {
        let path = self.folder.join(self.name);
        self.env
            .files
            .stage(&path, bytes, Some(&Access::OwnerOnly))
            .map_err(|fault| unwritable(&self.folder, fault))
    }

    fn give_up<T>(&self, staged: &Path, fault: FileFault) -> Result<T, ActFault> {
        self.env.files.remove(staged).ok();
        Err(unwritable(&self.folder, fault))
    }

    fn full(&self) -> ActFault {
        ActFault::HistoryFull {
            path: self.folder.clone(),
        }
    }

    /// Takes back what an act wrote here that was not carried out, unless the configuration says that it
    /// was. The record goes first: a record without its copy would look damaged.
    pub fn retract(&self, new: &Fingerprint, record: Option<&Path>, copy: Option<&str>) {
        let files = self.env.files;
        let is_done = match files.read(self.config, limits::FILE_BYTES) {
            Ok(bytes) => Fingerprint::of(&bytes) == *new,
            Err(_) => true,
        };
        if is_done || record.is_some_and(|record| files.remove(record).is_err()) {
            return;
        }
        if let Some(copy) = copy {
            files.remove(&self.folder.join(copy)).ok();
        }
    }

    /// Numbers and names of the records, sorted; what is no record is passed over.
    fn numbers(&self) -> Result<Vec<(u32, String)>, ActFault> {
        let listed = self.env.files.list(&self.folder);
        let listed = listed.map_err(|fault| unreadable(&self.folder, fault))?;
        let mut numbers: Vec<(u32, String)> = listed
            .into_iter()
            .filter(|entry| matches!(entry.kind, EntryKind::File(_)))
            .filter_map(|entry| Some((record::number(self.name, &entry.name)?, entry.name)))
            .collect();
        numbers.sort();
        Ok(numbers)
    }

    /// All records of this file; the folder is there and closed.
    pub fn records(&self) -> Result<Records, ActFault> {
        let mut records = Records::default();
        let numbers = self.numbers()?;
        if numbers.len() > limits::UNDO_RECORDS {
            return Err(self.full());
        }
        for (number, name) in numbers {
            let read = self
                .env
                .files
                .read(&self.folder.join(&name), limits::UNDO_RECORD_BYTES)
                .map_err(WhyUnreadable::File)
                .and_then(|bytes| record::parse(&bytes, self.name));
            match read {
                Ok(record) => records.filed.push(Filed { number, record }),
                Err(why) => records.unreadable.push((name, why)),
            }
        }
        Ok(records)
    }

    /// The old state that a record of an act leads back to, if its copy is what it was.
    pub fn old_state(&self, record: &Record) -> Result<Zeroizing<Vec<u8>>, (PathBuf, Damage)> {
        let What::Apply { copy, .. } = &record.what else {
            return Err((self.folder.clone(), Damage::Missing));
        };
        let path = self.folder.join(copy);
        // A link is never made here, and what it leads to may be anybody's. Who owns the copy is no matter
        // in a folder that is closed to others.
        let read = match self.env.files.guard(&path, self.config) {
            Ok(Guard::Link) => return Err((path, Damage::Wrong)),
            Ok(_) => self.env.files.read(&path, limits::FILE_BYTES),
            Err(fault) => Err(fault),
        };
        match read {
            Ok(bytes) if Fingerprint::of(&bytes) == record.old_sha256 => Ok(bytes),
            Ok(_) | Err(FileFault::TooLarge(_)) => Err((path, Damage::Wrong)),
            Err(FileFault::Missing) => Err((path, Damage::Missing)),
            Err(fault) => Err((path, Damage::Unreadable(fault))),
        }
    }

    /// What every record of this file says alike.
    pub fn file_name(&self) -> String {
        self.name.to_owned()
    }
}

fn unreadable(path: &Path, fault: FileFault) -> ActFault {
    ActFault::Unreadable {
        path: path.to_owned(),
        fault,
    }
}

fn unwritable(path: &Path, fault: FileFault) -> ActFault {
    ActFault::Unwritable {
        path: path.to_owned(),
        fault,
    }
}
