//! Back to the state before an act, byte for byte, as long as nobody has changed the file since.

use std::path::Path;

use serde::Serialize;

use super::record::{Record, SCHEMA, What};
use super::shelf::Shelf;
use super::trace::{Filed, State, Trace};
use super::{ActFault, PlanId};
use crate::core::artifact::Fingerprint;
use crate::core::env::Env;

/// What was put back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undone {
    /// The act that is no longer in force.
    pub plan_id: PlanId,
    /// What the file holds now.
    pub new_sha256: Fingerprint,
}

/// Undoes the newest act in force, or the named one if it is that.
///
/// # Errors
/// See [`ActFault`]; the file is as it was then.
pub fn undo(config: &Path, which: Option<&PlanId>, env: &Env<'_>) -> Result<Undone, ActFault> {
    let shelf = Shelf::of(config, env)?;
    let present = Fingerprint::of(&shelf.present()?);
    if !shelf.open()? {
        return Err(nothing(config, which));
    }
    let filed = shelf.records()?.filed;
    let target = choose(&present, &filed, which, config)?;
    let old = shelf
        .old_state(&target.record)
        .map_err(|(copy, damage)| ActFault::CopyDamaged { copy, damage })?;
    let back = Record {
        schema: SCHEMA,
        file: shelf.file_name(),
        plan_id: target.record.plan_id.clone(),
        when: env.clock.now(),
        old_sha256: target.record.new_sha256,
        new_sha256: target.record.old_sha256,
        what: What::Undo {
            record: target.number,
        },
    };
    let filed = shelf.file(&back)?;
    let exchanged = env.files.exchange(config, &back.old_sha256, &old);
    if let Err(fault) = exchanged {
        shelf.retract(&back.new_sha256, Some(&filed), None);
        return Err(ActFault::of_exchange(config, fault));
    }
    Ok(Undone {
        plan_id: back.plan_id,
        new_sha256: back.new_sha256,
    })
}

/// The act whose work the present file is.
fn choose<'a>(
    present: &Fingerprint,
    filed: &'a [Filed],
    which: Option<&PlanId>,
    config: &Path,
) -> Result<&'a Filed, ActFault> {
    let trace = Trace::of(present, filed);
    let wanted = which.map(|id| named(id, filed, &trace)).transpose()?;
    if !trace.is_known || wanted.is_some_and(|index| trace.state(index) == State::Overtaken) {
        return Err(changed_since(config));
    }
    let newest = trace.in_force.last().copied();
    let Some(found) = wanted.or(newest).and_then(|index| filed.get(index)) else {
        return Err(nothing(config, None));
    };
    if let Some(id) = which.filter(|_| !trace.in_force.iter().any(|act| Some(*act) == wanted)) {
        return Err(ActFault::NotInForce { id: id.clone() });
    }
    if wanted.is_some() && wanted != newest {
        let newer = trace.in_force.iter().rev();
        let newer = newer.take_while(|act| Some(**act) != wanted);
        let ids = newer.filter_map(|act| Some(filed.get(*act)?.record.plan_id.clone()));
        return Err(ActFault::NewerFirst {
            newer: ids.collect(),
        });
    }
    // Undoing the newest act may have led to a state that only looks like the work of this one.
    if found.record.new_sha256 != *present {
        return Err(changed_since(config));
    }
    Ok(found)
}

/// The newest act of this plan, first of all one that is in force.
fn named(id: &PlanId, filed: &[Filed], trace: &Trace) -> Result<usize, ActFault> {
    let is_act = |index: &usize| {
        filed.get(*index).is_some_and(|filed| {
            filed.record.plan_id == *id && matches!(filed.record.what, What::Apply { .. })
        })
    };
    let in_force = trace.in_force.iter().rev().copied().find(is_act);
    in_force
        .or_else(|| (0..filed.len()).rev().find(is_act))
        .ok_or_else(|| ActFault::UnknownAct { id: id.clone() })
}

fn nothing(config: &Path, which: Option<&PlanId>) -> ActFault {
    match which {
        Some(id) => ActFault::UnknownAct { id: id.clone() },
        None => ActFault::NothingToUndo {
            path: config.to_owned(),
        },
    }
}

fn changed_since(config: &Path) -> ActFault {
    ActFault::ChangedSince {
        path: config.to_owned(),
    }
}
