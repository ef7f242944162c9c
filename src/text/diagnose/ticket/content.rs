//! What a ticket says, part by part, whatever its form.

use super::super::expected as told;
use super::super::report::{folded, grouped, looks_like_a_ca, more_of, when};
use super::super::source::{millis, source, values};
use super::{Block, Part, served, verify};
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::publish::{ToPublish, to_publish};
use crate::core::diagnose::{Diagnosis, Lane};
use crate::core::env::DnsName;
use crate::core::finding::{Finding, Severity};
use crate::text::Lang;
use crate::text::finding::words;
use crate::text::foreign::{display, short};
use crate::text::number::shortened;

/// `Certificate for example.com: what keeps the CA from issuing`, or what is served.
pub fn title(lang: Lang, found: &Diagnosis) -> String {
    let names: Vec<String> = found
        .request
        .names
        .iter()
        .map(ToString::to_string)
        .collect();
    let names = shortened(lang, &names, 3);
    match (looks_like_a_ca(found), looks_at_server(found)) {
        (true, true) => say!(
            lang,
            "Certificate for {names}: what has to be put right",
            "{names} 的证书：需要处理的问题"
        ),
        (true, false) => say!(
            lang,
            "Certificate for {names}: what keeps the CA from issuing",
            "{names} 的证书：CA 不签发的原因"
        ),
        (false, _) => say!(
            lang,
            "Certificate for {names}: what the server serves",
            "{names} 的证书：服务器实际提供的内容"
        ),
    }
}

fn looks_at_server(found: &Diagnosis) -> bool {
    let at_server = |lane: &Lane| matches!(lane, Lane::Connection | Lane::Page);
    found.request.lanes.iter().any(at_server)
}

/// All parts that have something to say.
pub fn parts(lang: Lang, found: &Diagnosis) -> Vec<Part> {
    let all = [
        problems(lang, found),
        to_change(lang, found),
        expected(lang, found),
        seen(lang, found),
        served::should_be(lang, found),
        served::is(lang, found),
        verified(lang, found),
        origin(lang, found),
    ];
    all.into_iter()
        .filter(|part| !part.blocks.is_empty())
        .collect()
}

pub(super) fn part(heading: &str, blocks: Vec<Block>) -> Part {
    Part {
        heading: heading.to_owned(),
        blocks,
    }
}

fn problems(lang: Lang, found: &Diagnosis) -> Part {
    let mut blocks: Vec<Block> = Vec::new();
    let bad = |finding: &Finding| finding.severity > Severity::Info;
    let (told, more) = folded(&found.findings().into_iter().filter(bad).collect::<Vec<_>>());
    for finding in told {
        let words = words(lang, &finding);
        blocks.push(Block::Item(words.message.clone(), words.paragraph(lang)));
    }
    for (id, count) in more {
        blocks.push(Block::Text(more_of(lang, id, count)));
    }
    if blocks.is_empty() {
        let (head, sentence) = super::super::verdict::headline(lang, &found.checks, false);
        blocks.push(Block::Item(head, sentence));
    }
    part(lang.pick("What is wrong", "存在的问题"), blocks)
}

/// Records ready to copy: as a provider's form asks for them, then as a zone file has them.
fn to_change(lang: Lang, found: &Diagnosis) -> Part {
    let records = to_publish(found);
    let heading = lang.pick("Records that have to be there", "应有的解析记录");
    if records.is_empty() {
        return part(heading, Vec::new());
    }
    let mut rows = vec![
        [
            lang.pick("Domain", "主域名"),
            lang.pick("Host record", "主机记录"),
            lang.pick("Type", "类型"),
            lang.pick("Value", "记录值"),
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    rows.extend(records.iter().map(row));
    let lines = records
        .iter()
        .map(|record| display(&record.zone_line).into_owned());
    let blocks = vec![
        Block::Table(rows),
        Block::Text(
            lang.pick("The same as lines of a zone file:", "写成区域文件的行：")
                .to_owned(),
        ),
        Block::Copy(lines.collect()),
    ];
    part(heading, blocks)
}

fn row(record: &ToPublish) -> Vec<String> {
    let zone = record.zone.as_ref().map(ToString::to_string);
    vec![
        zone.unwrap_or_default(),
        record.host.clone(),
        record.kind.to_string(),
        display(&record.value).into_owned(),
    ]
}

fn expected(lang: Lang, found: &Diagnosis) -> Part {
    let mut lines: Vec<String> = found.request.expected.iter().map(told).collect();
    if let Some(authority) = &found.request.authority {
        let domains = authority.domains.join(", ");
        lines.insert(
            0,
            display(&format!("CA: {} ({domains})", authority.name)).into_owned(),
        );
    }
    let blocks = match lines.is_empty() {
        true => Vec::new(),
        false => vec![Block::Copy(lines)],
    };
    part(
        lang.pick("What the CA looks for", "CA 要查找的内容"),
        blocks,
    )
}

/// Who said what, with the seconds for which it may be kept.
fn seen(lang: Lang, found: &Diagnosis) -> Part {
    let head = [
        lang.pick("Source", "来源"),
        lang.pick("Took", "用时"),
        "TTL",
        lang.pick("Values", "值"),
    ];
    let mut blocks = Vec::new();
    let asked_for = grouped(&found.said).into_iter();
    for ((name, record), group) in asked_for.filter(|((name, _), _)| is_concerned(found, name)) {
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for said in group {
            let ttl = said.ttl.map(|ttl| ttl.to_string());
            rows.push(vec![
                source(lang, &said.source),
                millis(lang, said.took_ms),
                ttl.unwrap_or_default(),
                values(lang, said).join(", "),
            ]);
        }
        blocks.push(Block::Text(format!(
            "{record} {}",
            short(&name.to_string())
        )));
        blocks.push(Block::Table(rows));
    }
    part(lang.pick("What was seen", "实际看到的内容"), blocks)
}

/// Whether a name is one of the order or holds something the CA looks for. Others were asked to find the cause.
fn is_concerned(found: &Diagnosis, name: &DnsName) -> bool {
    let request = &found.request;
    let mut expected = request.expected.iter().filter_map(Expected::name);
    let mut published = to_publish(found).into_iter();
    request.names.iter().any(|one| one.base() == *name)
        || expected.any(|one| one == *name)
        || published.any(|record| record.name == *name)
}

fn verified(lang: Lang, found: &Diagnosis) -> Part {
    let (unix, windows) = verify::commands(found);
    let mut blocks = Vec::new();
    for (title, lines) in [
        (lang.pick("Linux, macOS:", "Linux、macOS："), unix),
        (lang.pick("Windows (cmd):", "Windows（cmd）："), windows),
    ] {
        if !lines.is_empty() {
            blocks.push(Block::Text(title.to_owned()));
            blocks.push(Block::Copy(lines));
        }
    }
    part(lang.pick("How to verify it", "验证方法"), blocks)
}

fn origin(lang: Lang, found: &Diagnosis) -> Part {
    let at = when(lang, found);
    let one_place = match looks_like_a_ca(found) {
        true => lang.pick(
            "Seen from one place; CAs look from several networks at once.",
            "以上只从一个地点查看；CA 会同时从多个网络查看。",
        ),
        false => lang.pick(
            "Seen from one place; others may be answered otherwise.",
            "以上只从一个地点查看；别处得到的应答可能不同。",
        ),
    };
    let text = crate::text::prose::sentences(lang, &[at.as_str(), one_place]);
    part(
        lang.pick("When and where from", "查看的时间和地点"),
        vec![Block::Text(text)],
    )
}
