//! A diagnosis as the JSON document that `assets/schema/certwright-1.json` describes: what `--json` prints and
//! what a ticket carries. Keys are never translated; messages and remedies are.

mod served;

use serde_json::{Value, json};

use super::report::named;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::publish::to_publish;
use crate::core::diagnose::{Check, Contacted, Diagnosis, Request, State};
use crate::core::finding::{Finding, Verdict};
use crate::text::Lang;
use crate::text::finding::words;
use crate::text::foreign::json_text;

/// Version of the document's form.
const SCHEMA: u32 = 1;

/// The document of a run; ends with a line break.
pub fn render(lang: Lang, found: &Diagnosis) -> String {
    let findings = found.findings();
    let entries: Vec<Value> = findings
        .iter()
        .map(|finding| entry(lang, found, finding))
        .collect();
    document(&found.verdict(), &entries, report(found))
}

/// The document of a run that only lists whom it would contact.
pub fn contacts(request: &Request, contacts: &[Contacted]) -> String {
    let report = json!({
        "act": "dry-run",
        "names": request.names,
        "lanes": request.lanes,
        "server": served::wanted(request),
        "contacts": contacts,
    });
    document(&Verdict::Ok, &[], report)
}

fn document(verdict: &Verdict, findings: &[Value], report: Value) -> String {
    let document = json!({
        "schema": SCHEMA,
        "verb": "diagnose",
        "verdict": verdict,
        "findings": findings,
        "report": report,
    });
    let plain = serde_json::to_string_pretty(&document).unwrap_or_default();
    let mut out = json_text(&plain);
    out.push('\n');
    out
}

fn entry(lang: Lang, found: &Diagnosis, finding: &Finding) -> Value {
    let words = words(lang, finding);
    json!({
        "id": finding.id().name(),
        "severity": finding.severity,
        "message": words.message,
        "evidence": finding.fact.evidence(),
        "remedy": words.remedy,
        "where": named(found, finding),
    })
}

fn report(found: &Diagnosis) -> Value {
    let request = &found.request;
    json!({
        "act": "run",
        "names": request.names,
        "lanes": request.lanes,
        "at": found.at,
        "took_ms": found.took_ms,
        "ca": request.authority,
        "profile": request.profile,
        "expected": request.expected.iter().map(expected).collect::<Vec<_>>(),
        "server": served::wanted(request),
        "checks": found.checks.iter().map(check).collect::<Vec<_>>(),
        "to_publish": to_publish(found),
        "said": found.said,
        "asked": found.asked,
        "served": found.served.iter().map(served::entry).collect::<Vec<_>>(),
        "rounds": found.rounds,
        "no_network": found.no_network,
    })
}

/// A file is told by its size: its content may be no text.
fn expected(expected: &Expected) -> Value {
    match expected {
        Expected::Txt { name, value } => json!({ "kind": "txt", "name": name, "value": value }),
        Expected::Cname { name, target } => {
            json!({ "kind": "cname", "name": name, "target": target })
        }
        Expected::File { url, content } => {
            json!({ "kind": "file", "url": url, "bytes": content.len() })
        }
    }
}

fn check(check: &Check) -> Value {
    let (state, why) = match check.state {
        State::Waiting => ("waiting", None),
        State::Running => ("running", None),
        State::Done(_) => ("done", None),
        State::Skipped(why) => ("skipped", Some(why)),
    };
    let findings = check.findings.iter().map(|finding| finding.id().name());
    json!({
        "id": check.key.id,
        "lane": check.key.id.lane(),
        "name": check.key.name,
        "place": check.key.place,
        "state": state,
        "mark": check.mark(),
        "left_out": why,
        "summary": check.summary,
        "took_ms": check.took_ms,
        "findings": findings.collect::<Vec<_>>(),
    })
}
