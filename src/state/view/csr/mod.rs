//! The panel of requests: each step as finished strings, and why the next one cannot be taken yet.

pub mod flag;
mod key;
mod names;
mod protection;
mod review;
mod subject;

pub use key::{KeyView, OptionView, OtherView, TickView};
pub use names::{AdviceView, NameRow, NamesView};
pub use protection::ProtectionView;
pub use review::{DoneView, FileView, ReviewView};
pub use subject::{CustomView, FaultView, FieldView, SubjectView, ValueView};

use crate::state::csr::{Progress, spec};
use crate::state::drafts::csr::Step;
use crate::state::model::Model;
use crate::text::Lang;

/// The panel of requests.
#[derive(Clone, Debug)]
pub struct CsrView {
    pub names: NamesView,
    pub subject: SubjectView,
    pub key: KeyView,
    pub protection: ProtectionView,
    pub review: ReviewView,
    /// What was made, once it is.
    pub done: Option<DoneView>,
    /// Why the file that was to begin with gave nothing.
    pub not_started: Option<FaultView>,
}

impl CsrView {
    /// Why a step cannot be left yet, and whether that is an error.
    pub fn off(&self, step: Step) -> Option<(&str, bool)> {
        let off = match step {
            Step::Names => &self.names.off,
            Step::Subject => &self.subject.off,
            Step::Key => &self.key.off,
            Step::Protection => &self.protection.off,
            Step::Review => &None,
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
    let protection = protection::build(lang, model);
    CsrView {
        names: names::build(lang, held),
        subject: subject::build(lang, model, &asked, &faults),
        key: key::build(lang, model, &asked),
        review: review::build(lang, model, &asked, &faults, &protection),
        protection,
        done: match &held.progress {
            Progress::Done(created) => Some(review::done(lang, created)),
            _ => None,
        },
        not_started: held
            .not_started
            .as_ref()
            .map(|trouble| key::trouble_view(lang, trouble)),
    }
}
