//! Words of facts about connections to a server.

mod here;
mod no_handshake;

use super::{Words, about, name, names};
use crate::core::finding::{ConnectionFact, Id};
use crate::core::tls::NoHandshake;
use crate::text::Lang;
use crate::text::diagnose::source::millis;
use crate::text::number::enumerated;

pub(super) fn words(lang: Lang, fact: &ConnectionFact) -> Words {
    match fact {
        ConnectionFact::PortRefused {
            address, is_own, ..
        } => refused(lang, address, *is_own),
        ConnectionFact::PortFiltered {
            address,
            waited_ms,
            is_own,
            ..
        } => filtered(lang, address, *waited_ms, *is_own),
        ConnectionFact::PortUnreachable {
            address, detail, ..
        } => unreachable(lang, address, detail),
        ConnectionFact::NoHandshake { address, why, .. } => {
            no_handshake::words(lang, address, why, fact.id())
        }
        ConnectionFact::ClientCertificate {
            address, refusal, ..
        } => client_certificate(lang, address, refusal.as_ref()),
        ConnectionFact::OldClientOnly {
            address,
            version,
            suite,
            ..
        } => {
            let (version, suite) = (version.label(), suite.name());
            Words::new(
                say!(
                    lang,
                    "{address} agrees with old clients only",
                    "{address} 只能与旧客户端完成握手"
                ),
                say!(
                    lang,
                    "Today's browsers get no handshake; with everything offered that was ever common it chose {version} with {suite}.",
                    "如今的浏览器无法完成握手；把曾经常见的全部提供给它时，它选择了 {version} 和 {suite}。"
                ),
                about(lang, Id::TlsOldClientOnly).remedy,
            )
        }
        ConnectionFact::AnswersOnce { address, .. } => Words::new(
            say!(
                lang,
                "{address} answers once and not again",
                "{address} 应答一次后不再应答"
            ),
            lang.pick(
                "The first connection came to a handshake; the next one, right after it, came to nothing.",
                "第一次连接完成了握手，紧接着的下一次没有成功。",
            ),
            about(lang, Id::TlsAnswersOnce).remedy,
        ),
        ConnectionFact::Unequal {
            answering, failing, ..
        } => unequal(lang, answering, failing),
        ConnectionFact::ListenerMissing { port } => here::missing(lang, *port),
        ConnectionFact::ListenerElsewhere {
            address,
            listening,
            program,
        } => here::elsewhere(lang, address, listening, program.as_deref()),
        ConnectionFact::ListenerBlocked { port, program } => {
            here::blocked(lang, *port, program.as_deref())
        }
    }
}

fn refused(lang: Lang, address: &str, is_own: bool) -> Words {
    let why = match is_own {
        true => lang.pick(
            "The address is one of this computer, and nobody listens at this address and port.",
            "该地址属于本机，而这个地址和端口上没有程序在监听。",
        ),
        false => lang.pick(
            "The computer answers that nobody listens there, or a firewall answers in its place.",
            "对方答复该端口没有程序在监听，或由防火墙代为答复。",
        ),
    };
    Words::new(
        say!(
            lang,
            "{address} refuses the connection",
            "{address} 拒绝了连接"
        ),
        why,
        about(lang, Id::PortRefused).remedy,
    )
}

fn filtered(lang: Lang, address: &str, waited_ms: u64, is_own: bool) -> Words {
    let waited = millis(lang, waited_ms);
    let why = match is_own {
        true => say!(
            lang,
            "The address is one of this computer, and for {waited} nothing came back: its firewall drops the connection, or the program that listens takes no more.",
            "该地址属于本机，{waited}内没有任何回应：本机防火墙丢弃了连接，或监听的程序不再接受连接。"
        ),
        false => say!(
            lang,
            "For {waited} nothing came back, not even a refusal: a firewall or security group drops the connection, or no computer has this address.",
            "{waited}内没有任何回应，连拒绝也没有：防火墙或安全组丢弃了连接，或没有计算机使用这个地址。"
        ),
    };
    Words::new(
        say!(
            lang,
            "{address} does not answer",
            "{address} 没有应答（连接超时）"
        ),
        why,
        about(lang, Id::PortFiltered).remedy,
    )
}

fn unreachable(lang: Lang, address: &str, detail: &str) -> Words {
    let is_v6 = address.starts_with('[');
    let why = match is_v6 {
        true => lang.pick(
            "This computer has no way to this IPv6 address, or a firewall there says so, as firewalld does by default. Nothing is known of the server; visitors with IPv6 may reach it.",
            "本机没有到达这个 IPv6 地址的路由，或由那里的防火墙如此答复（firewalld 默认如此）。因此不了解该服务器；有 IPv6 的访问者可能可以到达。",
        ),
        false => lang.pick(
            "This computer has no way to this address, or a firewall there says so, as firewalld does by default. Nothing is known of the server.",
            "本机没有到达这个地址的路由，或由那里的防火墙如此答复（firewalld 默认如此）。因此不了解该服务器。",
        ),
    };
    Words::new(
        say!(
            lang,
            "{address} is out of reach from here",
            "从本机无法到达 {address}"
        ),
        why,
        about(lang, Id::PortUnreachable).remedy,
    )
    .raw(detail)
}

fn client_certificate(lang: Lang, address: &str, refusal: Option<&NoHandshake>) -> Words {
    let (message, why) = match refusal {
        Some(_) => (
            say!(
                lang,
                "{address} wants a certificate of the client",
                "{address} 要求客户端证书"
            ),
            lang.pick(
                "A client without one is turned away, so that browsers show an error unless the visitor has such a certificate. What the server itself sends could be seen.",
                "没有客户端证书的连接会被拒绝，访问者如果没有这样的证书，浏览器会显示错误。服务器自身发送的内容可以看到。",
            ),
        ),
        None => (
            say!(
                lang,
                "{address} asks for a certificate of the client",
                "{address} 询问客户端证书"
            ),
            lang.pick(
                "The handshake goes on without one, but browsers ask their user to choose a certificate, and the site itself may still refuse: nginx with status 400, IIS with 403.7.",
                "没有客户端证书也能完成握手，但浏览器会让用户选择证书，网站本身仍可能拒绝：nginx 返回 400，IIS 返回 403.7。",
            ),
        ),
    };
    Words::new(message, why, about(lang, Id::TlsClientCertificate).remedy)
}

fn unequal(lang: Lang, answering: &[String], failing: &[String]) -> Words {
    let (answering, failing) = (names(lang, answering), names(lang, failing));
    Words::new(
        say!(
            lang,
            "Not every address answers: {failing}",
            "部分地址没有成功应答：{failing}"
        ),
        say!(
            lang,
            "The handshake comes about at {answering}. Visitors who are sent to the other addresses see an error, others do not.",
            "在 {answering} 可以完成握手。被引到其他地址的访问者会看到错误，其余的不会。"
        ),
        about(lang, Id::AddressesUnequal).remedy,
    )
}
