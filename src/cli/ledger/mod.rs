//! The verb `ledger`: the requests that were made and checked here.

mod args;

use std::path::Path;
use std::process::ExitCode;

pub use args::Ledger;

use super::json;
use super::output::{fail, say};
use super::watch::Watch;
use crate::core::env::Env;
use crate::core::ledger::ops::{Answer, Listing, Request};
use crate::core::ledger::{EntryId, LedgerFault, Search, Shelf};
use crate::core::op::{self, Outcome, Report};
use crate::core::problem::Failure;
use crate::core::save;
use crate::platform::World;
use crate::text::{Lang, cli, ledger as words, report};
use args::{Act, Export, Format, Where};

/// Runs one of its acts.
pub fn ledger(lang: Lang, asked: &Ledger) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let tell = |request, output: &args::Output| perform(lang, &request, &env, output.json);
    match &asked.act {
        Act::List(asked) => tell(Request::Search(everything(&asked.words)), &asked.output),
        Act::Export(asked) => export(lang, asked, &env),
        Act::Path(asked) => place(lang, asked, &env),
        Act::Note(asked) => {
            let (id, text) = (EntryId(asked.id), asked.text.clone());
            tell(Request::Note { id, text }, &asked.output)
        }
        Act::Used(asked) => {
            let (id, is_used) = (EntryId(asked.id), !asked.undo);
            tell(Request::MarkUsed { id, is_used }, &asked.output)
        }
        Act::Forget(asked) => {
            let ids = asked.id.iter().copied().map(EntryId).collect();
            tell(Request::Forget(ids), &asked.output)
        }
    }
}

fn everything(words: &[String]) -> Search {
    Search {
        words: words.join(" "),
        limit: 0,
    }
}

fn perform(lang: Lang, request: &Request, env: &Env<'_>, as_json: bool) -> ExitCode {
    match ask(lang, request, env) {
        Ok(answer) => {
            let text = match as_json {
                true => json::ledger::answer(&answer),
                false => report::render(lang, &Report::Ledger(answer)),
            };
            say(&mut std::io::stdout(), &text);
            ExitCode::SUCCESS
        }
        Err(failure) => fail(lang, &failure),
    }
}

fn ask(lang: Lang, request: &Request, env: &Env<'_>) -> Result<Box<Answer>, Failure> {
    let request = op::Request::Ledger(request.clone());
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Ledger(answer)) => Ok(answer),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(Failure::Internal {
            operation: request.name(),
            detail: "no answer".to_owned(),
        }),
    }
}

fn export(lang: Lang, asked: &Export, env: &Env<'_>) -> ExitCode {
    let answer = match ask(lang, &Request::Search(everything(&[])), env) {
        Ok(answer) => answer,
        Err(failure) => return fail(lang, &failure),
    };
    let Answer::Found(listing) = &*answer else {
        return ExitCode::SUCCESS;
    };
    match write(lang, asked, listing, env) {
        Ok(()) => {
            let told = cli::ledger::exported(lang, &asked.out, listing.entries.len());
            say(&mut std::io::stdout(), &format!("{told}\n"));
            ExitCode::SUCCESS
        }
        Err(failure) => fail(lang, &failure),
    }
}

fn write(lang: Lang, asked: &Export, listing: &Listing, env: &Env<'_>) -> Result<(), Failure> {
    let text = match asked.format.unwrap_or_else(|| format_of(&asked.out)) {
        Format::Csv => words::table::table(lang, listing),
        Format::Json => json::ledger::list(listing),
    };
    let request = save::Request::public(asked.out.clone(), text.into_bytes());
    match save::run(&request, env) {
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Ok(()),
    }
}

fn format_of(path: &Path) -> Format {
    let extension = path.extension().unwrap_or_default();
    match extension.eq_ignore_ascii_case("json") {
        true => Format::Json,
        false => Format::Csv,
    }
}

/// Where it lies is told of a damaged one too: that is when somebody asks.
fn place(lang: Lang, asked: &Where, env: &Env<'_>) -> ExitCode {
    let (shelf, fault) = match env.ledger.shelf() {
        Ok(shelf) => (shelf, None),
        Err(fault) => match &fault {
            LedgerFault::Damaged { path, .. } | LedgerFault::Unusable { path, .. } => {
                let path = path.clone();
                let is_newer = false;
                (Shelf { path, is_newer }, Some(fault))
            }
            _ => return fail(lang, &Failure::Ledger(fault)),
        },
    };
    let text = match asked.output.json {
        true => json::ledger::shelf(&shelf),
        false => format!("{}\n", words::path(&shelf.path)),
    };
    say(&mut std::io::stdout(), &text);
    fault.map_or(ExitCode::SUCCESS, |fault| {
        fail(lang, &Failure::Ledger(fault))
    })
}
