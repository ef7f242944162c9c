//! The document of `convert`.

use serde_json::{Value, json};

use super::{Document, SCHEMA, entry, text};
use crate::cli::convert::is_lock;
use crate::core::bundle::Inspection;
use crate::core::convert::{Note, Plan, Readable, Reader, Recipe, Refusal, names};
use crate::core::finding::{
    ChainFact, Finding, KeyFact, KeyMissingCause, KeystoreFact, Severity, Verdict, sort,
};
use crate::core::kdf::Hash;
use crate::text::convert::note;
use crate::text::report::{Conversion, PasswordOrigin, ResultFile};
use crate::text::{Lang, key};

/// What is to be said against a result.
pub fn findings(result: &Conversion<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let target = result.plan.choice.target;
    for (reader, readable) in &result.readers {
        if let (Reader::Target(reader), Readable::No(reason)) = (*reader, *readable)
            && reader == target
        {
            findings.push(Finding::new(KeystoreFact::TargetCannotRead {
                target,
                reason,
            }));
        }
    }
    findings.extend(result.plan.entries.iter().filter_map(|planned| {
        let issuer = planned.entry.missing_issuer.clone()?;
        let leaf = &planned.entry.leaf;
        let fact = ChainFact::MissingIntermediate {
            issuer,
            below: leaf.title(),
            download: None,
        };
        let finding = Finding::new(fact).about(leaf.fingerprint);
        // With intermediates in, what is missing may be the root of a company: nothing is wrong then.
        let finding = match planned.entry.issuers.as_slice() {
            [] => finding,
            _ => finding.rated(Severity::Warning),
        };
        Some(finding).filter(|_| result.plan.choice.with_chain)
    }));
    if result.plan.notes.contains(&Note::WithoutKey) {
        findings.extend(result.plan.entries.iter().map(|planned| {
            let leaf = &planned.entry.leaf;
            missing(leaf.title(), KeyMissingCause::NotAmongFiles).about(leaf.fingerprint)
        }));
    }
    sort(&mut findings);
    findings
}

fn missing(certificate: String, cause: KeyMissingCause) -> Finding {
    Finding::new(KeyFact::Missing { certificate, cause })
}

/// The document of a result.
pub fn made(lang: Lang, result: &Conversion<'_>, findings: &[Finding]) -> String {
    text(&Document {
        schema: SCHEMA,
        verb: "convert",
        verdict: Verdict::of(findings),
        findings: findings.iter().map(|one| entry(lang, None, one)).collect(),
        report: report(lang, result),
    })
}

/// The document of a refusal; nothing was written.
pub fn refused(lang: Lang, refusal: &Refusal, inspection: Option<&Inspection>) -> String {
    let mut findings = refusal_findings(refusal);
    if let (Refusal::StillLocked { .. }, Some(inspection)) = (refusal, inspection) {
        let locks = inspection.findings().iter().filter(|one| is_lock(one));
        findings.extend(locks.cloned());
    }
    sort(&mut findings);
    text(&Document {
        schema: SCHEMA,
        verb: "convert",
        verdict: Verdict::Error,
        findings: findings
            .iter()
            .map(|one| entry(lang, inspection, one))
            .collect(),
        report: json!({ "refusal": refusal_code(refusal) }),
    })
}

