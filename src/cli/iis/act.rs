//! `iis apply`, `iis undo` and `iis history`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::args::{Apply, History, Import, Undo};
use super::wishes::read;
use crate::cli::output::{fail, say};
use crate::cli::watch::Watch;
use crate::cli::{ask, json};
use crate::core::env::Env;
use crate::core::iis::act::{ApplyRequest, HistoryRequest, UndoRequest};
use crate::core::iis::history::PlanId;
use crate::core::iis::import;
use crate::core::iis::store::import::ImportStore;
use crate::core::op::{self, Outcome, Request};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::{Lang, report};

/// Carries a plan out.
pub fn apply(lang: Lang, asked: &Apply) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let plan = match read(&asked.plan, &env) {
        Ok(plan) => plan,
        Err(failure) => return fail(lang, &failure),
    };
    let request = Request::IisApply(ApplyRequest {
        plan,
        copy_to: asked.save_copy.clone(),
        as_administrator: asked.elevate,
    });
    perform(lang, &request, &env, asked.output.json)
}

/// Takes back what a plan did.
pub fn undo(lang: Lang, asked: &Undo) -> ExitCode {
    let world = World::new();
    let env = world.env();
    match config(asked.config.as_ref(), &env) {
        Err(failure) => fail(lang, &failure),
        Ok(config) => {
            let id = asked.id.clone().map(PlanId);
            let request = Request::IisUndo(UndoRequest { config, id });
            perform(lang, &request, &env, asked.output.json)
        }
    }
}

/// Tells what was done to a configuration.
pub fn history(lang: Lang, asked: &History) -> ExitCode {
    let world = World::new();
    let env = world.env();
    match config(asked.config.as_ref(), &env) {
        Err(failure) => fail(lang, &failure),
        Ok(config) => {
            let request = Request::IisHistory(HistoryRequest { config });
            perform(lang, &request, &env, asked.output.json)
        }
    }
}

/// Brings a PFX into the stores of this computer.
pub fn import(lang: Lang, asked: &Import) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let mut passwords = Vec::new();
    for path in &asked.password_file {
        match ask::from_file(&env, path) {
            Ok(found) => passwords.extend(found),
            Err(failure) => return fail(lang, &failure),
        }
    }
    if asked.password_stdin {
        passwords.extend(ask::from_stdin());
    }
    let request = Request::IisImport(import::Request {
        path: asked.pfx.clone(),
        passwords,
        store: match asked.web_hosting {
            true => ImportStore::WebHosting,
            false => ImportStore::My,
        },
    });
    perform(lang, &request, &env, asked.output.json)
}

/// The configuration that was named, or this computer's.
fn config(named: Option<&PathBuf>, env: &Env<'_>) -> Result<PathBuf, Failure> {
    match named {
        Some(path) => Ok(std::path::absolute(path).unwrap_or_else(|_| path.clone())),
        None => env.iis.config_path().map_err(Failure::NoIis),
    }
}

fn perform(lang: Lang, request: &Request, env: &Env<'_>, as_json: bool) -> ExitCode {
    match op::run(request, env, &Watch::new(lang)) {
        Outcome::Done(done) => {
            let text = match as_json {
                true => json::iis::act(lang, &done),
                false => report::render(lang, &done),
            };
            say(&mut std::io::stdout(), &text);
            ExitCode::SUCCESS
        }
        Outcome::Failed(failure) => fail(lang, &failure),
        Outcome::Cancelled => fail(
            lang,
            &Failure::Internal {
                operation: request.name(),
                detail: "cancelled".to_owned(),
            },
        ),
    }
}
