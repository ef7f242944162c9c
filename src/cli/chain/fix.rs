//! Writing the repaired chain.

use std::path::{Path, PathBuf};

use super::args::Chain;
use crate::cli::output::say;
use crate::cli::watch::Watch;
use crate::core::bundle::Chains;
use crate::core::chain::Form;
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Request};
use crate::core::problem::Failure;
use crate::core::save;
use crate::text::{Lang, report};

/// Writes the repaired chain: a folder gets every form, a file the form of its extension.
pub fn fix(
    lang: Lang,
    asked: &Chain,
    out: &Path,
    judged: &Chains,
    env: &Env<'_>,
) -> Result<(), Failure> {
    let is_folder = out.is_dir() || out.to_string_lossy().ends_with(['/', '\\']);
    let targets: Vec<(PathBuf, Form)> = match is_folder {
        true => Form::ALL
            .iter()
            .map(|form| (out.join(form.file_name()), *form))
            .collect(),
        false => vec![(out.to_owned(), form_of(out))],
    };
    for (path, form) in targets {
        let Some(bytes) = judged.repaired(form, asked.with_root) else {
            continue;
        };
        let request = Request::Save(save::Request::public(path, bytes));
        match op::run(&request, env, &Watch::new(lang)) {
            Outcome::Done(report) if !asked.json => {
                say(&mut std::io::stdout(), &report::render(lang, &report));
            }
            Outcome::Done(_) | Outcome::Cancelled => {}
            Outcome::Failed(failure) => return Err(failure),
        }
    }
    Ok(())
}

fn form_of(out: &Path) -> Form {
    let extension = out.extension().and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("p7b" | "p7c") => Form::P7b,
        _ => Form::FullChain,
    }
}
