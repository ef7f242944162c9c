//! A server whose certificates are opened like a file.

use super::jobs::start;
use super::opening;
use crate::core::op::{Outcome, Report, Request};
use crate::state::effect::Effect;
use crate::state::model::{Dialog, JobNumber, JobPurpose, Model};
use crate::state::server::{Fetching, ServerAction};

pub(super) fn act(model: &mut Model, action: ServerAction) -> Vec<Effect> {
    match action {
        ServerAction::Ask => ask(model),
        ServerAction::Change(draft) => {
            // What was said of another server does not hold for this one.
            if !matches!(model.server.fetching, Fetching::Now(_)) {
                model.server.fetching = Fetching::NotBegun;
            }
            model.server.draft = draft;
        }
        ServerAction::Fetch => return fetch(model),
    }
    Vec::new()
}

/// The name that is diagnosed is the likeliest.
fn ask(model: &mut Model) {
    let named = model.diagnose.target.names.iter();
    let mut named = named.filter(|name| !name.is_wildcard());
    if let (true, Some(name)) = (model.server.draft.host.is_empty(), named.next()) {
        model.server.draft.host = name.to_string();
    }
    model.dialog = Some(Dialog::OpenServer);
}

fn fetch(model: &mut Model) -> Vec<Effect> {
    let Some(request) = model.server.draft.read() else {
        return Vec::new();
    };
    let mut effects = leave(model);
    let job = start(model, JobPurpose::FetchServed);
    model.server.fetching = Fetching::Now(job);
    effects.push(Effect::Start {
        job,
        request: Request::FetchServed(request),
    });
    effects
}

/// Nobody waits for the answer any more.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let left = std::mem::take(&mut model.server.fetching);
    let Fetching::Now(job) = left else {
        return Vec::new();
    };
    model.jobs.retain(|entry| entry.number != job);
    vec![Effect::Cancel(job)]
}

pub(super) fn finish(model: &mut Model, number: JobNumber, outcome: Outcome) -> Vec<Effect> {
    if !matches!(model.server.fetching, Fetching::Now(job) if job == number) {
        return Vec::new();
    }
    model.server.fetching = match outcome {
        Outcome::Done(Report::Served(fetched)) => {
            let tried = fetched.tried.iter().map(|one| one.address.ip());
            model.contacted.extend(tried);
            model.contacted.insert(fetched.address.ip());
            model.server.fetching = Fetching::NotBegun;
            return opening::open_served(model, fetched.source());
        }
        Outcome::Failed(failure) => Fetching::Failed(failure),
        Outcome::Cancelled | Outcome::Done(_) => Fetching::Cancelled,
    };
    Vec::new()
}
