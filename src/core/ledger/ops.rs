//! What the window and the command line ask of the ledger, as operations.

use std::path::PathBuf;

use super::answer::{self, Known};
use super::{Entry, EntryId, Kept, LedgerFault, NewEntry, Role, Search, Shelf};
use crate::core::artifact::Fingerprint;
use crate::core::env::Env;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Which entries fit.
    Search(Search),
    /// What is known of these public keys.
    Look(Vec<Fingerprint>),
    /// Notes something beside an entry; replaces the note before.
    Note {
        /// Which entry.
        id: EntryId,
        /// The note.
        text: String,
    },
    /// Marks an entry as used in an order now, or takes the mark away.
    MarkUsed {
        /// Which entry.
        id: EntryId,
        /// Whether it is used.
        is_used: bool,
    },
    /// Forgets entries; their files stay.
    Forget(Vec<EntryId>),
    /// The certificate for a request came back and lies in this file.
    CameBack {
        /// What was asked for.
        made: Box<NewEntry>,
        /// Where the certificate lies.
        certificate: PathBuf,
    },
}

/// An entry, and which of its files are where they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The entry.
    pub entry: Entry,
    /// For each of its files in order, whether it is there.
    pub is_there: Vec<bool>,
}

impl Held {
    /// Its files, each with whether it is there.
    pub fn files(&self) -> impl Iterator<Item = (&Kept, bool)> {
        let kept = self.entry.made.kept.iter();
        kept.zip(self.is_there.iter().copied())
    }
}

/// Entries that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The database.
    pub shelf: Shelf,
    /// What was searched for.
    pub wanted: Search,
    /// The entries, newest first.
    pub entries: Vec<Held>,
    /// Whether there are more than the limit let through.
    pub has_more: bool,
}

/// What the ledger answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Entries that fit.
    Found(Listing),
    /// What is known of the keys that were asked for.
    Known(Vec<Known>),
    /// A note was written down.
    Noted(EntryId),
    /// An entry was marked as used, or the mark was taken away.
    Marked {
        /// Which entry.
        id: EntryId,
        /// Whether it is used.
        is_used: bool,
    },
    /// Entries were forgotten.
    Forgotten(Vec<EntryId>),
    /// A certificate stands beside its request.
    CameBack(EntryId),
}

/// Asks the ledger.
pub fn run(request: &Request, env: &Env<'_>) -> Outcome {
    match ask(request, env) {
        Ok(answer) => Outcome::Done(Report::Ledger(Box::new(answer))),
        Err(fault) => Outcome::Failed(Failure::Ledger(fault)),
    }
}

fn ask(request: &Request, env: &Env<'_>) -> Result<Answer, LedgerFault> {
    let ledger = env.ledger;
    Ok(match request {
        Request::Search(wanted) => Answer::Found(list(wanted, env)?),
        Request::Look(keys) => Answer::Known(answer::look(keys, env)?),
        Request::Note { id, text } => {
            ledger.note(*id, text.trim())?;
            Answer::Noted(*id)
        }
        Request::MarkUsed { id, is_used } => {
            ledger.mark_used(*id, is_used.then(|| env.clock.now()))?;
            Answer::Marked {
                id: *id,
                is_used: *is_used,
            }
        }
        Request::Forget(ids) => {
            ids.iter().try_for_each(|id| ledger.forget(*id))?;
            Answer::Forgotten(ids.clone())
        }
        Request::CameBack { made, certificate } => {
            let kept = vec![Kept {
                role: Role::Certificate,
                path: certificate.clone(),
            }];
            let made = NewEntry {
                kept,
                ..(**made).clone()
            };
            Answer::CameBack(ledger.record(&made)?)
        }
    })
}

fn list(wanted: &Search, env: &Env<'_>) -> Result<Listing, LedgerFault> {
    // One more than wanted tells whether there are more.
    let limit = match wanted.limit {
        0 => 0,
        limit => limit.saturating_add(1),
    };
    let mut entries = env.ledger.search(&Search {
        limit,
        ..wanted.clone()
    })?;
    let has_more = wanted.limit > 0 && entries.len() > wanted.limit;
    if has_more {
        entries.truncate(wanted.limit);
    }
    let held = entries.into_iter().map(|entry| Held {
        is_there: entry
            .made
            .kept
            .iter()
            .map(|kept| answer::is_there(kept, env))
            .collect(),
        entry,
    });
    Ok(Listing {
        entries: held.collect(),
        shelf: env.ledger.shelf()?,
        wanted: wanted.clone(),
        has_more,
    })
}
