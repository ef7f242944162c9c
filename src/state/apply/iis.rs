//! IIS: what is read, which bindings are chosen, the plan made for them in a job of its own, acts and the
//! way back. After an act the same files are read again.

use super::jobs::{Reached, start};
use crate::core::iis::act::{ApplyRequest, HistoryRequest, UndoRequest};
use crate::core::iis::history::PlanId;
use crate::core::iis::plan::{BindingAt, BindingName, Fix};
use crate::core::iis::{planned, scan};
use crate::core::op::{Outcome, Report, Request};
use crate::state::effect::{Effect, Picked};
use crate::state::iis::{Acting, IisAction, Origin, Scanning};
use crate::state::model::{Dialog, JobNumber, JobPurpose, Model, NoticeKind, Panel};

pub(super) fn act(model: &mut Model, action: IisAction) -> Vec<Effect> {
    model.iis.revision += 1;
    match action {
        IisAction::AskApply => ask_apply(model),
        IisAction::AskEdit(at) => model.dialog = Some(Dialog::IisEdit(at)),
        IisAction::AskHistory => return ask_history(model),
        IisAction::AskOpen => return ask(model, Picked::IisFiles),
        IisAction::AskOpenFolder => return ask(model, Picked::IisFolder),
        IisAction::Apply => return apply(model, false),
        IisAction::ApplyElevated => return apply(model, true),
        IisAction::ClearSelection => return clear(model),
        IisAction::DismissEnded => dismiss(model),
        IisAction::Edit(at, fixes) => return edit(model, at, fixes),
        IisAction::Mark(bindings, on) => return mark(model, bindings, on),
        IisAction::Open(at) => model.iis.open = at,
        IisAction::Scan(paths) => return scan(model, Origin::Paths(paths)),
        IisAction::ScanAgain => return again(model),
        IisAction::ScanComputer => return scan(model, Origin::Computer),
        IisAction::Undo(id) => return undo(model, id),
    }
    Vec::new()
}

fn ask(model: &mut Model, picked: Picked) -> Vec<Effect> {
    model.panel = Panel::Iis;
    vec![Effect::Pick(picked)]
}

fn dismiss(model: &mut Model) {
    model.iis.acting = Acting::Nothing;
    if matches!(
        model.iis.scanning,
        Scanning::Failed(_) | Scanning::Cancelled { .. }
    ) {
        model.iis.scanning = match model.iis.scan {
            Some(_) => Scanning::Done,
            None => Scanning::NotBegun,
        };
    }
}

fn again(model: &mut Model) -> Vec<Effect> {
    match model.iis.origin.clone() {
        Some(origin) => scan(model, origin),
        None => Vec::new(),
    }
}

fn scan(model: &mut Model, origin: Origin) -> Vec<Effect> {
    if matches!(&origin, Origin::Paths(paths) if paths.is_empty()) || model.iis.is_acting() {
        return Vec::new();
    }
    model.panel = Panel::Iis;
    model.dialog = None;
    let request = scan::Request {
        paths: match &origin {
            Origin::Paths(paths) => paths.clone(),
            Origin::Computer => Vec::new(),
        },
        ask_this_computer: origin == Origin::Computer,
        ..scan::Request::default()
    };
    model.iis.origin = Some(origin);
    let mut effects = stop(model, |purpose| matches!(purpose, JobPurpose::IisScan));
    let job = start(model, JobPurpose::IisScan);
    model.iis.scanning = Scanning::Running(job);
    effects.push(Effect::Start {
        job,
        request: Request::IisScan(request),
    });
    effects
}

/// How reading ended. Bindings stay marked that are there under the same name.
pub(super) fn finish_scan(model: &mut Model, reached: &Reached, outcome: Outcome) -> Vec<Effect> {
    model.iis.revision += 1;
    model.iis.scanning = match outcome {
        Outcome::Done(Report::IisScan(scan)) => {
            keep_marks(model, &scan);
            model.iis.scan = Some(scan);
            model.iis.scan_revision += 1;
            Scanning::Done
        }
        Outcome::Failed(failure) => Scanning::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => Scanning::Cancelled {
            stage: reached.stage,
            done: reached.done,
            total: reached.total,
        },
    };
    match model.iis.scanning {
        Scanning::Done => plan(model),
        _ => Vec::new(),
    }
}

/// The same file read again keeps what was chosen, as far as it is there; another file begins anew. After
/// an act nothing is chosen any more.
fn keep_marks(model: &mut Model, new: &scan::Scan) {
    let iis = &mut model.iis;
    let is_same = iis
        .scan
        .as_ref()
        .is_some_and(|old| old.path == new.path && old.sha256 == new.sha256);
    if !is_same {
        let is_other = iis.scan.as_ref().is_some_and(|old| old.path != new.path);
        iis.marked.clear();
        iis.edits.clear();
        iis.open = None;
        if is_other {
            iis.acting = Acting::Nothing;
        }
    }
}

fn mark(model: &mut Model, bindings: Vec<BindingAt>, on: bool) -> Vec<Effect> {
    let iis = &mut model.iis;
    for at in bindings {
        if on {
            iis.marked.insert(at);
        } else {
            iis.marked.remove(&at);
            iis.edits.remove(&at);
        }
    }
    plan(model)
}

fn clear(model: &mut Model) -> Vec<Effect> {
    model.iis.marked.clear();
    model.iis.edits.clear();
    plan(model)
}

