//! The ledger of requests in the database.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::Database;
use super::rows::{self, Reader, Sum};
use crate::core::artifact::Fingerprint;
use crate::core::env::Ledger;
use crate::core::ledger::{Entry, EntryId, LedgerFault, NewEntry, Search, Shelf};
use crate::core::time::Moment;

impl Ledger for Database {
    fn record(&self, entry: &NewEntry) -> Result<EntryId, LedgerFault> {
        let entry = &findable(entry);
        self.write(|connection| {
            let change = begin(connection)?;
            let known = number_of(&change, &entry.request)?;
            let id = match known {
                Some(id) => id,
                None => rows::insert(&change, entry)?,
            };
            if let Some(mut held) = Reader::new(&change)?.entry(id)? {
                held.gain(entry);
                rows::update(&change, &held)?;
            }
            change.commit()?;
            Ok(EntryId(id))
        })
    }

    fn of_key(&self, key: &Fingerprint) -> Result<Vec<Entry>, LedgerFault> {
        self.read(|connection| {
            let asked = begin_reading(connection)?;
            let mut ids = asked.prepare(
                "SELECT id FROM requests WHERE key = (SELECT id FROM keys WHERE fingerprint = ?1)
                 ORDER BY at DESC, id DESC",
            )?;
            let ids: Vec<i64> = ids
                .query_map([Sum(*key)], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            entries(&asked, &ids)
        })
    }

    fn search(&self, wanted: &Search) -> Result<Vec<Entry>, LedgerFault> {
        self.read(|connection| {
            let asked = begin_reading(connection)?;
            let ids = fitting(&asked, wanted)?;
            entries(&asked, &ids)
        })
    }

    fn note(&self, id: EntryId, note: &str) -> Result<(), LedgerFault> {
        let is_known = self.write(|connection| {
            let change = begin(connection)?;
            change.execute("UPDATE requests SET note = ?2 WHERE id = ?1", (id.0, note))?;
            let held = Reader::new(&change)?.entry(id.0)?;
            if let Some(held) = &held {
                rows::update(&change, held)?;
            }
            change.commit()?;
            Ok(held.is_some())
        })?;
        known(id, is_known)
    }

    fn mark_used(&self, id: EntryId, at: Option<Moment>) -> Result<(), LedgerFault> {
        let changed = self.write(|connection| {
            connection.execute(
                "UPDATE requests SET used_at = ?2 WHERE id = ?1",
                (id.0, at.map(|at| at.0)),
            )
        })?;
        known(id, changed > 0)
    }

    fn forget(&self, id: EntryId) -> Result<(), LedgerFault> {
        let gone = self.write(|connection| {
            let change = begin(connection)?;
            let gone = change.execute("DELETE FROM requests WHERE id = ?1", [id.0])?;
            change.execute(
                "DELETE FROM keys WHERE NOT EXISTS (SELECT 1 FROM requests WHERE key = keys.id)",
                [],
            )?;
            change.commit()?;
            Ok(gone)
        })?;
        known(id, gone > 0)
    }

    fn shelf(&self) -> Result<Shelf, LedgerFault> {
        Ok(Shelf {
            path: self.path()?,
            is_newer: self.newer()?.is_some(),
        })
    }
}

/// The entry with its files where they are found from any folder.
fn findable(entry: &NewEntry) -> NewEntry {
    let mut entry = entry.clone();
    for kept in &mut entry.kept {
        if let Ok(path) = std::path::absolute(&kept.path) {
            kept.path = path;
        }
    }
    entry
}

fn begin(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    // The right to write is asked for first: a reader that turns writer may be refused at once.
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

/// All that one question reads is of one moment.
fn begin_reading(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Deferred)
}

fn number_of(connection: &Connection, request: &Fingerprint) -> rusqlite::Result<Option<i64>> {
    let mut asked = connection.prepare("SELECT id FROM requests WHERE fingerprint = ?1")?;
    asked
        .query_row([Sum(*request)], |row| row.get(0))
        .optional()
}

fn entries(connection: &Connection, ids: &[i64]) -> rusqlite::Result<Vec<Entry>> {
    let mut reader = Reader::new(connection)?;
    let found = ids.iter().map(|id| reader.entry(*id));
    found.filter_map(Result::transpose).collect()
}

/// Numbers of the entries that fit, newest first. The words are looked for here rather than by the
/// database, so that there is one rule for what fits.
fn fitting(connection: &Connection, wanted: &Search) -> rusqlite::Result<Vec<i64>> {
    let words = wanted.split();
    let mut asked = connection.prepare(
        "SELECT r.id, r.folded, k.fingerprint, r.fingerprint
         FROM requests r JOIN keys k ON k.id = r.key ORDER BY r.at DESC, r.id DESC",
    )?;
    let mut rows = asked.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let folded = row.get_ref(1)?.as_str()?;
        let sums = [row.get::<_, Sum>(2)?.0, row.get::<_, Sum>(3)?.0];
        if words.iter().all(|word| word.fits(folded, &sums)) {
            found.push(row.get(0)?);
        }
        if wanted.limit > 0 && found.len() >= wanted.limit {
            break;
        }
    }
    Ok(found)
}

fn known(id: EntryId, is_known: bool) -> Result<(), LedgerFault> {
    match is_known {
        true => Ok(()),
        false => Err(LedgerFault::NoEntry(id)),
    }
}
