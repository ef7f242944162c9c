//! The verb `diagnose`: why a CA does not issue for a name, or why a browser does not trust it.

mod args;
mod server;
mod tell;
mod ticket;
mod wanted;

use std::process::ExitCode;
use std::sync::Arc;

pub use args::Diagnose;

use super::output::{FAILED, USAGE, code, fail, say};
use crate::core::diagnose::ask::{Asked, AskedOutcome};
use crate::core::diagnose::{Diagnosis, Lane, Request, contacts};
use crate::core::env::{Env, TalkEnd};
use crate::core::op::{self, Outcome, Report};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::cli::diagnose as words;
use crate::text::diagnose::{document, report};
use crate::text::{Lang, cli};
use args::Lanes;

/// Cleans the names, says what was cleaned, and runs.
pub fn diagnose(lang: Lang, asked: &Diagnose) -> ExitCode {
    let none = args::Server::default();
    let (lanes, asked, server): (&[Lane], &args::Asked, &args::Server) = match &asked.lanes {
        Lanes::Dns(asked) => (&[Lane::Dns], asked, &none),
        Lanes::Validation(asked) => (&[Lane::Validation], asked, &none),
        Lanes::Tls(all) => (&[Lane::Connection], &all.asked, &all.server),
        Lanes::Page(all) => (&[Lane::Page], &all.asked, &all.server),
        Lanes::All(all) => (&Lane::ALL, &all.asked, &all.server),
    };
    let world = World::new();
    let wish = Wish {
        lanes,
        asked,
        server,
    };
    run(lang, &wish, &world.env()).unwrap_or_else(|stop| match stop {
        Stop::Usage(sentence) => {
            say(
                &mut std::io::stderr(),
                &format!("{}\n", sentence.trim_end()),
            );
            ExitCode::from(USAGE)
        }
        Stop::Failed(failure) => fail(lang, &failure),
        Stop::Nothing(sentence) => {
            say(&mut std::io::stderr(), &format!("{sentence}\n"));
            ExitCode::from(FAILED)
        }
        Stop::Cancelled => {
            let sentence = cli::convert::cancelled(lang);
            say(&mut std::io::stderr(), &format!("{sentence}\n"));
            ExitCode::from(FAILED)
        }
    })
}

/// What was asked for: the lanes, and the flags of all of them and of those that look at the server.
struct Wish<'a> {
    lanes: &'a [Lane],
    asked: &'a args::Asked,
    server: &'a args::Server,
}

impl Wish<'_> {
    /// Whether a server itself is looked at, at the port typed with its name.
    fn looks_at_server(&self) -> bool {
        let at_server = |lane: &Lane| matches!(lane, Lane::Connection | Lane::Page);
        self.lanes.iter().any(at_server)
    }
}

/// Why it ends early; nobody was asked.
enum Stop {
    /// The arguments make no sense together.
    Usage(String),
    /// It could not be done.
    Failed(Failure),
    /// There is nothing to do it with, in a sentence.
    Nothing(String),
    /// Nobody wants it any more.
    Cancelled,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

fn run(lang: Lang, wish: &Wish<'_>, env: &Env<'_>) -> Result<ExitCode, Stop> {
    let asked = wish.asked;
    let ticket = asked.ticket().transpose().map_err(Stop::Usage)?;
    let request = wanted::request(lang, wish, env)?;
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

/// Whether anybody answered. What nobody could answer is never fine. That a server could not be reached is what
/// was to be found out of it.
fn is_known(found: &Diagnosis) -> bool {
    let has_answered = |asked: &Asked| match &asked.outcome {
        AskedOutcome::Records { .. } | AskedOutcome::Page { .. } => true,
        AskedOutcome::Talks { end, .. } => !matches!(
            end,
            TalkEnd::NoNetwork(_) | TalkEnd::Cancelled | TalkEnd::Broken(_)
        ),
        AskedOutcome::NoRecords { .. } | AskedOutcome::NoPage { .. } => false,
    };
    found.no_network.is_none() && (found.asked.is_empty() || found.asked.iter().any(has_answered))
}
