//! The conversion: its draft changes, the result is made, written, taken back.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::{Reached, start};
use crate::core::artifact::Fingerprint;
use crate::core::bundle::KeyState;
use crate::core::convert::run::{self, Destination, Made, Passwords, WriteRequest};
use crate::core::convert::{Choice, Refusal, undo};
use crate::core::op::{Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::core::save::{Access, WhenExists};
use crate::core::secret::Secret;
use crate::state::convert::{Change, ConvertAction, PasswordOf, Progress};
use crate::state::drafts::convert::{Offer, Step};
use crate::state::effect::{Effect, Saving};
use crate::state::model::{Dialog, JobEntry, JobNumber, JobPurpose, Model, NoticeKind, Panel};

pub(super) fn act(model: &mut Model, action: ConvertAction) -> Vec<Effect> {
    model.convert.revision += 1;
    match action {
        ConvertAction::AskWhere => ask_where(model),
        ConvertAction::Change(change) => change_draft(model, change),
        ConvertAction::Generate(of) => vec![Effect::GeneratePassword(of)],
        ConvertAction::Generated(of, secret) => generated(model, of, secret),
        ConvertAction::Make { stem, passwords } => make(model, stem, passwords),
        ConvertAction::NotGenerated => {
            let failure = Failure::NotConverted(Refusal::NoRandom);
            model.notify(NoticeKind::Failed(failure));
            Vec::new()
        }
        ConvertAction::Open { offer, leaf } => open(model, offer, leaf),
        ConvertAction::KeepCopy => keep_copy(model),
        ConvertAction::Describe(of, facts) => {
            match of {
                PasswordOf::Key => model.convert.key = facts,
                PasswordOf::Store => model.convert.store = facts,
            }
            make_anew(model)
        }
        ConvertAction::StartOver => start_over(model),
        ConvertAction::TakeGenerated => {
            model.convert.generated = None;
            Vec::new()
        }
        ConvertAction::UndoWriting => undo_writing(model),
        ConvertAction::WriteTo(path) => write_to(model, path, WhenExists::Refuse),
    }
}

fn generated(model: &mut Model, of: PasswordOf, secret: Arc<Secret>) -> Vec<Effect> {
    model.convert.generated = Some((of, secret));
    make_anew(model)
}

fn open(model: &mut Model, offer: Option<Offer>, leaf: Option<Fingerprint>) -> Vec<Effect> {
    model.panel = Panel::Convert;
    if offer.is_none() && leaf.is_none() {
        return Vec::new();
    }
    let before = model.convert.draft.clone();
    let draft = &mut model.convert.draft;
    if let Some(leaf) = leaf {
        draft.choice.leaves = Some(vec![leaf]);
    }
    if let Some(offer) = offer {
        draft.choose(offer);
    }
    draft.step = Step::Target;
    model.undo.keep_draft(before);
    make_anew(model)
}

fn change_draft(model: &mut Model, change: Change) -> Vec<Effect> {
    if let Change::GoTo(step) = change {
        model.convert.draft.step = step;
        return match step {
            Step::Result => Vec::new(),
            Step::Source | Step::Target => stop_making(model),
        };
    }
    let before = model.convert.draft.clone();
    let (is_typed, is_about_result) = (is_typed(&change), is_about_result(&change));
    draft_changed(model, change);
    // What is typed is taken back in its field, with the same keys.
    if !is_typed && before != model.convert.draft {
        model.undo.keep_draft(before);
    }
    if is_about_result {
        make_anew(model)
    } else {
        Vec::new()
    }
}

const fn is_typed(change: &Change) -> bool {
    matches!(
        change,
        Change::ListAs(_)
            | Change::ReadableBy(_)
            | Change::SetRounds(_)
            | Change::ChangeProtection(_)
            | Change::ShowSnippet(_)
            | Change::AllowOldTls(_)
    )
}

/// Whether what was made so far no longer is what is wanted.
const fn is_about_result(change: &Change) -> bool {
    !matches!(
        change,
        Change::ReadableBy(_)
            | Change::ChangeProtection(_)
            | Change::WritePasswordFile(_)
            | Change::ShowSnippet(_)
            | Change::AllowOldTls(_)
    )
}

fn draft_changed(model: &mut Model, change: Change) {
    let only = only_leaf(model);
    let draft = &mut model.convert.draft;
    let choice = &mut draft.choice;
    match change {
        Change::AllowChain(yes) => choice.with_chain = yes,
        Change::AllowOldTls(yes) => draft.is_old_tls_allowed = yes,
        Change::AllowRoot(yes) => choice.with_root = yes,
        Change::ChangeProtection(yes) => draft.is_changing_protection = yes,
        Change::ChooseCipher(cipher) => choice.cipher = Some(cipher),
        Change::ChooseFormat(format) => choice.format = format,
        Change::ChooseLayout(layout) => {
            choice.format = crate::core::convert::Format::Pem(layout);
        }
        Change::ChooseOffer(offer) => draft.choose(offer),
        Change::ChooseProvider(provider) => choice.provider = provider,
        Change::ChooseTarget(target) => {
            // What belongs to the reader goes with it: cipher, rounds, name.
            let format = choice.format;
            let leaves = choice.leaves.take();
            *choice = Choice {
                format,
                leaves,
                is_trust_store: choice.is_trust_store,
                encrypts_key: choice.encrypts_key,
                is_der: choice.is_der,
                ..Choice::for_target(target)
            };
            draft.rounds.clear();
            draft.listed = None;
        }
        Change::EncryptKey(yes) => choice.encrypts_key = yes,
        Change::GoTo(step) => draft.step = step,
        Change::ListAs(name) => {
            choice.name = Some(name.clone()).filter(|name| !name.is_empty());
            draft.listed = Some(name);
        }
        Change::ReadableBy(name) => draft.readable_by = name,
        Change::SetRounds(text) => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            choice.iterations = match (digits.parse(), digits.is_empty()) {
                (_, true) => None,
                (Ok(rounds), false) => Some(rounds),
                // More digits than a number holds are too many rounds; the plan says so.
                (Err(_), false) => Some(u64::MAX),
            };
            draft.rounds = text;
        }
        Change::ShowSnippet(index) => draft.snippet = index,
        Change::ToggleLeaf(leaf) => {
            let leaves = choice
                .leaves
                .get_or_insert_with(|| only.into_iter().collect());
            if leaves.contains(&leaf) {
                leaves.retain(|held| *held != leaf);
            } else {
                leaves.push(leaf);
            }
        }
        Change::TrustStore(yes) => choice.is_trust_store = yes,
        Change::UseKeyPassword(yes) => draft.has_key_password = yes,
        Change::WriteDer(yes) => choice.is_der = yes,
        Change::WritePasswordFile(yes) => draft.has_password_file = yes,
    }
}

