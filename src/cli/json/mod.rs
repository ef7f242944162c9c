//! The JSON document of every verb: `assets/schema/certwright-1.json` describes it. Keys are never translated.

mod artifact;
mod chain;
pub mod convert;
pub mod csr;
mod identity;
pub mod iis;
pub mod names;

use serde::Serialize;
use serde_json::{Value, json};

use crate::core::bundle::{Chains, Inspection};
use crate::core::chain::aia::Issuers;
use crate::core::finding::{self, Finding, Severity, Verdict};
use crate::text::Lang;
use crate::text::bundle::place;
use crate::text::finding::words;
use crate::text::foreign::json_text;

/// Version of the document's form.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    verb: &'a str,
    verdict: Verdict,
    findings: Vec<FindingEntry>,
    report: Value,
}

#[derive(Serialize)]
struct FindingEntry {
    id: &'static str,
    severity: Severity,
    message: String,
    evidence: Value,
    remedy: String,
    #[serde(rename = "where")]
    place: Option<String>,
}

/// The document of `inspect`.
pub fn inspection(lang: Lang, inspection: &Inspection) -> String {
    let findings = inspection
        .findings()
        .iter()
        .map(|finding| entry(lang, Some(inspection), finding));
    text(&Document {
        schema: SCHEMA,
        verb: "inspect",
        verdict: inspection.story.verdict,
        findings: findings.collect(),
        report: report(inspection),
    })
}

/// The document of `chain`.
pub fn chains(lang: Lang, chains: &Chains, issuers: Option<&Issuers>) -> String {
    let mut findings = chains.findings.clone();
    findings.extend(
        issuers
            .into_iter()
            .flat_map(|issuers| issuers.findings.clone()),
    );
    finding::sort(&mut findings);
    text(&Document {
        schema: SCHEMA,
        verb: "chain",
        verdict: Verdict::of(&findings),
        findings: findings
            .iter()
            .map(|finding| entry(lang, Some(&chains.inspection), finding))
            .collect(),
        report: chain::report(chains, issuers),
    })
}

/// The document of a verb that judges nothing.
pub fn plain(verb: &str, report: Value) -> String {
    text(&Document {
        schema: SCHEMA,
        verb,
        verdict: Verdict::Ok,
        findings: Vec::new(),
        report,
    })
}

fn text(document: &Document<'_>) -> String {
    let plain = serde_json::to_string_pretty(document).unwrap_or_default();
    let mut out = json_text(&plain);
    out.push('\n');
    out
}

fn entry(lang: Lang, inspection: Option<&Inspection>, finding: &Finding) -> FindingEntry {
    let words = words(lang, finding);
    FindingEntry {
        id: finding.id().name(),
        severity: finding.severity,
        message: words.message,
        evidence: finding.fact.evidence(),
        remedy: words.remedy,
        place: finding.place.as_ref().map(|found| match inspection {
            Some(inspection) => place(inspection, found),
            None => found.to_string(),
        }),
    }
}

fn report(inspection: &Inspection) -> Value {
    let keys = artifact::KeyIndex::of(inspection);
    let artifacts: Vec<Value> = inspection
        .artifacts
        .iter()
        .map(|artifact| artifact::entry(inspection, artifact, &keys))
        .collect();
    let identities: Vec<Value> = inspection
        .story
        .identities
        .iter()
        .map(identity::entry)
        .collect();
    let opened: Vec<Value> = inspection
        .opened()
        .iter()
        .map(|what| json!({ "name": what.name, "files": what.files, "folders": what.folders }))
        .collect();
    let locked: Vec<Value> = inspection
        .locked
        .iter()
        .map(|group| json!({ "members": group.members, "seconds": group.seconds }))
        .collect();
    json!({
        "opened": opened,
        "judged_at": inspection.judged_at(),
        "host": inspection.host(),
        "trust": inspection.trust(),
        "artifacts": artifacts,
        "identities": identities,
        "locked": locked,
    })
}
