//! Writing the repaired chain.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::args::Chain;
use crate::cli::output::say;
use crate::cli::watch::Watch;
use crate::core::bundle::Chains;
use crate::core::chain::Form;
use crate::core::env::Env;
use crate::core::op::Report;
use crate::core::problem::Failure;
use crate::core::save::{self, Access, OutputFile, Saved, WhenExists};
use crate::text::{Lang, cli, report};

/// Writes the repaired chain: a folder gets every form, a file the form of its name. All or nothing.
///
/// # Errors
/// When a file is in the way or cannot be written; nothing was written then.
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
    let files: Vec<OutputFile> = targets
        .into_iter()
        .filter_map(|(path, form)| {
            let bytes = judged.repaired(form, asked.with_root)?;
            Some(OutputFile {
                path,
                bytes: Zeroizing::new(bytes),
                is_secret: false,
            })
        })
        .collect();
    if files.is_empty() {
        let line = cli::chain::nothing_to_write(lang);
        say(&mut std::io::stderr(), &format!("{line}\n"));
        return Ok(());
    }
    let watch = Watch::new(lang);
    let written = save::write_all(&files, &Access::default(), WhenExists::Refuse, env, &watch);
    let written = match written {
        Ok(written) => written,
        Err(fault) => return fault.into_failure().map_or(Ok(()), Err),
    };
    for file in written.into_iter().filter(|_| !asked.json) {
        let saved = Report::Saved(Saved {
            path: file.path,
            bytes: file.bytes,
        });
        say(&mut std::io::stdout(), &report::render(lang, &saved));
    }
    Ok(())
}

/// The usual names mean what they are called; otherwise the extension decides.
fn form_of(out: &Path) -> Form {
    let name = out.file_name().unwrap_or_default();
    let usual = Form::ALL
        .into_iter()
        .find(|form| name.eq_ignore_ascii_case(form.file_name()));
    let extension = out.extension().and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("p7b" | "p7c") => Form::P7b,
        _ => usual.unwrap_or(Form::FullChain),
    }
}
