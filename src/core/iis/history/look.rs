//! The history of one file, as records, copies and the present file tell it together.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;

use super::record::What;
use super::shelf::{Records, Shelf};
use super::trace::{Filed, State, Trace};
use super::{ActFault, Damage, PlanId, WhyUnreadable};
use crate::core::artifact::Fingerprint;
use crate::core::env::Env;
use crate::core::time::Moment;

/// What the present file is to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Present {
    /// Somebody else changed it since: no record leads to it or starts from it.
    ChangedByOthers,
    /// A state of the history.
    Known,
    /// There is no history yet.
    NoHistory,
}

/// One act.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The plan.
    pub plan_id: PlanId,
    /// When it was recorded, just before it was carried out.
    pub when: Moment,
    /// What became of it.
    pub state: State,
    /// When it was undone, if it was and nobody else changed the file since.
    pub undone: Option<Moment>,
    /// Whether [`super::undo`] would put its old state back now.
    pub can_undo: bool,
    /// What the file held before.
    pub old_sha256: Fingerprint,
    /// What it held after.
    pub new_sha256: Fingerprint,
    /// Where the old state lies.
    pub copy: PathBuf,
    /// What is wrong with that copy.
    pub damage: Option<Damage>,
    /// The description that came with the act.
    pub plan: Value,
}

/// A record that tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// Where.
    pub path: PathBuf,
    /// Why.
    pub why: WhyUnreadable,
}

/// Everything known about one file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct History {
    /// What it holds now.
    pub present_sha256: Fingerprint,
    /// What that is to the history.
    pub present: Present,
    /// Its acts, the newest first.
    pub acts: Vec<Entry>,
    /// Records that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// Reads the history and checks every copy against its hash.
///
/// # Errors
/// See [`ActFault`]: the file cannot be read, or the folder is open to others.
pub fn history(config: &Path, env: &Env<'_>) -> Result<History, ActFault> {
    let shelf = Shelf::of(config, env)?;
    let present_sha256 = Fingerprint::of(&shelf.present()?);
    let Records { filed, unreadable } = match shelf.open()? {
        true => shelf.records()?,
        false => Records::default(),
    };
    let trace = Trace::of(&present_sha256, &filed);
    let acts = (0..filed.len()).rev();
    let acts = acts.filter_map(|index| entry(index, &filed, &trace, &shelf, &present_sha256));
    Ok(History {
        present_sha256,
        present: match trace.is_known {
            false => Present::ChangedByOthers,
            true if filed.is_empty() => Present::NoHistory,
            true => Present::Known,
        },
        acts: acts.collect(),
        unreadable: unreadable
            .into_iter()
            .map(|(name, why)| Unreadable {
                path: shelf.folder.join(name),
                why,
            })
            .collect(),
    })
}

/// `None` for an undo, which shows in the entry of its act.
fn entry(
    index: usize,
    filed: &[Filed],
    trace: &Trace,
    shelf: &Shelf<'_>,
    present: &Fingerprint,
) -> Option<Entry> {
    let Filed { number, record } = filed.get(index)?;
    let What::Apply { copy, plan } = &record.what else {
        return None;
    };
    let damage = shelf.old_state(record).err().map(|(_, damage)| damage);
    let undo = trace.undone_by(*number, filed);
    let is_newest = trace.in_force.last() == Some(&index);
    Some(Entry {
        plan_id: record.plan_id.clone(),
        when: record.when,
        state: trace.state(index),
        undone: undo.and_then(|undo| Some(filed.get(undo)?.record.when)),
        can_undo: is_newest && damage.is_none() && record.new_sha256 == *present,
        old_sha256: record.old_sha256,
        new_sha256: record.new_sha256,
        copy: shelf.folder.join(copy),
        damage,
        plan: plan.clone(),
    })
}
