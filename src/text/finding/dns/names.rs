//! Words of names: missing, without an address, aliases, what this computer and resolvers see.

use std::net::IpAddr;

use super::{Pair, table};
use crate::core::env::{AddressRange, DnsName, RecordType};
use crate::core::finding::Told;
use crate::text::Lang;
use crate::text::dns::{code, seconds};
use crate::text::finding::{name as foreign, names};
use crate::text::web::range_words;

pub(super) fn missing(lang: Lang, name: &DnsName, zone: &DnsName) -> Pair {
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
    (say!(lang, "{name} does not exist", "{name} 不存在"), why)
}

pub(super) fn not_delegated(lang: Lang, domain: &DnsName, registry: &DnsName) -> Pair {
    (
        say!(lang, "{domain} is not delegated", "{domain} 未被委派"),
        say!(
            lang,
            "The servers of {registry} do not know {domain}: it is not registered, has run out, or is on hold.",
            "{registry} 的服务器中没有 {domain}：它未注册、已过期或被暂停解析。"
        ),
    )
}

pub(super) fn no_address(lang: Lang, name: &DnsName) -> Pair {
    let why = lang.pick(
        "It has neither an A nor an AAAA record, so no CA finds its web server.",
        "它既没有 A 记录也没有 AAAA 记录，CA 无法找到其 Web 服务器。",
    );
    let message = say!(lang, "{name} has no address", "{name} 没有地址");
    (message, why.to_owned())
}

pub(super) fn reserved(lang: Lang, name: &DnsName, address: &IpAddr, range: AddressRange) -> Pair {
    let what = range_words(lang, range);
    (
        say!(lang, "{name} leads to {address}", "{name} 指向 {address}"),
        say!(
            lang,
            "That is {what}. A CA does not connect to it.",
            "这是{what}，CA 不会连接它。"
        ),
    )
}

pub(super) fn suffix(lang: Lang, name: &DnsName) -> Pair {
    let why = lang.pick(
        "Others register names below it. CAs issue for it only to the registry that runs it, and never a wildcard for all of them.",
        "其他人可在其下注册域名。CA 只向管理它的注册局签发，也不会签发覆盖所有人的通配符。",
    );
    let message = say!(lang, "{name} is a public suffix", "{name} 是公共后缀");
    (message, why.to_owned())
}

pub(super) fn failed(
    lang: Lang,
    name: &DnsName,
    record: RecordType,
    answered: Option<u16>,
) -> Pair {
    let why = match answered {
        Some(number) => {
            let code = code(number);
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
        "The {record} records of {name} cannot be found out",
        "查不到 {name} 的 {record} 记录"
    );
    (message, why)
}

pub(super) fn circle(lang: Lang, chain: &[DnsName]) -> Pair {
    let first = chain.first().cloned().unwrap_or_default();
    let chain: Vec<String> = chain.iter().map(ToString::to_string).collect();
    let chain = chain.join(" → ");
    (
        say!(
            lang,
            "The aliases of {first} never end",
            "{first} 的 CNAME 没有终点"
        ),
        say!(
            lang,
            "Its CNAME records lead on and on: {}.",
            "其 CNAME 记录不断指向下一个名称：{}。",
            foreign(&chain)
        ),
    )
}

pub(super) fn dangling(lang: Lang, name: &DnsName, target: &DnsName) -> Pair {
    let why = lang.pick(
        "A CA follows the alias and finds nothing. Somebody else may be able to register the target and get certificates for this name.",
        "CA 跟随该别名却找不到任何内容。其他人可能注册该目标，并由此取得此名称的证书。",
    );
    let message = say!(
        lang,
        "{name} is an alias of {target}, which does not exist",
        "{name} 的 CNAME 指向不存在的 {target}"
    );
    (message, why.to_owned())
}

pub(super) fn beside(lang: Lang, name: &DnsName, target: &DnsName, others: &[RecordType]) -> Pair {
    let others: Vec<String> = others.iter().map(ToString::to_string).collect();
    let others = names(lang, &others);
    (
        say!(
            lang,
            "{name} is an alias and has other records",
            "{name} 既有 CNAME 又有其他记录"
        ),
        say!(
            lang,
            "Beside the CNAME to {target} there is {others}. Resolvers then see one or the other, and so does a CA.",
            "除指向 {target} 的 CNAME 外，还有 {others}。递归解析器只会看到其中之一，CA 也一样。"
        ),
    )
}

pub(super) fn hosts(lang: Lang, name: &DnsName, address: &IpAddr) -> Pair {
    let why = lang.pick(
        "Programs on this computer look there first; a CA does not.",
        "本机的程序会先查看它，而 CA 不会。",
    );
    let message = say!(
        lang,
        "The hosts file sends {name} to {address}",
        "hosts 文件把 {name} 指向 {address}"
    );
    (message, why.to_owned())
}

pub(super) fn split(lang: Lang, name: &DnsName, inside: &[String], outside: &[String]) -> Pair {
    (
        say!(
            lang,
            "{name} is another address inside than outside",
            "{name} 在内网与外网的地址不同"
        ),
        say!(
            lang,
            "This computer's resolver says {}, others say {}.",
            "本机的递归解析器应答 {}，其他应答为 {}。",
            names(lang, inside),
            names(lang, outside)
        ),
    )
}

pub(super) fn negative(lang: Lang, name: &DnsName, sources: &[String], left: u32) -> Pair {
    let (sources, left) = (names(lang, sources), seconds(lang, left));
    (
        say!(
            lang,
            "Some resolvers still say that {name} does not exist",
            "部分递归解析器仍应答 {name} 不存在"
        ),
        say!(
            lang,
            "{sources} asked before it was added and keeps that for {left}.",
            "{sources} 在添加之前查询过，会继续缓存 {left}。"
        ),
    )
}

pub(super) fn wildcard(lang: Lang, name: &DnsName, record: RecordType, values: &[String]) -> Pair {
    (
        say!(
            lang,
            "Any name below {name} gets an answer",
            "{name} 下的任意名称都有应答"
        ),
        say!(
            lang,
            "A random name has the {record} {}.",
            "一个随机名称的 {record} 是 {}。",
            names(lang, values)
        ),
    )
}

pub(super) fn resolvers(lang: Lang, name: &DnsName, record: RecordType, told: &[Told]) -> Pair {
    (
        say!(
            lang,
            "Resolvers give different {record} records for {name}",
            "各递归解析器对 {name} 的 {record} 记录应答不同"
        ),
        table(lang, told),
    )
}
