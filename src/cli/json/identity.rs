//! One entry of `report.identities`.

use serde_json::{Value, json};

use crate::core::artifact::ArtifactId;
use crate::core::bundle::story::{Cell, PasswordCell};
use crate::core::bundle::{Identity, KeyState, MadeFor};

pub fn entry(identity: &Identity) -> Value {
    let leaf = identity.copies.first();
    let chain: Vec<ArtifactId> = leaf
        .into_iter()
        .chain(&identity.issuer_ids)
        .copied()
        .collect();
    let (state, keys) = key_state(&identity.key);
    json!({
        "leaf": leaf,
        "copies": identity.copies,
        "key": keys.first(),
        "keys": keys,
        "key_state": state,
        "requests": identity.requests,
        "chain": chain,
        "anchor": identity.anchor.as_ref().map(|anchor| anchor.fingerprint),
        "missing_issuer": identity.missing_issuer,
        "containers": identity.containers,
        "complete": identity.is_complete,
        "made_for": identity.made_for.iter().map(made_for).collect::<Vec<_>>(),
    })
}

fn key_state(state: &KeyState) -> (&'static str, &[ArtifactId]) {
    match state {
        KeyState::Proven(ids) => ("proven", ids),
        KeyState::NotChecked(ids) => ("not_checked", ids),
        KeyState::MayBeLocked(_) => ("may_be_locked", &[]),
        KeyState::Missing => ("missing", &[]),
    }
}

fn made_for(row: &MadeFor) -> Value {
    let (password, file) = password(&row.password);
    json!({
        "server": row.server,
        "files": row.files,
        "certificate": cell(&row.certificate),
        "key": cell(&row.key),
        "chain": cell(&row.chain),
        "password": password,
        "password_file": file,
        "ready": row.is_ready(),
    })
}

fn cell(cell: &Cell) -> &'static str {
    match cell {
        Cell::Good => "good",
        Cell::Bad => "bad",
        Cell::Missing => "missing",
        Cell::Locked => "locked",
        Cell::NotNeeded => "not_needed",
    }
}

fn password(cell: &PasswordCell) -> (&'static str, Option<String>) {
    let name = match cell {
        PasswordCell::File(place) => return ("file", Some(place.to_string())),
        PasswordCell::NotNeeded => "not_needed",
        PasswordCell::Known => "known",
        PasswordCell::Empty => "empty",
        PasswordCell::Refused => "refused",
        PasswordCell::Needed => "needed",
        PasswordCell::Unreadable => "unreadable",
    };
    (name, None)
}
