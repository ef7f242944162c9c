//! The verb `diagnose`: why a CA does not issue for a name.

mod args;
mod tell;
mod ticket;
mod wanted;

use std::process::ExitCode;
use std::sync::Arc;

pub use args::Diagnose;

use super::output::{FAILED, USAGE, code, fail, say};
use crate::core::diagnose::ask::{Asked, AskedOutcome};
use crate::core::diagnose::{Diagnosis, Lane, Request, contacts};
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Report};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::cli::diagnose as words;
use crate::text::diagnose::{document, report};
use crate::text::{Lang, cli};
use args::Lanes;

/// Cleans the names, says what was cleaned, and runs.
pub fn diagnose(lang: Lang, asked: &Diagnose) -> ExitCode {
    let (lanes, asked): (&[Lane], &args::Asked) = match &asked.lanes {
        Lanes::Dns(asked) => (&[Lane::Dns], asked),
        Lanes::Validation(asked) => (&[Lane::Validation], asked),
        Lanes::All(asked) => (&Lane::ALL, asked),
    };
    let world = World::new();
    run(lang, lanes, asked, &world.env()).unwrap_or_else(|stop| match stop {
        Stop::Usage(sentence) => {
            say(
                &mut std::io::stderr(),
                &format!("{}\n", sentence.trim_end()),
            );
            ExitCode::from(USAGE)
        }
        Stop::Failed(failure) => fail(lang, &failure),
        Stop::Cancelled => {
            let sentence = cli::convert::cancelled(lang);
            say(&mut std::io::stderr(), &format!("{sentence}\n"));
            ExitCode::from(FAILED)
        }
    })
}

/// Why it ends early; nobody was asked.
enum Stop {
    /// The arguments make no sense together.
    Usage(String),
    /// It could not be done.
    Failed(Failure),
    /// Nobody wants it any more.
    Cancelled,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

fn run(lang: Lang, lanes: &[Lane], asked: &args::Asked, env: &Env<'_>) -> Result<ExitCode, Stop> {
    let ticket = asked.ticket().transpose().map_err(Stop::Usage)?;
    let request = wanted::request(lang, lanes, asked, env)?;
    if asked.dry_run {
        return Ok(dry_run(lang, asked, &request, env));
    }
    let found = diagnosed(lang, request, env)?;
    let text = match asked.json {
        true => document::render(lang, &found),
        false => report::render(lang, &found),
    };
    say(&mut std::io::stdout(), &text);
    // What was found is told even where the ticket cannot be written.
    if let Some((form, path)) = ticket {
        ticket::write(lang, &found, form, path, env)?;
    }
    if let (true, Some(detail)) = (asked.json, &found.no_network) {
        let sentence = report::no_network(lang, detail);
        say(&mut std::io::stderr(), &format!("{sentence}\n"));
    }
    Ok(match is_known(&found) {
        true => code(found.verdict()),
        false => ExitCode::from(FAILED),
    })
}

fn dry_run(lang: Lang, asked: &args::Asked, request: &Request, env: &Env<'_>) -> ExitCode {
    let contacts = contacts(request, &env.dns.system());
    let text = match asked.json {
        true => document::contacts(request, &contacts),
        false => words::contacts(lang, &contacts),
    };
    say(&mut std::io::stdout(), &text);
    ExitCode::SUCCESS
}

fn diagnosed(lang: Lang, request: Request, env: &Env<'_>) -> Result<Arc<Diagnosis>, Stop> {
    let request = op::Request::Diagnose(Box::new(request));
    match op::run(&request, env, &tell::Teller::new(lang)) {
        Outcome::Done(Report::Diagnosis(found)) => Ok(found),
        Outcome::Failed(failure) => Err(Stop::Failed(failure)),
        Outcome::Cancelled => Err(Stop::Cancelled),
        Outcome::Done(_) => Err(Stop::Failed(super::open::no_report(&request))),
    }
}

/// Whether anybody answered. What nobody could answer is never fine.
fn is_known(found: &Diagnosis) -> bool {
    let has_answered = |asked: &Asked| {
        matches!(
            asked.outcome,
            AskedOutcome::Records { .. } | AskedOutcome::Page { .. }
        )
    };
    found.no_network.is_none() && (found.asked.is_empty() || found.asked.iter().any(has_answered))
}
