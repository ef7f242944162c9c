//! Running a diagnosis and reading what it found.

use std::sync::Arc;

use certwright::core::diagnose::{Check, CheckId, Diagnosis, Lane, Request, run};
use certwright::core::env::{DnsName, Env};
use certwright::core::finding::{Finding, Severity};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::Unwatched;

/// A name.
pub fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

/// Both lanes for names.
pub fn request(names: &[&str]) -> Request {
    Request::of(names.iter().map(|text| name(text)).collect())
}

/// Runs it to its end.
pub fn diagnosed(request: &Request, env: &Env<'_>) -> Arc<Diagnosis> {
    match run(request, env, &Unwatched) {
        Outcome::Done(Report::Diagnosis(diagnosis)) => diagnosis,
        _ => panic!("no diagnosis"),
    }
}

/// The same with one lane, asking for real.
pub fn asked(lane: Lane, mut request: Request) -> Arc<Diagnosis> {
    request.lanes = vec![lane];
    let world = certwright::platform::World::new();
    diagnosed(&request, &world.env())
}

/// Checks of a kind.
pub fn checks(diagnosis: &Diagnosis, id: CheckId) -> Vec<&Check> {
    let all = diagnosis.checks.iter();
    all.filter(|check| check.key.id == id).collect()
}

/// Findings of the checks of a kind: their ids, with how bad they are.
pub fn told(diagnosis: &Diagnosis, id: CheckId) -> Vec<(&'static str, Severity)> {
    let found = |finding: &Finding| (finding.id().name(), finding.severity);
    let checks = checks(diagnosis, id).into_iter();
    checks
        .flat_map(|check| check.findings.iter().map(found))
        .collect()
}
