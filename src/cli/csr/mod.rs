//! The verb `csr`: make a key and a request, show and check requests.

mod advise;
mod args;
mod check;
mod new;
mod password;
mod show;
mod source;
mod twin;
mod wanted;

use std::process::ExitCode;

pub use args::Csr;

use super::output::{FAILED, USAGE, fail, say};
use crate::core::op::{Outcome, Request};
use crate::core::problem::Failure;
use crate::text::{Lang, cli};
use args::Act;

/// Runs one of its acts.
pub fn csr(lang: Lang, asked: &Csr) -> ExitCode {
    let done = match &asked.act {
        Act::Advise(asked) => advise::advise(lang, asked),
        Act::Check(asked) => check::check(lang, asked),
        Act::New(asked) => new::new(lang, asked),
        Act::Show(asked) => show::show(lang, asked),
    };
    done.unwrap_or_else(|stop| stopped(lang, &stop))
}

/// Why an act ends early; nothing was written.
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

impl Stop {
    /// Why an operation gave no report.
    fn of(outcome: Outcome, request: &Request) -> Self {
        match outcome {
            Outcome::Failed(failure) => Self::Failed(failure),
            Outcome::Cancelled => Self::Cancelled,
            Outcome::Done(_) => Self::Failed(super::open::no_report(request)),
        }
    }
}

fn stopped(lang: Lang, stop: &Stop) -> ExitCode {
    let (sentence, code) = match stop {
        Stop::Failed(failure) => return fail(lang, failure),
        Stop::Usage(sentence) => (sentence.as_str(), USAGE),
        Stop::Cancelled => (cli::convert::cancelled(lang), FAILED),
    };
    say(&mut std::io::stderr(), &format!("{sentence}\n"));
    ExitCode::from(code)
}
