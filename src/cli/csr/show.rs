//! `csr show`: everything requests say.

use std::process::ExitCode;

use super::Stop;
use super::args::Show;
use super::source::source;
use crate::cli::json;
use crate::cli::output::say;
use crate::cli::watch::Watch;
use crate::core::csr::check::{name_of, requests_in};
use crate::core::op::Outcome;
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::{Lang, report};

/// Shows the requests of each path.
pub fn show(lang: Lang, asked: &Show) -> Result<ExitCode, Stop> {
    let world = World::new();
    let mut shown = Vec::new();
    for path in &asked.request {
        let source = source(path)?;
        let name = name_of(&source);
        let found = requests_in(&source, &world.env(), &Watch::new(lang));
        let found = found.map_err(|outcome| match outcome {
            Outcome::Failed(failure) => Stop::Failed(failure),
            Outcome::Done(_) | Outcome::Cancelled => Stop::Cancelled,
        })?;
        if found.is_empty() {
            return Err(Failure::NotARequest { name }.into());
        }
        shown.extend(found.into_iter().map(|csr| (name.clone(), csr)));
    }
    let text = match asked.json {
        true => json::csr::shown(&shown),
        false => {
            let pages: Vec<String> = shown
                .iter()
                .map(|(name, csr)| report::csr::decoded(lang, name, csr))
                .collect();
            pages.join("\n")
        }
    };
    say(&mut std::io::stdout(), &text);
    Ok(ExitCode::SUCCESS)
}
