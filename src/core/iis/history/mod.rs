//! Acts on `applicationHost.config`, the way back from each, and a history that tells the truth.
//!
//! Beside the file lies the folder `certwright-undo`. An act leaves two files in it before it touches the
//! configuration: a copy of what is replaced, then a record with the SHA-256 of both states. An undo leaves
//! a record too. No record is ever changed: what is in force follows from the hashes and from what the
//! file holds now, so that it is right after a crash at any moment, and after an edit by somebody else.

mod apply;
mod fault;
mod look;
mod record;
mod shelf;
mod trace;
mod undo;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::core::artifact::Fingerprint;

pub use apply::{Applied, apply};
pub use fault::{ActFault, Damage, WhyUnreadable};
pub use look::{Entry, History, Present, Unreadable, history};
pub use trace::State;
pub use undo::{Undone, undo};

/// Names a plan; whoever makes the plan chooses it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlanId(pub String);

/// One change of one configuration file. Has neither `Clone` nor `Debug`: a configuration may hold passwords.
pub struct Act {
    /// The plan it belongs to.
    pub id: PlanId,
    /// The file.
    pub config: PathBuf,
    /// What the file held when the plan was made.
    pub expected: Fingerprint,
    /// What it will hold.
    pub bytes: Zeroizing<Vec<u8>>,
    /// What is changed, for the history. Never the bytes, never a secret.
    pub plan: serde_json::Value,
}
