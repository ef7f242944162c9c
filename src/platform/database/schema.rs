//! The form of the database and how it came about: every step once, in one transaction.

use rusqlite::{Connection, TransactionBehavior};

/// `CERT`, in the header of the file (SQLite, "Database File Format", section 1.3).
const APPLICATION: i64 = 0x4345_5254;

/// One step a version. A step that was released is never changed.
const STEPS: [&str; 1] = ["
    CREATE TABLE keys (
        id INTEGER PRIMARY KEY,
        -- SHA-256 of the SubjectPublicKeyInfo
        fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) = 32),
        kind TEXT NOT NULL
    ) STRICT;
    CREATE TABLE requests (
        -- never given twice, so that a number written down means one entry for ever
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key INTEGER NOT NULL REFERENCES keys (id),
        -- SHA-256 of the request
        fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) = 32),
        -- seconds since 1970, UTC
        at INTEGER NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('made', 'checked')),
        subject TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        used_at INTEGER,
        -- all its text in one case, for searching
        folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX requests_of_key ON requests (key, at);
    CREATE INDEX requests_by_time ON requests (at);
    CREATE TABLE names (
        request INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (request, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE places (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('key', 'request', 'certificate')),
        -- text, or bytes where the system's path is no text
        path ANY NOT NULL,
        UNIQUE (request, role, path)
    ) STRICT;
"];

/// The version this program writes.
const VERSION: i64 = STEPS.len() as i64;

/// What a file is.
pub enum Standing {
    /// This program's, of this version or to be brought to it.
    Ours,
    /// This program's, by a newer version.
    Newer(i64),
    /// Another program's; its number in the header.
    Foreign(i64),
}

/// Looks without changing anything.
pub fn standing(connection: &Connection) -> rusqlite::Result<Standing> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match application {
        APPLICATION if version > VERSION => Standing::Newer(version),
        APPLICATION => Standing::Ours,
        0 if version == 0 && tables == 0 => Standing::Ours,
        other => Standing::Foreign(other),
    })
}

/// Brings the file to this program's version; another process may be doing the same.
pub fn bring_up(connection: &mut Connection) -> rusqlite::Result<()> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version < VERSION {
        for step in STEPS
            .iter()
            .skip(usize::try_from(version).unwrap_or_default())
        {
            change.execute_batch(step)?;
        }
        change.pragma_update(None, "application_id", APPLICATION)?;
        change.pragma_update(None, "user_version", VERSION)?;
    }
    change.commit()
}
