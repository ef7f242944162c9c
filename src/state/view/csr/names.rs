//! The names of the request: a row for each, and the advice that concerns them.

use std::collections::HashSet;
use std::ops::Range;

use crate::core::csr::names::{Advice, NameAdvice, NameKind};
use crate::core::finding::Severity;
use crate::state::csr::{Change, Csr};
use crate::state::drafts::csr::Level;
use crate::state::view::Tone;
use crate::text::csr::{names as text, panel as words};
use crate::text::{Lang, finding, foreign};

/// Cards of one kind that are shown at once.
const CARDS: usize = 6;

/// A name.
#[derive(Clone, Debug)]
pub struct NameRow {
    pub tone: Tone,
    pub name: String,
    pub second: String,
    /// Whether the second line is a name as machines write it.
    pub is_second_mono: bool,
    /// What it is, where that is all there is to say; the first kind is marked.
    pub chip: Option<(&'static str, bool)>,
    /// What can be done about it.
    pub action: Option<(&'static str, Change)>,
    /// Name of the cross.
    pub take_out: String,
    /// Where it stands in the text.
    pub span: Range<usize>,
}

/// A piece of advice.
#[derive(Clone, Debug)]
pub struct AdviceView {
    pub tone: Tone,
    pub title: String,
    pub why: String,
    pub action: Option<(String, Change)>,
}

/// The first step.
#[derive(Clone, Debug, Default)]
pub struct NamesView {
    pub title: String,
    pub refused: Option<String>,
    pub to_look_at: Option<String>,
    pub cleaned: String,
    pub rows: Vec<NameRow>,
    pub advice: Vec<AdviceView>,
    pub advice_tab: String,
    /// Why the next step cannot be taken yet, and whether it is an error.
    pub off: Option<(String, bool)>,
}

pub(super) fn build(lang: Lang, held: &Csr) -> NamesView {
    let advice = &held.advice;
    let stays = |name: &NameAdvice| is_settled(held, name);
    let count = |severity| {
        let names = advice.names.iter();
        names
            .filter(|name| name.severity() == Some(severity) && !stays(name))
            .count()
    };
    let (refused, to_look_at) = (count(Severity::Error), count(Severity::Warning));
    let cards = cards(lang, held);
    let cleaned: Vec<String> = advice
        .cleaned
        .iter()
        .map(|cleaned| text::cleaned(lang, cleaned))
        .collect();
    NamesView {
        title: text::read(lang, advice),
        refused: (refused > 0).then(|| text::refused(lang, refused)),
        to_look_at: (to_look_at > 0).then(|| text::to_look_at(lang, to_look_at)),
        cleaned: cleaned.join(" • "),
        rows: advice
            .names
            .iter()
            .map(|name| row(lang, held, name))
            .collect(),
        advice_tab: words::advice_count(lang, cards.len()),
        advice: cards,
        off: off(lang, held, refused),
    }
}

/// Why the next step cannot be taken yet, and whether it is an error.
fn off(lang: Lang, held: &Csr, refused: usize) -> Option<(String, bool)> {
    if refused > 0 {
        return Some((text::remove_to_go_on(lang, refused), true));
    }
    let has_other = held.draft.level == Level::Own && !held.draft.other_names.is_empty();
    let is_empty = held.advice.names.is_empty() && !has_other;
    is_empty.then(|| (words::names_missing(lang).to_owned(), false))
}

/// Whether what is said of a name is no matter here: it stays by the user's word, or the own CA decides.
fn is_settled(held: &Csr, name: &NameAdvice) -> bool {
    let is_own = held.draft.level == Level::Own && name.name.kind != NameKind::Unusable;
    is_own || held.draft.kept.contains(&name.name.ascii)
}

fn row(lang: Lang, held: &Csr, name: &NameAdvice) -> NameRow {
    let shown = foreign::short(&name.name.shown).into_owned();
    let severity = name.severity().filter(|_| !is_settled(held, name));
    let tone = match severity {
        None => Tone::Ok,
        Some(severity) => severity.into(),
    };
    let is_international = name.name.shown != name.name.ascii;
    let is_second_mono = is_international && name.findings.is_empty();
    let second = match is_second_mono {
        true => foreign::short(&name.name.ascii).into_owned(),
        false => text::line(lang, name),
    };
    let chip = match name.name.kind {
        NameKind::Wildcard => Some((words::wildcard(lang), true)),
        _ if is_international => Some((words::international(lang), false)),
        _ => None,
    };
    let action = severity.map(|severity| row_action(lang, name, severity));
    NameRow {
        tone,
        second,
        is_second_mono,
        chip: chip.filter(|_| action.is_none()),
        action,
        take_out: words::take_out(lang, &shown),
        name: shown,
        span: name.span.clone(),
    }
}

fn row_action(lang: Lang, name: &NameAdvice, severity: Severity) -> (&'static str, Change) {
    let out = Change::TakeOut(vec![name.span.clone()]);
    match severity {
        Severity::Error => (words::remove(lang), out),
        Severity::Warning => (words::keep(lang), Change::Keep(name.name.ascii.clone())),
        Severity::Info => (words::leave_out(lang), out),
    }
}

/// All advice, worst first.
fn cards(lang: Lang, held: &Csr) -> Vec<AdviceView> {
    let advice: &Advice = &held.advice;
    let mut cards: Vec<AdviceView> = Vec::new();
    let mut seen = HashSet::new();
    let refused = advice.names.iter().filter(|name| {
        name.severity() == Some(Severity::Error)
            && !is_settled(held, name)
            && seen.insert(name.name.ascii.clone())
    });
    cards.extend(refused.take(CARDS).map(|name| refused_card(lang, name)));
    if let Some((title, why)) = text::kind(lang, advice) {
        cards.push(AdviceView {
            tone: Tone::Info,
            title,
            why,
            action: None,
        });
    }
    for suggestion in advice.suggestions.iter().take(CARDS) {
        let label = text::add(lang, suggestion);
        let (title, why) = text::suggestion(lang, suggestion);
        cards.push(AdviceView {
            tone: if suggestion.is_apex {
                Tone::Warn
            } else {
                Tone::Info
            },
            title,
            why,
            action: Some((label, Change::AddName(suggestion.shown.to_string()))),
        });
    }
    cards.extend(advice.findings.iter().map(|finding| {
        let said = finding::words(lang, finding);
        AdviceView {
            tone: finding.severity.into(),
            why: said.paragraph(lang),
            title: said.message,
            action: None,
        }
    }));
    for addition in advice.additions.iter().take(CARDS) {
        let (title, why) = text::addition(lang, addition);
        cards.push(AdviceView {
            tone: Tone::Info,
            title,
            why,
            action: None,
        });
    }
    cards.sort_by_key(|card| match card.tone {
        Tone::Error => 0,
        _ => 1,
    });
    cards
}

/// A name that no public CA takes; what no certificate can carry has no other way.
fn refused_card(lang: Lang, name: &NameAdvice) -> AdviceView {
    let worst = name.findings.iter().max_by_key(|finding| finding.severity);
    let why = worst.map(|finding| finding::words(lang, finding).paragraph(lang));
    let is_carried = name.name.kind != NameKind::Unusable;
    AdviceView {
        tone: Tone::Error,
        title: text::remove_name(lang, name),
        why: why.unwrap_or_default(),
        action: is_carried.then(|| {
            let label = words::for_own_ca(lang).to_owned();
            (label, Change::ChooseLevel(Level::Own))
        }),
    }
}
