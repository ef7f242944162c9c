//! Words of facts about records that a CA looks for.

mod diff;
mod place;

use super::{Words, about, name, names};
use crate::core::diagnose::checks::records::ValueFault;
use crate::core::finding::{Id, RecordFact};
use crate::text::Lang;
use crate::text::prose::sentences;
use crate::text::time::duration;

pub(super) fn words(lang: Lang, fact: &RecordFact) -> Words {
    match fact {
        RecordFact::TxtMissing {
            name: at,
            missing_at,
        } => catalogued(
            lang,
            fact.id(),
            say!(lang, "No TXT record at {at}", "{at} 没有 TXT 记录"),
            without(lang, missing_at),
        ),
        RecordFact::CnameMissing {
            name: at,
            target,
            missing_at,
        } => {
            let without = without(lang, missing_at);
            let leads = say!(lang, "It must lead to {target}.", "它应指向 {target}。");
            catalogued(
                lang,
                fact.id(),
                say!(lang, "No CNAME record at {at}", "{at} 没有 CNAME 记录"),
                sentences(lang, &[without, leads]),
            )
        }
        RecordFact::CnameWrongTarget {
            name: at,
            expected,
            found,
            ..
        } => {
            let found = name(found);
            catalogued(
                lang,
                fact.id(),
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
        RecordFact::TxtWrongValue { .. } => wrong_value(lang, fact),
        RecordFact::TxtSeveral { name: at, others } => {
            let others = names(lang, others);
            catalogued(
                lang,
                fact.id(),
                say!(lang, "{at} has other values too", "{at} 还有其他值"),
                say!(
                    lang,
                    "The right value is there, and beside it {others}.",
                    "正确的值已存在，此外还有 {others}。"
                ),
            )
        }
        RecordFact::LookupFailed {
            name: at,
            record,
            code,
            at: who,
        } => {
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
                fact.id(),
                say!(
                    lang,
                    "The {record} record at {at} could not be looked up",
                    "无法查询 {at} 的 {record} 记录"
                ),
                why,
            )
        }
        RecordFact::Stale { .. } => stale(lang, fact),
        _ => place::words(lang, fact),
    }
}

fn without(lang: Lang, missing_at: &[String]) -> String {
    let places = names(lang, missing_at);
    say!(
        lang,
        "These answer without it: {places}.",
        "以下服务器的应答中没有它：{places}。"
    )
}

fn wrong_value(lang: Lang, fact: &RecordFact) -> Words {
    let RecordFact::TxtWrongValue {
        name: at,
        expected,
        found,
        cause,
        diff,
        ..
    } = fact
    else {
        return Words::new("", "", "");
    };
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
    let (expected, found) = (name(expected), name(found));
    let values = say!(
        lang,
        "Expected “{expected}”, found “{found}”.",
        "要求“{expected}”，实际“{found}”。"
    );
    catalogued(
        lang,
        fact.id(),
        say!(
            lang,
            "The TXT record at {at} has another value",
            "{at} 的 TXT 记录值不同"
        ),
        sentences(lang, &[cause.to_owned(), values]),
    )
    .raw(&diff::marked(diff))
}

fn stale(lang: Lang, fact: &RecordFact) -> Words {
    let RecordFact::Stale {
        name: at,
        at: who,
        seconds,
        is_absence,
    } = fact
    else {
        return Words::new("", "", "");
    };
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
    let until = duration(lang, u64::from(*seconds));
    let until = say!(
        lang,
        "The last of them asks anew in {until} at the latest.",
        "最迟 {until}后会重新查询。"
    );
    catalogued(
        lang,
        fact.id(),
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
