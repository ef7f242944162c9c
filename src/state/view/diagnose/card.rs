//! The check that is looked at: what was found, why, what to do, the record to copy.

use serde_json::Value;

use crate::core::diagnose::{Check, CheckKey, Mark, State};
use crate::core::finding::Finding;
use crate::state::diagnose::Diagnose;
use crate::state::view::Tone;
use crate::state::view::bundle::{FindingView, finding_alone};
use crate::text::Lang;
use crate::text::diagnose::{self as words, panel};

/// One finding of the check.
#[derive(Clone, Debug)]
pub struct ProblemView {
    pub finding: FindingView,
    /// Records that put it right, as a zone file has them.
    pub records: Option<String>,
    pub has_several: bool,
}

/// The check that is looked at.
#[derive(Clone, Debug)]
pub struct CardView {
    pub key: CheckKey,
    pub title: String,
    pub place: String,
    pub tone: Tone,
    /// What is said where nothing was found.
    pub quiet: String,
    pub problems: Vec<ProblemView>,
    pub can_run: bool,
}

/// Evidence of these names is the record to add.
const RECORDS: [&str; 3] = ["record", "records", "add"];

pub(super) fn build(lang: Lang, held: &Diagnose) -> Option<CardView> {
    let chosen = held.selected.as_ref();
    let chosen = chosen.and_then(|key| held.checks.iter().find(|check| check.key == *key));
    let check = chosen.or_else(|| worst(&held.checks))?;
    let told = words::lines(lang, check);
    let quiet = match check.state {
        State::Skipped(why) => words::skip(lang, why).to_owned(),
        State::Waiting | State::Running => panel::not_yet(lang).to_owned(),
        State::Done(_) => panel::no_finding(lang).to_owned(),
    };
    let tone = match check.state {
        State::Done(Mark::Good) => Tone::Ok,
        State::Done(Mark::Notice) => Tone::Info,
        State::Done(Mark::Warning | Mark::Unknown) => Tone::Warn,
        State::Done(Mark::Problem) => Tone::Error,
        _ => Tone::Neutral,
    };
    Some(CardView {
        key: check.key.clone(),
        title: format!("{}: {}", told.title, told.detail),
        place: place(&check.key),
        tone,
        quiet,
        problems: check.findings.iter().map(|it| problem(lang, it)).collect(),
        can_run: !matches!(check.state, State::Waiting | State::Running),
    })
}

/// The first of the worst checks that ended.
fn worst(checks: &[Check]) -> Option<&Check> {
    let ended = || checks.iter().filter(|check| !check.findings.is_empty());
    let worst = ended().filter_map(Check::mark).max()?;
    ended().find(|check| check.mark() == Some(worst))
}

fn place(key: &CheckKey) -> String {
    let name = crate::text::foreign::display(key.name.as_str());
    match key.place.is_empty() {
        true => name.into_owned(),
        false => format!("{name}, {}", crate::text::foreign::display(&key.place)),
    }
}

fn problem(lang: Lang, finding: &Finding) -> ProblemView {
    let records = records(finding);
    ProblemView {
        finding: finding_alone(lang, finding),
        has_several: records.as_ref().is_some_and(|text| text.contains('\n')),
        records,
    }
}

/// The records to add, one a line; taken from the values of the finding.
fn records(finding: &Finding) -> Option<String> {
    let Value::Object(values) = finding.fact.evidence() else {
        return None;
    };
    let lines = RECORDS.iter().find_map(|name| match values.get(*name)? {
        Value::String(line) => Some(vec![line.clone()]),
        Value::Array(all) => Some(all.iter().filter_map(line).collect()),
        _ => None,
    })?;
    let text = lines.join("\n");
    (!text.is_empty()).then_some(text)
}

fn line(value: &Value) -> Option<String> {
    let text = match value {
        Value::Object(fields) => fields.get("line")?,
        other => other,
    };
    text.as_str().map(str::to_owned)
}
