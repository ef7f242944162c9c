//! `csr check`: what a CA would say.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::args::Check;
use super::source::source;
use super::{Stop, wanted};
use crate::cli::json;
use crate::cli::open::{Sources, open};
use crate::cli::output::{code, say};
use crate::cli::watch::Watch;
use crate::core::artifact::Content;
use crate::core::bundle::Inspection;
use crate::core::bundle::trust::TrustChoice;
use crate::core::csr::check::{self, Against};
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Report, Request};
use crate::platform::World;
use crate::text::cli::csr as words;
use crate::text::{Lang, report};

/// Checks one request.
pub fn check(lang: Lang, asked: &Check) -> Result<ExitCode, Stop> {
    let world = World::new();
    let env = world.env();
    let request = Request::CheckCsr(check::Request {
        source: source(&asked.request)?,
        level: asked.level,
        order: order(asked, &env)?,
        against: match &asked.against {
            Some(path) => Some(against(lang, asked, path, &env)?),
            None => None,
        },
        is_recorded: !asked.output.no_ledger,
    });
    let checked = match op::run(&request, &env, &Watch::new(lang)) {
        Outcome::Done(Report::CsrChecked(checked)) => checked,
        outcome => return Err(Stop::of(outcome, &request)),
    };
    let verdict = checked.verdict();
    let text = match asked.output.json {
        true => json::csr::checked(lang, &checked),
        false => report::render(lang, &Report::CsrChecked(checked)),
    };
    say(&mut std::io::stdout(), &text);
    Ok(code(verdict))
}

/// The names of the order: as they are, or out of a file of that name.
fn order(asked: &Check, env: &Env<'_>) -> Result<Option<Vec<String>>, Stop> {
    if asked.order.is_empty() {
        return Ok(None);
    }
    let mut text = String::new();
    for given in &asked.order {
        let path = PathBuf::from(given);
        match env.files.entry(&path) {
            Ok(_) => text.push_str(&wanted::text_of(&path, env)?),
            Err(_) => text.push_str(given),
        }
        text.push('\n');
    }
    Ok(Some(wanted::names_of(&text)))
}

fn against(lang: Lang, asked: &Check, path: &Path, env: &Env<'_>) -> Result<Against, Stop> {
    let paths = [path.to_owned()];
    let sources = Sources {
        paths: &paths,
        password_files: asked.password_file.iter().collect(),
        password_stdin: asked.password_stdin,
        may_ask: !asked.output.json,
        trust: TrustChoice::Nothing,
        ..Sources::default()
    };
    let inspection = open(lang, &sources, env)?;
    let what = path.to_string_lossy().into_owned();
    match public_key(&inspection) {
        Some(spki) => Ok(Against { what, spki }),
        None => Err(Stop::Usage(words::nothing_to_compare(lang, &what))),
    }
}

/// The public key of what was opened: of its server certificate, else of its first key, certificate or request.
fn public_key(inspection: &Inspection) -> Option<Arc<[u8]>> {
    if let Some(identity) = inspection.story.identities.first() {
        return Some(Arc::clone(&identity.leaf.spki));
    }
    let mut artifacts = inspection.artifacts.iter();
    artifacts.find_map(|artifact| match &artifact.content {
        Content::Key { key, .. } if !key.spki.is_empty() => Some(Arc::clone(&key.spki)),
        Content::Certificate { certificate, .. } => Some(Arc::clone(&certificate.spki)),
        Content::Csr(csr) => Some(Arc::clone(&csr.spki)),
        Content::PublicKey(spki) => Some(Arc::clone(spki)),
        _ => None,
    })
}
