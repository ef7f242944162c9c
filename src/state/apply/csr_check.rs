//! The check of a request: begins when its tab is looked at, again with every change, in a job of its own.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::jobs::start;
use super::ledger;
use crate::core::artifact::{Artifact, ArtifactId, Content};
use crate::core::bundle::Source;
use crate::core::csr::check::{Against, Request as CheckRequest};
use crate::core::op::{Outcome, Report, Request};
use crate::state::csr_check::{CheckAction, CheckProgress, CsrCheck, CsrTab};
use crate::state::effect::Effect;
use crate::state::model::{JobNumber, JobPurpose, Model, Panel};

pub(super) fn act(model: &mut Model, action: CheckAction) -> Vec<Effect> {
    let held = &mut model.csr_check;
    held.revision += 1;
    match action {
        CheckAction::Show(tab) => {
            held.tab = tab;
            model.panel = Panel::Csr;
            return Vec::new();
        }
        CheckAction::Choose(request) => {
            held.request = Some(request);
            held.last = None;
            return begin(model, true);
        }
        CheckAction::Against(against) => held.against = against,
        CheckAction::Level(level) => held.level = level,
        CheckAction::Order(order) => held.order = order,
    }
    begin(model, false)
}

/// Begins with the first request that is open when the tab comes into sight, and anew with what is opened next.
pub(super) fn follow(model: &mut Model) -> Vec<Effect> {
    let is_seen = model.panel == Panel::Csr && model.csr_check.tab == CsrTab::Check;
    if !is_seen || model.csr_check.of_revision == model.revision {
        return Vec::new();
    }
    let mut effects = stop(model);
    let held = &mut model.csr_check;
    *held = CsrCheck {
        tab: held.tab,
        level: held.level,
        order: std::mem::take(&mut held.order),
        of_revision: model.revision,
        revision: held.revision + 1,
        ..CsrCheck::default()
    };
    model.csr_check.request = first_request(model);
    effects.extend(begin(model, true));
    effects
}

fn first_request(model: &Model) -> Option<ArtifactId> {
    let open = model.inspection()?;
    let mut artifacts = open.artifacts.iter();
    let found = artifacts.find(|artifact| matches!(artifact.content, Content::Csr(_)));
    found.map(|artifact| artifact.id)
}

fn stop(model: &mut Model) -> Vec<Effect> {
    let CheckProgress::Running(job) = model.csr_check.progress else {
        return Vec::new();
    };
    model.jobs.retain(|entry| entry.number != job);
    model.csr_check.progress = CheckProgress::NotBegun;
    vec![Effect::Cancel(job)]
}

/// `is_first`: the request is written down in the ledger; later checks of it change nothing there.
fn begin(model: &mut Model, is_first: bool) -> Vec<Effect> {
    let mut effects = stop(model);
    let Some(request) = request(model, is_first) else {
        return effects;
    };
    let job = start(model, JobPurpose::CheckCsr);
    model.csr_check.progress = CheckProgress::Running(job);
    let request = Request::CheckCsr(request);
    effects.push(Effect::Start { job, request });
    effects
}

fn request(model: &Model, is_recorded: bool) -> Option<CheckRequest> {
    let held = &model.csr_check;
    let artifact = model.inspection()?.artifact(held.request?)?;
    let order: Vec<String> = held
        .order
        .split(|char: char| char.is_whitespace() || matches!(char, ',' | ';' | '，' | '、' | '；'))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    Some(CheckRequest {
        source: source(model, artifact)?,
        level: held.level,
        order: (!order.is_empty()).then_some(order),
        against: held.against.and_then(|other| against(model, other)),
        is_recorded,
    })
}

/// The file itself where the request is one, so that the ledger learns its place; else its bytes.
fn source(model: &Model, artifact: &Artifact) -> Option<Source> {
    let Content::Csr(csr) = &artifact.content else {
        return None;
    };
    if let Some(path) = crate::core::ledger::answer::file_of(artifact, model.sources()) {
        return Some(Source::Path(path));
    }
    Some(Source::Memory {
        name: artifact.place.to_string(),
        bytes: Arc::new(Zeroizing::new(csr.to_pem().into_bytes())),
    })
}

fn against(model: &Model, other: ArtifactId) -> Option<Against> {
    let artifact = model.inspection()?.artifact(other)?;
    let spki = match &artifact.content {
        Content::Certificate { certificate, .. } => Arc::clone(&certificate.spki),
        Content::Key { key, .. } => Arc::clone(&key.spki),
        _ => return None,
    };
    Some(Against {
        what: artifact.place.to_string(),
        spki,
    })
}

/// How the check ended; one that was overtaken says nothing.
pub(super) fn finish(model: &mut Model, number: JobNumber, outcome: Outcome) -> Vec<Effect> {
    let held = &mut model.csr_check;
    if !matches!(held.progress, CheckProgress::Running(job) if job == number) {
        return Vec::new();
    }
    held.revision += 1;
    let mut is_told = false;
    held.progress = match outcome {
        Outcome::Done(Report::CsrChecked(checked)) => {
            held.last = Some(Arc::clone(&checked));
            is_told = checked.recorded.is_some();
            CheckProgress::Done(checked)
        }
        Outcome::Failed(failure) => {
            held.last = None;
            CheckProgress::Failed(failure)
        }
        Outcome::Cancelled | Outcome::Done(_) => CheckProgress::NotBegun,
    };
    match is_told {
        true => ledger::changed(model),
        false => Vec::new(),
    }
}
