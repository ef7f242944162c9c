//! The panel of requests: each step as finished strings, and why the next one cannot be taken yet.

pub mod flag;
mod names;
mod subject;

pub use names::{AdviceView, NameRow, NamesView};
pub use subject::{CustomView, FaultView, FieldView, SubjectView, ValueView};

use crate::state::csr::spec;
use crate::state::drafts::csr::Step;
use crate::state::model::Model;
use crate::text::Lang;

/// The panel of requests.
#[derive(Clone, Debug)]
pub struct CsrView {
    pub names: NamesView,
    pub subject: SubjectView,
}

impl CsrView {
    /// Why a step cannot be left yet, and whether that is an error.
    pub fn off(&self, step: Step) -> Option<(&str, bool)> {
        let off = match step {
            Step::Names => &self.names.off,
            Step::Subject => &self.subject.off,
            _ => &None,
        };
        off.as_ref()
            .map(|(why, is_error)| (why.as_str(), *is_error))
    }

    /// Whether a step can be gone to: every one before it can be left.
    pub fn is_open(&self, step: Step) -> bool {
        Step::ALL
            .iter()
            .take(step.index())
            .all(|before| self.off(*before).is_none())
    }
}

/// Builds the panel.
pub fn build(lang: Lang, model: &Model) -> CsrView {
    let held = &model.csr;
    let asked = spec::asked(&held.draft, &held.advice);
    let faults = subject::Faults::of(&asked, held.draft.level);
    CsrView {
        names: names::build(lang, held),
        subject: subject::build(lang, model, &asked, &faults),
    }
}
