//! How jobs get on and end. Outcomes that wrote something are always shown; derived views of an
//! older revision are dropped.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::bundle::{Inspection, Source};
use crate::core::finding::Severity;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::Stage;
use crate::core::secret::{Origin, Secret};
use crate::state::effect::{Effect, Saving};
use crate::state::model::JobEntry;
use crate::state::model::{Dialog, Ended, JobNumber, JobPurpose, Model, NoticeKind, Workspace};
use crate::state::undo::Membership;

use super::{chain, convert, csr, csr_check, diagnose, iis, ledger, server};

pub(super) fn progress(
    model: &mut Model,
    number: JobNumber,
    (stage, done, total): (Stage, u64, u64),
) -> Vec<Effect> {
    if let Some(job) = model.jobs.iter_mut().find(|job| job.number == number) {
        job.stage = Some(stage);
        job.done = done;
        job.total = total;
    }
    Vec::new()
}

/// How far a job came.
pub(super) struct Reached {
    pub number: JobNumber,
    pub stage: Option<Stage>,
    pub done: u64,
    pub total: u64,
}

pub(super) fn cancel(model: &mut Model, number: JobNumber) -> Vec<Effect> {
    if model.jobs.iter().any(|job| job.number == number) {
        vec![Effect::Cancel(number)]
    } else {
        Vec::new()
    }
}

pub(super) fn finish(model: &mut Model, number: JobNumber, outcome: Outcome) -> Vec<Effect> {
    let Some(index) = model.jobs.iter().position(|job| job.number == number) else {
        return Vec::new();
    };
    let job = model.jobs.remove(index);
    let reached = Reached {
        number,
        stage: job.stage,
        done: job.done,
        total: job.total,
    };
    match job.purpose {
        JobPurpose::CheckCsr => csr_check::finish(model, number, outcome),
        JobPurpose::Convert => convert::finish_making(model, &reached, outcome),
        JobPurpose::CreateCsr => csr::finish_making(model, number, outcome),
        JobPurpose::CsrRead(what, path) => csr::finish_reading(model, what, path, outcome),
        JobPurpose::Diagnose => diagnose::finish(model, number, outcome),
        JobPurpose::FetchServed => server::finish(model, number, outcome),
        JobPurpose::FetchIssuers => chain::finish_fetching(model, number, outcome),
        JobPurpose::IisAct => iis::finish_act(model, outcome),
        JobPurpose::IisHistory => iis::finish_history(model, outcome),
        JobPurpose::IisPlan => iis::finish_plan(model, number, outcome),
        JobPurpose::IisScan => iis::finish_scan(model, &reached, outcome),
        JobPurpose::LedgerChange => ledger::finish_change(model, outcome),
        JobPurpose::LedgerList => ledger::finish_listing(model, outcome),
        JobPurpose::LedgerLook(open) => ledger::finish_look(model, open, outcome),
        JobPurpose::JudgeChains => chain::finish_judging(model, &reached, outcome),
        JobPurpose::Open {
            membership,
            undoable,
        } => match outcome {
            Outcome::Done(Report::Inspection(inspection)) => {
                opened(model, membership, undoable, inspection)
            }
            Outcome::Failed(failure) => {
                model.ended = Some(Ended::Failed {
                    membership,
                    failure,
                });
                Vec::new()
            }
            Outcome::Cancelled | Outcome::Done(_) => {
                model.ended = Some(Ended::Cancelled {
                    membership,
                    stage: reached.stage,
                    done: reached.done,
                    total: reached.total,
                });
                Vec::new()
            }
        },
        JobPurpose::Unlock {
            revision,
            group,
            secret,
        } => unlocked(model, revision, group, secret, outcome),
        JobPurpose::Save { what, path } => saved(model, what, path, outcome),
        JobPurpose::UndoConverted(converted) => convert::finish_undoing(model, &converted, outcome),
        JobPurpose::WriteConverted => convert::finish_writing(model, number, outcome),
    }
}

fn opened(
    model: &mut Model,
    membership: Membership,
    undoable: bool,
    inspection: Arc<Inspection>,
) -> Vec<Effect> {
    if undoable {
        let open = model.workspace.as_ref();
        let left = open.map(|workspace| workspace.membership.clone());
        model.undo.keep(left.unwrap_or_default());
    }
    let count = |severity| {
        let same = inspection
            .findings()
            .iter()
            .filter(|finding| finding.severity == severity);
        same.count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let mut effects = Vec::new();
    if let [Source::Path(path)] = membership.sources.as_slice() {
        model.settings.remember(path, errors, warnings, model.now);
        effects.push(Effect::StoreSettings);
    }
    remember_passwords(model, &inspection);
    let opened_at = model.now;
    model.set_workspace(Some(Workspace {
        membership,
        inspection,
        opened_at,
    }));
    effects
}

/// Passwords the user gave are tried on the next bundle too.
fn remember_passwords(model: &mut Model, inspection: &Inspection) {
    for (_, secret, origin) in inspection.keyring.iter() {
        if *origin == Origin::Given {
            remember(model, secret);
        }
    }
}

fn remember(model: &mut Model, secret: &Arc<Secret>) {
    if !model.remembered.iter().any(|held| held.is_same(secret)) {
        model.remembered.push(Arc::clone(secret));
    }
}

fn unlocked(
    model: &mut Model,
    revision: u64,
    group: usize,
    secret: Arc<Secret>,
    outcome: Outcome,
) -> Vec<Effect> {
    if revision != model.revision {
        return Vec::new();
    }
    match outcome {
        Outcome::Done(Report::Inspection(inspection)) => {
            let before = model.inspection().map_or(0, |old| locked_count(old));
            let left = locked_count(&inspection);
            let opened = before.saturating_sub(left);
            let certificate = model.certificate;
            if let Some(workspace) = model.workspace.clone() {
                model.set_workspace(Some(Workspace {
                    inspection,
                    ..workspace
                }));
                // Artifacts keep their numbers when something is unlocked.
                model.certificate = certificate.or(model.certificate);
            }
            if opened == 0 {
                model.dialog = Some(Dialog::Password {
                    group,
                    is_refused: true,
                });
            } else {
                remember(model, &secret);
                model.notify(NoticeKind::Unlocked { opened, left });
            }
        }
        Outcome::Failed(failure) => model.notify(NoticeKind::Failed(failure)),
        Outcome::Cancelled | Outcome::Done(_) => {}
    }
    Vec::new()
}

fn locked_count(inspection: &Inspection) -> usize {
    inspection
        .locked
        .iter()
        .map(|group| group.members.len())
        .sum()
}

fn saved(model: &mut Model, what: Saving, path: PathBuf, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Done(Report::Saved(saved)) => {
            if let Saving::Chain { form, .. } = what {
                model.chain.written = Some((form, saved.path.clone()));
                model.chain.revision += 1;
            }
            model.notify(NoticeKind::Saved(saved.path));
        }
        Outcome::Failed(Failure::Exists { .. }) => {
            model.dialog = Some(Dialog::Replace { what, path });
        }
        Outcome::Failed(failure) => model.notify(NoticeKind::Failed(failure)),
        Outcome::Cancelled | Outcome::Done(_) => {}
    }
    Vec::new()
}

/// Puts a new job on the list.
pub(super) fn start(model: &mut Model, purpose: JobPurpose) -> JobNumber {
    let number = JobNumber(model.next_number());
    model.jobs.push(JobEntry {
        number,
        purpose,
        started_secs: model.uptime_secs,
        stage: None,
        done: 0,
        total: 0,
    });
    number
}
