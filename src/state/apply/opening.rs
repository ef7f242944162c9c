//! What is opened: replacing, adding, taking back.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::bundle::{Source, inspect};
use crate::core::op::Request;
use crate::state::action::OpenHow;
use crate::state::effect::Effect;
use crate::state::model::{Ended, JobEntry, JobNumber, JobPurpose, Model, NoticeKind, Panel};
use crate::state::sample;
use crate::state::undo::{Membership, Past};

pub(super) fn open(model: &mut Model, sources: Vec<Source>, how: OpenHow) -> Vec<Effect> {
    if sources.is_empty() {
        return Vec::new();
    }
    model.dialog = None;
    let base = match how {
        OpenHow::Add => joinable(model),
        OpenHow::Replace => None,
    };
    let mut membership = base.unwrap_or_default();
    membership.sources.extend(sources);
    start(model, membership, true)
}

/// Opens what a server sent beside what is open; what it sent before makes way.
pub(super) fn open_served(model: &mut Model, source: Source) -> Vec<Effect> {
    model.dialog = None;
    let mut membership = joinable(model).unwrap_or_default();
    if let Source::Server { name: new, .. } = &source {
        let is_older = |one: &Source| matches!(one, Source::Server { name, .. } if name == new);
        membership.sources.retain(|one| !is_older(one));
    }
    membership.sources.push(source);
    start(model, membership, true)
}

/// What new sources may join. The sample is for trying out: real files take its place.
fn joinable(model: &Model) -> Option<Membership> {
    let opening = model.jobs.iter().rev().find_map(|job| match &job.purpose {
        JobPurpose::Open { membership, .. } => Some(membership),
        _ => None,
    });
    let open = model
        .workspace
        .as_ref()
        .map(|workspace| &workspace.membership);
    opening
        .or(open)
        .filter(|membership| !membership.is_sample())
        .cloned()
}

pub(super) fn recent(model: &mut Model, index: usize) -> Vec<Effect> {
    match model.settings.recent.get(index) {
        Some(recent) => {
            let source = Source::Path(recent.path.clone());
            open(model, vec![source], OpenHow::Replace)
        }
        None => Vec::new(),
    }
}

pub(super) fn sample(model: &mut Model) -> Vec<Effect> {
    start(model, sample::membership(), true)
}

pub(super) fn paste(model: &mut Model, text: Zeroizing<String>) -> Vec<Effect> {
    if text.trim().is_empty() {
        model.notify(NoticeKind::NothingToPaste);
        return Vec::new();
    }
    let bytes = Zeroizing::new(text.as_bytes().to_vec());
    let source = Source::Memory {
        name: sample::PASTED_NAME.to_owned(),
        bytes: Arc::new(bytes),
    };
    open(model, vec![source], OpenHow::Add)
}

pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    match model.ended.take() {
        Some(Ended::Cancelled { membership, .. } | Ended::Failed { membership, .. }) => {
            start(model, membership, true)
        }
        None => Vec::new(),
    }
}

pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    let effects = cancel_opening(model);
    model.ended = None;
    if let Some(workspace) = model.workspace.take() {
        model.undo.keep(workspace.membership);
        model.set_workspace(None);
    }
    model.panel = Panel::Bundle;
    effects
}

pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    match model.undo.take() {
        Some(Past::CsrDraft(draft)) => super::csr::restore(model, *draft),
        Some(Past::Draft(draft)) => super::convert::restore(model, draft),
        Some(Past::Membership(membership)) if membership.sources.is_empty() => {
            let effects = cancel_opening(model);
            model.ended = None;
            model.set_workspace(None);
            model.panel = Panel::Bundle;
            effects
        }
        Some(Past::Membership(membership)) => {
            model.notify(NoticeKind::MembershipRestored);
            start(model, membership, false)
        }
        None => Vec::new(),
    }
}

/// One opening at a time: a newer one makes the older one pointless.
fn start(model: &mut Model, membership: Membership, undoable: bool) -> Vec<Effect> {
    let mut effects = cancel_opening(model);
    model.ended = None;
    // Who adds a key in the middle of a conversion, or an issuer to a chain, goes on with it.
    if !matches!(model.panel, Panel::Chain | Panel::Convert | Panel::Csr) {
        model.panel = Panel::Bundle;
    }
    let request = inspect::Request {
        sources: membership.sources.clone(),
        trust: membership.trust.clone(),
        judge_at: membership.judge_at,
        remembered: model.remembered.iter().map(Arc::clone).collect(),
        ..inspect::Request::default()
    };
    let job = JobNumber(model.next_number());
    model.jobs.push(JobEntry {
        number: job,
        purpose: JobPurpose::Open {
            membership,
            undoable,
        },
        started_secs: model.uptime_secs,
        stage: None,
        done: 0,
        total: 0,
    });
    effects.push(Effect::Start {
        job,
        request: Request::Inspect(request),
    });
    effects
}

/// Takes running openings and unlockings off the list, so that their outcome is nobody's.
fn cancel_opening(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    model.jobs.retain(|job| {
        let stays = !job.purpose.is_about_workspace();
        if !stays {
            effects.push(Effect::Cancel(job.number));
        }
        stays
    });
    effects
}