/// The leaf that is taken unasked: the only one that has its key, or the only one.
fn only_leaf(model: &Model) -> Option<Fingerprint> {
    let identities = &model.inspection()?.story.identities;
    let has_key = |key: &KeyState| matches!(key, KeyState::Proven(_) | KeyState::NotChecked(_));
    let mut with_key = identities.iter().filter(|held| has_key(&held.key));
    let only = match (with_key.next(), with_key.next()) {
        (Some(only), None) => Some(only),
        (None, _) if identities.len() == 1 => identities.first(),
        _ => None,
    };
    only.map(|identity| identity.leaf.fingerprint)
}

/// Takes the draft before the last change.
pub(super) fn restore(
    model: &mut Model,
    draft: crate::state::drafts::convert::ConvertDraft,
) -> Vec<Effect> {
    let step = model.convert.draft.step;
    model.convert.draft = draft;
    model.convert.draft.step = match step {
        Step::Result => Step::Target,
        other => other,
    };
    model.convert.revision += 1;
    model.panel = Panel::Convert;
    make_anew(model)
}

/// What was made is not what is wanted any more.
fn make_anew(model: &mut Model) -> Vec<Effect> {
    let effects = stop_making(model);
    if !matches!(model.convert.progress, Progress::Writing(..)) {
        model.convert.progress = Progress::NotMade;
    }
    effects
}

fn stop_making(model: &mut Model) -> Vec<Effect> {
    match model.convert.progress {
        Progress::Making(job) => {
            model.convert.progress = Progress::NotMade;
            model.jobs.retain(|held| held.number != job);
            vec![Effect::Cancel(job)]
        }
        _ => Vec::new(),
    }
}

fn make(model: &mut Model, stem: String, passwords: Passwords) -> Vec<Effect> {
    let Some(inspection) = model.inspection().map(Arc::clone) else {
        return Vec::new();
    };
    let mut effects = stop_making(model);
    let job = start(model, JobPurpose::Convert);
    model.convert.progress = Progress::Making(job);
    model.convert.draft.step = Step::Result;
    let request = run::Request {
        inspection,
        choice: model.convert.draft.choice.clone(),
        stem,
        passwords,
    };
    effects.push(Effect::Start {
        job,
        request: Request::Convert(request),
    });
    effects
}

/// How the making of a result ended. One that nobody waits for any more is dropped.
pub(super) fn finish_making(model: &mut Model, reached: &Reached, outcome: Outcome) -> Vec<Effect> {
    let is_waited_for =
        matches!(model.convert.progress, Progress::Making(job) if job == reached.number);
    if !is_waited_for {
        return Vec::new();
    }
    model.convert.revision += 1;
    model.convert.progress = match outcome {
        Outcome::Done(Report::Made(made)) => Progress::Made(made),
        Outcome::Failed(failure) => Progress::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => Progress::Cancelled {
            stage: reached.stage,
            done: reached.done,
            total: reached.total,
        },
    };
    Vec::new()
}

