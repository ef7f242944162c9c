//! The ledger of requests: listed while it is in sight, changed in jobs of their own, and asked for the keys
//! that what was opened lacks.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::start;
use super::opening;
use crate::core::artifact::{ArtifactId, Fingerprint};
use crate::core::bundle::{Inspection, Source};
use crate::core::ledger::EntryId;
use crate::core::ledger::answer::{file_of, missing_keys};
use crate::core::ledger::ops::{Answer, Request as Asked};
use crate::core::op::{Outcome, Report, Request};
use crate::state::action::OpenHow;
use crate::state::effect::Effect;
use crate::state::ledger::{LedgerAction, Listed};
use crate::state::model::{Dialog, JobEntry, JobNumber, JobPurpose, Model, NoticeKind, Panel};

pub(super) fn act(model: &mut Model, action: LedgerAction) -> Vec<Effect> {
    model.ledger.revision += 1;
    match action {
        LedgerAction::AddKey {
            certificate,
            path,
            to_convert,
        } => return add_key(model, certificate, path, to_convert),
        LedgerAction::AskForget(id) => model.dialog = Some(Dialog::ForgetEntry(id)),
        LedgerAction::Forget(id) => {
            model.dialog = None;
            return change(model, Asked::Forget(vec![id]));
        }
        LedgerAction::ListAgain => return list(model),
        LedgerAction::MarkUsed(id, is_used) => {
            return change(model, Asked::MarkUsed { id, is_used });
        }
        LedgerAction::Note(id, text) => return note(model, id, text),
        LedgerAction::Search(words) => {
            model.ledger.words = words;
            return list(model);
        }
        LedgerAction::Select(id) => model.ledger.selected = id,
        LedgerAction::Show => {
            if matches!(model.ledger.listed, Listed::NotBegun) {
                return list(model);
            }
        }
    }
    Vec::new()
}

fn begin(model: &mut Model, purpose: JobPurpose, asked: Asked) -> (JobNumber, Effect) {
    let job = start(model, purpose);
    let request = Request::Ledger(asked);
    (job, Effect::Start { job, request })
}

/// A newer search makes the older one pointless.
fn list(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Listed::Running(job) = model.ledger.listed {
        model.jobs.retain(|entry| entry.number != job);
        effects.push(Effect::Cancel(job));
    }
    let asked = Asked::Search(model.ledger.wanted());
    let (job, effect) = begin(model, JobPurpose::LedgerList, asked);
    model.ledger.listed = Listed::Running(job);
    effects.push(effect);
    effects
}

/// How listing ended.
pub(super) fn finish_listing(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    let ledger = &mut model.ledger;
    ledger.revision += 1;
    ledger.listed = match outcome {
        Outcome::Done(Report::Ledger(answer)) => match *answer {
            Answer::Found(listing) => {
                ledger.listing = Some(listing);
                Listed::Done
            }
            _ => Listed::Cancelled,
        },
        Outcome::Failed(failure) => {
            ledger.listing = None;
            Listed::Failed(failure)
        }
        Outcome::Cancelled | Outcome::Done(_) => Listed::Cancelled,
    };
    if let Some(selected) = ledger.selected
        && ledger.held(selected).is_none()
    {
        ledger.selected = None;
    }
    Vec::new()
}

fn note(model: &mut Model, id: EntryId, text: String) -> Vec<Effect> {
    let is_known = |held: &crate::core::ledger::ops::Held| held.entry.note == text.trim();
    if model.ledger.held(id).is_some_and(is_known) {
        return Vec::new();
    }
    change(model, Asked::Note { id, text })
}

fn change(model: &mut Model, asked: Asked) -> Vec<Effect> {
    vec![begin(model, JobPurpose::LedgerChange, asked).1]
}

/// How a change ended. What is in sight is read anew.
pub(super) fn finish_change(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    if let Outcome::Failed(failure) = outcome {
        model.notify(NoticeKind::Failed(failure));
    }
    changed(model)
}

/// The ledger was told something: what was read of it is out of date.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    model.ledger.looked_for = None;
    match model.ledger.listed {
        Listed::NotBegun => Vec::new(),
        _ => list(model),
    }
}

/// Asks for the keys that what is open lacks, once for each opening; nothing lacking, nothing is asked.
pub(super) fn follow(model: &mut Model) -> Vec<Effect> {
    let open = model.inspection().map(Arc::clone);
    let is_same = match (&open, &model.ledger.looked_for) {
        (Some(open), Some(looked)) => Arc::ptr_eq(open, looked),
        (None, None) => true,
        _ => false,
    };
    let is_looking = |job: &JobEntry| matches!(job.purpose, JobPurpose::LedgerLook(_));
    if is_same || model.opening().is_some() || model.jobs.iter().any(is_looking) {
        return Vec::new();
    }
    let ledger = &mut model.ledger;
    ledger.revision += 1;
    ledger.known.clear();
    ledger.missing = open
        .as_ref()
        .map(|open| missing_keys(open))
        .unwrap_or_default();
    let mut keys: Vec<Fingerprint> = ledger.missing.iter().map(|(_, key)| *key).collect();
    keys.sort_unstable();
    keys.dedup();
    match open {
        Some(open) if !keys.is_empty() => {
            vec![begin(model, JobPurpose::LedgerLook(open), Asked::Look(keys)).1]
        }
        open => {
            ledger.looked_for = open;
            Vec::new()
        }
    }
}

/// What the ledger knows. A ledger that does not answer is told of where it is shown, not here: opening
/// went well.
pub(super) fn finish_look(
    model: &mut Model,
    looked_for: Arc<Inspection>,
    outcome: Outcome,
) -> Vec<Effect> {
    model.ledger.looked_for = Some(looked_for);
    if let Outcome::Done(Report::Ledger(answer)) = outcome
        && let Answer::Known(known) = *answer
    {
        model.ledger.known = known;
        model.ledger.revision += 1;
    }
    Vec::new()
}

/// The key joins what is open; where its certificate lies is written beside the request.
fn add_key(
    model: &mut Model,
    certificate: ArtifactId,
    path: PathBuf,
    to_convert: bool,
) -> Vec<Effect> {
    let mut effects = came_back(model, certificate);
    if to_convert {
        model.panel = Panel::Convert;
    }
    let source = Source::Path(path);
    effects.extend(opening::open(model, vec![source], OpenHow::Add));
    effects
}

fn came_back(model: &mut Model, id: ArtifactId) -> Vec<Effect> {
    let Some(known) = model.ledger.known_of(id) else {
        return Vec::new();
    };
    let made = Box::new(known.entry.made.clone());
    let artifact = model.inspection().and_then(|open| open.artifact(id));
    let file = artifact
        .filter(|artifact| artifact.certificate().is_some())
        .and_then(|artifact| file_of(artifact, model.sources()));
    match file {
        Some(certificate) => change(model, Asked::CameBack { made, certificate }),
        None => Vec::new(),
    }
}
