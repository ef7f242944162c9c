//! For whoever runs the server: what it should serve, and what it serves where.

use super::content::part;
use super::{Block, Part};
use crate::core::artifact::Fingerprint;
use crate::core::diagnose::Diagnosis;
use crate::core::x509::Certificate;
use crate::text::Lang;
use crate::text::diagnose::report::served::{Group, agreed, groups};
use crate::text::foreign::short;
use crate::text::number::shortened;
use crate::text::time::span;

/// The certificates of the file that the user compares with.
pub fn should_be(lang: Lang, found: &Diagnosis) -> Part {
    let against = found.request.against.iter();
    let certificates = against.flat_map(|against| &against.certificates);
    let chain: Vec<&[u8]> = certificates.map(|one| &*one.der).collect();
    let blocks = match chain.is_empty() {
        true => Vec::new(),
        false => table(lang, &chain),
    };
    part(lang.pick("What should be served", "应当提供的证书"), blocks)
}

/// What came, address by address.
pub fn is(lang: Lang, found: &Diagnosis) -> Part {
    let mut blocks: Vec<Block> = Vec::new();
    for group in groups(found) {
        blocks.push(Block::Text(place(lang, &group)));
        let chain = group.first.handshake.chain.iter().map(Vec::as_slice);
        blocks.extend(table(lang, &chain.collect::<Vec<_>>()));
    }
    part(
        lang.pick("What is served, as sent", "实际提供的证书（按发送顺序）"),
        blocks,
    )
}

/// `www.example.com at 203.0.113.7:443 (TLS 1.3, …)`.
fn place(lang: Lang, group: &Group<'_>) -> String {
    let name = short(group.first.name.as_str());
    let places: Vec<String> = group.addresses.iter().map(ToString::to_string).collect();
    let places = shortened(lang, &places, 4);
    let agreed = agreed(lang, group.first);
    match group.first.with_sni {
        true => say!(
            lang,
            "{name} at {places} ({agreed})",
            "{name}，位于 {places}（{agreed}）"
        ),
        false => say!(
            lang,
            "Without the name (SNI) at {places} ({agreed})",
            "不带名称（SNI），位于 {places}（{agreed}）"
        ),
    }
}

/// Certificates in short, and their fingerprints below, which are too wide for a table.
fn table(lang: Lang, chain: &[&[u8]]) -> Vec<Block> {
    let head = [
        lang.pick("Certificate", "证书"),
        lang.pick("Issuer", "颁发者"),
        lang.pick("Valid", "有效期"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(chain.iter().map(|der| row(lang, der)));
    let fingerprints = chain.iter().map(|der| Fingerprint::of(der));
    let lines = fingerprints.map(|one| format!("SHA-256 {one}"));
    vec![Block::Table(rows), Block::Copy(lines.collect())]
}

fn row(lang: Lang, der: &[u8]) -> Vec<String> {
    match Certificate::parse(der) {
        Ok(read) => vec![
            short(&read.title()).into_owned(),
            short(&read.issuer.title()).into_owned(),
            span(lang, read.not_before, read.not_after),
        ],
        Err(_) => vec![
            lang.pick("cannot be read", "无法读取").to_owned(),
            String::new(),
            String::new(),
        ],
    }
}
