//! The request: its draft changes, names are judged, files are read for it, key and request are made.

mod begin;
mod profile;

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::start;
use super::ledger;
use crate::core::artifact::ArtifactId;
use crate::core::bundle::{Inspection, Source, inspect};
use crate::core::csr::create::{self, KeySource};
use crate::core::csr::names;
use crate::core::csr::start::{self as begun, Start};
use crate::core::key::{PrivateKey, is_same_public};
use crate::core::op::{Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::core::save::Access;
use crate::state::csr::{
    Change, Csr, CsrAction, KeyFile, KeyTrouble, Order, Progress, ReadFor, edit, spec,
};
use crate::state::drafts::csr::{CsrDraft, Custom, Field, KeyFrom, Step};
use crate::state::effect::{Effect, Picked};
use crate::state::model::{JobNumber, JobPurpose, Model, NoticeKind, Panel};

/// Rounds of PBKDF2 for the key's file, as many as the command line takes unasked.
const ROUNDS: u32 = 10_000;

pub(super) fn act(model: &mut Model, action: CsrAction) -> Vec<Effect> {
    model.csr.revision += 1;
    match action {
        CsrAction::Begin(id) => begin_with_open(model, id),
        CsrAction::AskFolder => vec![Effect::Pick(Picked::CsrFolder)],
        CsrAction::AskRead(what) => vec![Effect::Pick(Picked::Csr(what))],
        CsrAction::Change(change) => change_draft(model, change),
        CsrAction::Describe(facts) => {
            model.csr.password = facts;
            Vec::new()
        }
        CsrAction::Discard => discard(model),
        CsrAction::ForgetProfile(index) => profile::forget(model, index),
        CsrAction::Generate => vec![Effect::GenerateKeyPassword],
        CsrAction::Generated(Some(secret)) => {
            model.csr.generated = Some(secret);
            Vec::new()
        }
        CsrAction::Generated(None) => {
            let refusal = crate::core::convert::Refusal::NoRandom;
            model.notify(NoticeKind::Failed(Failure::NotConverted(refusal)));
            Vec::new()
        }
        CsrAction::Make(order) => make(model, order),
        CsrAction::Read(what, path) => read(model, what, path),
        CsrAction::SaveProfile(name) => profile::save(model, name),
        CsrAction::UseProfile(index) => profile::fill(model, index),
        CsrAction::TakeGenerated => {
            model.csr.generated = None;
            Vec::new()
        }
    }
}

/// Drops the draft; Ctrl+Z brings it back, without the password.
fn discard(model: &mut Model) -> Vec<Effect> {
    let effects = stop_making(model);
    begin(model, CsrDraft::default());
    effects
}

/// Begins a request with this draft.
fn begin(model: &mut Model, draft: CsrDraft) {
    let held = &mut model.csr;
    let before = std::mem::replace(&mut held.draft, draft);
    let is_other = before != held.draft;
    *held = Csr {
        advice: Arc::new(names::advise(&held.draft.names)),
        draft: std::mem::take(&mut held.draft),
        home: held.home.take(),
        number: held.number + 1,
        revision: held.revision + 1,
        ..Csr::default()
    };
    if is_other {
        model.undo.keep_csr(before);
    }
}

fn change_draft(model: &mut Model, change: Change) -> Vec<Effect> {
    let mut effects = Vec::new();
    let is_shown = matches!(
        (&model.csr.progress, &change),
        (Progress::Done(_), Change::GoTo(_))
    );
    if !is_looking(&change) && !is_shown {
        effects = stop_making(model);
        model.csr.progress = Progress::NotMade;
    }
    let is_typed = is_typed(&change);
    let before = model.csr.draft.clone();
    draft_changed(&mut model.csr.draft, change);
    let held = &mut model.csr;
    if before.names != held.draft.names {
        held.advice = Arc::new(names::advise(&held.draft.names));
    }
    // What is typed is taken back in its field, with the same keys.
    if !is_typed && before != held.draft {
        model.undo.keep_csr(before);
    }
    effects
}

/// Whether a change is about what is shown, not about what is asked for.
const fn is_looking(change: &Change) -> bool {
    matches!(change, Change::ShowTwin(_) | Change::ShowAllFields(_))
}

const fn is_typed(change: &Change) -> bool {
    matches!(
        change,
        Change::GoTo(_)
            | Change::ReadableBy(_)
            | Change::SetCsrFile(_)
            | Change::SetCustom(..)
            | Change::SetCustomUsage(_)
            | Change::SetField(..)
            | Change::SetFolder(_)
            | Change::SetKeyFile(_)
            | Change::SetNames(_)
            | Change::SetOther(..)
            | Change::ShowAllFields(_)
            | Change::ShowTwin(_)
    )
}

fn draft_changed(draft: &mut CsrDraft, change: Change) {
    match change {
        Change::AddCustom => draft.custom.push(Custom::default()),
        Change::AddField(field) => add_value(draft, field),
        Change::AddName(name) => draft.names = edit::with(&draft.names, &name),
        Change::AddOther(kind) => draft.other_names.push((kind, String::new())),
        Change::ChooseCommonName(name) => draft.common_name = name,
        Change::ChooseHash(hash) => draft.hash = hash,
        Change::ChooseKey(kind) => {
            draft.new_key.0 = kind;
            draft.key_from = KeyFrom::New;
        }
        Change::ChooseLevel(level) => draft.level = level,
        Change::GoTo(step) => draft.step = step,
        Change::Keep(name) => {
            draft.kept.insert(name);
        }
        Change::LeaveKeyOpen(yes) => draft.is_open_key = yes,
        Change::MustStaple(yes) => draft.is_must_staple = yes,
        Change::ReadableBy(account) => draft.readable_by = account,
        Change::RemoveCustom(index) => remove(&mut draft.custom, index),
        Change::RemoveField(field, index) => {
            remove(draft.fields.entry(field).or_default(), index);
        }
        Change::RemoveOther(index) => remove(&mut draft.other_names, index),
        Change::SetCsrFile(name) => draft.csr_file = Some(name),
        Change::SetCustom(index, custom) => put(&mut draft.custom, index, custom),
        Change::SetCustomUsage(text) => draft.custom_usage = text,
        Change::SetField(field, index, value) => set_value(draft, field, index, value),
        Change::SetFolder(folder) => draft.folder = Some(folder),
        Change::SetKeyFile(name) => draft.key_file = Some(name),
        Change::SetNames(names) => draft.names = names,
        Change::SetOther(index, text) => {
            if let Some((_, held)) = draft.other_names.get_mut(index) {
                *held = text;
            }
        }
        Change::ShowAllFields(yes) => draft.is_showing_all_fields = yes,
        Change::ShowTwin(index) => draft.twin = index,
        Change::TakeKeyFrom(from) => draft.key_from = from,
        Change::TakeOut(spans) => draft.names = edit::without(&draft.names, &spans),
        Change::ToggleKeyUsage(bit) => draft.key_usage ^= bit,
        Change::ToggleUsage(oid) => match draft.usages.contains(&oid) {
            true => draft.usages.retain(|held| *held != oid),
            false => draft.usages.push(oid),
        },
        Change::WritePasswordFile(yes) => draft.has_password_file = yes,
    }
}

fn remove<T>(list: &mut Vec<T>, index: usize) {
    if index < list.len() {
        list.remove(index);
    }
}

fn put<T>(list: &mut [T], index: usize, value: T) {
    if let Some(held) = list.get_mut(index) {
        *held = value;
    }
}

/// One more empty input; the form shows a first one unasked.
fn add_value(draft: &mut CsrDraft, field: Field) {
    let values = draft.fields.entry(field).or_default();
    if values.is_empty() {
        values.push(String::new());
    }
    values.push(String::new());
}

fn set_value(draft: &mut CsrDraft, field: Field, index: usize, value: String) {
    let values = draft.fields.entry(field).or_default();
    if index == values.len() {
        values.push(value);
    } else {
        put(values, index, value);
    }
}

/// Takes the draft before the last change.
pub(super) fn restore(model: &mut Model, draft: CsrDraft) -> Vec<Effect> {
    let effects = stop_making(model);
    let held = &mut model.csr;
    let step = held.draft.step;
    held.draft = CsrDraft { step, ..draft };
    held.forget_open_key();
    held.advice = Arc::new(names::advise(&held.draft.names));
    held.progress = Progress::NotMade;
    held.revision += 1;
    model.panel = Panel::Csr;
    effects
}

fn stop_making(model: &mut Model) -> Vec<Effect> {
    let Progress::Making(job) = model.csr.progress else {
        return Vec::new();
    };
    // The outcome is awaited all the same: files may have been written by then.
    vec![Effect::Cancel(job)]
}

fn make(model: &mut Model, order: Order) -> Vec<Effect> {
    if matches!(model.csr.progress, Progress::Making(_)) {
        return Vec::new();
    }
    let Some(key) = key_source(model) else {
        return Vec::new();
    };
    let held = &model.csr;
    let draft = &held.draft;
    let account = draft.readable_by.trim();
    let request = create::Request {
        spec: spec::asked(draft, &held.advice).spec,
        key,
        has_password_file: draft.has_password_file && order.password.is_some(),
        password: order.password,
        iterations: ROUNDS,
        key_path: order.key_path,
        csr_path: order.csr_path,
        access: match account {
            "" => Access::OwnerOnly,
            account => Access::AlsoReadableBy(account.to_owned()),
        },
        is_recorded: true,
    };
    let job = start(model, JobPurpose::CreateCsr);
    model.csr.progress = Progress::Making(job);
    model.csr.draft.step = Step::Review;
    vec![Effect::Start {
        job,
        request: Request::CreateCsr(request),
    }]
}

fn key_source(model: &Model) -> Option<KeySource> {
    match model.csr.draft.key_from {
        KeyFrom::New => Some(KeySource::New(model.csr.draft.new_key.0)),
        KeyFrom::Open(_) | KeyFrom::File => existing_key(model).map(KeySource::Existing),
    }
}

/// The key that is used again, once it is there.
fn existing_key(model: &Model) -> Option<Arc<PrivateKey>> {
    match model.csr.draft.key_from {
        KeyFrom::New => None,
        KeyFrom::Open(id) => {
            let artifact = model.inspection()?.artifact(id)?;
            artifact.key().map(Arc::clone)
        }
        KeyFrom::File => model
            .csr
            .key_file
            .as_ref()?
            .key
            .as_ref()
            .ok()
            .map(Arc::clone),
    }
}

/// How the making ended: it changed the world, so it is always shown.
pub(super) fn finish_making(model: &mut Model, number: JobNumber, outcome: Outcome) -> Vec<Effect> {
    model.csr.revision += 1;
    let is_waited_for = matches!(model.csr.progress, Progress::Making(job) if job == number);
    let is_made = matches!(outcome, Outcome::Done(_));
    match outcome {
        Outcome::Done(Report::CsrCreated(created)) if is_waited_for => {
            model.csr.progress = Progress::Done(created);
        }
        Outcome::Done(Report::CsrCreated(created)) => {
            let first = created.written.first().map(|written| written.path.clone());
            if let Some(path) = first {
                model.notify(NoticeKind::Saved(path));
            }
        }
        Outcome::Failed(Failure::Exists { path }) if is_waited_for => {
            // The place to change it is beside the field.
            model.csr.taken.push(path);
            model.csr.progress = Progress::NotMade;
            model.csr.draft.step = Step::Protection;
        }
        Outcome::Failed(failure) if is_waited_for => {
            model.csr.progress = Progress::Failed(failure);
        }
        Outcome::Failed(failure) => model.notify(NoticeKind::Failed(failure)),
        Outcome::Cancelled | Outcome::Done(_) if is_waited_for => {
            model.csr.progress = Progress::Cancelled;
        }
        Outcome::Cancelled | Outcome::Done(_) => {}
    }
    match is_made {
        true => ledger::changed(model),
        false => Vec::new(),
    }
}

fn read(model: &mut Model, what: ReadFor, path: PathBuf) -> Vec<Effect> {
    model.dialog = None;
    if path.as_os_str().is_empty() {
        return Vec::new();
    }
    let request = inspect::Request {
        sources: vec![Source::Path(path.clone())],
        remembered: model.remembered.iter().map(Arc::clone).collect(),
        ..inspect::Request::default()
    };
    let job = start(model, JobPurpose::CsrRead(what, path));
    vec![Effect::Start {
        job,
        request: Request::Inspect(request),
    }]
}

/// What a file that was read for the request gives.
pub(super) fn finish_reading(
    model: &mut Model,
    what: ReadFor,
    path: PathBuf,
    outcome: Outcome,
) -> Vec<Effect> {
    model.csr.revision += 1;
    let opened = match outcome {
        Outcome::Done(Report::Inspection(inspection)) => Ok(inspection),
        Outcome::Failed(failure) => Err(KeyTrouble::Failed(failure)),
        Outcome::Cancelled | Outcome::Done(_) => return Vec::new(),
    };
    match what {
        ReadFor::Key => {
            let key = opened.and_then(|inspection| only_key(&inspection));
            model.csr.key_file = Some(KeyFile { path, key });
            model.csr.draft.key_from = KeyFrom::File;
        }
        ReadFor::Start => {
            let begun = opened.and_then(|inspection| {
                let nothing = match inspection.locked.is_empty() {
                    true => KeyTrouble::NoKey,
                    false => KeyTrouble::Locked,
                };
                begun::of_inspection(&inspection).ok_or(nothing)
            });
            match begun {
                Ok(begun) => begin_with(model, &begun),
                Err(trouble) => model.csr.not_started = Some(trouble),
            }
        }
    }
    Vec::new()
}

fn only_key(inspection: &Inspection) -> Result<Arc<PrivateKey>, KeyTrouble> {
    let mut keys = inspection.artifacts.iter().filter_map(|held| held.key());
    match keys.next() {
        Some(key) if keys.any(|other| !is_same_public(&other.spki, &key.spki)) => {
            Err(KeyTrouble::Several)
        }
        Some(key) => Ok(Arc::clone(key)),
        None if inspection.locked.is_empty() => Err(KeyTrouble::NoKey),
        None => Err(KeyTrouble::Locked),
    }
}

/// Begins with what was read elsewhere, with a new key.
fn begin_with(model: &mut Model, begun: &Start) {
    begin(model, begin::draft_of(begun));
    model.csr.dropped = begun.dropped.clone();
    model.panel = Panel::Csr;
}

fn begin_with_open(model: &mut Model, id: ArtifactId) -> Vec<Effect> {
    let artifact = model.inspection().and_then(|open| open.artifact(id));
    let begun = artifact.and_then(|artifact| begin::of_artifact(artifact));
    if let Some(begun) = begun {
        begin_with(model, &begun);
    }
    Vec::new()
}
