//! What is said of a password: how strong it looks, what may go wrong with it in the target.

use super::plan::NoteView;
use crate::core::convert::Target;
use crate::core::convert::password::{PasswordIssue, Strength};
use crate::state::convert::PasswordFacts;
use crate::state::view::Tone;
use crate::text::Lang;
use crate::text::convert::{panel as words, password as text};

/// What stands beneath a password.
#[derive(Clone, Debug, PartialEq)]
pub struct PasswordView {
    /// From 0 to 1.
    pub fraction: f32,
    pub tone: Tone,
    pub strength: &'static str,
    /// Where it needs no quoting.
    pub safe_for: &'static str,
    pub issues: Vec<NoteView>,
}

pub(in crate::state::view) fn build(
    lang: Lang,
    target: Target,
    facts: &PasswordFacts,
) -> PasswordView {
    let assessment = &facts.assessment;
    let (fraction, tone) = match assessment.strength {
        Strength::VeryWeak => (0.2, Tone::Error),
        Strength::Weak => (0.4, Tone::Error),
        Strength::Fair => (0.6, Tone::Warn),
        Strength::Strong => (0.8, Tone::Ok),
        Strength::VeryStrong => (1.0, Tone::Ok),
    };
    let is_quoted = |issue: PasswordIssue| assessment.issues.contains(&issue);
    let safe_for = match (
        is_quoted(PasswordIssue::QuotedInXml),
        is_quoted(PasswordIssue::QuotedInShells),
    ) {
        (false, false) => words::safe_everywhere(lang),
        (false, true) => words::safe_in_xml(lang),
        (true, _) => "",
    };
    PasswordView {
        fraction,
        tone,
        strength: text::strength(lang, assessment.strength),
        safe_for,
        issues: issues(lang, target, &assessment.issues),
    }
}

fn issues(lang: Lang, target: Target, issues: &[PasswordIssue]) -> Vec<NoteView> {
    let mut notes: Vec<_> = issues
        .iter()
        .filter_map(|issue| Some((issue.matters_for(target)?, *issue)))
        .collect();
    notes.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    notes
        .into_iter()
        .map(|(severity, issue)| {
            let (title, why) = text::issue(lang, issue);
            NoteView {
                tone: severity.into(),
                title: title.to_owned(),
                why: why.to_owned(),
            }
        })
        .collect()
}
