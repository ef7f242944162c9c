//! Carrying out an act: a copy of the old state, a record of both, then the exchange.

use std::path::PathBuf;

use serde::Serialize;

use super::record::{Record, SCHEMA, What};
use super::shelf::Shelf;
use super::{Act, ActFault};
use crate::core::artifact::Fingerprint;
use crate::core::env::Env;
use crate::core::limits;
use crate::core::progress::{Progress, Stage};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Applied {
    /// The file holds the new bytes.
    Done {
        /// Where the old ones lie.
        copy: PathBuf,
        /// The record in the history.
        record: PathBuf,
        /// What the file holds now.
        new_sha256: Fingerprint,
    },
    /// The new bytes are the old ones: nothing was written.
    Unchanged,
}

/// What is written, in this order; a kill in between leaves the file old or new, and a true history.
const STAGES: u64 = 3;

/// Carries an act out.
///
/// # Errors
/// See [`ActFault`]; the file is as it was then, and no trace of the act is left.
pub fn apply(act: &Act, env: &Env<'_>, progress: &dyn Progress) -> Result<Applied, ActFault> {
    if act.bytes.len() as u64 > limits::FILE_BYTES {
        return Err(ActFault::TooLarge {
            bytes: act.bytes.len() as u64,
        });
    }
    let shelf = Shelf::of(&act.config, env)?;
    let old = shelf.present()?;
    if Fingerprint::of(&old) != act.expected {
        return Err(ActFault::Changed {
            path: act.config.clone(),
        });
    }
    let new = Fingerprint::of(&act.bytes);
    if new == act.expected {
        return Ok(Applied::Unchanged);
    }
    advance(progress, 0)?;
    shelf.make()?;
    let copy = shelf.keep(&old, env.clock.now())?;
    drop(old);
    let mut record = None;
    let outcome = carry_out(act, &copy, new, &shelf, env, progress, &mut record);
    if outcome.is_err() {
        shelf.retract(&new, record.as_deref(), Some(&copy));
    }
    outcome
}

fn carry_out(
    act: &Act,
    copy: &str,
    new: Fingerprint,
    shelf: &Shelf<'_>,
    env: &Env<'_>,
    progress: &dyn Progress,
    filed: &mut Option<PathBuf>,
) -> Result<Applied, ActFault> {
    advance(progress, 1)?;
    let record = filed.insert(shelf.file(&Record {
        schema: SCHEMA,
        file: shelf.file_name(),
        plan_id: act.id.clone(),
        when: env.clock.now(),
        old_sha256: act.expected,
        new_sha256: new,
        what: What::Apply {
            copy: copy.to_owned(),
            plan: act.plan.clone(),
        },
    })?);
    advance(progress, 2)?;
    env.files
        .exchange(&act.config, &act.expected, &act.bytes)
        .map_err(|fault| ActFault::of_exchange(&act.config, fault))?;
    progress.report(Stage::Writing, STAGES, STAGES);
    Ok(Applied::Done {
        copy: shelf.folder.join(copy),
        record: record.clone(),
        new_sha256: new,
    })
}

fn advance(progress: &dyn Progress, done: u64) -> Result<(), ActFault> {
    progress.report(Stage::Writing, done, STAGES);
    match progress.is_cancelled() {
        true => Err(ActFault::Cancelled),
        false => Ok(()),
    }
}
