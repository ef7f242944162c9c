//! The bundle panel: title, verdict, problems, identities, next steps, contents.

mod collection;
mod contents;
mod finding;
mod identity;
mod steps;

use std::collections::BTreeMap;

pub use collection::{CollectionView, Row};
pub use contents::ContentRow;
pub use finding::{DetailView, FindingGroup, FindingView, finding_alone, findings_of};
pub use identity::{CellView, IdentityView, LinkView, MadeForView};
pub use steps::StepView;

use super::{Doing, Tone, VerdictLine};
use crate::core::bundle::story::Headline;
use crate::core::finding::Id;
use crate::state::model::{Model, Workspace};
use crate::text::{Lang, bundle as words, foreign, window};

/// The bundle panel.
#[derive(Clone, Debug)]
pub struct BundleView {
    pub title: String,
    pub sub: String,
    pub verdict: VerdictLine,
    pub findings: Vec<FindingGroup>,
    pub identities: Vec<IdentityView>,
    /// The table that takes the place of cards when there are many certificates.
    pub collection: Option<CollectionView>,
    pub steps: Vec<StepView>,
    pub contents: Vec<ContentRow>,
}

/// Builds the panel for what is open.
pub fn build(lang: Lang, model: &Model, workspace: &Workspace) -> BundleView {
    let inspection = &workspace.inspection;
    let line = words::verdict(lang, inspection);
    let is_collection = matches!(inspection.story.headline, Headline::Collection { .. });
    BundleView {
        title: title(lang, workspace),
        sub: sub(lang, model, workspace),
        verdict: VerdictLine {
            tone: inspection.story.verdict.into(),
            sentence: line.sentence,
            context: line.context,
        },
        findings: finding::build(lang, inspection, &model.unfolded),
        identities: if is_collection {
            Vec::new()
        } else {
            identity::build(lang, inspection)
        },
        collection: is_collection.then(|| collection::build(lang, inspection)),
        steps: steps::build(lang, model, inspection),
        contents: contents::build(lang, inspection),
    }
}

/// What was opened, by name.
fn title(lang: Lang, workspace: &Workspace) -> String {
    let opened = &workspace.inspection.opened();
    let Some(first) = opened.first() else {
        return window::bundle(lang).to_owned();
    };
    let name = source_name(lang, &first.name);
    match opened.len() {
        1 => name,
        count => window::and_more(lang, &name, count - 1),
    }
}

/// The name of a source as it is shown.
pub fn source_name(lang: Lang, name: &str) -> String {
    if name == crate::state::sample::PASTED_NAME {
        window::pasted(lang).to_owned()
    } else {
        foreign::display(name).into_owned()
    }
}

fn sub(lang: Lang, model: &Model, workspace: &Workspace) -> String {
    let Some(first) = workspace.inspection.opened().first() else {
        return String::new();
    };
    let mut all = first.clone();
    for more in workspace.inspection.opened().iter().skip(1) {
        all.files += more.files;
        all.folders += more.folders;
    }
    let when = if workspace.membership.is_sample() {
        None
    } else {
        Some((workspace.opened_at, model.offset_secs))
    };
    let mut line = words::opened(lang, &all, when);
    if workspace.membership.is_sample() {
        line = format!("{} • {line}", window::sample_note(lang));
    }
    line
}

/// How many further findings of an id are unfolded.
pub type Unfolded = BTreeMap<Id, usize>;
