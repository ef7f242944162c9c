//! The verb `iis`: look at the bindings, plan changes, carry them out, take them back.

mod act;
mod args;
mod plan;
mod scan;
mod wishes;

use std::process::ExitCode;

pub use args::Iis;

use crate::text::Lang;
use args::Act;

/// Runs one of its acts.
pub fn iis(lang: Lang, asked: &Iis) -> ExitCode {
    match &asked.act {
        Act::Scan(asked) => scan::scan(lang, asked),
        Act::Plan(asked) => plan::plan(lang, asked),
        Act::Apply(asked) => act::apply(lang, asked),
        Act::Undo(asked) => act::undo(lang, asked),
        Act::History(asked) => act::history(lang, asked),
        Act::Import(asked) => act::import(lang, asked),
        Act::Script(asked) => plan::script(lang, asked),
        Act::Collect(_) => scan::collect(),
    }
}
