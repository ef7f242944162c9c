//! `iis scan` and `iis collect`.

use std::process::ExitCode;
use std::sync::Arc;

use super::args::{Layers, Scan};
use crate::cli::json;
use crate::cli::open::no_report;
use crate::cli::output::{code, fail, say};
use crate::cli::watch::Watch;
use crate::core::env::Env;
use crate::core::iis::scan;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::{Lang, iis, report};

/// Looks at the bindings.
pub fn scan(lang: Lang, asked: &Scan) -> ExitCode {
    let world = World::new();
    let found = match scanned(lang, &asked.layers, &world.env()) {
        Ok(found) => found,
        Err(failure) => return fail(lang, &failure),
    };
    let verdict = found.verdict();
    let text = match asked.output.json {
        true => json::iis::scan(lang, &found),
        false => report::render(lang, &Report::IisScan(found)),
    };
    say(&mut std::io::stdout(), &text);
    code(verdict)
}

/// The scan of what was named.
///
/// # Errors
/// When it cannot be read.
pub fn scanned(lang: Lang, layers: &Layers, env: &Env<'_>) -> Result<Arc<scan::Scan>, Failure> {
    let request = Request::IisScan(layers.request());
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::IisScan(found)) => Ok(found),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(&request)),
    }
}

/// Prints the script that collects a server's files into one folder.
pub fn collect() -> ExitCode {
    say(&mut std::io::stdout(), iis::script::COLLECT);
    ExitCode::SUCCESS
}
