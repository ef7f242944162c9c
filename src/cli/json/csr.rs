//! Certificate requests in JSON.

use std::sync::Arc;

use serde_json::{Value, json};

use super::artifact::{key_info, sans};
use super::{Document, SCHEMA, entry, text};
use crate::core::csr::check::Checked;
use crate::core::csr::create::Created;
use crate::core::csr::start::Dropped;
use crate::core::finding::{Finding, Verdict};
use crate::core::ledger::{Entry, EntryId, LedgerFault};
use crate::core::x509::Csr;
use crate::core::x509::oid;
use crate::core::x509::signature::{SignatureVerdict, algorithm_name};
use crate::text::Lang;

/// The document of `csr new`.
pub fn created(lang: Lang, made: &Created, dropped: &[Dropped], findings: &[Finding]) -> String {
    let files: Vec<Value> = made
        .written
        .iter()
        .map(|file| {
            json!({
                "path": file.path.to_string_lossy(),
                "bytes": file.bytes,
                "sha256": file.new_sha256,
            })
        })
        .collect();
    document(
        lang,
        findings,
        json!({
            "act": "new",
            "files": files,
            "request": request(&made.csr),
            "earlier": made.earlier.iter().map(earlier).collect::<Vec<_>>(),
            "ledger": ledger(made.recorded.as_ref()),
            "not_taken_over": dropped.iter().map(not_taken_over).collect::<Vec<_>>(),
        }),
    )
}

/// The document of `csr check`.
pub fn checked(lang: Lang, checked: &Checked) -> String {
    document(
        lang,
        &checked.findings,
        json!({
            "act": "check",
            "where": checked.name,
            "request": request(&checked.csr),
            "earlier": checked.earlier.iter().map(earlier).collect::<Vec<_>>(),
            "ledger": ledger(checked.recorded.as_ref()),
        }),
    )
}

/// The document of `csr show`.
pub fn shown(all: &[(String, Arc<Csr>)]) -> String {
    let requests: Vec<Value> = all
        .iter()
        .map(|(name, csr)| json!({ "where": name, "request": request(csr) }))
        .collect();
    super::plain("csr", json!({ "act": "show", "requests": requests }))
}

fn document(lang: Lang, findings: &[Finding], report: Value) -> String {
    text(&Document {
        schema: SCHEMA,
        verb: "csr",
        verdict: Verdict::of(findings),
        findings: findings
            .iter()
            .map(|finding| entry(lang, None, finding))
            .collect(),
        report,
    })
}

fn request(csr: &Csr) -> Value {
    let subject = csr.subject.attributes.iter().map(
        |field| json!({ "oid": field.oid, "name": oid::name(&field.oid), "value": field.value }),
    );
    let extensions = csr
        .extensions()
        .map(|extension| json!({ "oid": extension.oid, "critical": extension.is_critical }));
    let usage = csr.key_usage.map(|bits| {
        let names = crate::core::csr::spec::KeyUsage::NAMES.iter().enumerate();
        let set = names.filter(|(bit, _)| bits >> bit & 1 == 1);
        set.map(|(_, (_, name))| *name).collect::<Vec<_>>()
    });
    json!({
        "fingerprint_sha256": csr.fingerprint,
        "version": u64::from(csr.version) + 1,
        "subject": subject.collect::<Vec<_>>(),
        "sans": sans(&csr.alternative_names),
        "key": key_info(&csr.key),
        "key_fingerprint_sha256": csr.key_fingerprint(),
        "key_usage": usage,
        "extended_key_usage": csr.extended_key_usage,
        "extensions": extensions.collect::<Vec<_>>(),
        "attributes": csr.attributes,
        "has_challenge": csr.challenge.is_some(),
        "signature": {
            "algorithm": algorithm_name(&csr.signature_oid),
            "verdict": match csr.signature() {
                SignatureVerdict::Valid => "valid",
                SignatureVerdict::Invalid => "invalid",
                SignatureVerdict::NotChecked(_) => "not_checked",
            },
        },
        "pem": csr.to_pem(),
    })
}

fn earlier(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "at": entry.made.at,
        "origin": entry.made.origin,
        "names": entry.made.names,
        "used": entry.used,
    })
}

fn ledger(outcome: Option<&Result<EntryId, LedgerFault>>) -> Value {
    match outcome {
        None => Value::Null,
        Some(Ok(id)) => json!({ "id": id, "fault": null }),
        Some(Err(fault)) => json!({ "id": null, "fault": fault.to_string() }),
    }
}

fn not_taken_over(dropped: &Dropped) -> Value {
    match dropped {
        Dropped::Challenge => json!({ "what": "challenge" }),
        Dropped::ClientAuth => json!({ "what": "client_auth" }),
        Dropped::Extensions(oids) => json!({ "what": "extensions", "oids": oids }),
        Dropped::JoinedNames => json!({ "what": "joined_names" }),
        Dropped::Names(count) => json!({ "what": "names", "count": count }),
    }
}
