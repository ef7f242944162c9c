//! The verb `inspect`: the story of a bundle.

use std::process::ExitCode;
use std::sync::Arc;

use super::args::Inspect;
use super::json;
use super::open::{Sources, open};
use super::output::{code, fail, say};
use crate::core::op::Report;
use crate::platform::World;
use crate::text::{Lang, report};

/// Opens what was named and tells its story.
pub fn inspect(lang: Lang, asked: &Inspect) -> ExitCode {
    let sources = Sources {
        paths: &asked.path,
        may_contact: true,
        password_files: asked.password_file.iter().collect(),
        password_stdin: asked.password_stdin,
        may_ask: !asked.json,
        trust: asked.trust.clone().unwrap_or_default(),
        host: asked.host.clone(),
        time: asked.time,
    };
    let inspection = match open(lang, &sources, &World::new().env()) {
        Ok(inspection) => inspection,
        Err(failure) => return fail(lang, &failure),
    };
    let text = if asked.json {
        json::inspection(lang, &inspection)
    } else {
        report::render(lang, &Report::Inspection(Arc::clone(&inspection)))
    };
    say(&mut std::io::stdout(), &text);
    code(inspection.story.verdict)
}