fn ask_where(model: &mut Model) -> Vec<Effect> {
    let Some(made) = model.convert.progress.made() else {
        return Vec::new();
    };
    let what = if made.files.len() > 1 {
        Saving::ConvertedFolder
    } else {
        Saving::Converted
    };
    vec![Effect::Pick(crate::state::effect::Picked::Save(what))]
}

/// Writes the result into a folder, or as the one file that it is.
pub(super) fn write_to(model: &mut Model, path: PathBuf, when_exists: WhenExists) -> Vec<Effect> {
    let Some(made) = model.convert.progress.made().map(Arc::clone) else {
        return Vec::new();
    };
    let is_writing = matches!(model.convert.progress, Progress::Writing(..));
    if path.as_os_str().is_empty() || is_writing {
        return Vec::new();
    }
    model.convert.revision += 1;
    model.convert.destination = Some(path.clone());
    let job = start(model, JobPurpose::WriteConverted);
    let draft = &model.convert.draft;
    let account = draft.readable_by.trim();
    let request = WriteRequest {
        destination: match made.files.len() {
            1 => Destination::File(path),
            _ => Destination::Folder(path),
        },
        access: match account {
            "" => Access::OwnerOnly,
            account => Access::AlsoReadableBy(account.to_owned()),
        },
        when_exists,
        has_password_file: draft.has_password_file,
        made: Arc::clone(&made),
    };
    model.convert.progress = Progress::Writing(made, job);
    vec![Effect::Start {
        job,
        request: Request::WriteConverted(request),
    }]
}

fn keep_copy(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    match model.convert.destination.clone() {
        Some(path) => write_to(model, path, WhenExists::KeepCopy),
        None => Vec::new(),
    }
}

/// How writing ended: it changed the world, so it is always shown.
pub(super) fn finish_writing(
    model: &mut Model,
    number: JobNumber,
    outcome: Outcome,
) -> Vec<Effect> {
    model.convert.revision += 1;
    let made: Option<Arc<Made>> = match &model.convert.progress {
        Progress::Writing(made, job) if *job == number => Some(Arc::clone(made)),
        _ => None,
    };
    match (outcome, made) {
        (Outcome::Done(Report::Converted(converted)), made) => {
            let first = converted
                .written
                .first()
                .map(|written| written.path.clone());
            if made.is_some() {
                model.convert.progress = Progress::Written(converted);
            } else if let Some(path) = first {
                model.notify(NoticeKind::Saved(path));
            }
        }
        (Outcome::Failed(Failure::Exists { path }), Some(made)) => {
            model.convert.progress = Progress::Made(made);
            model.dialog = Some(Dialog::KeepCopy { path });
        }
        (Outcome::Failed(failure), Some(made)) => {
            model.convert.progress = Progress::NotWritten(made, failure);
        }
        (Outcome::Failed(failure), None) => model.notify(NoticeKind::Failed(failure)),
        (Outcome::Cancelled | Outcome::Done(_), Some(made)) => {
            model.convert.progress = Progress::Made(made);
        }
        (Outcome::Cancelled | Outcome::Done(_), None) => {}
    }
    Vec::new()
}

fn undo_writing(model: &mut Model) -> Vec<Effect> {
    let Progress::Written(converted) = &model.convert.progress else {
        return Vec::new();
    };
    let is_undoing = |job: &JobEntry| matches!(job.purpose, JobPurpose::UndoConverted(_));
    if model.jobs.iter().any(is_undoing) {
        return Vec::new();
    }
    let request = Request::UndoConverted(undo::Request {
        converted: Arc::clone(converted),
    });
    let purpose = JobPurpose::UndoConverted(Arc::clone(converted));
    let job = start(model, purpose);
    vec![Effect::Start { job, request }]
}

/// How taking back ended.
pub(super) fn finish_undoing(
    model: &mut Model,
    converted: &Arc<run::Converted>,
    outcome: Outcome,
) -> Vec<Effect> {
    model.convert.revision += 1;
    let is_shown = matches!(&model.convert.progress, Progress::Written(shown) if Arc::ptr_eq(shown, converted));
    match outcome {
        Outcome::Failed(failure) => model.notify(NoticeKind::Failed(failure)),
        Outcome::Done(_) if is_shown => {
            model.convert.progress = Progress::Undone(Arc::clone(&converted.made));
        }
        Outcome::Done(_) | Outcome::Cancelled => {}
    }
    Vec::new()
}

fn start_over(model: &mut Model) -> Vec<Effect> {
    model.convert.draft.step = Step::Target;
    model.convert.destination = None;
    make_anew(model)
}
