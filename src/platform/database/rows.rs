//! Rows of the database as entries of the ledger, and back.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Statement, ToSql};

use crate::core::artifact::Fingerprint;
use crate::core::ledger::{Entry, EntryId, Kept, NewEntry, Origin, Role};
use crate::core::time::Moment;

/// A SHA-256 as 32 bytes.
pub struct Sum(pub Fingerprint);

impl FromSql for Sum {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let bytes: [u8; 32] = FromSql::column_result(value)?;
        Ok(Self(Fingerprint(bytes)))
    }
}

impl ToSql for Sum {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0.0)))
    }
}

/// A path as text, or as the system's bytes where it is no text.
struct Stored(PathBuf);

impl FromSql for Stored {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Blob(bytes) => Ok(Self(from_bytes(bytes).into())),
            other => Ok(Self(String::column_result(other)?.into())),
        }
    }
}

fn path_value(path: &Path) -> Value {
    match path.to_str() {
        Some(text) => Value::Text(text.to_owned()),
        None => Value::Blob(path.as_os_str().as_encoded_bytes().to_vec()),
    }
}

#[cfg(unix)]
fn from_bytes(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

/// Half a pair of UTF-16 is not brought back; such a file counts as gone.
#[cfg(not(unix))]
fn from_bytes(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

const fn origin_text(origin: Origin) -> &'static str {
    match origin {
        Origin::Made => "made",
        Origin::Checked => "checked",
    }
}

struct StoredOrigin(Origin);

impl FromSql for StoredOrigin {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "made" => Ok(Self(Origin::Made)),
            "checked" => Ok(Self(Origin::Checked)),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

const fn role_text(role: Role) -> &'static str {
    match role {
        Role::Key => "key",
        Role::Request => "request",
        Role::Certificate => "certificate",
    }
}

struct StoredRole(Role);

impl FromSql for StoredRole {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "key" => Ok(Self(Role::Key)),
            "request" => Ok(Self(Role::Request)),
            "certificate" => Ok(Self(Role::Certificate)),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// Reads entries by their numbers.
pub struct Reader<'c> {
    requests: Statement<'c>,
    names: Statement<'c>,
    places: Statement<'c>,
}

impl<'c> Reader<'c> {
    /// Ready to read, however many.
    pub fn new(connection: &'c Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            requests: connection.prepare(
                "SELECT r.id, k.fingerprint, k.kind, r.fingerprint, r.at, r.origin, r.subject,
                        r.note, r.used_at
                 FROM requests r JOIN keys k ON k.id = r.key WHERE r.id = ?1",
            )?,
            names: connection
                .prepare("SELECT name FROM names WHERE request = ?1 ORDER BY position")?,
            places: connection
                .prepare("SELECT role, path FROM places WHERE request = ?1 ORDER BY id")?,
        })
    }

    /// The entry with its names and files; `None` when it is gone.
    pub fn entry(&mut self, id: i64) -> rusqlite::Result<Option<Entry>> {
        let Some(mut entry) = self.requests.query_row([id], bare).optional()? else {
            return Ok(None);
        };
        let names = self.names.query_map([id], |row| row.get(0))?;
        entry.made.names = names.collect::<Result<_, _>>()?;
        let places = self.places.query_map([id], kept)?;
        entry.made.kept = places.collect::<Result<_, _>>()?;
        Ok(Some(entry))
    }
}

fn bare(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: EntryId(row.get(0)?),
        made: NewEntry {
            key: row.get::<_, Sum>(1)?.0,
            key_kind: row.get(2)?,
            request: row.get::<_, Sum>(3)?.0,
            at: Moment(row.get(4)?),
            origin: row.get::<_, StoredOrigin>(5)?.0,
            subject: row.get(6)?,
            names: Vec::new(),
            kept: Vec::new(),
        },
        note: row.get(7)?,
        used: row.get::<_, Option<i64>>(8)?.map(Moment),
    })
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        role: row.get::<_, StoredRole>(0)?.0,
        path: row.get::<_, Stored>(1)?.0,
    })
}

/// Writes a new request down; gives its number.
pub fn insert(connection: &Connection, new: &NewEntry) -> rusqlite::Result<i64> {
    connection.execute(
        "INSERT INTO keys (fingerprint, kind) VALUES (?1, ?2) ON CONFLICT (fingerprint) DO NOTHING",
        (Sum(new.key), &new.key_kind),
    )?;
    connection.execute(
        "INSERT INTO requests (key, fingerprint, at, origin, subject, folded)
         VALUES ((SELECT id FROM keys WHERE fingerprint = ?1), ?2, ?3, ?4, ?5, '')",
        (
            Sum(new.key),
            Sum(new.request),
            new.at.0,
            origin_text(new.origin),
            &new.subject,
        ),
    )?;
    let id = connection.last_insert_rowid();
    let mut name =
        connection.prepare("INSERT INTO names (request, position, name) VALUES (?1, ?2, ?3)")?;
    for (position, text) in (0i64..).zip(&new.names) {
        name.execute((id, position, text))?;
    }
    Ok(id)
}

/// Brings origin, files and the text for searching to what the entry says.
pub fn update(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE requests SET origin = ?2, folded = ?3 WHERE id = ?1",
        (entry.id.0, origin_text(entry.made.origin), entry.folded()),
    )?;
    let mut place = connection
        .prepare("INSERT OR IGNORE INTO places (request, role, path) VALUES (?1, ?2, ?3)")?;
    for kept in &entry.made.kept {
        place.execute((entry.id.0, role_text(kept.role), path_value(&kept.path)))?;
    }
    Ok(())
}
