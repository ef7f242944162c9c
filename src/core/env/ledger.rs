//! The ledger of requests, in the local database.

use crate::core::artifact::Fingerprint;
use crate::core::ledger::{Entry, EntryId, LedgerFault, NewEntry, Search, Shelf};
use crate::core::time::Moment;

/// The ledger. Opened when it is first asked, never before.
pub trait Ledger: Sync {
    /// Writes a request down; it is on the disk when this returns. The same request again gains its new places.
    fn record(&self, entry: &NewEntry) -> Result<EntryId, LedgerFault>;
    /// Everything known of a public key, newest first.
    fn of_key(&self, key: &Fingerprint) -> Result<Vec<Entry>, LedgerFault>;
    /// Entries that fit, newest first.
    fn search(&self, wanted: &Search) -> Result<Vec<Entry>, LedgerFault>;
    /// Notes something; replaces the note before.
    fn note(&self, id: EntryId, note: &str) -> Result<(), LedgerFault>;
    /// Marks an entry as used in an order, or takes the mark away.
    fn mark_used(&self, id: EntryId, at: Option<Moment>) -> Result<(), LedgerFault>;
    /// Forgets an entry; its files stay.
    fn forget(&self, id: EntryId) -> Result<(), LedgerFault>;
    /// Where the database lies and whether it can be written. Makes nothing.
    fn shelf(&self) -> Result<Shelf, LedgerFault>;
}

/// No ledger: this system names no folder for data of its users.
pub struct NoLedger;

impl Ledger for NoLedger {
    fn record(&self, _entry: &NewEntry) -> Result<EntryId, LedgerFault> {
        Err(LedgerFault::NoFolder)
    }

    fn of_key(&self, _key: &Fingerprint) -> Result<Vec<Entry>, LedgerFault> {
        Err(LedgerFault::NoFolder)
    }

    fn search(&self, _wanted: &Search) -> Result<Vec<Entry>, LedgerFault> {
        Err(LedgerFault::NoFolder)
    }

    fn note(&self, _id: EntryId, _note: &str) -> Result<(), LedgerFault> {
        Err(LedgerFault::NoFolder)
    }

    fn mark_used(&self, _id: EntryId, _at: Option<Moment>) -> Result<(), LedgerFault> {
        Err(LedgerFault::NoFolder)
    }

    fn forget(&self, _id: EntryId) -> Result<(), LedgerFault> {
        Err(LedgerFault::NoFolder)
    }

    fn shelf(&self) -> Result<Shelf, LedgerFault> {
        Err(LedgerFault::NoFolder)
    }
}
