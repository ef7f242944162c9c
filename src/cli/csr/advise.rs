//! `csr advise`: what a CA will say to a list of names.

use std::path::Path;
use std::process::ExitCode;

use super::Stop;
use super::args::Advise;
use crate::cli::json;
use crate::cli::output::{code, say};
use crate::core::csr::names;
use crate::core::env::{Env, FileFault};
use crate::core::finding::Verdict;
use crate::core::problem::Failure;
use crate::platform::{World, standard_input};
use crate::text::{Lang, report};

/// Bytes read of a file of names (16 MiB); the advice says where it is too long to be one.
const MOST_BYTES: u64 = 16 << 20;

/// Advises on names.
pub fn advise(lang: Lang, asked: &Advise) -> Result<ExitCode, Stop> {
    let world = World::new();
    let mut text = asked.names.join("\n");
    for path in &asked.from {
        text.push('\n');
        text.push_str(&read(&world.env(), path)?);
    }
    let advice = names::advise(&text);
    let verdict = Verdict::of(&advice.all_findings());
    let told = match asked.json {
        true => json::names::advice(lang, &advice),
        false => report::names::advice(lang, &advice),
    };
    say(&mut std::io::stdout(), &told);
    Ok(code(verdict))
}

/// The text of a file, or of standard input for `-`.
fn read(env: &Env<'_>, path: &Path) -> Result<String, Failure> {
    let unreadable = |fault| Failure::Unreadable {
        path: path.to_owned(),
        fault,
    };
    if path == Path::new("-") {
        let bytes = standard_input::read(MOST_BYTES)
            .map_err(|error| unreadable(FileFault::Other(error.to_string())))?;
        return Ok(names::text_of(&bytes));
    }
    let bytes = env.files.read(path, MOST_BYTES).map_err(unreadable)?;
    Ok(names::text_of(&bytes))
}
