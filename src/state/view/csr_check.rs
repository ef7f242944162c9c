//! The check of a request as finished strings.

use std::sync::Arc;

use super::VerdictLine;
use super::bundle::{FindingGroup, findings_of};
use crate::core::artifact::{Artifact, ArtifactId, Content};
use crate::core::bundle::Inspection;
use crate::core::csr::check::Checked;
use crate::core::x509::ValidationLevel;
use crate::core::x509::details::Details;
use crate::state::csr_check::CheckProgress;
use crate::state::model::Model;
use crate::text::csr::{self, check as words, made};
use crate::text::foreign::{display, short};
use crate::text::number::{colon_hex, listed};
use crate::text::x509::{distinguished_name, extension_name, summary};
use crate::text::{Lang, key, problem};

/// The flags of `csr check` behind the controls.
pub mod flag {
    pub const FOR: &str = "csr check --for";
    pub const LEVEL: &str = "csr check --level";
    pub const AGAINST: &str = "csr check --against";
}

/// Certificates and keys that are offered for comparing.
const OFFERED: usize = 40;

/// Something of what is open that can be chosen.
#[derive(Clone, Debug)]
pub struct OptionView {
    pub id: ArtifactId,
    pub label: String,
}

/// A fact about the request and its copy button's text.
#[derive(Clone, Debug)]
pub struct FactView {
    pub label: String,
    pub value: String,
    pub is_mono: bool,
}

/// What came of the check.
#[derive(Clone, Debug)]
pub struct CheckedView {
    pub verdict: VerdictLine,
    pub findings: Vec<FindingGroup>,
    pub facts: Vec<FactView>,
    /// What the ledger says.
    pub ledger: Option<String>,
    pub pem: String,
}

/// The tab.
#[derive(Clone, Debug, Default)]
pub struct CheckView {
    /// The requests that are open.
    pub requests: Vec<OptionView>,
    pub request: usize,
    /// The levels, after "not said".
    pub levels: Vec<&'static str>,
    pub level: usize,
    /// Certificates and keys, after "not compared".
    pub others: Vec<OptionView>,
    pub against: usize,
    pub checked: Option<CheckedView>,
    /// What happened, and what to do.
    pub failed: Option<(String, String)>,
}

/// Builds the tab.
pub fn build(lang: Lang, model: &Model) -> CheckView {
    let Some(open) = model.inspection() else {
        return CheckView::default();
    };
    let held = &model.csr_check;
    let requests = options(open, |artifact| matches!(artifact.content, Content::Csr(_)));
    let others = options(open, |artifact| match &artifact.content {
        Content::Certificate { certificate, .. } => certificate.is_ca != Some(true),
        Content::Key { .. } => true,
        _ => false,
    });
    let at = |all: &[OptionView], id| all.iter().position(|one| Some(one.id) == id);
    CheckView {
        request: at(&requests, held.request).unwrap_or(0),
        levels: std::iter::once(words::level_any(lang))
            .chain(ValidationLevel::ALL.map(|level| csr::level(lang, level)))
            .collect(),
        level: held.level.map_or(0, |level| level_number(level) + 1),
        against: at(&others, held.against).map_or(0, |index| index + 1),
        checked: held
            .last
            .as_ref()
            .map(|checked| checked_view(lang, model, open, checked)),
        failed: match &held.progress {
            CheckProgress::Failed(failure) => {
                let said = problem::explain(lang, failure);
                Some((said.happened, said.remedies.join(" ")))
            }
            _ => None,
        },
        requests,
        others,
    }
}

fn level_number(level: ValidationLevel) -> usize {
    let mut all = ValidationLevel::ALL.iter();
    all.position(|one| *one == level).unwrap_or(0)
}

fn options(open: &Inspection, is_wanted: impl Fn(&Artifact) -> bool) -> Vec<OptionView> {
    let wanted = open.artifacts.iter().filter(|artifact| is_wanted(artifact));
    wanted
        .take(OFFERED)
        .map(|artifact| OptionView {
            id: artifact.id,
            label: short(&artifact.place.to_string()).into_owned(),
        })
        .collect()
}

fn checked_view(
    lang: Lang,
    model: &Model,
    open: &Arc<Inspection>,
    checked: &Checked,
) -> CheckedView {
    CheckedView {
        verdict: VerdictLine {
            tone: checked.verdict().into(),
            sentence: words::verdict(lang, &checked.findings),
            context: display(&checked.name).into_owned(),
        },
        findings: findings_of(lang, open, &checked.findings, &model.unfolded),
        facts: facts(lang, checked),
        ledger: checked
            .recorded
            .as_ref()
            .map(|outcome| made::ledger(lang, outcome)),
        pem: checked.csr.to_pem(),
    }
}

fn facts(lang: Lang, checked: &Checked) -> Vec<FactView> {
    let csr = &checked.csr;
    let mut facts = Vec::new();
    let mut add = |label: &str, value: String, is_mono| {
        facts.push(FactView {
            label: label.to_owned(),
            value: match value.is_empty() {
                true => made::none(lang).to_owned(),
                false => value,
            },
            is_mono,
        });
    };
    let subject = distinguished_name(&csr.subject);
    add(made::subject_line(lang), subject, false);
    let names: Vec<_> = csr.host_names();
    let names: Vec<_> = names.iter().map(|name| display(name)).collect();
    add(made::names_line(lang), listed(&names), false);
    add(made::key_line(lang), key::name(&csr.key), false);
    let signature = made::signature(lang, &checked.signature);
    add(made::signature_line(lang), signature.to_owned(), false);
    for extension in &Details::of_request(csr).extensions {
        if &*extension.oid != "2.5.29.17" {
            let label = extension_name(lang, &extension.oid);
            add(&label, summary(lang, extension), false);
        }
    }
    if csr.challenge.is_some() {
        let there = words::challenge_there(lang).to_owned();
        add(words::challenge_line(lang), there, false);
    }
    add(
        made::fingerprint_line(lang),
        colon_hex(&checked.key.0),
        true,
    );
    facts
}
