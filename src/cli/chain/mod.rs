//! The verb `chain`: every path of a certificate, judged, and the repaired file.

mod aia;
mod args;
mod fix;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

pub use args::Chain;

use super::json;
use super::open::{Sources, no_report, open};
use super::output::{FOUND, code, fail, say};
use super::watch::Watch;
use crate::core::bundle::trust::TrustChoice;
use crate::core::bundle::{Chains, Inspection, chains};
use crate::core::chain::aia::Issuers;
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::{Lang, report};

/// Opens what was named, judges its chains, and writes the repaired one where that is asked for.
pub fn chain(lang: Lang, asked: &Chain) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let (judged, issuers) = match judge_with_downloads(lang, asked, &env) {
        Ok(judged) => judged,
        Err(failure) => return fail(lang, &failure),
    };
    let text = match asked.json {
        true => json::chains(lang, &judged, issuers.as_deref()),
        false => report::render(lang, &Report::Chains(Arc::clone(&judged))),
    };
    if let (false, Some(issuers)) = (asked.json, issuers) {
        let told = report::render(lang, &Report::Issuers(issuers));
        say(&mut std::io::stdout(), &format!("{told}\n"));
    }
    say(&mut std::io::stdout(), &text);
    if let Some(out) = &asked.fix
        && let Err(failure) = fix::fix(lang, asked, out, &judged, &env)
    {
        return fail(lang, &failure);
    }
    match judged.is_valid() {
        true => code(judged.verdict()),
        false => ExitCode::from(FOUND),
    }
}

/// What was judged, and what was downloaded for it.
type Judged = (Arc<Chains>, Option<Arc<Issuers>>);

fn judge_with_downloads(lang: Lang, asked: &Chain, env: &Env<'_>) -> Result<Judged, Failure> {
    let trust = match (&asked.trust, asked.no_default_trust) {
        (Some(choice), _) => choice.clone(),
        (None, true) => TrustChoice::Nothing,
        (None, false) => TrustChoice::Mozilla,
    };
    let inspection = open_paths(lang, asked, &asked.path, trust, env, asked.password_stdin)?;
    let files = asked.untrusted.iter().filter(|path| !args::is_system(path));
    let extra = [files.cloned().collect(), asked.crl.clone()];
    let mut beside = Vec::new();
    for paths in extra.iter().filter(|paths: &&Vec<_>| !paths.is_empty()) {
        // Standard input is read once, for what is judged.
        beside.push(open_paths(
            lang,
            asked,
            paths,
            TrustChoice::Nothing,
            env,
            false,
        )?);
    }
    let judged = judge(lang, asked, &inspection, beside.clone(), env)?;
    if !asked.aia {
        return Ok((judged, None));
    }
    let Some(issuers) = aia::fetch(lang, asked, &judged, env)? else {
        return Ok((judged, None));
    };
    if let Some(came) = aia::opened(lang, asked, &issuers, env)? {
        beside.push(came);
    }
    let judged = judge(lang, asked, &inspection, beside, env)?;
    Ok((judged, Some(issuers)))
}

fn judge(
    lang: Lang,
    asked: &Chain,
    inspection: &Arc<Inspection>,
    beside: Vec<Arc<Inspection>>,
    env: &Env<'_>,
) -> Result<Arc<Chains>, Failure> {
    let request = Request::JudgeChains(chains::Request {
        inspection: Arc::clone(inspection),
        beside,
        wish: args::wish(asked),
    });
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Chains(judged)) => Ok(judged),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(&request)),
    }
}

fn open_paths(
    lang: Lang,
    asked: &Chain,
    paths: &[PathBuf],
    trust: TrustChoice,
    env: &Env<'_>,
    password_stdin: bool,
) -> Result<Arc<Inspection>, Failure> {
    let sources = Sources {
        paths,
        may_contact: true,
        password_files: asked.password_file.iter().collect(),
        password_stdin,
        may_ask: !asked.json,
        trust,
        host: None,
        time: asked.time,
    };
    open(lang, &sources, env)
}
