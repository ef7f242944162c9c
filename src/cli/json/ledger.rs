//! The `report` of `ledger`: entries, and what was done to them.

use serde_json::{Value, json};

use super::plain;
use crate::core::ledger::ops::{Answer, Held, Listing};
use crate::core::ledger::{EntryId, Shelf};

const VERB: &str = "ledger";

/// The document of an answer.
pub fn answer(answer: &Answer) -> String {
    let (act, ids): (&str, &[EntryId]) = match answer {
        Answer::Found(listing) => return list(listing),
        // Asked by the window alone.
        Answer::Known(_) => ("look", &[]),
        Answer::CameBack(id) => ("certificate", std::slice::from_ref(id)),
        Answer::Noted(id) => ("note", std::slice::from_ref(id)),
        Answer::Marked { id, is_used: true } => ("used", std::slice::from_ref(id)),
        Answer::Marked { id, .. } => ("not-used", std::slice::from_ref(id)),
        Answer::Forgotten(ids) => ("forget", ids),
    };
    plain(VERB, json!({ "act": act, "ids": ids }))
}

/// The document of a list.
pub fn list(listing: &Listing) -> String {
    let entries: Vec<Value> = listing.entries.iter().map(entry).collect();
    let report = json!({
        "act": "list",
        "path": listing.shelf.path.to_string_lossy(),
        "newer": listing.shelf.is_newer,
        "entries": entries,
    });
    plain(VERB, report)
}

/// The document that says where the database lies.
pub fn shelf(shelf: &Shelf) -> String {
    let report = json!({
        "act": "path",
        "path": shelf.path.to_string_lossy(),
        "newer": shelf.is_newer,
    });
    plain(VERB, report)
}

fn entry(held: &Held) -> Value {
    let entry = &held.entry;
    let made = &entry.made;
    let files = held.files().map(|(kept, is_there)| {
        json!({
            "role": kept.role,
            "path": kept.path.to_string_lossy(),
            "exists": is_there,
        })
    });
    json!({
        "id": entry.id,
        "origin": made.origin,
        "at": made.at,
        "subject": made.subject,
        "names": made.names,
        "key": made.key_kind,
        "key_sha256": made.key,
        "request_sha256": made.request,
        "files": files.collect::<Vec<_>>(),
        "note": entry.note,
        "used_at": entry.used,
    })
}
