//! No display: the report goes to standard output as the command line would print it.

use std::path::PathBuf;
use std::process::ExitCode;

use super::world;
use crate::core::bundle::{Source, inspect};
use crate::core::finding::Verdict;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::progress::Unwatched;
use crate::text::{Lang, problem, report, window as words};

/// Says that there is no window and prints the story of the given files.
pub fn report(paths: &[PathBuf]) -> ExitCode {
    let lang = world::language();
    world::tell_no_window(words::no_window(lang));
    if paths.is_empty() {
        return ExitCode::from(2);
    }
    let request = Request::Inspect(inspect::Request {
        sources: paths.iter().cloned().map(Source::Path).collect(),
        ..inspect::Request::default()
    });
    let world = world::lend();
    match op::run(&request, &world.env(), &Unwatched) {
        Outcome::Done(report) => print(lang, &report),
        Outcome::Failed(failure) => {
            let said = problem::explain(lang, &failure);
            eprintln!("{}", said.happened);
            for line in said.causes.iter().chain(&said.remedies) {
                eprintln!("  {line}");
            }
            ExitCode::from(2)
        }
        Outcome::Cancelled => ExitCode::from(2),
    }
}

fn print(lang: Lang, report: &Report) -> ExitCode {
    print!("{}", report::render(lang, report));
    match report {
        Report::Inspection(inspection) => match inspection.story.verdict {
            Verdict::Error => ExitCode::from(1),
            Verdict::Ok | Verdict::Warning => ExitCode::SUCCESS,
        },
        Report::Chains(_)
        | Report::CsrChecked(_)
        | Report::Diagnosis(_)
        | Report::Converted(_)
        | Report::CsrCreated(_)
        | Report::IisActed(_)
        | Report::IisHistory(..)
        | Report::IisImported(..)
        | Report::IisPlanned(_)
        | Report::IisScan(_)
        | Report::IisUndone(..)
        | Report::Issuers(_)
        | Report::Ledger(_)
        | Report::Made(_)
        | Report::Saved(_)
        | Report::Served(_)
        | Report::Undone(_) => ExitCode::SUCCESS,
    }
}
