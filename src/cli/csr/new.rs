//! `csr new`: a key and a request.

use std::process::ExitCode;
use std::sync::Arc;

use super::args::New;
use super::{Stop, password, wanted};
use crate::cli::json;
use crate::cli::output::{code, say};
use crate::cli::watch::Watch;
use crate::core::csr::create::{self, Created};
use crate::core::csr::{Refusal, check, subject};
use crate::core::env::Access;
use crate::core::finding::{Finding, Severity, Verdict};
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::platform::World;
use crate::text::{Lang, report};
use wanted::Wanted;

/// Rounds of key derivation, as Java writes them (JDK 12 and later).
const ITERATIONS: u32 = 10_000;

/// Makes them, and tells what came of it.
pub fn new(lang: Lang, asked: &New) -> Result<ExitCode, Stop> {
    let world = World::new();
    let env = world.env();
    let Wanted { spec, key, dropped } = wanted::of(lang, asked, &env)?;
    if let Some(level) = asked.level {
        let faults = subject::judge(&spec, level).into_iter();
        let mut errors = faults.map(|fault| fault.finding);
        if let Some(error) = errors.find(|finding| finding.severity == Severity::Error) {
            return Err(Failure::NotRequested(Refusal::Subject(Box::new(error))).into());
        }
    }
    let request = Request::CreateCsr(create::Request {
        spec,
        key,
        password: password::of(lang, asked, &env)?,
        iterations: asked.iterations.unwrap_or(ITERATIONS),
        key_path: asked.out_key.clone().unwrap_or_default(),
        csr_path: asked.out.clone(),
        access: match &asked.also_readable_by {
            Some(account) => Access::AlsoReadableBy(account.clone()),
            None => Access::OwnerOnly,
        },
        has_password_file: asked.generate_password,
        is_recorded: !asked.output.no_ledger,
    });
    let created = match op::run(&request, &env, &Watch::new(lang)) {
        Outcome::Done(Report::CsrCreated(created)) => created,
        outcome => return Err(Stop::of(outcome, &request)),
    };
    let findings = check::findings(&created.csr, asked.level, &created.earlier);
    let text = match asked.output.json {
        true => json::csr::created(lang, &created, &dropped, &findings),
        false => told(lang, &created, &findings) + &report::csr::dropped(lang, &dropped),
    };
    say(&mut std::io::stdout(), &text);
    Ok(code(Verdict::of(&findings)))
}

fn told(lang: Lang, created: &Arc<Created>, findings: &[Finding]) -> String {
    let made = report::render(lang, &Report::CsrCreated(Arc::clone(created)));
    made + &report::csr::findings(lang, findings)
}
