//! Words of facts about where a record is seen, and what stands in a zone besides.

use super::catalogued;
use crate::core::finding::RecordFact;
use crate::text::Lang;
use crate::text::finding::{Words, names};
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &RecordFact) -> Words {
    let (message, why) = match fact {
        RecordFact::DoubledLabel { .. } | RecordFact::WrongPlace { .. } => landed(lang, fact),
        RecordFact::ServersDisagree {
            name,
            with,
            without,
        } => (
            say!(
                lang,
                "Only some name servers have the record at {name}",
                "只有部分权威 DNS 服务器有 {name} 的记录"
            ),
            both(lang, with, without),
        ),
        RecordFact::PlacesDisagree {
            name,
            with,
            without,
        } => (
            say!(
                lang,
                "The record at {name} is visible in some places only",
                "{name} 的记录只在部分地方可见"
            ),
            both(lang, with, without),
        ),
        RecordFact::FromWildcard { name, asked } => (
            say!(
                lang,
                "A wildcard record answers for {name}",
                "{name} 的应答来自通配符记录"
            ),
            say!(
                lang,
                "{asked}, a name made up at random, has the same answer.",
                "随机名称 {asked} 得到相同的应答。"
            ),
        ),
        RecordFact::GeoOrFirewall {
            name,
            said,
            failing,
        } => geo(lang, name.as_str(), said, failing),
        _ => standing(lang, fact),
    };
    catalogued(lang, fact.id(), message, why)
}

/// Where a record landed by mistake.
fn landed(lang: Lang, fact: &RecordFact) -> (String, String) {
    match fact {
        RecordFact::DoubledLabel {
            name,
            found_at,
            is_expected,
        } => (
            say!(
                lang,
                "A record stands at {found_at}",
                "有一条记录位于 {found_at}"
            ),
            match is_expected {
                true => say!(
                    lang,
                    "It has the expected value; the CA looks at {name}.",
                    "它的值正是要求的值，但 CA 查看的是 {name}。"
                ),
                false => say!(
                    lang,
                    "The panel added the zone to a name that had it already; the CA looks at {name}.",
                    "控制台在已含区域的名称后又添加了区域，而 CA 查看的是 {name}。"
                ),
            },
        ),
        RecordFact::WrongPlace { name, found_at } => (
            say!(
                lang,
                "The expected value stands at {found_at}",
                "要求的值位于 {found_at}"
            ),
            say!(lang, "The CA looks at {name}.", "CA 查看的是 {name}。"),
        ),
        _ => (String::new(), String::new()),
    }
}

fn both(lang: Lang, with: &[String], without: &[String]) -> String {
    let (with, without) = (names(lang, with), names(lang, without));
    say!(
        lang,
        "With it: {with}. Without it: {without}.",
        "有记录：{with}。没有记录：{without}。"
    )
}

fn geo(
    lang: Lang,
    name: &str,
    said: &[(Vec<String>, Vec<String>)],
    failing: &[String],
) -> (String, String) {
    let mut parts: Vec<String> = Vec::new();
    for (values, who) in said {
        let who = names(lang, who);
        parts.push(match values.is_empty() {
            true => say!(lang, "No address: {who}.", "没有地址：{who}。"),
            false => {
                let values = names(lang, values);
                say!(lang, "{values}: {who}.", "{values}：{who}。")
            }
        });
    }
    if !failing.is_empty() {
        let failing = names(lang, failing);
        parts.push(say!(
            lang,
            "No usable answer: {failing}.",
            "没有可用的应答：{failing}。"
        ));
    }
    let here = lang.pick(
        "This was seen from one place; CAs look from several.",
        "这是从一处看到的结果，而 CA 会从多处查看。",
    );
    parts.push(here.to_owned());
    (
        say!(
            lang,
            "Not everybody gets the same addresses of {name}",
            "各处得到的 {name} 地址不一致"
        ),
        sentences(lang, &parts),
    )
}

/// What stands in a zone whatever is expected.
fn standing(lang: Lang, fact: &RecordFact) -> (String, String) {
    match fact {
        RecordFact::CnameTargetMissing { name, target } => (
            say!(lang, "{name} leads to nothing", "{name} 指向的名称不存在"),
            say!(lang, "{target} does not exist.", "{target} 不存在。"),
        ),
        RecordFact::AcmeDangling { name, target } => (
            say!(
                lang,
                "{name} leads to nothing now",
                "{name} 目前指向的名称不存在"
            ),
            say!(lang, "{target} does not exist.", "{target} 不存在。"),
        ),
        RecordFact::AcmeDelegated {
            name,
            target,
            is_zone,
        } => (
            say!(
                lang,
                "{name} is looked for elsewhere",
                "{name} 已委派到别处"
            ),
            match is_zone {
                true => lang
                    .pick(
                        "It is a zone of its own, with its own name servers.",
                        "它是一个单独的区域，有自己的权威 DNS 服务器。",
                    )
                    .to_owned(),
                false => say!(
                    lang,
                    "It is an alias of {target}.",
                    "它是 {target} 的别名。"
                ),
            },
        ),
        RecordFact::PersistFound { name, values } => {
            let values = names(lang, values);
            (
                say!(
                    lang,
                    "{name} allows a CA to validate anew",
                    "{name} 允许 CA 再次验证"
                ),
                say!(
                    lang,
                    "It says {values}. The CA and account named may issue without a further change.",
                    "其内容为 {values}。所写的 CA 和账户无需再改动即可签发。"
                ),
            )
        }
        _ => (String::new(), String::new()),
    }
}
