//! A diagnosis as plain text: verdict, checks lane by lane, findings, who says what, the time line.

mod scanned;
pub(super) mod served;

use std::collections::BTreeMap;

use super::source::{millis, outcome, source, values, what};
use super::verdict::headline;
use super::{lane, lines};
use crate::core::diagnose::ask::{Asked, Said};
use crate::core::diagnose::publish::of_finding;
use crate::core::diagnose::{Check, CheckId, Diagnosis, Lane, Mark, State};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{Finding, Id};
use crate::text::Lang;
use crate::text::finding::page_parts;
use crate::text::foreign::{display, short};
use crate::text::number::whole;
use crate::text::prose::columns;
use crate::text::report::{Page, placed, table_width};
use crate::text::time::{duration, exact};

/// Lines of the time line that are told; the document has all.
const ASKED: usize = 200;

/// The whole report; ends with a line break.
pub fn render(lang: Lang, found: &Diagnosis) -> String {
    let mut page = Page::default();
    let (head, sentence) = headline(lang, &found.checks, false);
    page.paragraph(0, &head);
    page.paragraph(0, &sentence);
    page.paragraph(0, &when(lang, found));
    if let Some(detail) = &found.no_network {
        page.paragraph(0, &no_network(lang, detail));
    }
    for one in Lane::ALL {
        checks(lang, found, one, &mut page);
    }
    findings(lang, found, &mut page);
    served::write(lang, found, &mut page);
    scanned::write(lang, found, &mut page);
    said(lang, &found.said, &mut page);
    asked(lang, &found.asked, &mut page);
    page.gap();
    page.paragraph(0, from_one_place(lang, found));
    page.finish()
}

/// When it ran and how long; of a watch how often it looked.
pub(super) fn when(lang: Lang, found: &Diagnosis) -> String {
    let (at, took) = (exact(lang, found.at), millis(lang, found.took_ms));
    match found.rounds {
        0 | 1 => say!(lang, "{at}, in {took}.", "{at}，用时 {took}。"),
        rounds => {
            let took = duration(lang, found.took_ms / 1_000);
            say!(
                lang,
                "{at}, looked {rounds} times in {took}.",
                "{at}，{took}内查看了 {rounds} 次。"
            )
        }
    }
}

/// Nothing could be asked at all, with the system's own words.
pub fn no_network(lang: Lang, detail: &str) -> String {
    let detail = short(detail);
    say!(
        lang,
        "Nobody could be asked: this computer has no way to the network ({detail}).",
        "无法询问任何服务器：这台计算机没有网络（{detail}）。"
    )
}

fn from_one_place(lang: Lang, found: &Diagnosis) -> &'static str {
    match looks_like_a_ca(found) {
        true => lang.pick(
            "Seen from this computer. CAs look from several networks at once, and all must agree.",
            "以上是从这台计算机看到的情况。CA 会同时从多个网络查看，结果必须一致。",
        ),
        false => lang.pick(
            "Seen from this computer. A firewall, a load balancer or a CDN may answer others otherwise.",
            "以上是从这台计算机看到的情况。防火墙、负载均衡或 CDN 对别处的应答可能不同。",
        ),
    }
}

/// Whether the run looked at what a CA looks at, not at servers alone.
pub(super) fn looks_like_a_ca(found: &Diagnosis) -> bool {
    let is_of_ca = |lane: &Lane| matches!(lane, Lane::Dns | Lane::Validation);
    found.request.lanes.iter().any(is_of_ca)
}

/// How a check ended, in a word.
pub fn mark(lang: Lang, state: State) -> &'static str {
    match state {
        State::Waiting | State::Running => lang.pick("not run", "未运行"),
        State::Skipped(_) => lang.pick("left out", "略过"),
        State::Done(Mark::Good) => lang.pick("ok", "正常"),
        State::Done(Mark::Notice) => lang.pick("note", "提示"),
        State::Done(Mark::Warning) => lang.pick("warning", "警告"),
        State::Done(Mark::Unknown) => lang.pick("unknown", "未知"),
        State::Done(Mark::Problem) => lang.pick("error", "错误"),
    }
}

fn checks(lang: Lang, found: &Diagnosis, one: Lane, page: &mut Page) {
    let of_lane = |check: &&Check| check.key.id.lane() == one;
    let mut names: Vec<&DnsName> = Vec::new();
    for check in found.checks.iter().filter(of_lane) {
        if !names.contains(&&check.key.name) {
            names.push(&check.key.name);
        }
    }
    for name in names {
        page.gap();
        let title = lane(lang, one);
        let shown = display(name.as_str());
        page.line(0, &say!(lang, "{title}: {shown}", "{title}：{shown}"));
        for check in found.checks.iter().filter(of_lane) {
            if check.key.name == *name {
                row(lang, check, page);
            }
        }
    }
}

/// `[ok]       Name exists: 2 addresses, 12 ms`.
fn row(lang: Lang, check: &Check, page: &mut Page) {
    let told = lines(lang, check);
    let mark = format!("[{}]", mark(lang, check.state));
    let (title, detail) = (told.title, told.detail);
    let mut text = match detail.is_empty() {
        true => title,
        false => say!(lang, "{title}: {detail}", "{title}：{detail}"),
    };
    // A connection tells the time of each step itself, and what was left out took none.
    let is_told = check.key.id != CheckId::Connection && check.mark().is_some();
    if check.took_ms > 0 && is_told {
        let took = millis(lang, check.took_ms);
        text.push_str(&say!(lang, ", {took}", "，{took}"));
    }
    page.labelled(2, &mark, 11, &text);
}

