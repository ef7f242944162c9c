//! `iis plan` and `iis script`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::{Plan, Script};
use super::scan::scanned;
use super::wishes::{NoWish, read, wishes};
use crate::cli::json;
use crate::cli::output::{FOUND, fail, say};
use crate::core::env::{Env, FileFault};
use crate::core::iis::act;
use crate::core::iis::plan::{PlanFile, make};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::{Lang, iis, report};

/// Makes a plan, shows it, and writes it where that is asked for. Nothing else is written.
pub fn plan(lang: Lang, asked: &Plan) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let scan = match scanned(lang, &asked.layers, &env) {
        Ok(scan) => scan,
        Err(failure) => return fail(lang, &failure),
    };
    let fixes = match wishes(lang, asked, &scan, &env) {
        Ok(fixes) => fixes,
        Err(NoWish::Usage(code)) => return ExitCode::from(code),
        Err(NoWish::Failed(failure)) => return fail(lang, &failure),
    };
    let ground = scan.ground();
    let made = make(&ground, &fixes);
    let config = std::path::absolute(&scan.path).unwrap_or_else(|_| scan.path.clone());
    let file = PlanFile::of(&made, &config, scan.sha256, &ground);
    if let Some(out) = &asked.out
        && !made.is_empty()
        && let Err(failure) = write(out, &file.text(), &env)
    {
        return fail(lang, &failure);
    }
    let told = report::iis::Planned {
        scan: &scan,
        fixes: &fixes,
        plan: &made,
        file: &file,
        written: asked.out.as_deref().filter(|_| !made.is_empty()),
    };
    let text = match asked.output.json {
        true => json::iis::plan(lang, &told),
        false => report::iis::plan(lang, &told),
    };
    say(&mut std::io::stdout(), &text);
    match made.refused.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(FOUND),
    }
}

/// The plan as a script for the server.
pub fn script(lang: Lang, asked: &Script) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let file = match read(&asked.plan, &env) {
        Ok(file) => file,
        Err(failure) => return fail(lang, &failure),
    };
    let text = match scripted(lang, &file, &env) {
        Ok(text) => text,
        Err(failure) => return fail(lang, &failure),
    };
    match &asked.out {
        None => say(&mut std::io::stdout(), &text),
        // Windows PowerShell takes a file without mark for the system's code page.
        Some(out) => {
            if let Err(failure) = write(out, &format!("\u{feff}{text}"), &env) {
                return fail(lang, &failure);
            }
        }
    }
    ExitCode::SUCCESS
}

fn scripted(lang: Lang, file: &PlanFile, env: &Env<'_>) -> Result<String, Failure> {
    let remade = act::remade(file, env)?;
    iis::script::script(lang, file, &remade).ok_or_else(|| Failure::Internal {
        operation: "iis-script",
        detail: file.config.to_string_lossy().into_owned(),
    })
}

/// Private: the sites of a server are nobody else's business. Nothing is replaced.
fn write(out: &Path, text: &str, env: &Env<'_>) -> Result<(), Failure> {
    let path = PathBuf::from(out);
    env.files
        .write(out, text.as_bytes(), true, false)
        .map_err(|fault| match fault {
            FileFault::Exists => Failure::Exists { path },
            fault => Failure::Unwritable { path, fault },
        })
}
