//! A ledger in memory, with the semantics of the database.

use std::sync::Mutex;

use crate::core::artifact::Fingerprint;
use crate::core::env::Ledger;
use crate::core::ledger::{Entry, EntryId, LedgerFault, NewEntry, Search, Shelf};
use crate::core::time::Moment;

/// Entries in the order in which they came.
#[derive(Default)]
pub struct MemoryLedger {
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    entries: Vec<Entry>,
    last: i64,
}

impl MemoryLedger {
    fn look<R>(&self, read: impl FnOnce(&mut Held) -> R) -> Result<R, LedgerFault> {
        self.held
            .lock()
            .map(|mut held| read(&mut held))
            .map_err(|_| LedgerFault::NoFolder)
    }

    fn change(&self, id: EntryId, change: impl FnOnce(&mut Entry)) -> Result<(), LedgerFault> {
        self.look(|held| {
            let mut entries = held.entries.iter_mut();
            entries.find(|entry| entry.id == id).map(change)
        })?
        .ok_or(LedgerFault::NoEntry(id))
    }

    fn newest_first(&self, fits: impl Fn(&Entry) -> bool) -> Result<Vec<Entry>, LedgerFault> {
        self.look(|held| {
            let mut found: Vec<Entry> = held.entries.iter().filter(|e| fits(e)).cloned().collect();
            found.sort_by_key(|entry| std::cmp::Reverse((entry.made.at, entry.id)));
            found
        })
    }
}

impl Ledger for MemoryLedger {
    fn record(&self, entry: &NewEntry) -> Result<EntryId, LedgerFault> {
        self.look(|held| {
            let mut known = held.entries.iter_mut();
            if let Some(known) = known.find(|known| known.made.request == entry.request) {
                known.gain(entry);
                return known.id;
            }
            held.last += 1;
            let id = EntryId(held.last);
            held.entries.push(Entry {
                id,
                made: entry.clone(),
                note: String::new(),
                used: None,
            });
            id
        })
    }

    fn of_key(&self, key: &Fingerprint) -> Result<Vec<Entry>, LedgerFault> {
        self.newest_first(|entry| entry.made.key == *key)
    }

    fn search(&self, wanted: &Search) -> Result<Vec<Entry>, LedgerFault> {
        let words = wanted.split();
        let mut found = self.newest_first(|entry| entry.fits(&words))?;
        if wanted.limit > 0 {
            found.truncate(wanted.limit);
        }
        Ok(found)
    }

    fn note(&self, id: EntryId, note: &str) -> Result<(), LedgerFault> {
        self.change(id, |entry| note.clone_into(&mut entry.note))
    }

    fn mark_used(&self, id: EntryId, at: Option<Moment>) -> Result<(), LedgerFault> {
        self.change(id, |entry| entry.used = at)
    }

    fn forget(&self, id: EntryId) -> Result<(), LedgerFault> {
        self.change(id, |_| ())?;
        self.look(|held| held.entries.retain(|entry| entry.id != id))
    }

    fn shelf(&self) -> Result<Shelf, LedgerFault> {
        Ok(Shelf {
            path: "certwright.db".into(),
            is_newer: false,
        })
    }
}
