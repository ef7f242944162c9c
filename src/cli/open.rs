//! Opening sources for a verb: passwords from files and standard input, then a prompt for what is still locked.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::ask;
use super::served;
use super::watch::Watch;
use crate::core::artifact::ArtifactId;
use crate::core::bundle::trust::TrustChoice;
use crate::core::bundle::{Inspection, Source, inspect, unlock};
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::core::time::Moment;
use crate::text::Lang;

/// What to open and how.
#[derive(Default)]
pub struct Sources<'a> {
    /// Files, folders, archives; servers too where they may be contacted.
    pub paths: &'a [PathBuf],
    /// Whether `https://HOST` and `HOST:PORT` may be contacted.
    pub may_contact: bool,
    /// Files with passwords to try.
    pub password_files: Vec<&'a PathBuf>,
    /// Whether standard input holds passwords to try.
    pub password_stdin: bool,
    /// Whether somebody may be asked.
    pub may_ask: bool,
    /// Trusted roots.
    pub trust: TrustChoice,
    /// Host to judge for.
    pub host: Option<String>,
    /// Time to judge for.
    pub time: Option<Moment>,
}

/// Opens the sources.
///
/// # Errors
/// When a source or a password file cannot be read.
pub fn open(lang: Lang, sources: &Sources<'_>, env: &Env<'_>) -> Result<Arc<Inspection>, Failure> {
    let request = Request::Inspect(request(lang, sources, env)?);
    let mut inspection = perform(lang, &request, env)?;
    if !sources.may_ask || sources.password_stdin || !ask::can_ask() {
        return Ok(inspection);
    }
    let mut answered = BTreeSet::new();
    while let Some(group) = next_group(&inspection, &answered) {
        let Some(locked) = inspection.locked.get(group) else {
            break;
        };
        answered.extend(locked.members.iter().copied());
        if let Some(secret) = ask::prompt(lang, &inspection, locked) {
            let request = unlock::Request {
                inspection: Arc::clone(&inspection),
                group,
                secret,
            };
            inspection = perform(lang, &Request::Unlock(request), env)?;
        }
    }
    Ok(inspection)
}

/// The first locked group with a member that was not asked for yet.
fn next_group(inspection: &Inspection, answered: &BTreeSet<ArtifactId>) -> Option<usize> {
    inspection.locked.iter().position(|group| {
        group
            .members
            .iter()
            .any(|member| !answered.contains(member))
    })
}

fn request(lang: Lang, sources: &Sources<'_>, env: &Env<'_>) -> Result<inspect::Request, Failure> {
    let mut given = Vec::new();
    for path in &sources.password_files {
        given.extend(ask::from_file(env, path)?);
    }
    if sources.password_stdin {
        given.extend(ask::from_stdin());
    }
    let mut opened = Vec::new();
    let mut host = sources.host.clone();
    for path in sources.paths {
        let server = served::named(path, env).filter(|_| sources.may_contact);
        let Some(target) = server else {
            opened.push(Source::Path(path.clone()));
            continue;
        };
        let fetched = served::fetch(lang, target, env)?;
        // What one server sends has to stand for its own name.
        if sources.paths.len() == 1 {
            host = host.or_else(|| Some(fetched.target.host.clone()));
        }
        opened.push(fetched.source());
    }
    Ok(inspect::Request {
        sources: opened,
        trust: sources.trust.clone(),
        host,
        judge_at: sources.time,
        given,
        remembered: Vec::new(),
    })
}

fn perform(lang: Lang, request: &Request, env: &Env<'_>) -> Result<Arc<Inspection>, Failure> {
    match op::run(request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Inspection(inspection)) => Ok(inspection),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(request)),
    }
}

/// An operation that gave another report than it should.
pub fn no_report(request: &Request) -> Failure {
    Failure::Internal {
        operation: request.name(),
        detail: "no report".to_owned(),
    }
}
