//! Words of name servers: silent, refusing, without the zone, each with another answer.

use super::{Pair, listed, table};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{DnsFact, Told};
use crate::text::Lang;
use crate::text::dns::{code, fault};
use crate::text::finding::name;

pub(super) fn intercepted(lang: Lang, server: &DnsName) -> Pair {
    (
        lang.pick(
            "Name servers cannot be asked from here: something answers in their place",
            "从这里无法询问 DNS 服务器：途中有设备代为应答",
        )
        .to_owned(),
        say!(
            lang,
            "The answer for {server} came from a resolver. A router, firewall or provider takes questions on port 53 for itself, so what the zone’s own servers say cannot be seen; resolvers were asked instead, and they may be replaced too.",
            "以 {server} 名义返回的应答来自递归解析器。路由器、防火墙或运营商接管了 53 端口的查询，因此看不到该区域自己的服务器的应答；改为询问了递归解析器，但它们也可能被代替。"
        ),
    )
}

/// About one address of a server; of other facts nothing.
pub(super) fn one(lang: Lang, fact: &DnsFact) -> Pair {
    match fact {
        DnsFact::ServerSilent {
            zone,
            server,
            address,
            fault: why,
        } => (
            say!(
                lang,
                "{server} ({address}) does not answer",
                "{server}（{address}）不应答"
            ),
            say!(
                lang,
                "Asked about {zone}: {}.",
                "查询 {zone} 时：{}。",
                fault(lang, why)
            ),
        ),
        DnsFact::ServerRefuses {
            zone,
            server,
            address,
            code: answered,
        } => (
            say!(
                lang,
                "{server} ({address}) answers {}",
                "{server}（{address}）应答 {}",
                code(*answered)
            ),
            say!(
                lang,
                "{zone} is delegated to it, and it gives no records.",
                "{zone} 被委派给它，但它不提供解析记录。"
            ),
        ),
        DnsFact::LameDelegation {
            zone,
            server,
            address,
        } => (
            say!(
                lang,
                "{server} ({address}) does not have {zone}",
                "{server}（{address}）上没有 {zone}"
            ),
            say!(
                lang,
                "{zone} is delegated to it, but it does not answer for it.",
                "{zone} 被委派给它，但它不为该区域应答。"
            ),
        ),
        DnsFact::TcpClosed {
            zone,
            server,
            address,
        } => tcp_closed(lang, zone, server, address),
        _ => Pair::default(),
    }
}

fn tcp_closed(lang: Lang, zone: &DnsName, server: &DnsName, address: &std::net::IpAddr) -> Pair {
    (
        say!(
            lang,
            "{server} ({address}) answers over UDP only",
            "{server}（{address}）只支持 UDP"
        ),
        say!(
            lang,
            "Longer answers of {zone}, with signatures for example, come over TCP.",
            "{zone} 的较长应答（例如带签名的应答）要通过 TCP 传输。"
        ),
    )
}

pub(super) fn broken(lang: Lang, server: &str, detail: &str) -> Pair {
    (
        say!(
            lang,
            "The answer of {} cannot be read",
            "无法读取 {} 的应答",
            name(server)
        ),
        say!(
            lang,
            "What came is no DNS answer to the question: {}.",
            "收到的内容不是对该查询的 DNS 应答：{}。",
            name(detail)
        ),
    )
}

pub(super) fn single(lang: Lang, zone: &DnsName, server: &DnsName) -> Pair {
    (
        say!(
            lang,
            "{zone} has a single name server",
            "{zone} 只有一台 DNS 服务器"
        ),
        say!(
            lang,
            "When {server} fails, the zone is gone.",
            "{server} 一旦故障，整个区域就无法解析。"
        ),
    )
}

pub(super) fn one_network(lang: Lang, zone: &DnsName, network: &str) -> Pair {
    (
        say!(
            lang,
            "All name servers of {zone} stand in one network",
            "{zone} 的 DNS 服务器都在同一网络"
        ),
        say!(
            lang,
            "Their addresses all lie in {network}.",
            "它们的地址都属于 {network}。"
        ),
    )
}

pub(super) fn no_address(lang: Lang, zone: &DnsName, server: &DnsName) -> Pair {
    (
        say!(
            lang,
            "The name server {server} has no address",
            "DNS 服务器 {server} 没有地址"
        ),
        say!(
            lang,
            "{zone} is delegated to it, and nobody can ask it.",
            "{zone} 被委派给它，但没有人能向它查询。"
        ),
    )
}

pub(super) fn disagree(lang: Lang, name: &DnsName, record: RecordType, told: &[Told]) -> Pair {
    let message = match record {
        RecordType::SOA => say!(
            lang,
            "The name servers of {name} hold different versions",
            "{name} 的权威 DNS 服务器版本不同"
        ),
        _ => say!(
            lang,
            "The name servers give different {record} records for {name}",
            "各权威 DNS 服务器对 {name} 的 {record} 记录应答不同"
        ),
    };
    (message, table(lang, told))
}

pub(super) fn differing(
    lang: Lang,
    zone: &DnsName,
    at_parent: &[DnsName],
    at_zone: &[DnsName],
) -> Pair {
    let (above, own) = (listed(lang, at_parent), listed(lang, at_zone));
    (
        say!(
            lang,
            "{zone} names other servers than the zone above",
            "{zone} 自身与上级区域的 DNS 服务器不同"
        ),
        say!(
            lang,
            "The zone above names {above}; the zone itself names {own}.",
            "上级区域中：{above}；区域自身：{own}。"
        ),
    )
}
