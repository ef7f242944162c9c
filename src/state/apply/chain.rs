//! The chains of what is open: judged once the panel is looked at, for what the user asks; issuers are
//! fetched after a question, and what came is added only when the user says so.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::jobs::{Reached, start};
use crate::core::bundle::{Source, chains};
use crate::core::chain::aia;
use crate::core::op::{Outcome, Report, Request};
use crate::core::x509::export::full_chain;
use crate::state::action::OpenHow;
use crate::state::chain::{ChainAction, Fetching, Judging};
use crate::state::effect::Effect;
use crate::state::model::{Dialog, JobNumber, JobPurpose, Model, Panel};

/// Name under which fetched issuers are opened.
const FETCHED_NAME: &str = "issuers.pem";

pub(super) fn act(model: &mut Model, action: ChainAction) -> Vec<Effect> {
    model.chain.revision += 1;
    match action {
        ChainAction::AddFetched => return add_fetched(model),
        ChainAction::AskFetch => ask_fetch(model),
        ChainAction::AskJudgeFor => {
            model.panel = Panel::Chain;
            model.dialog = Some(Dialog::JudgeFor);
        }
        ChainAction::ChooseAnswer(answer) => choose_answer(model, answer),
        ChainAction::ChoosePath(path) => model.chain.path = path,
        ChainAction::DiscardFetched => model.chain.fetching = Fetching::NotBegun,
        ChainAction::Fetch { agreed_hosts } => return fetch(model, agreed_hosts),
        ChainAction::Judge => return judge(model),
        ChainAction::JudgeFor(asked) => {
            model.dialog = None;
            model.chain.judged_for = asked;
            return judge(model);
        }
        ChainAction::KeepRoot(with_root) => model.chain.with_root = with_root,
        ChainAction::Select(node) => model.chain.selected = node,
        ChainAction::Show(answer) => {
            model.panel = Panel::Chain;
            choose_answer(model, answer.unwrap_or(model.chain.answer));
        }
    }
    Vec::new()
}

/// Judges what the panel shows and nobody has judged yet; ends work whose result is nobody's any more.
pub(super) fn follow(model: &mut Model) -> Vec<Effect> {
    let mut effects = stop_stale(model);
    forget_stopped(model);
    let is_wanted = model.panel == Panel::Chain
        && model.workspace.is_some()
        && model.opening().is_none()
        && matches!(model.chain.judging, Judging::NotBegun);
    if is_wanted {
        effects.extend(judge(model));
    }
    effects
}

fn stop_stale(model: &mut Model) -> Vec<Effect> {
    let judging = match model.chain.judging {
        Judging::Running(job) => Some(job),
        _ => None,
    };
    let fetching = match model.chain.fetching {
        Fetching::Running(job) => Some(job),
        _ => None,
    };
    let mut effects = Vec::new();
    model.jobs.retain(|job| {
        let wanted = match job.purpose {
            JobPurpose::JudgeChains => judging,
            JobPurpose::FetchIssuers => fetching,
            _ => return true,
        };
        let stays = wanted == Some(job.number);
        if !stays {
            effects.push(Effect::Cancel(job.number));
        }
        stays
    });
    effects
}

/// An opening takes other work off the list; where it then brings nothing, the work begins anew.
fn forget_stopped(model: &mut Model) {
    let runs = |number: JobNumber| model.jobs.iter().any(|job| job.number == number);
    if matches!(model.chain.judging, Judging::Running(job) if !runs(job)) {
        model.chain.judging = Judging::NotBegun;
    }
    if matches!(model.chain.fetching, Fetching::Running(job) if !runs(job)) {
        model.chain.fetching = Fetching::NotBegun;
    }
}

fn choose_answer(model: &mut Model, answer: usize) {
    let chain = &mut model.chain;
    if chain.answer != answer {
        chain.answer = answer;
        chain.path = 0;
        chain.selected = None;
        chain.written = None;
        chain.fetching = Fetching::NotBegun;
    }
}

