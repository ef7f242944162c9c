//! A diagnosis: what is typed becomes a request, whom it would contact is agreed to first, what is learnt is kept
//! as it comes.

mod request;
mod served;

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use super::jobs::start as start_job;
use crate::core::diagnose::ask::{Asked, AskedOutcome};
use crate::core::diagnose::authority::Authority;
use crate::core::diagnose::expected::recognise;
use crate::core::diagnose::resolvers;
use crate::core::diagnose::{
    Check, CheckKey, Diagnosis, Event, Request, State, contacts, plan, target,
};
use crate::core::env::{DnsFault, DnsServer, SystemDns};
use crate::core::op::{self, Outcome, Report};
use crate::state::diagnose::{
    Diagnose, DiagnoseAction, Draft, ExpectedRow, Kept, Purpose, Round, Running, known, merged,
};
use crate::state::effect::Effect;
use crate::state::model::{Dialog, JobNumber, JobPurpose, Model, NoticeKind, Panel};

pub(super) fn act(model: &mut Model, action: DiagnoseAction) -> Vec<Effect> {
    let held = &mut model.diagnose;
    held.revision += 1;
    match action {
        DiagnoseAction::Agree => return agree(model),
        DiagnoseAction::AskExpected => model.dialog = Some(Dialog::DiagnoseExpected),
        DiagnoseAction::AskHistory => model.dialog = Some(Dialog::DiagnoseHistory),
        DiagnoseAction::AskOptions => model.dialog = Some(Dialog::DiagnoseOptions),
        DiagnoseAction::Begin(names) => {
            model.panel = Panel::Diagnose;
            if !names.trim().is_empty() {
                let draft = Draft {
                    names,
                    ..held.draft.clone()
                };
                change(model, draft);
            }
        }
        DiagnoseAction::Change(draft) => change(model, *draft),
        DiagnoseAction::DismissEnded => held.running = Running::NotBegun,
        DiagnoseAction::Keep(kept) => return keep(model, kept),
        DiagnoseAction::OpenServed(key) => return served::open(model, &key),
        DiagnoseAction::Paste(text) => paste(model, text),
        DiagnoseAction::Run => return ask(model, Purpose::Whole),
        DiagnoseAction::RunOne(key) => return ask(model, Purpose::One(key)),
        DiagnoseAction::Watch => return ask(model, Purpose::Watch),
        DiagnoseAction::Select(key) => held.selected = Some(key),
    }
    Vec::new()
}

/// What was pasted is read anew when it changes; names are cleaned.
fn change(model: &mut Model, draft: Draft) {
    let held = &mut model.diagnose;
    let is_pasted_new = held.draft.pasted != draft.pasted;
    let are_names_new = held.draft.names != draft.names;
    held.draft = draft;
    if are_names_new {
        let before = std::mem::replace(&mut held.target, target::read(&held.draft.names));
        follow(&mut held.draft, &before, &held.target);
    }
    // A host record is completed with the zone of the names: they may come later.
    if is_pasted_new || (are_names_new && held.draft.expected.is_empty()) {
        let read = recognise(&held.draft.pasted, &held.target.names);
        held.notes = read.notes;
        if read.expected.is_empty() {
            return;
        }
        held.draft.expected = read.expected.iter().map(ExpectedRow::of).collect();
        if held.draft.authority.is_empty()
            && let Some(authority) = read.authority
        {
            held.draft.authority = authority.name;
        }
        if let Some(profile) = read.profile {
            held.draft.profile = profile;
        }
    }
}

/// A port or path among the names is that of the run; it goes again with the names that brought it.
fn follow(draft: &mut Draft, before: &target::Target, now: &target::Target) {
    if before.port != now.port {
        draft.port = now.port.map(|it| it.to_string()).unwrap_or_default();
    }
    if before.websocket != now.websocket {
        draft.websocket = now.websocket.clone().unwrap_or_default();
    }
}

/// What a CA wrote is shown as it was understood; anything else with names in it becomes the names.
fn paste(model: &mut Model, text: String) {
    let names = target::read(&text).names;
    let held = &model.diagnose;
    let read = recognise(&text, &held.target.names);
    let mut draft = held.draft.clone();
    if !read.expected.is_empty() {
        if draft.names.trim().is_empty() {
            draft.names = known::names_of(&read.expected);
        }
        draft.pasted = text;
        change(model, draft);
        model.dialog = Some(Dialog::DiagnoseExpected);
    } else if names.is_empty() {
        model.notify(NoticeKind::NothingToPaste);
    } else {
        draft.names = text.trim().to_owned();
        change(model, draft);
    }
}

fn keep(model: &mut Model, kept: Kept) -> Vec<Effect> {
    let settings = &mut model.settings;
    match kept {
        Kept::Authority { name, domain } => {
            let domains = vec![domain];
            settings.authorities.retain(|own| own.name != name);
            settings.authorities.push(Authority { name, domains });
        }
        Kept::NoAuthority(name) => settings.authorities.retain(|own| own.name != name),
        Kept::Resolvers(text) => {
            let lines = text.lines().map(str::trim);
            let lines = lines.filter(|line| DnsServer::parse(line).is_some());
            let kept: Vec<String> = lines.map(str::to_owned).collect();
            let built_in = resolvers::public();
            let is_built_in = kept.iter().eq(built_in
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .iter());
            settings.resolvers = if is_built_in { Vec::new() } else { kept };
        }
    }
    vec![Effect::StoreSettings]
}

