//! What the integration tests share: fixtures, the moment they are judged for, inspecting in process.

use std::path::PathBuf;
use std::sync::Arc;

use certwright::core::bundle::trust::TrustChoice;
use certwright::core::bundle::{Inspection, Source, inspect};
use certwright::core::op::{self, Outcome, Report, Request};
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::core::time::Moment;
use certwright::platform::World;

/// The moment all fixtures are made for.
pub const NOW: &str = "2026-11-23T10:42:00Z";

/// A file of tests/fixtures.
pub fn fixture(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

/// A request over fixtures, judged for [`NOW`] against the fixtures' own root.
pub fn request(paths: &[PathBuf], passwords: &[&str]) -> inspect::Request {
    inspect::Request {
        sources: paths.iter().cloned().map(Source::Path).collect(),
        trust: TrustChoice::Path(fixture("root.pem")),
        judge_at: Moment::parse(NOW),
        given: passwords
            .iter()
            .map(|password| Arc::new(Secret::from(*password)))
            .collect(),
        ..inspect::Request::default()
    }
}

/// Runs an operation that must give an inspection.
pub fn run(request: Request) -> Arc<Inspection> {
    let world = World::new();
    match op::run(&request, &world.env(), &Unwatched) {
        Outcome::Done(Report::Inspection(inspection)) => inspection,
        Outcome::Done(_) => panic!("another report"),
        Outcome::Failed(failure) => panic!("failed: {failure}"),
        Outcome::Cancelled => panic!("cancelled"),
    }
}

/// Inspects one fixture.
pub fn inspect(path: &str, passwords: &[&str]) -> Arc<Inspection> {
    run(Request::Inspect(request(&[fixture(path)], passwords)))
}

/// Ids of all findings, sorted and without repeats.
pub fn ids(inspection: &Inspection) -> Vec<&'static str> {
    let mut ids: Vec<&str> = inspection
        .findings()
        .iter()
        .map(|finding| finding.id().name())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
