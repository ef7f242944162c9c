//! Downloading missing issuers: says whom it contacts before, takes what fits, and judges again.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::args::Chain;
use crate::cli::open::no_report;
use crate::cli::output::say;
use crate::cli::watch::Watch;
use crate::core::bundle::trust::TrustChoice;
use crate::core::bundle::{Chains, Inspection, Source, inspect};
use crate::core::chain::PathEnding;
use crate::core::chain::aia::{self, Issuers};
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::core::x509::export::full_chain;
use crate::text::{Lang, cli};

/// Fetches the issuers above the best path; `None` where nothing is missing or no address is named.
///
/// # Errors
/// When the operation itself fails; an address that does not answer is a finding instead.
pub fn fetch(
    lang: Lang,
    asked: &Chain,
    judged: &Chains,
    env: &Env<'_>,
) -> Result<Option<Arc<Issuers>>, Failure> {
    let best = judged.main().and_then(|answer| answer.best());
    let Some(best) = best.filter(|best| best.ending == PathEnding::MissingIssuer) else {
        return Ok(None);
    };
    let Some(last) = best.steps.last() else {
        return Ok(None);
    };
    let contacts = aia::contacts(&last.certificate);
    let hosts: Vec<String> = contacts
        .iter()
        .filter_map(|planned| Some(planned.target.as_ref().ok()?.to_string()))
        .collect();
    if !hosts.is_empty() {
        let line = cli::chain::contacting(lang, &hosts);
        say(&mut std::io::stderr(), &format!("{line}\n"));
    }
    let request = Request::FetchIssuers(aia::Request {
        certificate: Arc::clone(&last.certificate),
        known: judged.held.clone(),
        roots: judged.inspection.roots(),
        at: Some(judged.question.at),
        agreed_hosts: asked.aia_internal.clone(),
    });
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Issuers(issuers)) => Ok(Some(issuers)),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(&request)),
    }
}

/// What came, opened like a file; `None` when nothing did.
///
/// # Errors
/// When it cannot be opened.
pub fn opened(
    lang: Lang,
    asked: &Chain,
    issuers: &Issuers,
    env: &Env<'_>,
) -> Result<Option<Arc<Inspection>>, Failure> {
    if issuers.found.is_empty() {
        return Ok(None);
    }
    let pem = full_chain(issuers.found.iter().map(Arc::as_ref));
    let request = Request::Inspect(inspect::Request {
        sources: vec![Source::Memory {
            name: cli::chain::downloaded(lang).to_owned(),
            bytes: Arc::new(Zeroizing::new(pem.into_bytes())),
        }],
        trust: TrustChoice::Nothing,
        judge_at: asked.time,
        ..inspect::Request::default()
    });
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Inspection(inspection)) => Ok(Some(inspection)),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(&request)),
    }
}
