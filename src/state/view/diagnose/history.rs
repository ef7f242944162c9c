//! The runs before, and what changed from one to the next.

use crate::core::diagnose::{Check, Diagnosis, Mark, Served, State};
use crate::core::x509::Certificate;
use crate::state::diagnose::Past;
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::diagnose::{self as words, panel, served, verdict};
use crate::text::{Lang, time};

/// What became different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    Broken,
    Fixed,
    Differs,
}

/// One check that became different.
#[derive(Clone, Debug)]
pub struct ChangeView {
    pub kind: ChangeKind,
    pub words: String,
}

/// A run.
#[derive(Clone, Debug)]
pub struct PastView {
    pub when: String,
    pub tone: Tone,
    pub headline: String,
    pub context: String,
    /// What is different from the run before it; `None` for the first.
    pub changes: Option<Vec<ChangeView>>,
}

/// The runs of the names that are shown, the newest first.
pub fn build(lang: Lang, model: &Model) -> Vec<PastView> {
    let held = &model.diagnose;
    let names = held.request.as_ref().map(|request| &request.names);
    let of_names: Vec<&Past> = held
        .history
        .iter()
        .filter(|past| Some(&past.names) == names)
        .collect();
    let mut views = Vec::new();
    for (index, past) in of_names.iter().enumerate() {
        let before = of_names.get(index + 1);
        let (headline, context) = verdict::headline(lang, &past.diagnosis.checks, false);
        views.push(PastView {
            when: time::date_time(lang, past.at, model.offset_secs),
            tone: past.diagnosis.verdict().into(),
            headline,
            context,
            changes: before.map(|before| changes(lang, &before.diagnosis, &past.diagnosis)),
        });
    }
    views
}

/// What is different between two runs, the worst first.
pub fn changes(lang: Lang, before: &Diagnosis, now: &Diagnosis) -> Vec<ChangeView> {
    let each = now.checks.iter().filter_map(|check| {
        let old = before.check(&check.key)?;
        change(lang, old, check)
    });
    let mut all: Vec<ChangeView> = each.chain(served(lang, before, now)).collect();
    all.sort_by_key(|change| change.kind);
    all
}

/// Addresses that send another certificate than before.
fn served<'a>(
    lang: Lang,
    before: &'a Diagnosis,
    now: &'a Diagnosis,
) -> impl Iterator<Item = ChangeView> + 'a {
    now.served.iter().filter_map(move |new| {
        let is_same_place = |old: &&Served| {
            (&old.name, old.address, old.with_sni) == (&new.name, new.address, new.with_sni)
        };
        let old = before.served.iter().find(is_same_place)?;
        let (was, is) = (leaf(old), leaf(new));
        let is_other = old.handshake.chain.first() != new.handshake.chain.first();
        let words = served::changed(lang, new, was.as_ref(), is.as_ref());
        let kind = ChangeKind::Differs;
        is_other.then_some(ChangeView { kind, words })
    })
}

fn leaf(served: &Served) -> Option<Certificate> {
    let first = served.handshake.chain.first()?;
    Certificate::parse(first).ok()
}

fn change(lang: Lang, old: &Check, new: &Check) -> Option<ChangeView> {
    let (before, now) = (words::lines(lang, old), words::lines(lang, new));
    let kind = match (is_bad(old), is_bad(new)) {
        (false, true) => ChangeKind::Broken,
        (true, false) => ChangeKind::Fixed,
        _ if old.state == new.state && old.summary == new.summary => return None,
        _ if before == now => return None,
        _ => ChangeKind::Differs,
    };
    let words = match kind {
        ChangeKind::Broken => panel::broken(lang, &now.title, &now.detail),
        ChangeKind::Fixed => panel::fixed(lang, &now.title, &now.detail),
        ChangeKind::Differs => {
            let one = |lines: &words::Lines| format!("{}, {}", lines.title, lines.detail);
            panel::differs(lang, &one(&before), &one(&now))
        }
    };
    Some(ChangeView { kind, words })
}

fn is_bad(check: &Check) -> bool {
    matches!(check.state, State::Done(mark) if mark >= Mark::Warning)
}
