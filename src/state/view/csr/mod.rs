//! The panel of requests: each step as finished strings, and why the next one cannot be taken yet.

pub mod flag;
mod key;
mod names;
mod protection;
mod review;
mod subject;
mod twin;

pub use key::{KeyView, OptionView, OtherView, TickView};
pub use names::{AdviceView, NameRow, NamesView};
pub use protection::ProtectionView;
pub use review::{DoneView, FileView, ReviewView};
pub use subject::{CustomView, FaultView, FieldView, SubjectView, ValueView};
pub use twin::{PieceView, TwinView};

use std::collections::HashSet;
use std::sync::Arc;

use crate::core::artifact::{Artifact, ArtifactId, Content};
use crate::state::csr::{Progress, ReadFor, spec};
use crate::state::drafts::csr::Step;
use crate::state::model::Model;
use crate::text::Lang;
use crate::text::bundle::subject_name;
use crate::text::csr::{panel as words, start};
use crate::text::foreign;

/// Things to begin with that the menu lists.
const STARTS: usize = 8;

/// Something that a request can begin with.
#[derive(Clone, Debug)]
pub struct StartView {
    pub title: String,
    pub second: &'static str,
    pub artifact: ArtifactId,
}

/// The panel of requests.
#[derive(Clone, Debug)]
pub struct CsrView {
    pub names: NamesView,
    pub subject: SubjectView,
    pub key: KeyView,
    pub protection: ProtectionView,
    pub review: ReviewView,
    /// The same with other programs; built while the review is shown.
    pub twins: Vec<TwinView>,
    /// What is open and can be begun with.
    pub starts: Vec<StartView>,
    /// What is not taken over from what was begun with.
    pub dropped: Vec<String>,
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

/// The certificate that is shown, leaves and requests that are open; each once.
fn starts(lang: Lang, model: &Model) -> Vec<StartView> {
    let Some(open) = model.inspection() else {
        return Vec::new();
    };
    let leaves = open.story.identities.iter();
    let leaves = leaves.filter_map(|identity| identity.copies.first().copied());
    let is_request = |held: &&Arc<Artifact>| matches!(held.content, Content::Csr(_));
    let requests = open.artifacts.iter().filter(is_request).map(|held| held.id);
    let mut seen = HashSet::new();
    model
        .certificate
        .into_iter()
        .chain(leaves)
        .chain(requests)
        .filter_map(|id| open.artifact(id))
        .filter(|held| seen.insert(held.fingerprint))
        .filter_map(|held| start_view(lang, held))
        .take(STARTS)
        .collect()
}

fn start_view(lang: Lang, held: &Artifact) -> Option<StartView> {
    let (title, second) = match &held.content {
        Content::Certificate { certificate, .. } => {
            (subject_name(certificate), words::start_certificate(lang))
        }
        Content::Csr(csr) => {
            let name = csr.names().into_iter().next().unwrap_or_default();
            let name = foreign::short(&name).into_owned();
            (name, words::start_request(lang))
        }
        _ => return None,
    };
    Some(StartView {
        title,
        second,
        artifact: held.id,
    })
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
        twins: match held.draft.step {
            Step::Review => twin::build(lang, model, &asked, &protection),
            _ => Vec::new(),
        },
        protection,
        starts: starts(lang, model),
        dropped: held
            .dropped
            .iter()
            .map(|dropped| start::dropped(lang, dropped))
            .collect(),
        done: match &held.progress {
            Progress::Done(created) => Some(review::done(lang, created)),
            _ => None,
        },
        not_started: held
            .not_started
            .as_ref()
            .map(|trouble| key::trouble_view(lang, ReadFor::Start, trouble)),
    }
}
