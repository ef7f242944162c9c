//! Exit codes, and what is said on standard output and standard error.

use std::io::Write;
use std::process::ExitCode;

use crate::core::finding::Verdict;
use crate::core::problem::Failure;
use crate::text::{Lang, cli, problem};

/// Errors were found.
pub const FOUND: u8 = 1;
/// It could not be done.
pub const FAILED: u8 = 2;
/// The arguments were not understood.
pub const USAGE: u8 = 64;

/// A reader that went away (`| head`) is no error of ours.
pub fn say(to: &mut dyn Write, text: &str) {
    let _closed = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

/// Tells a failure on standard error.
pub fn fail(lang: Lang, failure: &Failure) -> ExitCode {
    tell_problem(lang, &problem::explain(lang, failure));
    ExitCode::from(FAILED)
}

/// Tells a problem on standard error.
pub fn tell_problem(lang: Lang, problem: &problem::Problem) {
    let words = cli::failure(lang, problem);
    say(&mut std::io::stderr(), &format!("{words}\n"));
}

/// The exit code of a verdict.
pub fn code(verdict: Verdict) -> ExitCode {
    match verdict {
        Verdict::Error => ExitCode::from(FOUND),
        Verdict::Ok | Verdict::Warning => ExitCode::SUCCESS,
    }
}
