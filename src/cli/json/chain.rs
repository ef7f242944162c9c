//! The report of `chain`: verdict, every path, the second opinion.

use serde_json::{Value, json};

use crate::core::bundle::Chains;
use crate::core::chain::aia::{Issuers, StepOutcome};
use crate::core::chain::{
    Answer, JudgedPath, Opinion, PathEnding, Profile, Standing, State, Step, who_trusts,
};
use crate::core::finding::{Finding, Severity};
use crate::core::x509::signature::SignatureVerdict;

/// The report.
pub fn report(chains: &Chains, issuers: Option<&Issuers>) -> Value {
    let main = chains.main();
    let names: Vec<String> = chains
        .question
        .names
        .iter()
        .map(ToString::to_string)
        .collect();
    json!({
        "verdict": verdict(chains.is_valid()),
        "path_verdict": verdict(!chains.answers.is_empty() && chains.answers.iter().all(Answer::is_sound)),
        "form_verdict": form_verdict(main),
        "judged_at": chains.question.at,
        "names": names,
        "usage": chains.question.usage,
        "profile": profile(chains.question.profile),
        "trust": chains.trust,
        "revocation_lists": chains.lists,
        "leaf": main.map(|answer| answer.target.fingerprint),
        "paths": main.map_or_else(Vec::new, paths),
        "clients": main.and_then(Answer::best).map_or_else(Vec::new, clients),
        "others": chains.answers.iter().skip(1).map(other).collect::<Vec<_>>(),
        "downloads": issuers.map(downloads),
        "second_opinion": chains.opinion.as_ref().map(opinion),
        "system_opinion": chains.system.as_ref().map(opinion),
    })
}

/// Which kinds of clients trust the end of the best path, by lists that were read.
fn clients(best: &JudgedPath) -> Vec<Value> {
    let Some(root) = best.steps.last().map(|step| &step.certificate) else {
        return Vec::new();
    };
    let issued = best.steps.first().map_or(root, |step| &step.certificate);
    let cells = who_trusts(root).unwrap_or_default().iter();
    cells
        .map(|cell| {
            let (since, until) = match cell.state {
                State::Trusted { since, until, .. } => (since, until),
                State::NotTrusted | State::Unknown => (None, None),
            };
            let sources = cell
                .sources
                .iter()
                .map(|source| json!({ "title": source.title, "dated": source.dated }));
            json!({
                "client": cell.client.id,
                "name": cell.client.name.en,
                "standing": standing(cell.state.standing(issued.not_before)),
                "since": since,
                "until": until,
                "sources": sources.collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::NotTrusted => "not_trusted",
        Standing::Unknown => "unknown",
        Standing::Formerly => "older_versions_only",
        Standing::Trusted => "trusted",
    }
}

/// What another verifier says.
fn opinion(opinion: &Opinion) -> Value {
    json!({
        "verifier": opinion.peer,
        "verdict": verdict(opinion.is_valid),
        "words": opinion.words,
        "because": opinion.gap,
    })
}

/// Addresses that were asked for missing issuers, and what came.
fn downloads(issuers: &Issuers) -> Value {
    let steps = issuers.steps.iter().map(|step| {
        let (came, detail) = match &step.outcome {
            StepOutcome::Found(_) => ("issuer", Value::Null),
            StepOutcome::Unusable(what) => ("something_else", json!(what)),
            StepOutcome::Fault(cause) => ("nothing", json!(cause)),
        };
        json!({
            "asked_for": step.asked_for,
            "url": step.url,
            "host": step.host,
            "addresses": step.addresses.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "redirects": step.redirects,
            "elapsed_ms": step.elapsed_ms,
            "came": came,
            "detail": detail,
        })
    });
    json!({
        "steps": steps.collect::<Vec<_>>(),
        "found": issuers.found.iter().map(|one| one.fingerprint).collect::<Vec<_>>(),
    })
}

fn verdict(is_valid: bool) -> &'static str {
    match is_valid {
        true => "valid",
        false => "invalid",
    }
}

/// Whether the certificates of the best path are written as the rules want it.
fn form_verdict(main: Option<&Answer>) -> &'static str {
    let best = main.and_then(Answer::best);
    let has_error = best.is_none_or(|best| {
        best.form
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    });
    verdict(!has_error)
}

fn profile(profile: Profile) -> &'static str {
    match profile {
        Profile::Practice => "practice",
        Profile::Rfc5280 => "rfc5280",
        Profile::WebPki => "webpki",
    }
}

fn other(answer: &Answer) -> Value {
    json!({
        "leaf": answer.target.fingerprint,
        "verdict": verdict(answer.is_valid()),
        "paths": paths(answer),
    })
}

fn paths(answer: &Answer) -> Vec<Value> {
    answer.paths.iter().map(path).collect()
}

fn path(path: &JudgedPath) -> Value {
    json!({
        "verdict": verdict(path.is_valid()),
        "path_verdict": verdict(path.is_sound()),
        "ends": ending(&path.ending),
        "certificates": path.steps.iter().map(step).collect::<Vec<_>>(),
        "headline": path.headline().map(|finding| finding.id()),
        "findings": path.all_findings().map(finding).collect::<Vec<_>>(),
    })
}

fn ending(ending: &PathEnding) -> &'static str {
    match ending {
        PathEnding::Trusted => "trusted",
        PathEnding::UntrustedRoot => "untrusted_root",
        PathEnding::MissingIssuer => "missing_issuer",
        PathEnding::WrongSignature => "wrong_signature",
        PathEnding::TooLong => "too_long",
    }
}

fn step(step: &Step) -> Value {
    let certificate = &step.certificate;
    let signature = step.signed.as_ref().map(|signed| match signed {
        SignatureVerdict::Valid => "verified",
        SignatureVerdict::Invalid => "wrong",
        SignatureVerdict::NotChecked(_) => "not_checked",
    });
    json!({
        "fingerprint_sha256": certificate.fingerprint,
        "subject": certificate.subject.to_string(),
        "issuer": certificate.issuer.to_string(),
        "serial": certificate.serial_hex(),
        "not_before": certificate.not_before,
        "not_after": certificate.not_after,
        "signature": signature,
        "trusted": step.is_anchor,
    })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "id": finding.id(),
        "severity": finding.severity,
        "certificate": finding.certificate,
        "evidence": finding.fact.evidence(),
    })
}
