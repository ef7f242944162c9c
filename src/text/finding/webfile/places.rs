//! Words about ways to the file that give something else, and names without a way.

use super::{catalogued, general};
use crate::core::finding::WebFileFact;
use crate::text::Lang;
use crate::text::diagnose::file_seen;
use crate::text::finding::{Words, name};

pub(super) fn words(lang: Lang, fact: &WebFileFact) -> Words {
    let seen = |seen| file_seen(lang, seen);
    match fact {
        WebFileFact::HttpsDiffers {
            name: host,
            http,
            https,
        } => {
            let (host, http, https) = (name(host), seen(http), seen(https));
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{host}: http gives {http}, https gives {https}",
                    "{host}：http 得到：{http}；https 得到：{https}"
                ),
                lang.pick(
                    "Some CAs ask over https where it answers, and https has another folder or site than http.",
                    "有些 CA 会在 https 有应答时使用 https，而 https 对应的目录或网站与 http 不同。",
                ),
            )
        }
        WebFileFact::Ipv6Differs {
            name: host,
            ipv4,
            ipv6,
        } => {
            let (host, ipv4, ipv6) = (name(host), seen(ipv4), seen(ipv6));
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{host}: IPv4 gives {ipv4}, IPv6 gives {ipv6}",
                    "{host}：IPv4 得到：{ipv4}；IPv6 得到：{ipv6}"
                ),
                lang.pick(
                    "CAs take the IPv6 address first. It often points to another machine, or to a site that nobody looks after.",
                    "CA 优先使用 IPv6 地址。它常常指向另一台机器，或一个没人维护的网站。",
                ),
            )
        }
        WebFileFact::AddressesDiffer {
            name: host,
            first,
            first_seen,
            second,
            second_seen,
        } => {
            let host = name(host);
            let (first_seen, second_seen) = (seen(first_seen), seen(second_seen));
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{host}: {first} gives {first_seen}, {second} gives {second_seen}",
                    "{host}：{first} 得到：{first_seen}；{second} 得到：{second_seen}"
                ),
                lang.pick(
                    "A CA takes any one of the addresses, and asks from several networks at once.",
                    "CA 会任取其中一个地址，并从多个网络同时访问。",
                ),
            )
        }
        other => no_way(lang, other),
    }
}

/// Names to which no file can prove anything.
fn no_way(lang: Lang, fact: &WebFileFact) -> Words {
    match fact {
        WebFileFact::WildcardNotAllowed { name: host } => {
            let host = name(host);
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "A file cannot prove control over {host}",
                    "文件不能证明对 {host} 的控制权"
                ),
                lang.pick(
                    "Since 2021-12-01 CAs validate wildcards by DNS only; a file holds for its own name alone.",
                    "自 2021-12-01 起，CA 只通过 DNS 验证通配符；文件只对它自己的名称有效。",
                ),
            )
        }
        WebFileFact::NoAddress { name: host } => {
            let host = name(host);
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{host} has neither an IPv4 nor an IPv6 address",
                    "{host} 既没有 IPv4 地址，也没有 IPv6 地址"
                ),
                lang.pick(
                    "Without an address nobody can ask for the file.",
                    "没有地址，就无从读取文件。",
                ),
            )
        }
        _ => general(lang, fact),
    }
}
