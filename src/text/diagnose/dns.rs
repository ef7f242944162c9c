//! How the checks of `checks::dns` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::dns::DnsSummary;
use crate::core::env::DnsName;
use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::dns::seconds;
use crate::text::foreign::short;
use crate::text::number::counted;
use crate::text::time::date;

pub(super) fn lines(lang: Lang, summary: &DnsSummary) -> Lines {
    match summary {
        DnsSummary::Exists { addresses } => Lines::new(
            lang.pick("Name exists", "名称存在"),
            counted(lang, *addresses, ("address", "addresses"), "个地址"),
        ),
        DnsSummary::Missing { zone } => missing(lang, zone),
        DnsSummary::NotDelegated { domain } => Lines::new(
            lang.pick("Domain not delegated", "主域名未被委派"),
            domain.to_string(),
        ),
        DnsSummary::NotFoundOut => Lines::new(
            lang.pick("Could not be found out", "未能查明"),
            lang.pick("no usable answer", "没有可用的应答"),
        ),
        DnsSummary::Delegated { zone, servers } => delegated(lang, zone, *servers),
        DnsSummary::Intercepted => Lines::new(
            lang.pick("Servers out of reach", "无法询问权威服务器"),
            lang.pick("port 53 is taken over", "53 端口被接管"),
        ),
        DnsSummary::NoWay { zone } => Lines::new(
            lang.pick("Delegation broken", "委派中断"),
            say!(lang, "nobody serves {zone}", "没有服务器提供 {zone}"),
        ),
        DnsSummary::Servers {
            answering,
            of,
            is_same,
        } => servers(lang, *answering, *of, *is_same),
        DnsSummary::Resolvers {
            answering,
            of,
            answers,
        } => resolvers(lang, *answering, *of, *answers),
        DnsSummary::NegativeTtl { seconds } => negative_ttl(lang, *seconds),
        DnsSummary::NegativeCached {
            seconds: left,
            resolvers,
        } => cached(lang, *left, *resolvers),
        DnsSummary::Signed { zone, until } => signed(lang, zone, *until),
        DnsSummary::NotSigned { zone } => Lines::new(
            lang.pick("Not signed", "未签名"),
            say!(lang, "no DNSSEC from {zone} on", "从 {zone} 起没有 DNSSEC"),
        ),
        DnsSummary::BadlySigned { zone } => Lines::new(
            lang.pick("DNSSEC is broken", "DNSSEC 校验失败"),
            short(&zone.to_string()).into_owned(),
        ),
        DnsSummary::Addresses { v4, v6 } => addresses(lang, *v4, *v6),
        DnsSummary::NoAlias => Lines::new(
            lang.pick("No alias", "没有别名"),
            lang.pick("no CNAME record", "没有 CNAME 记录"),
        ),
        DnsSummary::Alias { names, ends } => alias(lang, names, *ends),
        DnsSummary::Wildcard { below } => wildcard(lang, below),
        DnsSummary::SameHere => Lines::new(
            lang.pick("This computer sees the same", "本机所见与外界相同"),
            lang.pick("not in the hosts file", "不在 hosts 文件中"),
        ),
        DnsSummary::OtherHere => Lines::new(
            lang.pick("This computer sees another", "本机所见与外界不同"),
            lang.pick("hosts file or split DNS", "hosts 文件或内外网 DNS"),
        ),
    }
}

fn missing(lang: Lang, zone: &DnsName) -> Lines {
    Lines::new(
        lang.pick("Name does not exist", "名称不存在"),
        match zone.is_root() {
            true => lang.pick("no such name", "没有这个名称").to_owned(),
            false => say!(lang, "not in the zone {zone}", "不在区域 {zone} 中"),
        },
    )
}

fn negative_ttl(lang: Lang, kept: u32) -> Lines {
    let kept = seconds(lang, kept);
    Lines::new(
        lang.pick("Negative cache", "否定缓存"),
        say!(lang, "an absence is kept {kept}", "“不存在”缓存 {kept}"),
    )
}

fn addresses(lang: Lang, v4: usize, v6: usize) -> Lines {
    let v4 = counted(lang, v4, ("IPv4 address", "IPv4 addresses"), "个 IPv4 地址");
    Lines::new(
        lang.pick("Addresses", "地址"),
        say!(lang, "{v4}, {v6} IPv6", "{v4}，{v6} 个 IPv6 地址"),
    )
}

fn alias(lang: Lang, names: &[DnsName], ends: bool) -> Lines {
    Lines::new(
        match ends {
            true => lang.pick("Alias leads to records", "CNAME 指向解析记录"),
            false => lang.pick("Alias leads nowhere", "CNAME 没有终点"),
        },
        names.last().map(ToString::to_string).unwrap_or_default(),
    )
}

fn wildcard(lang: Lang, below: &[DnsName]) -> Lines {
    match below.first() {
        None => Lines::new(
            lang.pick("No wildcard answers", "没有通配符应答"),
            lang.pick("a random name has none", "随机名称没有应答"),
        ),
        Some(name) => Lines::new(
            lang.pick("A wildcard answers", "通配符会应答"),
            say!(lang, "any name below {name}", "{name} 下的任意名称"),
        ),
    }
}

fn delegated(lang: Lang, zone: &DnsName, servers: usize) -> Lines {
    let servers = counted(lang, servers, ("server", "servers"), "台服务器");
    Lines::new(
        lang.pick("Delegation", "委派"),
        say!(lang, "zone {zone}, {servers}", "区域 {zone}，{servers}"),
    )
}

fn servers(lang: Lang, answering: usize, of: usize, is_same: bool) -> Lines {
    Lines::new(
        match is_same {
            true => lang.pick("Name servers agree", "权威服务器一致"),
            false => lang.pick("Name servers disagree", "权威服务器不一致"),
        },
        answers_of(lang, answering, of),
    )
}

fn resolvers(lang: Lang, answering: usize, of: usize, answers: usize) -> Lines {
    let title = match (of, answers) {
        (0, _) => lang.pick("Resolvers", "递归解析器"),
        (_, 0 | 1) => lang.pick("Resolvers agree", "递归解析器一致"),
        _ => lang.pick("Resolvers disagree", "递归解析器不一致"),
    };
    Lines::new(
        title,
        match of {
            0 => lang.pick("none asked", "未询问").to_owned(),
            _ => answers_of(lang, answering, of),
        },
    )
}

fn answers_of(lang: Lang, answering: usize, of: usize) -> String {
    say!(
        lang,
        "{answering} of {of} answer",
        "{of} 个中有 {answering} 个应答"
    )
}

fn cached(lang: Lang, left: u32, resolvers: usize) -> Lines {
    let left = seconds(lang, left);
    let resolvers = counted(lang, resolvers, ("resolver", "resolvers"), "个递归解析器");
    Lines::new(
        lang.pick("Absence still kept", "仍缓存“不存在”"),
        say!(lang, "{resolvers}, {left} left", "{resolvers}，还剩 {left}"),
    )
}

fn signed(lang: Lang, zone: &DnsName, until: Option<Moment>) -> Lines {
    let detail = match until {
        Some(until) => {
            let until = date(lang, until);
            say!(lang, "{zone}, until {until}", "{zone}，有效期至 {until}")
        }
        None => zone.to_string(),
    };
    Lines::new(lang.pick("DNSSEC holds", "DNSSEC 有效"), detail)
}
