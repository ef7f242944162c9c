//! Words of facts about what DNS says of a name, and its servers.

mod dnssec;
mod servers;

use super::{Words, about, name, names};
use crate::core::env::DnsName;
use crate::core::finding::{DnsFact, Id, Told};
use crate::text::Lang;
use crate::text::dns::{code, seconds};
use crate::text::web::range_words;

pub(super) fn words(lang: Lang, fact: &DnsFact) -> Words {
    let id = fact.id();
    match fact {
        DnsFact::NameMissing { name: at, zone } => missing(lang, id, at, zone),
        DnsFact::NotDelegated { domain, registry } => catalogued(
            lang,
            id,
            say!(
                lang,
                "{domain} is not delegated",
                "{domain} 未被委派"
            ),
            say!(
                lang,
                "The servers of {registry} do not know {domain}: it is not registered, has run out, or is on hold.",
                "{registry} 的服务器中没有 {domain}：它未注册、已过期或被暂停解析。"
            ),
        ),
        DnsFact::NoAddress { name: at } => catalogued(
            lang,
            id,
            say!(lang, "{at} has no address", "{at} 没有地址"),
            lang.pick(
                "It has neither an A nor an AAAA record, so no CA finds its web server.",
                "它既没有 A 记录也没有 AAAA 记录，CA 无法找到其 Web 服务器。",
            ),
        ),
        DnsFact::ReservedAddress {
            name: at,
            address,
            range,
        } => catalogued(
            lang,
            id,
            say!(
                lang,
                "{at} leads to {address}",
                "{at} 指向 {address}"
            ),
            {
                let what = range_words(lang, *range);
                say!(
                    lang,
                    "That is {what}. A CA does not connect to it.",
                    "这是{what}，CA 不会连接它。"
                )
            },
        ),
        DnsFact::PublicSuffix { name: at } => catalogued(
            lang,
            id,
            say!(lang, "{at} is a public suffix", "{at} 是公共后缀"),
            lang.pick(
                "Others register names below it. CAs issue for it only to the registry that runs it, and never a wildcard for all of them.",
                "其他人可在其下注册域名。CA 只向管理它的注册局签发，也不会签发覆盖所有人的通配符。",
            ),
        ),
        DnsFact::LookupFailed {
            name: at,
            record,
            code: answered,
            detail,
        } => {
            let why = match answered {
                Some(number) => {
                    let code = code(*number);
                    say!(
                        lang,
                        "The servers answer with {code}. A CA that cannot find out does not issue.",
                        "服务器应答 {code}。CA 查不到结果就不会签发。"
                    )
                }
                None => lang
                    .pick(
                        "No server answers. A CA that cannot find out does not issue.",
                        "没有服务器应答。CA 查不到结果就不会签发。",
                    )
                    .to_owned(),
            };
            let message = say!(
                lang,
                "The {record} records of {at} cannot be found out",
                "查不到 {at} 的 {record} 记录"
            );
            catalogued(lang, id, message, why).raw(detail)
        }
        DnsFact::AliasCircle { .. }
        | DnsFact::AliasDangling { .. }
        | DnsFact::AliasBesideOthers { .. } => alias(lang, fact),
        DnsFact::DnssecBroken { .. } | DnsFact::DnssecNotChecked { .. } => {
            dnssec::words(lang, fact)
        }
        DnsFact::HostsFile { .. }
        | DnsFact::SplitDns { .. }
        | DnsFact::NegativeCached { .. }
        | DnsFact::WildcardAnswers { .. }
        | DnsFact::ResolversDisagree { .. } => seen(lang, fact),
        _ => servers::words(lang, fact),
    }
}

fn missing(lang: Lang, id: Id, at: &DnsName, zone: &DnsName) -> Words {
    let why = match zone.is_root() {
        true => lang
            .pick(
                "The resolvers say that there is no such name.",
                "递归解析器应答说没有这个名称。",
            )
            .to_owned(),
        false => say!(
            lang,
            "The servers of {zone} say that there is no such name.",
            "{zone} 的服务器应答说没有这个名称。"
        ),
    };
    let message = say!(lang, "{at} does not exist", "{at} 不存在");
    catalogued(lang, id, message, why)
}