/// Runs at once where everybody who would be contacted was agreed to before.
fn ask(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    let Some(request) = request::of(model, &purpose) else {
        return Vec::new();
    };
    if contacted(&request).is_subset(&model.diagnose.agreed) {
        return start(model, purpose, request);
    }
    model.diagnose.pending = Some((purpose, request));
    model.dialog = Some(Dialog::DiagnoseContacts);
    Vec::new()
}

fn agree(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    let Some((purpose, mut request)) = model.diagnose.pending.take() else {
        return Vec::new();
    };
    request.setup.is_inside_agreed = model.diagnose.draft.is_inside_agreed;
    model.diagnose.agreed.extend(contacted(&request));
    start(model, purpose, request)
}

/// Everybody a run would contact, as one agrees to them. The own resolvers are asked by whatever this computer
/// does, so they need no name.
fn contacted(request: &Request) -> BTreeSet<String> {
    let all = contacts(request, &SystemDns::default());
    let inside = request.setup.is_inside_agreed.then(|| "inside".to_owned());
    let named = all.into_iter().map(|one| one.whom);
    named.chain(inside).collect()
}

fn start(model: &mut Model, purpose: Purpose, request: Request) -> Vec<Effect> {
    let mut effects = stop(model);
    let job = start_job(model, JobPurpose::Diagnose);
    let held = &mut model.diagnose;
    held.revision += 1;
    held.round = None;
    match &purpose {
        Purpose::One(key) => begin_one(&mut held.checks, key),
        Purpose::Whole | Purpose::Watch => {
            held.checks = plan(&request);
            held.asked.clear();
            held.said.clear();
            if held.request.as_ref().map(|before| &before.names) != Some(&request.names) {
                held.selected = None;
                held.last = None;
            }
            held.request = Some(request.clone());
        }
    }
    held.running = Running::Now { job, purpose };
    effects.push(Effect::Start {
        job,
        request: op::Request::Diagnose(Box::new(request)),
    });
    effects
}

fn begin_one(checks: &mut [Check], key: &CheckKey) {
    if let Some(check) = checks.iter_mut().find(|check| check.key == *key) {
        *check = Check::running(key.clone());
    }
}

fn stop(model: &mut Model) -> Vec<Effect> {
    let Some(job) = model.diagnose.job() else {
        return Vec::new();
    };
    model.jobs.retain(|entry| entry.number != job);
    model.diagnose.running = Running::NotBegun;
    vec![Effect::Cancel(job)]
}

/// What a run learnt on its way; of one that nobody waits for it is dropped.
pub(super) fn learn(model: &mut Model, number: JobNumber, events: Vec<Event>) -> Vec<Effect> {
    if model.diagnose.job() != Some(number) {
        return Vec::new();
    }
    let uptime = model.uptime_secs;
    for event in events {
        if let Event::Asked(asked) = &event {
            model.contacted.extend(contacted_at(asked));
        }
        model.diagnose.learn(event, uptime);
    }
    model.diagnose.revision += 1;
    Vec::new()
}

/// The address to which something was sent.
fn contacted_at(asked: &Asked) -> Option<IpAddr> {
    let is_unsent = matches!(
        &asked.outcome,
        AskedOutcome::NoRecords {
            fault: DnsFault::AddressRefused(_)
                | DnsFault::NoNetwork(_)
                | DnsFault::NotAsked
                | DnsFault::Unreachable(_),
        }
    );
    asked.address.map(|at| at.ip()).filter(|_| !is_unsent)
}

/// How a run ended. Whom it contacted is told also where nobody waits for it any more.
pub(super) fn finish(model: &mut Model, number: JobNumber, outcome: Outcome) -> Vec<Effect> {
    if let Outcome::Done(Report::Diagnosis(diagnosis)) = &outcome {
        let addresses = diagnosis.asked.iter().filter_map(contacted_at);
        model.contacted.extend(addresses);
    }
    let held = &mut model.diagnose;
    let Running::Now { job, purpose } = &held.running else {
        return Vec::new();
    };
    if *job != number {
        return Vec::new();
    }
    let purpose = purpose.clone();
    held.revision += 1;
    held.running = match outcome {
        Outcome::Done(Report::Diagnosis(diagnosis)) => {
            ended(held, &purpose, &diagnosis);
            Running::Done
        }
        Outcome::Failed(failure) => Running::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => {
            let (done, total) = held.count();
            let is_running = |check: &&mut Check| check.state == State::Running;
            for check in held.checks.iter_mut().filter(is_running) {
                check.state = State::Waiting;
            }
            Running::Cancelled { done, total }
        }
    };
    Vec::new()
}

fn ended(held: &mut Diagnose, purpose: &Purpose, diagnosis: &Arc<Diagnosis>) {
    let whole = match (purpose, &held.last) {
        (Purpose::One(_), Some(last)) => Arc::new(merged(last, diagnosis)),
        (Purpose::One(_), None) => {
            for check in &diagnosis.checks {
                held.learn(Event::Check(check.clone()), 0.0);
            }
            return;
        }
        _ => Arc::clone(diagnosis),
    };
    held.checks.clone_from(&whole.checks);
    held.asked.clone_from(&whole.asked);
    held.said.clone_from(&whole.said);
    held.round = (whole.rounds > 1).then_some(Round {
        number: whole.rounds,
        next_at_secs: None,
    });
    held.remember(&whole);
    held.last = Some(whole);
}
