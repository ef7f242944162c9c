//! The check that is looked at: what was found, why, what to do, the record to copy.

use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::publish::of_finding;
use crate::core::diagnose::{Check, CheckKey, Mark, Skip, State};
use crate::core::finding::Finding;
use crate::state::diagnose::Diagnose;
use crate::state::view::Tone;
use crate::state::view::bundle::{FindingView, finding_alone};

use super::served::{self, ServedView};
use crate::text::Lang;
use crate::text::diagnose::{self as words, panel};
use crate::text::finding::page_parts;

/// One finding of the check.
#[derive(Clone, Debug)]
pub struct ProblemView {
    pub finding: FindingView,
    /// Records that put it right, as a zone file has them; else the parts of a page, each with its change.
    pub records: Option<String>,
    pub are_parts: bool,
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
    /// What each address sent.
    pub served: Vec<ServedView>,
    /// Whether that can be opened like a file.
    pub can_open: bool,
    /// What a check that was left out lacks.
    pub offer: Option<CardOffer>,
    pub can_run: bool,
}

/// The way to what a check lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardOffer {
    /// Say what the CA expects.
    Expected,
    /// Open what should be served.
    OpenFile,
}

pub(super) fn build(lang: Lang, held: &Diagnose) -> Option<CardView> {
    let chosen = held.selected.as_ref();
    let chosen = chosen.and_then(|key| held.checks.iter().find(|check| check.key == *key));
    let check = chosen.or_else(|| worst(&held.checks))?;
    let told = words::lines(lang, check);
    let quiet = match check.state {
        State::Skipped(why) => words::skip(lang, why).to_owned(),
        State::Waiting | State::Running => panel::not_yet(lang).to_owned(),
        State::Done(_) => words::quiet(lang, check)
            .unwrap_or_else(|| panel::no_finding(lang))
            .to_owned(),
    };
    let tone = match check.state {
        State::Done(Mark::Good) => Tone::Ok,
        State::Done(Mark::Notice) => Tone::Info,
        State::Done(Mark::Warning | Mark::Unknown) => Tone::Warn,
        State::Done(Mark::Problem) => Tone::Error,
        _ => Tone::Neutral,
    };
    let served = served::build(lang, held, check);
    let request = held.request.as_ref();
    let expected = request.map_or(&[][..], |request| &request.expected);
    Some(CardView {
        key: check.key.clone(),
        title: format!("{}: {}", told.title, told.detail),
        place: place(&check.key),
        tone,
        quiet,
        problems: check
            .findings
            .iter()
            .map(|it| problem(lang, expected, it))
            .collect(),
        can_open: !served.is_empty(),
        served,
        offer: match check.state {
            State::Skipped(Skip::NothingExpected) => Some(CardOffer::Expected),
            State::Skipped(Skip::NothingToCompare) => Some(CardOffer::OpenFile),
            _ => None,
        },
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

fn problem(lang: Lang, expected: &[Expected], finding: &Finding) -> ProblemView {
    let lines = of_finding(expected, finding).into_iter();
    let mut lines: Vec<String> = lines.map(|record| record.zone_line).collect();
    let parts = page_parts(lang, finding);
    let mut view = finding_alone(lang, finding);
    let are_parts = lines.is_empty() && !parts.is_empty();
    if are_parts {
        // They stand above, one a line.
        view.details.retain(|detail| detail.label != "parts");
        lines = parts;
    }
    let records = (!lines.is_empty()).then(|| lines.join("\n"));
    ProblemView {
        finding: view,
        has_several: records.as_ref().is_some_and(|text| text.contains('\n')),
        are_parts,
        records,
    }
}
