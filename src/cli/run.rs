//! One call of the program: arguments, request, operation, report, exit code.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{self, Findings, Inspect, Verb};
use super::{ask, catalogue, json};
use crate::core::bundle::{Inspection, Source, inspect, unlock};
use crate::core::env::Env;
use crate::core::finding::Verdict;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::core::progress::Unwatched;
use crate::platform::{World, locale};
use crate::text::{Lang, cli, problem, report};

/// Errors were found.
const FOUND: u8 = 1;
/// It could not be done.
const FAILED: u8 = 2;
/// The arguments were not understood.
const USAGE: u8 = 64;

/// Runs with these arguments, the program's name first.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.collect();
    let lang =
        args::asked_lang(&arguments).unwrap_or_else(|| Lang::from_locale(&locale::language()));
    match args::parse(lang, &arguments) {
        Ok(args) => match args.verb {
            Verb::Inspect(asked) => inspect(lang, &asked),
            Verb::Findings(asked) => findings(&asked),
        },
        Err(error) if error.use_stderr() => {
            say(&mut std::io::stderr(), &error.to_string());
            ExitCode::from(USAGE)
        }
        Err(help) => {
            say(&mut std::io::stdout(), &help.to_string());
            ExitCode::SUCCESS
        }
    }
}

/// A reader that went away (`| head`) is no error of ours.
fn say(to: &mut dyn Write, text: &str) {
    let _closed = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

fn findings(asked: &Findings) -> ExitCode {
    let text = if asked.json {
        json::plain("findings", catalogue::report())
    } else {
        catalogue::text(asked.lang)
    };
    say(&mut std::io::stdout(), &text);
    ExitCode::SUCCESS
}

fn inspect(lang: Lang, asked: &Inspect) -> ExitCode {
    let world = World::new();
    match story(lang, asked, &world.env()) {
        Ok(inspection) => tell(lang, asked, &inspection),
        Err(failure) => {
            let words = cli::failure(lang, &problem::explain(lang, &failure));
            say(&mut std::io::stderr(), &format!("{words}\n"));
            ExitCode::from(FAILED)
        }
    }
}

fn tell(lang: Lang, asked: &Inspect, inspection: &Arc<Inspection>) -> ExitCode {
    let text = if asked.json {
        json::inspection(lang, inspection)
    } else {
        report::render(lang, &Report::Inspection(Arc::clone(inspection)))
    };
    say(&mut std::io::stdout(), &text);
    match inspection.story.verdict {
        Verdict::Error => ExitCode::from(FOUND),
        Verdict::Ok | Verdict::Warning => ExitCode::SUCCESS,
    }
}

fn story(lang: Lang, asked: &Inspect, env: &Env<'_>) -> Result<Arc<Inspection>, Failure> {
    let mut inspection = perform(&Request::Inspect(request(asked, env)?), env)?;
    if asked.json || asked.password_stdin || !ask::can_ask() {
        return Ok(inspection);
    }
    let mut answered = BTreeSet::new();
    while let Some(group) = next_group(&inspection, &answered) {
        let Some(locked) = inspection.locked.get(group) else {
            break;
        };
        answered.extend(locked.members.iter().copied());
        if let Some(secret) = ask::prompt(lang, &inspection, locked) {
            let inspection_so_far = Arc::clone(&inspection);
            let request = unlock::Request {
                inspection: inspection_so_far,
                group,
                secret,
            };
            inspection = perform(&Request::Unlock(request), env)?;
        }
    }
    Ok(inspection)
}

/// The first locked group with a member that was not asked for yet.
fn next_group(
    inspection: &Inspection,
    answered: &BTreeSet<crate::core::artifact::ArtifactId>,
) -> Option<usize> {
    inspection.locked.iter().position(|group| {
        group
            .members
            .iter()
            .any(|member| !answered.contains(member))
    })
}

fn request(asked: &Inspect, env: &Env<'_>) -> Result<inspect::Request, Failure> {
    let mut given = Vec::new();
    for path in &asked.password_file {
        given.extend(ask::from_file(env, path)?);
    }
    if asked.password_stdin {
        given.extend(ask::from_stdin());
    }
    Ok(inspect::Request {
        sources: asked.path.iter().cloned().map(Source::Path).collect(),
        trust: asked.trust.clone().unwrap_or_default(),
        host: asked.host.clone(),
        judge_at: asked.time,
        given,
        remembered: Vec::new(),
    })
}

fn perform(request: &Request, env: &Env<'_>) -> Result<Arc<Inspection>, Failure> {
    match op::run(request, env, &Unwatched) {
        Outcome::Done(Report::Inspection(inspection)) => Ok(inspection),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(Failure::Internal {
            operation: request.name(),
            detail: "no report".to_owned(),
        }),
    }
}