fn alias(lang: Lang, fact: &DnsFact) -> Words {
    let id = fact.id();
    match fact {
        DnsFact::AliasCircle { names: chain } => {
            let first = chain.first().cloned().unwrap_or_default();
            let chain: Vec<String> = chain.iter().map(ToString::to_string).collect();
            let chain = chain.join(" → ");
            catalogued(
                lang,
                id,
                say!(
                    lang,
                    "The aliases of {first} never end",
                    "{first} 的 CNAME 没有终点"
                ),
                say!(
                    lang,
                    "Its CNAME records lead on and on: {}.",
                    "其 CNAME 记录不断指向下一个名称：{}。",
                    name(&chain)
                ),
            )
        }
        DnsFact::AliasDangling { name: at, target } => catalogued(
            lang,
            id,
            say!(
                lang,
                "{at} is an alias of {target}, which does not exist",
                "{at} 的 CNAME 指向不存在的 {target}"
            ),
            lang.pick(
                "A CA follows the alias and finds nothing. Somebody else may be able to register the target and get certificates for this name.",
                "CA 跟随该别名却找不到任何内容。其他人可能注册该目标，并由此取得此名称的证书。",
            ),
        ),
        DnsFact::AliasBesideOthers {
            name: at,
            target,
            others,
        } => {
            let others: Vec<String> = others.iter().map(ToString::to_string).collect();
            let others = names(lang, &others);
            catalogued(
                lang,
                id,
                say!(
                    lang,
                    "{at} is an alias and has other records",
                    "{at} 既有 CNAME 又有其他记录"
                ),
                say!(
                    lang,
                    "Beside the CNAME to {target} there is {others}. Resolvers then see one or the other, and so does a CA.",
                    "除指向 {target} 的 CNAME 外，还有 {others}。递归解析器只会看到其中之一，CA 也一样。"
                ),
            )
        }
        _ => servers::words(lang, fact),
    }
}

fn seen(lang: Lang, fact: &DnsFact) -> Words {
    let id = fact.id();
    let (message, why) = match fact {
        DnsFact::HostsFile { name: at, address } => (
            say!(
                lang,
                "The hosts file sends {at} to {address}",
                "hosts 文件把 {at} 指向 {address}"
            ),
            lang.pick(
                "Programs on this computer look there first; a CA does not.",
                "本机的程序会先查看它，而 CA 不会。",
            )
            .to_owned(),
        ),
        DnsFact::SplitDns {
            name: at,
            inside,
            outside,
        } => (
            say!(
                lang,
                "{at} is another address inside than outside",
                "{at} 在内网与外网的地址不同"
            ),
            say!(
                lang,
                "This computer's resolver says {}, others say {}.",
                "本机的递归解析器应答 {}，其他应答为 {}。",
                names(lang, inside),
                names(lang, outside)
            ),
        ),
        DnsFact::NegativeCached {
            name: at,
            sources,
            seconds: left,
        } => {
            let (sources, left) = (names(lang, sources), seconds(lang, *left));
            (
                say!(
                    lang,
                    "Some resolvers still say that {at} does not exist",
                    "部分递归解析器仍应答 {at} 不存在"
                ),
                say!(
                    lang,
                    "{sources} asked before it was added and keeps that for {left}.",
                    "{sources} 在添加之前查询过，会继续缓存 {left}。"
                ),
            )
        }
        DnsFact::WildcardAnswers {
            name: at,
            record,
            values,
        } => (
            say!(
                lang,
                "Any name below {at} gets an answer",
                "{at} 下的任意名称都有应答"
            ),
            say!(
                lang,
                "A random name has the {record} {}.",
                "一个随机名称的 {record} 是 {}。",
                names(lang, values)
            ),
        ),
        DnsFact::ResolversDisagree {
            name: at,
            record,
            told,
        } => (
            say!(
                lang,
                "Resolvers give different {record} records for {at}",
                "各递归解析器对 {at} 的 {record} 记录应答不同"
            ),
            table(lang, told),
        ),
        _ => return servers::words(lang, fact),
    };
    catalogued(lang, id, message, why)
}

/// Who said what: `1.1.1.1: 192.0.2.1 (4 min); 9.9.9.9: none`. A sentence.
fn table(lang: Lang, told: &[Told]) -> String {
    let cell = |one: &Told| {
        let (source, values) = (name(&one.source), names(lang, &one.values));
        match one.ttl {
            Some(ttl) => {
                let ttl = seconds(lang, ttl);
                say!(
                    lang,
                    "{source}: {values} ({ttl})",
                    "{source}：{values}（{ttl}）"
                )
            }
            None => say!(lang, "{source}: {values}", "{source}：{values}"),
        }
    };
    let mut cells: Vec<String> = told.iter().take(6).map(cell).collect();
    if told.len() > cells.len() {
        cells.push("…".to_owned());
    }
    let cells = cells.join(lang.pick("; ", "；"));
    say!(lang, "{cells}.", "{cells}。")
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
