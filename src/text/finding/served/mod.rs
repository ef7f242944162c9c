//! Words of facts about the certificates that a server sends.

mod against;
mod staple;

use super::{Action, Words, about, name};
use crate::core::finding::{Id, ServedAt, ServedFact};
use crate::text::Lang;
use crate::text::number::shortened;
use crate::text::prose::sentences;
use crate::text::time::{date, span};

/// Addresses named in one sentence.
const ADDRESSES: usize = 4;

pub(super) fn words(lang: Lang, fact: &ServedFact) -> Words {
    match fact {
        ServedFact::DiffersBetweenAddresses { served, .. } => differs(lang, served),
        ServedFact::NotCertificate {
            address,
            nth,
            detail,
        } => not_certificate(lang, address, *nth, detail),
        ServedFact::DefaultCertificate {
            product, addresses, ..
        } => default_certificate(lang, product, addresses),
        ServedFact::Inspected {
            product, issuer, ..
        } => inspected(lang, product, issuer),
        ServedFact::StillExpired {
            not_after,
            addresses,
            ..
        } => still_expired(lang, &date(lang, *not_after), addresses),
        ServedFact::DiffersFromFile { .. } | ServedFact::Partly { .. } => {
            against::words(lang, fact)
        }
        ServedFact::StapleBad { .. }
        | ServedFact::StapleMissing { .. }
        | ServedFact::Revoked { .. } => staple::words(lang, fact),
        ServedFact::WebSocketRefused {
            url,
            status,
            is_proof_wrong,
        } => websocket(lang, url, *status, *is_proof_wrong),
    }
}

/// Addresses within a sentence.
fn places(lang: Lang, addresses: &[String]) -> String {
    shortened(lang, addresses, ADDRESSES)
}

/// A certificate within a sentence: its name, its issuer, its dates, the begin of its fingerprint.
fn certificate(lang: Lang, at: &ServedAt) -> String {
    let Some(brief) = &at.certificate else {
        return lang
            .pick("something that is no certificate", "无法读取的内容")
            .to_owned();
    };
    let (subject, issuer) = (name(&brief.subject), name(&brief.issuer));
    let valid = span(lang, brief.not_before, brief.not_after);
    let print = fingerprint(&brief.fingerprint.to_string());
    say!(
        lang,
        "“{subject}” by “{issuer}”, valid {valid}, SHA-256 {print}",
        "“{subject}”（颁发者“{issuer}”，有效期 {valid}，SHA-256 {print}）"
    )
}

/// Enough of a fingerprint to tell certificates apart.
fn fingerprint(hex: &str) -> String {
    let digits: String = hex.chars().take(16).collect();
    format!("{digits}…")
}

fn differs(lang: Lang, served: &[ServedAt]) -> Words {
    let line = |at: &ServedAt| {
        let (addresses, certificate) = (places(lang, &at.addresses), certificate(lang, at));
        say!(
            lang,
            "{addresses} sends {certificate}.",
            "{addresses} 发送的是{certificate}。"
        )
    };
    let lines: Vec<String> = served.iter().take(ADDRESSES).map(line).collect();
    Words::new(
        lang.pick(
            "The addresses serve different certificates",
            "各地址提供的证书不同",
        ),
        sentences(lang, &lines),
        about(lang, Id::ServedDiffersBetweenAddresses).remedy,
    )
}

fn not_certificate(lang: Lang, address: &str, nth: usize, detail: &str) -> Words {
    let message = match nth {
        0 => say!(
            lang,
            "{address} sends an empty list of certificates",
            "{address} 发送的证书列表是空的"
        ),
        nth => say!(
            lang,
            "What {address} sends in place {nth} of its list is no certificate",
            "{address} 发送的列表中第 {nth} 项不是证书"
        ),
    };
    let why = match nth {
        0 | 1 => lang.pick(
            "Without a certificate of the server’s own no client accepts the connection.",
            "没有服务器证书，任何客户端都不会接受连接。",
        ),
        _ => lang.pick(
            "Some clients pass over it, others break the connection off.",
            "有的客户端会跳过它，有的会中断连接。",
        ),
    };
    Words::new(message, why, about(lang, Id::ServedNotCertificate).remedy).raw(detail)
}

fn default_certificate(lang: Lang, product: &str, addresses: &[String]) -> Words {
    let places = places(lang, addresses);
    Words::new(
        say!(
            lang,
            "{places} serves the default certificate of {product}",
            "{places} 提供的是 {product} 的默认证书"
        ),
        lang.pick(
            "It stands in until a real one is configured. No certificate is configured for this name there, or its configuration was not loaded.",
            "在配置正式证书之前由它代替。该处没有为这个名称配置证书，或者配置没有被加载。",
        ),
        about(lang, Id::ServedDefaultCertificate).remedy,
    )
    .with(Action::ShowCertificate)
}

fn inspected(lang: Lang, product: &str, issuer: &str) -> Words {
    let issuer = name(issuer);
    Words::new(
        say!(
            lang,
            "{product} on the way shows a certificate of its own",
            "途中的 {product} 给出了自己的证书"
        ),
        say!(
            lang,
            "The certificate is signed by “{issuer}”, which looks into encrypted connections. What the server itself sends cannot be seen from here.",
            "该证书由“{issuer}”签发，它会检查加密连接。从这里看不到服务器自己发送的内容。"
        ),
        about(lang, Id::ServedByInspection).remedy,
    )
    .with(Action::ShowCertificate)
}

fn still_expired(lang: Lang, since: &str, addresses: &[String]) -> Words {
    let places = places(lang, addresses);
    Words::new(
        say!(
            lang,
            "{places} still serves a certificate that expired on {since}",
            "{places} 仍在提供 {since} 已过期的证书"
        ),
        lang.pick(
            "If you have replaced it, the server has not loaded the new one, or another listener, a load balancer or a CDN answers in its place.",
            "如果您已经更换证书，说明服务器没有加载新证书，或者是另一个监听、负载均衡或 CDN 在代为应答。",
        ),
        about(lang, Id::ServedStillExpired).remedy,
    )
    .with(Action::ShowCertificate)
}

fn websocket(lang: Lang, url: &str, status: Option<u16>, is_proof_wrong: bool) -> Words {
    let url = name(url);
    let why = match (status, is_proof_wrong) {
        (_, true) => lang
            .pick(
                "The answer is 101, but Sec-WebSocket-Accept does not belong to the question: something on the way answers from its cache.",
                "返回的是 101，但 Sec-WebSocket-Accept 与请求不符：可能是途中的缓存在应答。",
            )
            .to_owned(),
        (Some(status), _) => say!(
            lang,
            "The server answers with status {status} where 101 opens a WebSocket. Most often a proxy in between does not pass the headers Upgrade and Connection on.",
            "服务器返回状态 {status}，而打开 WebSocket 应返回 101。多半是中间的代理没有转发 Upgrade 和 Connection 标头。"
        ),
        (None, _) => lang
            .pick(
                "What came is no HTTP.",
                "返回的内容不是 HTTP。",
            )
            .to_owned(),
    };
    Words::new(
        say!(lang, "{url} does not open", "无法打开 {url}"),
        why,
        about(lang, Id::WebSocketRefused).remedy,
    )
}
