//! Servers among the sources of a verb: their certificates are fetched first, and opened like a file.

use std::path::Path;
use std::sync::Arc;

use super::open::no_report;
use super::output::say;
use super::watch::Watch;
use crate::core::diagnose::fetch::{self, Fetched, Target};
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::text::{Lang, cli, diagnose};

/// The server that a source names: with a scheme always, else with a port where no such file is there.
pub fn named(path: &Path, env: &Env<'_>) -> Option<Target> {
    let text = path.to_str()?;
    let target = Target::parse(text)?;
    let has_port = || text.contains(':');
    let is_server = Target::is_url(text) || (has_port() && env.files.entry(path).is_err());
    is_server.then_some(target)
}

/// What a server sends. Whom it contacts and what came is told on standard error.
///
/// # Errors
/// When nothing came.
pub fn fetch(lang: Lang, target: Target, env: &Env<'_>) -> Result<Arc<Fetched>, Failure> {
    let line = cli::chain::contacting(lang, &[target.to_string()]);
    say(&mut std::io::stderr(), &format!("{line}\n"));
    let request = Request::FetchServed(fetch::Request::of(target));
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Served(fetched)) => {
            let line = diagnose::fetch::fetched(lang, &fetched);
            say(&mut std::io::stderr(), &format!("{line}\n"));
            Ok(fetched)
        }
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(&request)),
    }
}
