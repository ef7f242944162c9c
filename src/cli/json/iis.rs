//! The `report` of `iis`: sites with their bindings, plans, acts.

use serde_json::{Value, json};

use super::{Document, FindingEntry, SCHEMA, entry, text};
use crate::core::finding::{Finding, Verdict};
use crate::core::iis::act::Acted;
use crate::core::iis::config::Binding;
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::plan::BindingAt;
use crate::core::iis::scan::{Known, Scan, ServedBy};
use crate::core::iis::store::StoreCertificate;
use crate::core::op::Report;
use crate::text::Lang;
use crate::text::report::iis::Planned;

/// The document of `iis scan`.
pub fn scan(lang: Lang, scan: &Scan) -> String {
    text(&Document {
        schema: SCHEMA,
        verb: "iis",
        verdict: scan.verdict(),
        findings: findings(lang, scan),
        report: report(scan),
    })
}

fn findings(lang: Lang, scan: &Scan) -> Vec<FindingEntry> {
    let all = scan.notices.iter();
    all.map(|notice| entry(lang, None, &notice.finding))
        .collect()
}

fn report(scan: &Scan) -> Value {
    let certificates = scan.certificates.get().into_iter().flatten();
    json!({
        "act": "scan",
        "config": scan.path.to_string_lossy(),
        "sha256": scan.sha256,
        "computer": scan.computer,
        "version": scan.version,
        "judged_at": scan.judged_at,
        "encoding": scan.source.encoding.name(),
        "redirection": scan.redirection,
        "layers": {
            "http_sys": layer(&scan.entries),
            "store": layer(&scan.certificates),
            "central_store": layer(&scan.central),
            "stopped_sites": layer(&scan.stopped),
        },
        "sites": sites(scan),
        "sslcert": scan.entries.get().map(|entries| entries.iter().map(ssl_entry).collect::<Vec<_>>()),
        "certificates": certificates.map(certificate).collect::<Vec<_>>(),
    })
}

fn layer<T>(known: &Known<T>) -> Value {
    match known {
        Known::Read(_) => json!("read"),
        Known::NotRead => json!("not-read"),
        Known::Refused(fault) => json!({ "refused": fault }),
    }
}

fn sites(scan: &Scan) -> Vec<Value> {
    let mut told = std::collections::HashMap::<BindingAt, Vec<&'static str>>::new();
    for notice in &scan.notices {
        if let Some(at) = notice.at {
            told.entry(at).or_default().push(notice.finding.id().name());
        }
    }
    let mut sites = Vec::with_capacity(scan.configuration.sites.len());
    for (site, index) in scan.configuration.sites.iter().zip(0u32..) {
        let bindings = site.bindings.iter().zip(0u32..).map(|(one, number)| {
            let at = BindingAt {
                site: index,
                binding: number,
            };
            binding(scan, one, at, told.get(&at))
        });
        sites.push(json!({
            "id": site.id,
            "name": site.name,
            "state": match scan.is_stopped(index) { true => "stopped", false => "started" },
            "line": site.line,
            "folder": site.folder(),
            "bindings": bindings.collect::<Vec<_>>(),
        }));
    }
    sites
}

fn binding(
    scan: &Scan,
    binding: &Binding,
    at: BindingAt,
    findings: Option<&Vec<&'static str>>,
) -> Value {
    let endpoint = binding.endpoint();
    json!({
        "protocol": binding.protocol,
        "information": binding.information,
        "address": endpoint.map(|endpoint| endpoint.address),
        "port": endpoint.map(|endpoint| endpoint.port),
        "host": endpoint.map(|endpoint| endpoint.host.clone()),
        "ssl_flags": binding.flags,
        "flags": binding.flags().list().collect::<Vec<_>>(),
        "line": binding.line,
        "served": scan.served.of(at).map(|served| served_by(scan, served)),
        "findings": findings.cloned().unwrap_or_default(),
    })
}

/// Which entry answers, computed.
fn served_by(scan: &Scan, served: &ServedBy) -> Value {
    let entry = |index: Option<u32>| {
        let entries = scan.entries.get()?;
        entries.get(index? as usize).map(|entry| json!(entry.key))
    };
    json!({
        "with_host": entry(served.named),
        "without_sni": entry(served.unnamed),
        "elsewhere": served.elsewhere.iter().map(|index| entry(Some(*index))).collect::<Vec<_>>(),
    })
}

fn ssl_entry(entry: &SslEntry) -> Value {
    json!({
        "key": entry.key,
        "thumbprint": entry.thumbprint,
        "app_id": entry.app_id,
        "store": entry.store,
        "flags": entry.flags,
    })
}

fn certificate(held: &StoreCertificate) -> Value {
    json!({
        "store": held.store,
        "thumbprint": held.thumbprint,
        "friendly_name": held.friendly_name,
        "name": held.title(),
        "not_before": held.not_before(),
        "not_after": held.not_after(),
        "key": held.key,
    })
}

/// The document of `iis plan`.
pub fn plan(lang: Lang, planned: &Planned<'_>) -> String {
    let steps = planned.plan.steps.iter().map(|step| {
        let changes = step.changes.iter();
        json!({
            "wish": step.number,
            "fix": step.fix,
            "line": step.line,
            "changes": changes.map(|change| json!({ "old": change.old, "new": change.new })).collect::<Vec<_>>(),
            "sslcert": step.entry.as_ref().map(ssl_entry),
        })
    });
    let refused = planned.plan.refused.iter().map(|(number, refusal)| {
        let fix = planned.fixes.get(*number as usize);
        json!({ "wish": number, "fix": fix, "refusal": refusal })
    });
    let told: Vec<Finding> = Vec::new();
    let verdict = match planned.plan.refused.is_empty() {
        true => Verdict::of(&told),
        false => Verdict::Error,
    };
    text(&Document {
        schema: SCHEMA,
        verb: "iis",
        verdict,
        findings: findings(lang, planned.scan),
        report: json!({
            "act": "plan",
            "plan": planned.file,
            "steps": steps.collect::<Vec<_>>(),
            "refused": refused.collect::<Vec<_>>(),
            "written": planned.written.map(|path| path.to_string_lossy()),
        }),
    })
}

/// The document of an act on the configuration.
pub fn act(_lang: Lang, done: &Report) -> String {
    let report = match done {
        Report::IisActed(acted) => acted_report(acted),
        Report::IisUndone(config, undone) => json!({
            "act": "undo",
            "config": config.to_string_lossy(),
            "id": undone.plan_id,
            "sha256": undone.new_sha256,
        }),
        Report::IisImported(path, done) => json!({
            "act": "import",
            "pfx": path.to_string_lossy(),
            "imported": done,
        }),
        Report::IisHistory(config, history) => json!({
            "act": "history",
            "config": config.to_string_lossy(),
            "history": history,
        }),
        _ => Value::Null,
    };
    super::plain("iis", report)
}

fn acted_report(acted: &Acted) -> Value {
    json!({
        "act": "apply",
        "config": acted.path.to_string_lossy(),
        "id": acted.plan.id,
        "applied": acted.applied,
        "sslcert": acted.plan.entries.iter().map(ssl_entry).collect::<Vec<_>>(),
    })
}
