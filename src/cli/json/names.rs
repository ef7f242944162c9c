//! The advice on names in JSON.

use serde_json::{Value, json};

use super::{Document, SCHEMA, entry, text};
use crate::core::csr::names::{Advice, NameAdvice, NameKind};
use crate::core::finding::Verdict;
use crate::text::Lang;

/// The document of `csr advise`.
pub fn advice(lang: Lang, advice: &Advice) -> String {
    let findings = advice.all_findings();
    let told = findings.iter().map(|finding| entry(lang, None, finding));
    text(&Document {
        schema: SCHEMA,
        verb: "csr",
        verdict: Verdict::of(&findings),
        findings: told.collect(),
        report: report(advice),
    })
}

fn report(advice: &Advice) -> Value {
    let cleaned = advice
        .cleaned
        .iter()
        .map(|one| json!({ "what": one.what, "count": one.count }));
    let suggestions = advice.suggestions.iter().map(|one| {
        json!({ "name": one.name, "shown": one.shown, "beside": one.beside, "is_apex": one.is_apex })
    });
    let additions = advice.additions.iter().map(|one| {
        json!({ "name": one.name, "because": one.because, "brands": one.brands, "is_www": one.is_www })
    });
    json!({
        "act": "advise",
        "names": advice.names.iter().map(name).collect::<Vec<_>>(),
        "cleaned": cleaned.collect::<Vec<_>>(),
        "kind": advice.kind,
        "suggestions": suggestions.collect::<Vec<_>>(),
        "additions": additions.collect::<Vec<_>>(),
    })
}

fn name(advice: &NameAdvice) -> Value {
    let ids = advice.findings.iter().map(|finding| finding.id().name());
    json!({
        "ascii": advice.name.ascii,
        "shown": advice.name.shown,
        "kind": match advice.name.kind {
            NameKind::Plain => "plain",
            NameKind::Wildcard => "wildcard",
            NameKind::Ip(_) => "ip",
            NameKind::Unusable => "unusable",
        },
        "registrable": advice.registrable,
        "covers": advice.covers,
        "findings": ids.collect::<Vec<_>>(),
    })
}
