//! Words of facts about records that a CA looks for.

mod diff;
mod place;

use super::{Words, about, name, names};
use crate::core::diagnose::checks::records::{DiffPart, ValueFault};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{Id, RecordFact};
use crate::text::Lang;
use crate::text::prose::sentences;
use crate::text::time::duration;

pub(super) fn words(lang: Lang, fact: &RecordFact) -> Words {
    match fact {
        RecordFact::TxtMissing { name, missing_at } => catalogued(
            lang,
            fact.id(),
            say!(lang, "No TXT record at {name}", "{name} 没有 TXT 记录"),
            without(lang, missing_at),
        ),
        RecordFact::CnameMissing {
            name,
            target,
            missing_at,
        } => no_alias(lang, name, target, missing_at),
        RecordFact::CnameWrongTarget {
            name,
            expected,
            found,
            ..
        } => wrong_target(lang, name, expected, found),
        RecordFact::TxtWrongValue {
            name,
            expected,
            found,
            cause,
            diff,
            at,
        } => wrong_value(lang, name, [expected, found], (*cause, diff), at),
        RecordFact::TxtSeveral { name, others } => several(lang, name, others),
        RecordFact::LookupFailed {
            name,
            record,
            code,
            at,
        } => failed(lang, name, *record, *code, at),
        RecordFact::Stale {
            name,
            at,
            seconds,
            is_absence,
        } => stale(lang, name, at, *seconds, *is_absence),
        _ => place::words(lang, fact),
    }
}

fn no_alias(lang: Lang, at: &DnsName, target: &DnsName, missing_at: &[String]) -> Words {
    let without = without(lang, missing_at);
    let leads = say!(lang, "It must lead to {target}.", "它应指向 {target}。");
    catalogued(
        lang,
        Id::CnameMissing,
        say!(lang, "No CNAME record at {at}", "{at} 没有 CNAME 记录"),
        sentences(lang, &[without, leads]),
    )
}

fn wrong_target(lang: Lang, at: &DnsName, expected: &DnsName, found: &str) -> Words {
    let found = name(found);
    catalogued(
        lang,
        Id::CnameWrongTarget,
        say!(
            lang,
            "The alias {at} leads elsewhere",
            "别名 {at} 指向了别处"
        ),
        say!(
            lang,
            "It leads to {found}; the CA expects {expected}.",
            "它指向 {found}，而 CA 要求指向 {expected}。"
        ),
    )
}

fn several(lang: Lang, at: &DnsName, others: &[String]) -> Words {
    let others = names(lang, others);
    catalogued(
        lang,
        Id::TxtSeveral,
        say!(lang, "{at} has other values too", "{at} 还有其他值"),
        say!(
            lang,
            "The right value is there, and beside it {others}.",
            "正确的值已存在，此外还有 {others}。"
        ),
    )
}

fn failed(
    lang: Lang,
    at: &DnsName,
    record: RecordType,
    code: Option<u16>,
    who: &[String],
) -> Words {
    let who = names(lang, who);
    let why = match code {
        Some(code) => say!(
            lang,
            "Answers with failure code {code}: {who}.",
            "返回错误代码 {code}：{who}。"
        ),
        None => say!(lang, "No usable answer: {who}.", "没有可用的应答：{who}。"),
    };
    catalogued(
        lang,
        Id::RecordLookupFailed,
        say!(
            lang,
            "There are servers without an answer about the {record} record at {at}",
            "有服务器对 {at} 的 {record} 记录没有应答"
        ),
        why,
    )
}

fn without(lang: Lang, missing_at: &[String]) -> String {
    let places = names(lang, missing_at);
    say!(
        lang,
        "These answer without it: {places}.",
        "以下服务器的应答中没有它：{places}。"
    )
}

fn wrong_value(
    lang: Lang,
    at: &DnsName,
    [expected, found]: [&str; 2],
    (cause, diff): (ValueFault, &[DiffPart]),
    who: &[String],
) -> Words {
    let cause = match cause {
        ValueFault::Quotes => lang.pick(
            "Quotes are part of the value; panels add them by themselves.",
            "记录值中包含引号，而控制台会自动添加引号。",
        ),
        ValueFault::Spaces => lang.pick(
            "It has spaces that the expected value does not have, or lacks some.",
            "其中的空格与要求的值不同。",
        ),
        ValueFault::FinalDot => lang.pick("It differs by the dot at its end.", "仅末尾的点不同。"),
        ValueFault::Case => lang.pick(
            "The letters are the same, capitals differ; a TXT value is compared exactly.",
            "字母相同但大小写不同，而 TXT 值须完全一致。",
        ),
        ValueFault::Surplus => lang.pick(
            "The expected value is in it, with more before or behind.",
            "其中包含要求的值，但前后有多余内容。",
        ),
        ValueFault::Cut => lang.pick(
            "It is a part of the expected value alone.",
            "只有要求的值的一部分。",
        ),
        ValueFault::Other => lang.pick("It is another value.", "这是另一个值。"),
    };
    let (expected, found, who) = (name(expected), name(found), names(lang, who));
    let values = say!(
        lang,
        "Expected “{expected}”, found “{found}” at {who}.",
        "要求“{expected}”，实际“{found}”，见于 {who}。"
    );
    catalogued(
        lang,
        Id::TxtWrongValue,
        say!(
            lang,
            "The TXT record at {at} has another value",
            "{at} 的 TXT 记录值不同"
        ),
        sentences(lang, &[cause.to_owned(), values]),
    )
    .raw(&diff::marked(diff))
}

fn stale(lang: Lang, at: &DnsName, who: &[String], seconds: u32, is_absence: bool) -> Words {
    let who = names(lang, who);
    let kept = match is_absence {
        true => say!(
            lang,
            "These keep “no such record”: {who}.",
            "以下解析器缓存着“没有此记录”：{who}。"
        ),
        false => say!(
            lang,
            "These keep another value: {who}.",
            "以下解析器缓存着其他值：{who}。"
        ),
    };
    let until = duration(lang, u64::from(seconds));
    let until = say!(
        lang,
        "The last of them asks anew in {until} at the latest.",
        "最迟 {until}后会重新查询。"
    );
    catalogued(
        lang,
        Id::RecordStale,
        say!(
            lang,
            "Resolvers keep an old answer for {at}",
            "递归解析器缓存着 {at} 的旧应答"
        ),
        sentences(lang, &[kept, until]),
    )
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
