//! The time line: one row for everybody who was asked, a bar for each question, and who said what.

use crate::core::diagnose::ask::{Asked, AskedOutcome, Said};
use crate::core::env::{NO_ERROR, NO_SUCH_NAME, TalkEnd};
use crate::state::diagnose::Diagnose;
use crate::state::view::Tone;
use crate::text::Lang;
use crate::text::diagnose::{panel, source};
use crate::text::foreign::short;
use crate::text::number::shortened;

/// Values of a cell that are shown.
const VALUES: usize = 4;
/// Lines of a hover.
const HOVERED: usize = 12;

/// One question, as parts of the whole time.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    pub from: f32,
    pub to: f32,
    pub tone: Tone,
}

/// Everything that somebody was asked.
#[derive(Clone, Debug)]
pub struct AskedView {
    pub whom: String,
    pub bars: Vec<Bar>,
    /// The longest of its answers.
    pub time: String,
    pub tone: Tone,
    /// The questions, for a hover.
    pub hover: String,
}

/// The time line.
#[derive(Clone, Debug, Default)]
pub struct LineView {
    pub rows: Vec<AskedView>,
    pub questions: usize,
}

/// What one source said of a name.
#[derive(Clone, Debug)]
pub struct SaidView {
    pub source: String,
    pub what: String,
    pub values: String,
    pub ttl: String,
    pub time: String,
    pub tone: Tone,
    pub is_empty: bool,
}

pub(super) fn line(lang: Lang, held: &Diagnose) -> LineView {
    let ends = held
        .asked
        .iter()
        .map(|asked| asked.begun_ms + asked.took_ms);
    let whole = ends.max().unwrap_or(0).max(1) as f32;
    let mut groups: Vec<(&str, Vec<&Asked>)> = Vec::new();
    for asked in &held.asked {
        match groups.iter_mut().find(|(whom, _)| *whom == asked.whom) {
            Some((_, of_whom)) => of_whom.push(asked),
            None => groups.push((&asked.whom, vec![asked])),
        }
    }
    groups.sort_by_key(|(_, asked)| asked.iter().map(|one| one.begun_ms).min());
    let rows = groups
        .iter()
        .map(|(whom, asked)| row(lang, whom, asked, whole));
    LineView {
        rows: rows.collect(),
        questions: held.asked.len(),
    }
}

fn row(lang: Lang, whom: &str, asked: &[&Asked], whole: f32) -> AskedView {
    let bars = asked.iter().map(|one| Bar {
        from: one.begun_ms as f32 / whole,
        to: (one.begun_ms + one.took_ms) as f32 / whole,
        tone: tone(&one.outcome),
    });
    let longest = asked.iter().map(|one| one.took_ms).max().unwrap_or(0);
    let hover = asked.iter().take(HOVERED).map(|one| {
        let what = source::what(lang, one);
        let came = source::outcome(lang, &one.outcome);
        format!("{}: {came}, {}", what, source::millis(lang, one.took_ms))
    });
    let mut hover: Vec<String> = hover.collect();
    if asked.len() > HOVERED {
        hover.push(panel::more(lang, asked.len() - HOVERED));
    }
    let tones = asked.iter().map(|one| tone(&one.outcome));
    let worst = tones.max_by_key(|tone| rank(*tone)).unwrap_or(Tone::Ok);
    AskedView {
        whom: short(whom).into_owned(),
        bars: bars.collect(),
        time: source::millis(lang, longest),
        tone: worst,
        hover: hover.join("\n"),
    }
}

const fn rank(tone: Tone) -> u8 {
    match tone {
        Tone::Ok => 0,
        Tone::Neutral => 1,
        Tone::Info => 2,
        Tone::Warn => 3,
        Tone::Error => 4,
    }
}

fn tone(outcome: &AskedOutcome) -> Tone {
    match outcome {
        AskedOutcome::Records { code, .. } => match *code {
            NO_ERROR | NO_SUCH_NAME => Tone::Ok,
            _ => Tone::Warn,
        },
        AskedOutcome::Page { status: 200, .. } => Tone::Ok,
        AskedOutcome::Talks { end, .. } => match end {
            TalkEnd::Over | TalkEnd::Closed | TalkEnd::Reset => Tone::Ok,
            TalkEnd::Silent | TalkEnd::TooMuch => Tone::Warn,
            _ => Tone::Error,
        },
        AskedOutcome::Page { .. } => Tone::Warn,
        AskedOutcome::NoRecords { .. } | AskedOutcome::NoPage { .. } => Tone::Error,
    }
}

pub(super) fn table(lang: Lang, held: &Diagnose) -> Vec<SaidView> {
    let mut said: Vec<&Said> = held.said.iter().collect();
    said.sort_by_key(|one| (&one.name, one.record, &one.source));
    said.into_iter().map(|one| cell(lang, one)).collect()
}

fn cell(lang: Lang, said: &Said) -> SaidView {
    let tone = match (&said.fault, said.values.is_empty()) {
        (Some(_), _) => Tone::Warn,
        (None, true) => Tone::Neutral,
        (None, false) => Tone::Ok,
    };
    SaidView {
        source: source::source(lang, &said.source),
        what: format!("{} {}", said.record, short(said.name.as_str())),
        values: shortened(lang, &source::values(lang, said), VALUES),
        ttl: said.ttl.map(|ttl| ttl.to_string()).unwrap_or_default(),
        time: source::millis(lang, said.took_ms),
        tone,
        is_empty: said.values.is_empty(),
    }
}
