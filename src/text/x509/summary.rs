//! What an extension says, in one line.

use super::Oids;
use crate::core::time::Moment;
use crate::core::x509::details::{ExtensionDetail, Label, Line, LineValue, Reading};
use crate::text::Lang;
use crate::text::number::{counted, shortened};
use crate::text::time;

/// Items of a list in the one line.
const ITEMS: usize = 3;

/// What it says: `2 DNS names`, `digital signature, key encipherment`, `not a CA`.
pub fn summary(lang: Lang, extension: &ExtensionDetail) -> String {
    if extension.reading != Reading::Decoded {
        return super::reading(lang, extension.reading)
            .unwrap_or_default()
            .to_owned();
    }
    match &*extension.oid {
        "2.5.29.17" | "2.5.29.18" => names(lang, &extension.lines),
        "2.5.29.19" => basic_constraints(lang, &extension.lines),
        "1.3.6.1.4.1.11129.2.4.2" => receipts(lang, &extension.lines),
        _ => first_values(lang, &extension.lines),
    }
}

fn names(lang: Lang, lines: &[Line]) -> String {
    let more = lines.iter().map(|line| match line.value {
        LineValue::Count(count) => count,
        _ => 1,
    });
    let all: usize = more.sum();
    let is = |label: Label| {
        lines
            .iter()
            .all(|line| line.label == label || line.label == Label::More)
    };
    if is(Label::DnsName) {
        return counted(lang, all, ("DNS name", "DNS names"), "个 DNS 名称");
    }
    if is(Label::IpAddress) {
        return counted(lang, all, ("IP address", "IP addresses"), "个 IP 地址");
    }
    if is(Label::EmptyList) {
        return lang.pick("empty", "空").to_owned();
    }
    counted(lang, all, ("name", "names"), "个名称")
}

fn basic_constraints(lang: Lang, lines: &[Line]) -> String {
    let is_ca = lines.iter().any(|line| line.value == LineValue::Flag(true));
    let length = lines.iter().find(|line| line.label == Label::PathLength);
    let length = length.map(|line| super::value(lang, &line.value, Oids::Hidden));
    match (is_ca, length) {
        (false, _) => lang.pick("not a CA", "不是 CA").to_owned(),
        (true, None) => lang.pick("CA", "CA").to_owned(),
        (true, Some(length)) => {
            say!(
                lang,
                "CA, intermediates below: {length}",
                "CA，下级中间证书数：{length}"
            )
        }
    }
}

fn receipts(lang: Lang, lines: &[Line]) -> String {
    let days: Vec<String> = lines
        .iter()
        .filter_map(|line| match line.value {
            LineValue::Millis(millis) => i64::try_from(millis / 1000).ok(),
            _ => None,
        })
        .map(|secs| time::date(lang, Moment(secs)))
        .collect();
    let logs = counted(lang, days.len(), ("log", "logs"), "个日志");
    match days.first() {
        Some(day) if days.iter().all(|other| other == day) => {
            say!(lang, "{logs}, signed on {day}", "{logs}，签署于 {day}")
        }
        _ => logs,
    }
}

/// The first values at the outermost depth that has any, with a label where it matters.
fn first_values(lang: Lang, lines: &[Line]) -> String {
    let with_value = |line: &&Line| !matches!(line.value, LineValue::None | LineValue::Count(_));
    let values: Vec<String> = lines
        .iter()
        .filter(with_value)
        .map(|line| one(lang, line))
        .collect();
    let are_words = lines
        .iter()
        .all(|line| matches!(line.value, LineValue::Oid(_)));
    if are_words && values.len() <= ITEMS {
        return values.join(super::between(lang));
    }
    if !values.is_empty() {
        return shortened(lang, &values, ITEMS);
    }
    let labels: Vec<_> = lines
        .iter()
        .map(|line| super::label(lang, &line.label, Oids::Hidden))
        .collect();
    shortened(lang, &labels, ITEMS)
}

fn one(lang: Lang, line: &Line) -> String {
    let value = match &line.value {
        LineValue::Text(text) | LineValue::Plain(text) => {
            crate::text::foreign::short(text).into_owned()
        }
        LineValue::Hex(bytes) => super::bytes(lang, bytes.get(..20).unwrap_or(bytes)),
        value => super::value(lang, value, Oids::Hidden),
    };
    match &line.value {
        LineValue::Flag(true) if line.label == Label::Present => value,
        LineValue::Flag(_) | LineValue::Number(_) => {
            let label = super::label(lang, &line.label, Oids::Hidden);
            say!(lang, "{label}: {value}", "{label}：{value}")
        }
        _ => value,
    }
}
