//! The bundle panel.

use super::Tone;
use crate::state::model::Workspace;
use crate::text::Lang;

/// One sentence with its line of context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictLine {
    pub tone: Tone,
    pub sentence: String,
    pub context: String,
}

/// The bundle panel.
#[derive(Clone, Debug)]
pub struct BundleView {
    pub title: String,
    pub verdict: VerdictLine,
    pub findings: Vec<String>,
}

/// Builds the bundle panel.
pub fn build(_lang: Lang, workspace: &Workspace) -> BundleView {
    let inspection = &workspace.inspection;
    BundleView {
        title: inspection
            .opened()
            .first()
            .map_or_else(String::new, |opened| opened.name.clone()),
        verdict: VerdictLine {
            tone: inspection.story.verdict.into(),
            sentence: format!("{:?}", inspection.story.headline),
            context: String::new(),
        },
        findings: inspection
            .findings()
            .iter()
            .map(|finding| format!("{} {}", finding.id().name(), finding.fact.evidence()))
            .collect(),
    }
}