fn edit(model: &mut Model, at: BindingAt, fixes: Vec<Fix>) -> Vec<Effect> {
    model.dialog = None;
    let iis = &mut model.iis;
    let is_known = iis
        .scan
        .as_ref()
        .is_some_and(|scan| BindingName::of(&scan.configuration, at).is_some());
    if !is_known {
        return Vec::new();
    }
    iis.open = None;
    if fixes.is_empty() {
        iis.edits.remove(&at);
        iis.marked.remove(&at);
    } else {
        iis.edits.insert(at, fixes);
        iis.marked.insert(at);
    }
    plan(model)
}

/// Makes the plan for what is chosen now; one that is being made for less is stopped.
fn plan(model: &mut Model) -> Vec<Effect> {
    let mut effects = stop(model, |purpose| matches!(purpose, JobPurpose::IisPlan));
    model.iis.planning = None;
    let Some(scan) = model.iis.scan.clone() else {
        return effects;
    };
    if model.iis.marked.is_empty() {
        model.iis.planned = None;
        return effects;
    }
    let request = planned::Request {
        scan,
        bindings: model.iis.marked.clone(),
        edits: model.iis.edits.clone(),
    };
    let job = start(model, JobPurpose::IisPlan);
    model.iis.planning = Some(job);
    effects.push(Effect::Start {
        job,
        request: Request::IisPlan(request),
    });
    effects
}

/// The plan is there.
pub(super) fn finish_plan(model: &mut Model, number: JobNumber, outcome: Outcome) -> Vec<Effect> {
    if model.iis.planning != Some(number) {
        return Vec::new();
    }
    model.iis.planning = None;
    model.iis.revision += 1;
    model.iis.planned = match outcome {
        Outcome::Done(Report::IisPlanned(planned)) => Some(planned),
        Outcome::Failed(failure) => {
            model.notify(NoticeKind::Failed(failure));
            None
        }
        Outcome::Cancelled | Outcome::Done(_) => None,
    };
    Vec::new()
}

fn ask_apply(model: &mut Model) {
    if is_ready(model) {
        model.panel = Panel::Iis;
        model.dialog = Some(Dialog::IisApply);
    }
}

/// Whether there is a plan that would change something.
fn is_ready(model: &Model) -> bool {
    let iis = &model.iis;
    let planned = iis.planned.as_ref();
    iis.is_plan_current()
        && !iis.is_acting()
        && planned.is_some_and(|planned| !planned.plan.is_empty())
}

fn apply(model: &mut Model, as_administrator: bool) -> Vec<Effect> {
    model.dialog = None;
    let planned = model.iis.planned.clone().filter(|_| is_ready(model));
    let Some(planned) = planned else {
        return Vec::new();
    };
    let request = Request::IisApply(ApplyRequest {
        plan: planned.file.clone(),
        copy_to: None,
        as_administrator,
    });
    act_on(model, request)
}

fn undo(model: &mut Model, id: Option<PlanId>) -> Vec<Effect> {
    model.dialog = None;
    let Some(config) = model
        .iis
        .config()
        .cloned()
        .filter(|_| !model.iis.is_acting())
    else {
        return Vec::new();
    };
    act_on(model, Request::IisUndo(UndoRequest { config, id }))
}

fn act_on(model: &mut Model, request: Request) -> Vec<Effect> {
    let job = start(model, JobPurpose::IisAct);
    model.iis.acting = Acting::Running(job);
    vec![Effect::Start { job, request }]
}

/// An act has ended; what it left is read again.
pub(super) fn finish_act(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    model.iis.revision += 1;
    model.iis.history = None;
    model.iis.acting = match outcome {
        Outcome::Done(Report::IisActed(acted)) => Acting::Applied(acted),
        Outcome::Done(Report::IisUndone(_, undone)) => Acting::Undone(undone),
        Outcome::Failed(failure) => Acting::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => Acting::Cancelled,
    };
    let panel = model.panel;
    let dialog = model.dialog.take();
    let effects = match model.iis.acting {
        Acting::Cancelled => Vec::new(),
        _ => again(model),
    };
    (model.panel, model.dialog) = (panel, dialog);
    effects
}

fn ask_history(model: &mut Model) -> Vec<Effect> {
    let Some(config) = model.iis.config().cloned() else {
        return Vec::new();
    };
    model.panel = Panel::Iis;
    model.dialog = Some(Dialog::IisHistory);
    let mut effects = stop(model, |purpose| matches!(purpose, JobPurpose::IisHistory));
    let job = start(model, JobPurpose::IisHistory);
    effects.push(Effect::Start {
        job,
        request: Request::IisHistory(HistoryRequest { config }),
    });
    effects
}

/// The history is there.
pub(super) fn finish_history(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    model.iis.revision += 1;
    match outcome {
        Outcome::Done(Report::IisHistory(_, history)) => model.iis.history = Some(*history),
        Outcome::Failed(failure) => {
            if model.dialog == Some(Dialog::IisHistory) {
                model.dialog = None;
            }
            model.notify(NoticeKind::Failed(failure));
        }
        Outcome::Cancelled | Outcome::Done(_) => {}
    }
    Vec::new()
}

/// Takes jobs of a kind off the list, so that their outcome is nobody's.
fn stop(model: &mut Model, is_meant: impl Fn(&JobPurpose) -> bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    model.jobs.retain(|job| {
        let stays = !is_meant(&job.purpose);
        if !stays {
            effects.push(Effect::Cancel(job.number));
        }
        stays
    });
    effects
}
