//! The one local database: opened when it is first needed, private, and never changed when it is not ours.

mod ledger;
mod rows;
mod schema;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::files::SYSTEM_FILES;
use super::folders;
use crate::core::env::{FileFault, Files};
use crate::core::ledger::LedgerFault;
use schema::Standing;

const FILE: &str = "certwright.db";
/// Window and command line write to it at once; each waits for the other this long.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// The database of this user.
#[derive(Default)]
pub struct Database {
    /// Its folder, where it is not the user's own.
    folder: Option<PathBuf>,
    opened: Mutex<Option<Opened>>,
}

struct Opened {
    connection: Connection,
    /// The version of a newer program that wrote it.
    newer: Option<i64>,
}

impl Database {
    /// The one in this folder.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            opened: Mutex::default(),
        }
    }

    fn path(&self) -> Result<PathBuf, LedgerFault> {
        let folder = self.folder.clone().or_else(folders::data);
        Ok(folder.ok_or(LedgerFault::NoFolder)?.join(FILE))
    }

    /// Reads; what is not there yet answers with nothing and is not made.
    fn read<R: Default>(
        &self,
        ask: impl FnOnce(&mut Connection) -> rusqlite::Result<R>,
    ) -> Result<R, LedgerFault> {
        let path = self.path()?;
        let mut held = self.lock();
        if held.is_none() && !is_there(&path)? {
            return Ok(R::default());
        }
        let opened = open_once(&mut held, &path)?;
        let newer = opened.newer;
        ask(&mut opened.connection).map_err(|error| match newer {
            // What it cannot read there, it does not know yet.
            Some(version) => LedgerFault::Newer { version },
            None => fault(&path, &error),
        })
    }

    /// Changes; the file is made when it is not there.
    fn write<R>(
        &self,
        change: impl FnOnce(&mut Connection) -> rusqlite::Result<R>,
    ) -> Result<R, LedgerFault> {
        let path = self.path()?;
        let mut held = self.lock();
        if held.is_none() && !is_there(&path)? {
            make(&path)?;
        }
        let opened = open_once(&mut held, &path)?;
        if let Some(version) = opened.newer {
            return Err(LedgerFault::Newer { version });
        }
        change(&mut opened.connection).map_err(|error| fault(&path, &error))
    }

    /// The version of a newer program that wrote it, if one did.
    fn newer(&self) -> Result<Option<i64>, LedgerFault> {
        let path = self.path()?;
        let mut held = self.lock();
        if held.is_none() && !is_there(&path)? {
            return Ok(None);
        }
        Ok(open_once(&mut held, &path)?.newer)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Opened>> {
        // A panic in the middle of a change rolls it back; the connection is sound.
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether there is a file. A link is not followed: whoever can put one there could lead this program's
/// writing anywhere; a pipe would never answer.
fn is_there(path: &Path) -> Result<bool, LedgerFault> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(true),
        Ok(found) if found.is_symlink() => Err(unusable(path, "a symbolic link")),
        Ok(_) => Err(unusable(path, "not a file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(unusable(path, &error.to_string())),
    }
}

/// Makes folder and file for this user alone, before the database writes into them: its own further files
/// take over the rights of this one.
fn make(path: &Path) -> Result<(), LedgerFault> {
    let folder = path.parent().unwrap_or(path);
    folders::make(folder).map_err(|error| unusable(folder, &error.to_string()))?;
    match SYSTEM_FILES.write(path, &[], true, false) {
        // Another process was faster.
        Ok(()) | Err(FileFault::Exists) => Ok(()),
        Err(FileFault::Other(detail)) => Err(unusable(path, &detail)),
        Err(fault) => Err(unusable(path, &format!("{fault:?}"))),
    }
}

fn open_once<'a>(held: &'a mut Option<Opened>, path: &Path) -> Result<&'a mut Opened, LedgerFault> {
    match held {
        Some(opened) => Ok(opened),
        None => Ok(held.insert(open(path)?)),
    }
}

fn open(path: &Path) -> Result<Opened, LedgerFault> {
    let told = |error: rusqlite::Error| fault(path, &error);
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(told)?;
    match schema::standing(&connection).map_err(told)? {
        Standing::Ours => {
            settle(&mut connection).map_err(told)?;
            Ok(Opened {
                connection,
                newer: None,
            })
        }
        Standing::Newer(version) => {
            drop(connection);
            Ok(Opened {
                connection: connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(told)?,
                newer: Some(version),
            })
        }
        Standing::Foreign(number) => Err(LedgerFault::Damaged {
            path: path.to_owned(),
            detail: format!("application_id {number}"),
        }),
    }
}

fn connect(path: &Path, how: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, how | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What was returned is on the disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // What is forgotten is not left lying in the file.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

/// Those that begin at the same moment may be told "busy" without being made to wait, lest they wait for each other
/// (sqlite.org, C interface, `sqlite3_busy_handler`); so they try again.
fn settle(connection: &mut Connection) -> rusqlite::Result<()> {
    let begun = Instant::now();
    loop {
        let settled = settle_once(connection);
        let is_busy = settled.as_ref().is_err_and(|error| {
            matches!(
                error.sqlite_error_code(),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
            )
        });
        if !is_busy || begun.elapsed() > PATIENCE {
            return settled;
        }
        thread::sleep(PAUSE);
    }
}

fn settle_once(connection: &mut Connection) -> rusqlite::Result<()> {
    // Where this mode is not to be had, as on some network drives, the older one serves as well.
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    schema::bring_up(connection)
}

fn unusable(path: &Path, detail: &str) -> LedgerFault {
    LedgerFault::Unusable {
        path: path.to_owned(),
        detail: detail.to_owned(),
    }
}

fn fault(path: &Path, error: &rusqlite::Error) -> LedgerFault {
    let is_damage = match error {
        rusqlite::Error::SqliteFailure(failure, _) => matches!(
            failure.code,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase
        ),
        // A value that no release of this program wrote.
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) => true,
        _ => false,
    };
    if is_damage {
        return LedgerFault::Damaged {
            path: path.to_owned(),
            detail: error.to_string(),
        };
    }
    unusable(path, &error.to_string())
}
