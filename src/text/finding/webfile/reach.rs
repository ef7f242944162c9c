//! Words about servers that give no answer, or none that can be read.

use super::{catalogued, general, shown};
use crate::core::env::{Scheme, WebCause};
use crate::core::finding::WebFileFact;
use crate::text::Lang;
use crate::text::finding::Words;
use crate::text::number::size;
use crate::text::web::{raw, seconds};

pub(super) fn words(lang: Lang, fact: &WebFileFact) -> Words {
    match fact {
        WebFileFact::NotReachable { at, cause } => {
            let (url, address) = shown(at);
            let message = say!(
                lang,
                "No connection to {address} for {url}",
                "为读取 {url}，无法连接 {address}"
            );
            catalogued(lang, fact.id(), message, connection(lang, cause))
        }
        WebFileFact::AnswerBroken { at, cause } => {
            let (url, address) = shown(at);
            let message = say!(
                lang,
                "{address} gives no answer that can be read for {url}",
                "{address} 对 {url} 没有给出可读取的应答"
            );
            let words = catalogued(lang, fact.id(), message, answer(lang, cause));
            words.raw(raw(cause).unwrap_or_default())
        }
        WebFileFact::PathBlocked { at, cause } => {
            let (url, address) = shown(at);
            let message = say!(
                lang,
                "{address} answers for its front page and not for {url}",
                "{address} 对首页有应答，对 {url} 却没有"
            );
            let why = lang.pick(
                "Something looks into the requests and cuts those of a CA: firewalls know them by their path, Palo Alto’s as the application “acme-protocol”.",
                "途中有设备检查请求，并切断 CA 的请求：防火墙按路径识别它们，例如 Palo Alto 的应用“acme-protocol”。",
            );
            let words = catalogued(lang, fact.id(), message, why);
            words.raw(raw(cause).unwrap_or_default())
        }
        WebFileFact::TlsBroken { at, detail, behind } => {
            let (url, address) = shown(at);
            let message = say!(
                lang,
                "No encrypted connection to {address} for {url}",
                "为读取 {url}，与 {address} 的加密连接没有建立起来"
            );
            catalogued(lang, fact.id(), message, handshake(lang, *behind)).raw(detail)
        }
        WebFileFact::WrongProtocol { at, speaks } => {
            protocol(lang, fact, at.address.as_str(), *speaks)
        }
        _ => general(lang, fact),
    }
}

fn connection(lang: Lang, cause: &WebCause) -> String {
    match cause {
        WebCause::TimedOut { after_ms, .. } => {
            let time = seconds(lang, *after_ms);
            say!(
                lang,
                "Nothing came back within {time}. That is a firewall, a cloud’s security group, or an address that is no longer in use.",
                "{time}内没有任何回应。原因是防火墙、云安全组，或该地址已不再使用。"
            )
        }
        _ => lang
            .pick(
                "The connection was refused: the server is there, and nothing listens at this port.",
                "连接被拒绝：服务器在线，但该端口上没有程序在监听。",
            )
            .to_owned(),
    }
}

fn answer(lang: Lang, cause: &WebCause) -> String {
    match cause {
        WebCause::TimedOut { after_ms, .. } => {
            let time = seconds(lang, *after_ms);
            say!(
                lang,
                "The connection came about, and the answer was not complete after {time}.",
                "连接已建立，但 {time}后应答仍不完整。"
            )
        }
        WebCause::HeaderTooLarge(limit) => {
            let limit = size(*limit);
            say!(
                lang,
                "Its head is longer than {limit}.",
                "应答头超过 {limit}。"
            )
        }
        WebCause::TooLarge { limit, .. } => {
            let limit = size(*limit);
            say!(
                lang,
                "It is larger than {limit}, and a CA’s file has less than 1 kB.",
                "应答超过 {limit}，而 CA 的文件不到 1 kB。"
            )
        }
        _ => lang
            .pick(
                "The connection came about, and then it broke off or carried something that is no HTTP.",
                "连接已建立，但随后中断，或者传来的不是 HTTP。",
            )
            .to_owned(),
    }
}

fn handshake(lang: Lang, behind: Option<&str>) -> String {
    match behind {
        Some(network) => say!(
            lang,
            "{network} stands in front of the server and has no certificate for this name yet, while http already leads to https.",
            "{network} 位于服务器之前，还没有该名称的证书，而 http 已被转到 https。"
        ),
        None => lang
            .pick(
                "The server listens and does not agree on TLS: it has no certificate for this name, offers old versions alone, or is none that speaks TLS. In China a missing ICP filing looks like this too.",
                "服务器在监听，但没有协商成 TLS：它没有该名称的证书、只提供旧版本，或根本不支持 TLS。在中国，未备案的域名也会如此。",
            )
            .to_owned(),
    }
}

fn protocol(lang: Lang, fact: &WebFileFact, address: &str, speaks: Scheme) -> Words {
    let (message, why) = match speaks {
        Scheme::Http => (
            say!(
                lang,
                "{address} speaks plain http where https is expected",
                "{address} 应使用 https，却使用 http"
            ),
            lang.pick(
                "The port of https was bound without certificate or forwarded to the port of http.",
                "https 端口没有绑定证书，或被转发到了 http 端口。",
            ),
        ),
        Scheme::Https => (
            say!(
                lang,
                "{address} speaks https where plain http is expected",
                "{address} 应使用 http，却使用 https"
            ),
            lang.pick(
                "The port of http is forwarded to the port of https, or TLS was switched on for it too.",
                "http 端口被转发到了 https 端口，或也启用了 TLS。",
            ),
        ),
    };
    catalogued(lang, fact.id(), message, why)
}
