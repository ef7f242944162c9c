//! What goes into a result and what stays out.

use crate::core::convert::{Format, Plan, Target};
use crate::text::Lang;
use crate::text::number::counted;

/// What goes in: `Certificate, key, 1 intermediate`.
pub fn inside(lang: Lang, plan: &Plan) -> String {
    let mut parts = Vec::new();
    let leaves = plan.entries.len();
    let holds_key = !plan.key_kinds().is_empty();
    if let 1.. = leaves {
        parts.push(leaf_words(lang, leaves));
    }
    if holds_key {
        let keys = plan.key_kinds().len();
        parts.push(key_words(lang, keys));
    }
    if plan.choice.format != Format::Der {
        let (issuers, roots) = issuer_counts(plan);
        parts.extend((issuers > 0).then(|| intermediates(lang, issuers)));
        parts.extend((roots > 0).then(|| root_words(lang, roots)));
    }
    if !plan.trusted.is_empty() {
        parts.push(trusted(lang, plan));
    }
    capital(&parts.join(lang.pick(", ", "、")))
}

/// What stays out of the chain, and why; nothing where there is no chain to speak of.
pub fn left_out(lang: Lang, plan: &Plan) -> Option<&'static str> {
    let choice = &plan.choice;
    let has_root = plan
        .entries
        .iter()
        .any(|planned| planned.entry.root.is_some());
    let has_issuers = plan
        .entries
        .iter()
        .any(|planned| !planned.entry.issuers.is_empty());
    if plan.entries.is_empty() || choice.format == Format::Der {
        return None;
    }
    if !choice.with_chain && has_issuers {
        return Some(lang.pick(
            "chain left out; servers need it from somewhere else",
            "不含证书链；服务器需要从别处得到它",
        ));
    }
    if !has_root {
        return None;
    }
    Some(if choice.with_root {
        lang.pick(
            "root included; clients go by their own copy all the same",
            "包含根证书；客户端仍以自己的那份为准",
        )
    } else {
        root_left_out(lang, choice.target)
    })
}

fn root_left_out(lang: Lang, target: Target) -> &'static str {
    if target.is_windows() {
        lang.pick(
            "root left out, Windows takes it from its own store",
            "不含根证书，Windows 使用自己存储里的那份",
        )
    } else {
        lang.pick(
            "root left out, clients have their own copy",
            "不含根证书，客户端有自己的那份",
        )
    }
}

/// `1 intermediate`, `2 个中间证书`.
pub fn intermediates(lang: Lang, count: usize) -> String {
    counted(lang, count, ("intermediate", "intermediates"), "个中间证书")
}

/// The chain behind the leaves in words: `1 intermediate`, `2 intermediates, root`; empty without one.
pub fn chain(lang: Lang, plan: &Plan) -> String {
    let (issuers, roots) = issuer_counts(plan);
    let parts: Vec<String> = [
        (issuers > 0).then(|| intermediates(lang, issuers)),
        (roots > 0).then(|| root_words(lang, roots)),
    ]
    .into_iter()
    .flatten()
    .collect();
    crate::text::number::enumerated(lang, &parts)
}

/// Distinct intermediates and roots that go in.
fn issuer_counts(plan: &Plan) -> (usize, usize) {
    let mut issuers = std::collections::BTreeSet::new();
    let mut roots = std::collections::BTreeSet::new();
    for planned in &plan.entries {
        let entry = &planned.entry;
        if plan.choice.with_chain {
            issuers.extend(entry.issuers.iter().map(|issuer| issuer.fingerprint));
        }
        if plan.choice.with_root {
            roots.extend(entry.root.iter().map(|root| root.fingerprint));
        }
    }
    (issuers.len(), roots.len())
}

fn leaf_words(lang: Lang, count: usize) -> String {
    match count {
        1 => lang.pick("certificate", "证书").to_owned(),
        _ => counted(lang, count, ("certificate", "certificates"), "个证书"),
    }
}

fn key_words(lang: Lang, count: usize) -> String {
    match count {
        1 => lang.pick("key", "私钥").to_owned(),
        _ => counted(lang, count, ("key", "keys"), "个私钥"),
    }
}

fn root_words(lang: Lang, count: usize) -> String {
    match count {
        1 => lang.pick("root", "根证书").to_owned(),
        _ => counted(lang, count, ("root", "roots"), "个根证书"),
    }
}

fn trusted(lang: Lang, plan: &Plan) -> String {
    let count = plan.trusted.len();
    if plan.choice.is_trust_store {
        counted(
            lang,
            count,
            ("trusted certificate", "trusted certificates"),
            "个受信任的证书",
        )
    } else {
        counted(lang, count, ("certificate", "certificates"), "个证书")
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
