//! How the last act ended, in words.

use std::path::Path;

use super::super::Tone;
use crate::core::env::FileFault;
use crate::core::iis::history::{ActFault, Applied};
use crate::core::problem::Failure;
use crate::state::iis::Acting;
use crate::state::model::Model;
use crate::text::foreign::{display, short};
use crate::text::iis::window as words;
use crate::text::{Lang, problem, prose};

/// What is offered beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    ScanAgain,
    /// The script, and the edited copy.
    Save,
    Undo,
}

/// How it ended.
#[derive(Clone, Debug)]
pub struct OutcomeView {
    pub tone: Tone,
    pub title: String,
    pub detail: String,
    pub offer: Option<Offer>,
}

/// The words; `None` while nothing has ended.
pub fn of_act(lang: Lang, model: &Model) -> Option<OutcomeView> {
    Some(match &model.iis.acting {
        Acting::Nothing | Acting::Running(_) => return None,
        Acting::Applied(acted) => match &acted.applied {
            Some(Applied::Done { copy, .. }) => OutcomeView {
                tone: Tone::Ok,
                title: words::applied(lang, bindings(&acted.plan.fixes)),
                detail: words::old_file(lang, &shown(copy)),
                offer: Some(Offer::Undo),
            },
            None if acted.by_helper => OutcomeView {
                tone: Tone::Ok,
                title: words::applied(lang, bindings(&acted.plan.fixes)),
                detail: words::old_file(lang, "certwright-undo"),
                offer: None,
            },
            _ => OutcomeView {
                tone: Tone::Neutral,
                title: words::nothing_to_change(lang).to_owned(),
                detail: shown(&acted.path),
                offer: None,
            },
        },
        Acting::Undone(undone) => OutcomeView {
            tone: Tone::Ok,
            title: words::undone(lang, &short(&undone.plan_id.0)),
            detail: model
                .iis
                .config()
                .map(|path| shown(path))
                .unwrap_or_default(),
            offer: None,
        },
        Acting::Cancelled => OutcomeView {
            tone: Tone::Neutral,
            title: words::cancelled_act(lang).to_owned(),
            detail: words::cancelled_act_why(lang).to_owned(),
            offer: None,
        },
        Acting::Failed(failure) => failed(lang, failure),
    })
}

fn bindings(fixes: &[crate::core::iis::plan::Fix]) -> usize {
    let names: std::collections::BTreeSet<_> = fixes.iter().map(|fix| fix.binding()).collect();
    names.len()
}

fn failed(lang: Lang, failure: &Failure) -> OutcomeView {
    let (title, mut detail) = words_of(lang, failure);
    let is_denied = is_denied(failure);
    if is_denied {
        detail = prose::sentences(lang, &[&detail, words::denied_why(lang)]);
    }
    OutcomeView {
        tone: Tone::Error,
        title,
        detail,
        offer: Some(match is_denied {
            true => Offer::Save,
            false => Offer::ScanAgain,
        }),
    }
}

/// What happened, and causes and remedies behind it.
pub fn words_of(lang: Lang, failure: &Failure) -> (String, String) {
    let said = problem::explain(lang, failure);
    let parts: Vec<&str> = said
        .causes
        .iter()
        .chain(&said.remedies)
        .map(String::as_str)
        .chain(said.raw.as_deref())
        .collect();
    (said.happened, prose::sentences(lang, &parts))
}

fn is_denied(failure: &Failure) -> bool {
    let fault = match failure {
        Failure::IisAct(
            ActFault::Unwritable { fault, .. } | ActFault::Unreadable { fault, .. },
        )
        | Failure::Unwritable { fault, .. }
        | Failure::Unreadable { fault, .. } => fault,
        Failure::IisAct(ActFault::RightsNotKept { .. }) => return true,
        _ => return false,
    };
    matches!(fault, FileFault::Denied)
}

fn shown(path: &Path) -> String {
    display(&path.to_string_lossy()).into_owned()
}
