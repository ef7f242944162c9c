//! The lanes: each with its chip, how far it is, and a row a check.

use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Mark, Skip, State};
use crate::state::diagnose::{Diagnose, Running};
use crate::state::view::Tone;
use crate::text::diagnose::{self as words, panel};
use crate::text::{Lang, foreign};

/// What stands at the left of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowMark {
    Ended(Tone),
    /// It could not be found out.
    Unknown,
    Running,
    Waiting,
    Skipped,
}

/// One check.
#[derive(Clone, Debug)]
pub struct RowView {
    pub key: CheckKey,
    /// The name that the rows from here on are about, where there are several.
    pub group: Option<String>,
    pub mark: RowMark,
    pub title: String,
    pub detail: String,
    /// How it ended in a word, for screen readers.
    pub spoken: String,
}

/// What the chip of a lane says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipView {
    Plain(String),
    Running(String),
    Verdict(Tone, String),
}

/// One lane.
#[derive(Clone, Debug)]
pub struct LaneView {
    pub lane: Lane,
    pub title: &'static str,
    pub chip: ChipView,
    /// From 0 to 1.
    pub fraction: f32,
    /// The tone of its bar once it ended.
    pub tone: Option<Tone>,
    pub rows: Vec<RowView>,
}

pub(super) fn lanes(lang: Lang, held: &Diagnose) -> Vec<LaneView> {
    let of_lane = |lane: Lane| {
        let checks = held.checks.iter();
        let checks: Vec<&Check> = checks.filter(|check| check.key.id.lane() == lane).collect();
        (!checks.is_empty()).then(|| lane_view(lang, held, lane, &checks))
    };
    Lane::ALL.into_iter().filter_map(of_lane).collect()
}

fn lane_view(lang: Lang, held: &Diagnose, lane: Lane, checks: &[&Check]) -> LaneView {
    let is_over = |check: &&&Check| matches!(check.state, State::Done(_) | State::Skipped(_));
    let done = checks.iter().filter(is_over).count();
    let has_several = held.request.as_ref().is_some_and(|it| it.names.len() > 1);
    let mut last = None;
    let rows = checks.iter().map(|check| {
        let is_new = has_several && last != Some(&check.key.name);
        last = Some(&check.key.name);
        let group = is_new.then(|| foreign::display(check.key.name.as_str()).into_owned());
        row(lang, check, group)
    });
    LaneView {
        lane,
        title: words::lane(lang, lane),
        rows: rows.collect(),
        fraction: done as f32 / checks.len().max(1) as f32,
        tone: worst(checks).or_else(|| (done == checks.len()).then(|| ended(checks))),
        chip: chip(lang, held, checks, done),
    }
}

/// The tone of a lane without problems. What was left out for want of a network is not fine.
fn ended(checks: &[&Check]) -> Tone {
    let is_known = checks.iter().any(|check| check.mark().is_some());
    match is_known && !lacks_network(checks) {
        true => Tone::Ok,
        false => Tone::Neutral,
    }
}

fn lacks_network(checks: &[&Check]) -> bool {
    let mut states = checks.iter().map(|check| check.state);
    states.any(|state| state == State::Skipped(Skip::NoNetwork))
}

/// The tone of the worst that was found; nothing while all is well.
fn worst(checks: &[&Check]) -> Option<Tone> {
    let marks = checks.iter().filter_map(|check| check.mark());
    match marks.max()? {
        Mark::Problem => Some(Tone::Error),
        Mark::Unknown | Mark::Warning => Some(Tone::Warn),
        Mark::Good | Mark::Notice => None,
    }
}

fn chip(lang: Lang, held: &Diagnose, checks: &[&Check], done: usize) -> ChipView {
    let count = |mark: Mark| {
        let same = checks.iter().filter(|check| check.mark() == Some(mark));
        same.count()
    };
    let (problems, unknown, warnings) = (
        count(Mark::Problem),
        count(Mark::Unknown),
        count(Mark::Warning),
    );
    let is_begun = checks.iter().any(|check| check.state != State::Waiting);
    match held.running {
        _ if lacks_network(checks) => {
            ChipView::Plain(words::skip(lang, Skip::NoNetwork).to_owned())
        }
        _ if problems > 0 => ChipView::Verdict(Tone::Error, panel::problems(lang, problems)),
        Running::Now { .. } if done < checks.len() && is_begun => {
            ChipView::Running(panel::state_running(lang).to_owned())
        }
        _ if done < checks.len() => {
            let words = match held.running {
                Running::Now { .. } => panel::state_waiting(lang),
                _ => panel::state_stopped(lang),
            };
            ChipView::Plain(words.to_owned())
        }
        _ if warnings > 0 => ChipView::Verdict(Tone::Warn, panel::warnings(lang, warnings)),
        _ if unknown > 0 => ChipView::Verdict(Tone::Warn, panel::unknown(lang, unknown)),
        _ if checks
            .iter()
            .all(|check| matches!(check.state, State::Skipped(_))) =>
        {
            ChipView::Plain(panel::state_skipped(lang).to_owned())
        }
        _ => ChipView::Verdict(Tone::Ok, panel::state_done(lang).to_owned()),
    }
}

fn row(lang: Lang, check: &Check, group: Option<String>) -> RowView {
    let told = words::lines(lang, check);
    let mark = mark(check);
    let detail = match check.state {
        State::Done(_) if check.took_ms > 0 && has_room(check, &told.detail) => {
            panel::with_time(lang, &told.detail, check.took_ms)
        }
        _ => told.detail,
    };
    let spoken = match mark {
        RowMark::Ended(Tone::Error) => panel::mark_problem(lang),
        RowMark::Ended(Tone::Warn) => panel::mark_warning(lang),
        RowMark::Ended(Tone::Info) => panel::mark_notice(lang),
        RowMark::Ended(_) => panel::mark_good(lang),
        RowMark::Unknown => panel::mark_unknown(lang),
        RowMark::Running => panel::state_running(lang),
        RowMark::Waiting => panel::state_waiting(lang),
        RowMark::Skipped => panel::state_skipped(lang),
    };
    RowView {
        key: check.key.clone(),
        group,
        mark,
        title: told.title,
        detail,
        spoken: spoken.to_owned(),
    }
}

/// Columns of a lane's second line that a time may follow; Han takes two.
const COLUMNS: usize = 24;

/// Whether a time fits behind a detail. A connection tells the time of each step itself.
fn has_room(check: &Check, detail: &str) -> bool {
    let columns = detail
        .chars()
        .map(|char| if char.is_ascii() { 1 } else { 2 });
    check.key.id != CheckId::Connection && columns.sum::<usize>() <= COLUMNS
}

/// What stands at the left of a check.
pub(super) fn mark(check: &Check) -> RowMark {
    match check.state {
        State::Waiting => RowMark::Waiting,
        State::Running => RowMark::Running,
        State::Skipped(_) => RowMark::Skipped,
        State::Done(Mark::Good) => RowMark::Ended(Tone::Ok),
        State::Done(Mark::Notice) => RowMark::Ended(Tone::Info),
        State::Done(Mark::Warning) => RowMark::Ended(Tone::Warn),
        State::Done(Mark::Problem) => RowMark::Ended(Tone::Error),
        State::Done(Mark::Unknown) => RowMark::Unknown,
    }
}