fn findings(lang: Lang, found: &Diagnosis, page: &mut Page) {
    let (told, more) = folded(&found.findings());
    for finding in told {
        page.gap();
        let names = named(found, &finding);
        let place = (found.request.names.len() > 1).then_some(names.as_str());
        placed(lang, &finding, place, page);
        for record in of_finding(&found.request.expected, &finding) {
            page.line(4, &display(&record.zone_line));
        }
        for part in page_parts(lang, &finding) {
            page.line(4, &part);
        }
    }
    for (id, count) in more {
        page.gap();
        page.paragraph(0, &more_of(lang, id, count));
    }
}

/// Findings of one id that are told in full; the rest are counted.
const TOLD: usize = 3;

/// The findings to tell in full, and how many more there are of an id.
pub(super) fn folded(findings: &[Finding]) -> (Vec<Finding>, Vec<(Id, usize)>) {
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    let mut told: Vec<Finding> = Vec::new();
    for finding in findings {
        let count = counts.entry(finding.id()).or_default();
        *count += 1;
        if *count <= TOLD {
            told.push(finding.clone());
        }
    }
    let more = counts.into_iter().filter(|(_, count)| *count > TOLD);
    (told, more.map(|(id, count)| (id, count - TOLD)).collect())
}

/// `And 4 more of dns_server_lame.`
pub(super) fn more_of(lang: Lang, id: Id, count: usize) -> String {
    let (count, id) = (whole(count as u64), id.name());
    say!(lang, "And {count} more of {id}.", "{id} 还有 {count} 项。")
}

/// The names of the order that a finding is about.
pub(super) fn named(found: &Diagnosis, finding: &Finding) -> String {
    let mut names: Vec<&str> = Vec::new();
    for check in &found.checks {
        let name = check.key.name.as_str();
        if check.findings.contains(finding) && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// What sources said of one name and type.
pub(super) type Told<'a> = ((&'a DnsName, RecordType), Vec<&'a Said>);

/// Who says what, by name and type; what was said first comes first.
pub(super) fn grouped(said: &[Said]) -> Vec<Told<'_>> {
    let mut order: Vec<(&DnsName, RecordType)> = Vec::new();
    let mut all: BTreeMap<(&DnsName, RecordType), Vec<&Said>> = BTreeMap::new();
    for one in said {
        let key = (&one.name, one.record);
        let group = all.entry(key).or_default();
        if group.is_empty() {
            order.push(key);
        }
        group.push(one);
    }
    let take = |key| all.remove(&key).map(|group| (key, group));
    order.into_iter().filter_map(take).collect()
}

fn said(lang: Lang, said: &[Said], page: &mut Page) {
    for ((name, record), group) in grouped(said) {
        page.gap();
        let name = display(name.as_str());
        page.line(
            0,
            &say!(
                lang,
                "Who says what: {record} {name}",
                "各处的应答：{record} {name}"
            ),
        );
        let rows: Vec<Vec<String>> = group.iter().flat_map(|one| answers(lang, one)).collect();
        table(&rows, page);
    }
}

/// Source, time, TTL, value; a further value has a line of its own.
fn answers(lang: Lang, said: &Said) -> Vec<Vec<String>> {
    let ttl = said.ttl.map_or_else(String::new, |ttl| {
        let ttl = whole(u64::from(ttl));
        format!("TTL {ttl}")
    });
    let values = values(lang, said).into_iter().enumerate();
    let line = |(index, value)| match index {
        0 => vec![
            source(lang, &said.source),
            millis(lang, said.took_ms),
            ttl.clone(),
            value,
        ],
        _ => vec![String::new(), String::new(), String::new(), value],
    };
    values.map(line).collect()
}

/// A table; where it is too wide, each row's last cell goes below its others.
fn table(rows: &[Vec<String>], page: &mut Page) {
    const WIDTH: usize = 78;
    if table_width(rows) <= WIDTH {
        return page.table(2, rows);
    }
    let heads: Vec<Vec<String>> = rows.iter().map(|row| head_of(row).to_vec()).collect();
    let widths: Vec<usize> = (0..heads.first().map_or(0, Vec::len))
        .map(|at| {
            let cells = heads.iter().filter_map(|row| row.get(at));
            cells.map(|cell| columns(cell)).max().unwrap_or_default()
        })
        .collect();
    for row in rows {
        let head: Vec<String> = head_of(row)
            .iter()
            .zip(&widths)
            .map(|(cell, width)| crate::text::prose::padded(cell, *width))
            .collect();
        let head = head.join("  ");
        if !head.trim().is_empty() {
            page.line(2, head.trim_end());
        }
        page.line(6, row.last().map_or("", String::as_str));
    }
}

fn head_of(row: &[String]) -> &[String] {
    row.split_last().map_or(row, |(_, head)| head)
}

fn asked(lang: Lang, asked: &[Asked], page: &mut Page) {
    if asked.is_empty() {
        return;
    }
    page.gap();
    page.line(0, lang.pick("Asked, in order:", "依次询问："));
    let row = |one: &Asked| {
        vec![
            format!("+{}", millis(lang, one.begun_ms)),
            millis(lang, one.took_ms),
            what(lang, one),
            short(&one.whom).into_owned(),
            outcome(lang, &one.outcome),
        ]
    };
    let rows: Vec<Vec<String>> = asked.iter().take(ASKED).map(row).collect();
    table(&rows, page);
    if let Some(more) = asked.len().checked_sub(ASKED).filter(|more| *more > 0) {
        let more = whole(more as u64);
        page.line(2, &say!(lang, "and {more} more", "另有 {more} 条"));
    }
}
