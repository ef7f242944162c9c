//! What each file of a result holds.

use super::contents;
use crate::core::convert::{FileRole, Plan, Recipe};
use crate::text::Lang;

/// What a file of the plan holds: `full chain: certificate and 1 intermediate`.
pub fn role(lang: Lang, plan: &Plan, role: FileRole) -> String {
    let chain = contents::chain(lang, plan);
    match role {
        FileRole::Keystore => {
            let inside = lower(lang, contents::inside(lang, plan));
            say!(lang, "keystore: {inside}", "密钥库：{inside}")
        }
        FileRole::FullChain if chain.is_empty() => certificate(lang),
        FileRole::FullChain => say!(
            lang,
            "full chain: certificate and {chain}",
            "完整证书链：证书和 {chain}"
        ),
        FileRole::Chain => say!(lang, "chain: {chain}", "证书链：{chain}"),
        FileRole::Leaf => certificate(lang),
        FileRole::Key => key(lang, plan.recipe),
        FileRole::Combined => {
            let (inside, key) = (
                lower(lang, contents::inside(lang, plan)),
                key(lang, plan.recipe),
            );
            say!(
                lang,
                "everything in one file: {inside}; {key}",
                "全部在一个文件里：{inside}；{key}"
            )
        }
        FileRole::Collection => {
            let inside = lower(lang, contents::inside(lang, plan));
            say!(lang, "without key: {inside}", "不含私钥：{inside}")
        }
    }
}

fn certificate(lang: Lang) -> String {
    lang.pick("certificate", "证书").to_owned()
}

/// A key file and whether it is encrypted.
pub fn key(lang: Lang, recipe: Recipe) -> String {
    let words = match recipe {
        Recipe::EncryptedKey { .. } => lang.pick(
            "private key, encrypted with AES-256",
            "私钥，已用 AES-256 加密",
        ),
        _ => lang.pick("private key, not encrypted", "私钥，未加密"),
    };
    words.to_owned()
}

/// Only the first letter is lowered, and only in English: names of formats stay.
fn lower(lang: Lang, text: String) -> String {
    let mut chars = text.chars();
    match (lang, chars.next()) {
        (Lang::En, Some(first)) => first.to_lowercase().chain(chars).collect(),
        _ => text,
    }
}
