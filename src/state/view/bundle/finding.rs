//! Findings, worst first; from the fourth of one id on they are folded with a count.

use super::{Doing, Tone, Unfolded};
use crate::core::bundle::Inspection;
use crate::core::finding::{Finding, Id};
use crate::text::finding::{self as words, Action};
use crate::text::{Lang, foreign, window};

/// Findings of one id that are shown without being asked for.
const SHOWN: usize = 3;

/// Findings of one id.
#[derive(Clone, Debug)]
pub struct FindingGroup {
    pub id: Id,
    pub shown: Vec<FindingView>,
    /// `and 7 more of this kind`, when some are folded.
    pub more: Option<String>,
}

/// One finding in words.
#[derive(Clone, Debug)]
pub struct FindingView {
    /// Stays the same while the finding does.
    pub key: String,
    pub tone: Tone,
    pub message: String,
    pub place: Option<String>,
    pub reason: String,
    pub remedies: Vec<(String, Doing)>,
    /// A word beside the remedies: whom the first one contacts.
    pub aside: Option<String>,
    pub details: Vec<DetailView>,
}

/// A value behind a finding.
#[derive(Clone, Debug)]
pub struct DetailView {
    pub label: String,
    pub value: String,
    /// Name of its copy button.
    pub copy: String,
}

pub(super) fn build(lang: Lang, inspection: &Inspection, unfolded: &Unfolded) -> Vec<FindingGroup> {
    findings_of(lang, inspection, inspection.findings(), unfolded)
}

/// The same for findings about the same files that another check made.
pub fn findings_of(
    lang: Lang,
    inspection: &Inspection,
    findings: &[Finding],
    unfolded: &Unfolded,
) -> Vec<FindingGroup> {
    let mut groups: Vec<(Id, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let id = finding.id();
        match groups
            .iter_mut()
            .find(|(held, of_id)| *held == id && same_severity(of_id, finding))
        {
            Some((_, of_id)) => of_id.push(finding),
            None => groups.push((id, vec![finding])),
        }
    }
    let views = groups.into_iter().map(|(id, findings)| {
        let wanted = SHOWN + unfolded.get(&id).copied().unwrap_or(0);
        let left = findings.len().saturating_sub(wanted);
        FindingGroup {
            id,
            shown: findings
                .iter()
                .take(wanted)
                .map(|finding| view(lang, inspection, finding))
                .collect(),
            more: (left > 0).then(|| window::more_of_kind(lang, left)),
        }
    });
    views.collect()
}

fn same_severity(held: &[&Finding], finding: &Finding) -> bool {
    held.first()
        .is_some_and(|first| first.severity == finding.severity)
}

fn view(lang: Lang, inspection: &Inspection, finding: &Finding) -> FindingView {
    let said = words::words(lang, finding);
    let doing = said.action.and_then(|action| {
        Some((
            action.label(lang).to_owned(),
            doing(inspection, finding, action)?,
        ))
    });
    FindingView {
        remedies: doing.into_iter().collect(),
        ..alone(lang, finding, said)
    }
}

/// A finding that is about no file: without buttons that need one.
pub fn finding_alone(lang: Lang, finding: &Finding) -> FindingView {
    alone(lang, finding, words::words(lang, finding))
}

fn alone(lang: Lang, finding: &Finding, said: words::Words) -> FindingView {
    let place = finding.place.as_ref().map(|place| {
        let text = place.to_string();
        foreign::display(&text).into_owned()
    });
    let certificate = finding.certificate.map(|print| print.to_string());
    FindingView {
        key: format!(
            "{} {} {} {}",
            finding.id().name(),
            place.as_deref().unwrap_or_default(),
            certificate.unwrap_or_default(),
            said.message
        ),
        tone: finding.severity.into(),
        reason: said.paragraph(lang),
        remedies: Vec::new(),
        aside: None,
        details: details(lang, finding, said.raw.as_deref()),
        place,
        message: said.message,
    }
}

fn doing(inspection: &Inspection, finding: &Finding, action: Action) -> Option<Doing> {
    match action {
        Action::AddFiles => Some(Doing::AddFiles),
        Action::EnterPassword => Some(Doing::EnterPassword(group_of(inspection, finding)?)),
        Action::ShowCertificate => {
            let held = inspection.artifacts.iter().find(|artifact| {
                artifact.certificate().is_some()
                    && Some(artifact.fingerprint) == finding.certificate
            });
            Some(Doing::ShowCertificate(held?.id))
        }
    }
}

/// The locked group that the finding's file belongs to, else the first.
fn group_of(inspection: &Inspection, finding: &Finding) -> Option<usize> {
    let place = finding.place.as_ref().map(|place| place.file());
    let is_in = |index: &usize| {
        let group = inspection.locked.get(*index);
        let mut members = group.iter().flat_map(|group| &group.members);
        members.any(|id| {
            let held = inspection.artifact(*id);
            held.is_some_and(|held| Some(held.place.file()) == place)
        })
    };
    let mut all = 0..inspection.locked.len();
    let first = all.clone().next();
    all.find(is_in).or(first)
}

fn details(lang: Lang, finding: &Finding, raw: Option<&str>) -> Vec<DetailView> {
    let mut details: Vec<DetailView> = Vec::new();
    let mut add = |label: &str, value: String| {
        details.push(DetailView {
            copy: window::copy_named(lang, label),
            label: label.to_owned(),
            value,
        });
    };
    if let serde_json::Value::Object(values) = finding.fact.evidence() {
        for (label, value) in &values {
            let value = match value {
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            add(label, foreign::display(&value).into_owned());
        }
    }
    if let Some(certificate) = finding.certificate {
        add("SHA-256", certificate.to_string());
    }
    if let Some(raw) = raw {
        add(window::raw_words(lang), raw.to_owned());
    }
    add(window::rule(lang), finding.id().citation().to_owned());
    add(window::finding_id(lang), finding.id().name().to_owned());
    details
}