fn judge(model: &mut Model) -> Vec<Effect> {
    let Some(inspection) = model.inspection().map(Arc::clone) else {
        return Vec::new();
    };
    let Some(wish) = model.chain.judged_for.wish() else {
        return Vec::new();
    };
    let job = start(model, JobPurpose::JudgeChains);
    model.chain.judging = Judging::Running(job);
    let request = Request::JudgeChains(chains::Request {
        inspection,
        beside: Vec::new(),
        wish,
    });
    let mut effects = stop_stale(model);
    effects.push(Effect::Start { job, request });
    effects
}

/// How judging ended.
pub(super) fn finish_judging(
    model: &mut Model,
    reached: &Reached,
    outcome: Outcome,
) -> Vec<Effect> {
    let chain = &mut model.chain;
    let is_waited_for = matches!(chain.judging, Judging::Running(job) if job == reached.number);
    if !is_waited_for {
        return Vec::new();
    }
    chain.revision += 1;
    chain.judging = match outcome {
        Outcome::Done(Report::Chains(chains)) => {
            chain.answer = chain.answer.min(chains.answers.len().saturating_sub(1));
            chain.path = 0;
            chain.selected = None;
            chain.written = None;
            chain.fetching = Fetching::NotBegun;
            chain.chains = Some(chains);
            Judging::Done
        }
        Outcome::Failed(failure) => Judging::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => Judging::Cancelled {
            stage: reached.stage,
            done: reached.done,
            total: reached.total,
        },
    };
    Vec::new()
}

fn ask_fetch(model: &mut Model) {
    if model.chain.without_issuer().is_some() {
        model.dialog = Some(Dialog::FetchIssuers);
    }
}

fn fetch(model: &mut Model, agreed_hosts: Vec<String>) -> Vec<Effect> {
    model.dialog = None;
    let (Some(chains), Some(certificate)) =
        (model.chain.chains.clone(), model.chain.without_issuer())
    else {
        return Vec::new();
    };
    let request = Request::FetchIssuers(aia::Request {
        certificate: Arc::clone(certificate),
        known: chains.held.clone(),
        roots: chains.inspection.roots(),
        at: Some(chains.question.at),
        agreed_hosts,
    });
    let job = start(model, JobPurpose::FetchIssuers);
    model.chain.fetching = Fetching::Running(job);
    let mut effects = stop_stale(model);
    effects.push(Effect::Start { job, request });
    effects
}

/// How fetching ended. Whom it contacted is told also where nobody waits for it any more.
pub(super) fn finish_fetching(
    model: &mut Model,
    number: JobNumber,
    outcome: Outcome,
) -> Vec<Effect> {
    if let Outcome::Done(Report::Issuers(issuers)) = &outcome {
        let addresses = issuers.steps.iter().flat_map(|step| &step.addresses);
        model
            .contacted
            .extend(addresses.map(|address| address.ip()));
    }
    let is_waited_for = matches!(model.chain.fetching, Fetching::Running(job) if job == number);
    if !is_waited_for {
        return Vec::new();
    }
    model.chain.revision += 1;
    model.chain.fetching = match outcome {
        Outcome::Done(Report::Issuers(issuers)) => Fetching::Came(issuers),
        Outcome::Failed(failure) => Fetching::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => Fetching::Cancelled,
    };
    Vec::new()
}

/// What came joins what is open, where everything is judged anew; Ctrl+Z takes it out again.
fn add_fetched(model: &mut Model) -> Vec<Effect> {
    let Fetching::Came(issuers) = &model.chain.fetching else {
        return Vec::new();
    };
    if issuers.found.is_empty() {
        return Vec::new();
    }
    let pem = full_chain(issuers.found.iter().map(AsRef::as_ref));
    let source = Source::Memory {
        name: FETCHED_NAME.to_owned(),
        bytes: Arc::new(Zeroizing::new(pem.into_bytes())),
    };
    super::opening::open(model, vec![source], OpenHow::Add)
}