fn refusal_findings(refusal: &Refusal) -> Vec<Finding> {
    match refusal {
        Refusal::AliasCollision { alias } => vec![Finding::new(KeystoreFact::AliasCollision {
            alias: alias.clone(),
        })],
        Refusal::KeyFitsNothing { keys, certificates } => keys
            .iter()
            .flat_map(|held| certificates.iter().map(move |title| (held, title)))
            .map(|(held, title)| {
                Finding::new(KeyFact::Mismatch {
                    certificate: title.clone(),
                    key_algorithm: key::name(held),
                })
            })
            .collect(),
        Refusal::NoKey { certificates } => certificates
            .iter()
            .map(|title| {
                missing(title.clone(), KeyMissingCause::NotAmongFiles).rated(Severity::Error)
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn refusal_code(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NothingHere => "nothing_here",
        Refusal::NoKey { .. } => "no_key",
        Refusal::KeyFitsNothing { .. } => "key_fits_nothing",
        Refusal::StillLocked { .. } => "still_locked",
        Refusal::SeveralLeaves { .. } => "several_certificates",
        Refusal::SeveralKeys { .. } => "several_keys",
        Refusal::NoSuchLeaf => "no_such_certificate",
        Refusal::AliasCollision { .. } => "alias_collision",
        Refusal::NoSuchForm { .. } => "no_such_form",
        Refusal::NoEncryption { .. } => "no_encryption",
        Refusal::NoHostName => "no_host_name",
        Refusal::PasswordMissing => "password_missing",
        Refusal::Rounds { .. } => "rounds",
        Refusal::Unrepresentable { .. } => "unrepresentable",
        Refusal::NoRandom => "no_random",
    }
}

fn report(lang: Lang, result: &Conversion<'_>) -> Value {
    let plan = result.plan;
    let choice = &plan.choice;
    let readers = result.readers.iter().map(|(reader, readable)| {
        json!({
            "reader": reader.code(),
            "readable": readable.code(),
            "reason": readable.reason(),
        })
    });
    let notes = plan.notes.iter().map(|one| {
        let (what, why) = note::words(lang, one);
        json!({ "note": note_code(one), "message": what, "why": why })
    });
    let snippets = result.snippets.iter().map(|one| {
        json!({
            "title": one.title,
            "place": one.file_hint,
            "text": one.text,
            "notes": one.notes,
        })
    });
    json!({
        "target": choice.target,
        "format": choice.format.code(),
        "dry_run": result.is_dry_run,
        "files": result.files.iter().map(file).collect::<Vec<_>>(),
        "protection": protection(plan),
        "entries": entries(plan),
        "notes": notes.collect::<Vec<_>>(),
        "readers": readers.collect::<Vec<_>>(),
        "password": password(result),
        "snippets": snippets.collect::<Vec<_>>(),
    })
}

fn file(held: &ResultFile) -> Value {
    json!({
        "path": held.path,
        "role": held.role.map_or("password", role_code),
        "bytes": held.bytes,
        "sha256": held.sha256,
        "secret": held.is_secret,
        "readers": held.readers,
        "copy": held.copy,
    })
}

const fn role_code(role: crate::core::convert::FileRole) -> &'static str {
    use crate::core::convert::FileRole;
    match role {
        FileRole::Keystore => "keystore",
        FileRole::FullChain => "full_chain",
        FileRole::Chain => "chain",
        FileRole::Leaf => "certificate",
        FileRole::Key => "key",
        FileRole::Combined => "combined",
        FileRole::Collection => "collection",
    }
}

fn protection(plan: &Plan) -> Value {
    let kind = match plan.recipe {
        Recipe::Pfx(recipe) => Recipe::windows_label(recipe.keys),
        Recipe::Java { iterations: None } => "JKS",
        Recipe::Java { .. } => "JCEKS",
        Recipe::EncryptedKey { .. } => "AES-256-CBC",
        Recipe::PlainKey => "none",
        Recipe::Public => "public",
    };
    let mac: Option<Hash> = match plan.recipe {
        Recipe::Pfx(recipe) => Some(recipe.mac),
        _ => None,
    };
    json!({
        "name": kind,
        "mac": mac.map(Hash::name),
        "iterations": plan.recipe.iterations(),
    })
}

fn entries(plan: &Plan) -> Vec<Value> {
    let own = plan.entries.iter().map(|planned| {
        let chain = plan.chain(&planned.entry);
        let chain: Vec<_> = chain.iter().map(|one| one.fingerprint).collect();
        let leaf = &planned.entry.leaf;
        json!({
            "name": names::as_shown(&planned.name, plan.choice.target),
            "fingerprint_sha256": leaf.fingerprint,
            "has_private_key": planned.entry.key.is_some() && plan.choice.format.has_key(),
            "chain": chain,
        })
    });
    let trusted = plan.trusted.iter().map(|(certificate, name)| {
        json!({
            "name": name,
            "fingerprint_sha256": certificate.fingerprint,
            "has_private_key": false,
            "chain": [],
        })
    });
    own.chain(trusted).collect()
}

fn password(result: &Conversion<'_>) -> Value {
    let source = match result.password {
        PasswordOrigin::NotNeeded => "none",
        PasswordOrigin::Empty => "empty",
        PasswordOrigin::Given => "given",
        PasswordOrigin::Generated => "generated",
    };
    let beside = result.files.iter().find(|held| held.role.is_none());
    json!({ "source": source, "where": beside.map(|held| &held.path) })
}

const fn note_code(note: &Note) -> &'static str {
    match note {
        Note::ChainIncomplete(_) => "chain_incomplete",
        Note::AliasLowered { .. } => "alias_lowered",
        Note::ProviderKept(_) => "provider_kept",
        Note::ProviderDropped(_) => "provider_dropped",
        Note::OtherEntriesLeft(_) => "other_entries_left",
        Note::KeylessLeft(_) => "keyless_left",
        Note::LooseKeysLeft(_) => "loose_keys_left",
        Note::WithoutKey => "without_key",
        Note::KeyUnprotected => "key_unprotected",
        Note::OnePassword => "one_password",
        Note::NamesSkipped(_) => "names_skipped",
        Note::LockedLeft(_) => "locked_left",
        Note::TrustedLeft(_) => "trusted_left",
        Note::ChainNotInDer => "chain_not_in_der",
    }
}
