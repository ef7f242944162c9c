//! Words of open ports where no encryption comes about.

use super::{Words, about, millis, name};
use crate::core::finding::Id;
use crate::core::tls::{Alert, NoHandshake};
use crate::text::Lang;
use crate::text::number::size;

pub(super) fn words(lang: Lang, address: &str, why: &NoHandshake, id: Id) -> Words {
    let remedy = about(lang, id).remedy;
    match why {
        NoHandshake::PlainHttp { line } => Words::new(
            say!(
                lang,
                "{address} speaks HTTP without encryption",
                "{address} 使用未加密的 HTTP"
            ),
            quoted(lang, line),
            remedy,
        ),
        NoHandshake::OtherProtocol { start } => Words::new(
            say!(
                lang,
                "{address} speaks another protocol than TLS",
                "{address} 使用的不是 TLS，而是其他协议"
            ),
            quoted(lang, start),
            remedy,
        ),
        NoHandshake::StartTlsRefused { line } => starttls(lang, address, line, remedy),
        NoHandshake::Alert { alert, is_after } => self::alert(lang, address, *alert, *is_after),
        NoHandshake::Closed | NoHandshake::Reset => closed(lang, address, why, remedy),
        NoHandshake::Silent { ms } => {
            let waited = millis(lang, *ms);
            Words::new(
                say!(
                    lang,
                    "{address} takes the connection and says nothing",
                    "{address} 接受连接后没有应答"
                ),
                say!(
                    lang,
                    "In {waited} no handshake came about.",
                    "{waited}内没有完成握手。"
                ),
                remedy,
            )
        }
        NoHandshake::Broken { detail } => Words::new(
            say!(
                lang,
                "What {address} sends cannot be read as TLS",
                "{address} 发送的内容无法识别为 TLS"
            ),
            lang.pick(
                "It breaks the rules of the protocol, or is another one; clients give up here.",
                "它违反了协议规则，或是其他协议；客户端会在此放弃。",
            ),
            remedy,
        )
        .raw(detail),
        NoHandshake::TooMuch { limit } => {
            let limit = size(*limit);
            Words::new(
                say!(
                    lang,
                    "{address} sends too much before the handshake is done",
                    "{address} 在握手完成前发送的数据过多"
                ),
                say!(
                    lang,
                    "More than {limit} came; many clients give up earlier.",
                    "收到的数据超过 {limit}；许多客户端会更早放弃。"
                ),
                remedy,
            )
        }
    }
}

fn quoted(lang: Lang, line: &str) -> String {
    let line = name(line);
    say!(
        lang,
        "It answers a TLS handshake with “{line}”.",
        "它对 TLS 握手的应答是“{line}”。"
    )
}

fn starttls(lang: Lang, address: &str, line: &str, remedy: &str) -> Words {
    let has_no_certificate = line.contains("SSL_CERT_NOT_ON_SERVER");
    let is_without_tls = line == "PROTOCOL_RDP" || line.contains("SSL_NOT_ALLOWED_BY_SERVER");
    let shown = name(line);
    let why = match (has_no_certificate, is_without_tls) {
        (true, _) => lang
            .pick(
                "Remote Desktop has no certificate there.",
                "远程桌面在那里没有证书。",
            )
            .to_owned(),
        (_, true) => lang
            .pick(
                "Remote Desktop is set up to use its own old encryption, without a certificate.",
                "远程桌面被设置为使用自带的旧加密方式，不使用证书。",
            )
            .to_owned(),
        _ => say!(lang, "It answers “{shown}”.", "它的应答是“{shown}”。"),
    };
    Words::new(
        say!(
            lang,
            "{address} does not change to TLS",
            "{address} 没有切换到 TLS"
        ),
        why,
        remedy,
    )
}

fn closed(lang: Lang, address: &str, why: &NoHandshake, remedy: &str) -> Words {
    let message = match why {
        NoHandshake::Reset => say!(
            lang,
            "{address} breaks the connection off before the handshake",
            "{address} 在握手前中断连接"
        ),
        _ => say!(
            lang,
            "{address} closes the connection before the handshake",
            "{address} 在握手前关闭连接"
        ),
    };
    Words::new(
        message,
        lang.pick(
            "IIS does so where no certificate is bound to this name and address; elsewhere a firewall or proxy may cut TLS off.",
            "IIS 在该名称和地址没有绑定证书时会这样；其他情况下可能是防火墙或代理切断了 TLS。",
        ),
        remedy,
    )
}

fn alert(lang: Lang, address: &str, alert: Alert, is_after: bool) -> Words {
    let number = alert.code;
    let title = match alert.name() {
        Some(title) => format!("{title} ({number})"),
        None => number.to_string(),
    };
    let message = match is_after {
        true => say!(
            lang,
            "{address} refuses right after the handshake: alert {title}",
            "{address} 在握手之后拒绝：警报 {title}"
        ),
        false => say!(
            lang,
            "{address} refuses the handshake: alert {title}",
            "{address} 拒绝握手：警报 {title}"
        ),
    };
    let (why, remedy) = meaning(lang, alert.code);
    Words::new(message, why, remedy)
}

/// What an alert usually comes from, and what to do then.
fn meaning(lang: Lang, code: u8) -> (&'static str, &'static str) {
    match code {
        40 | 71 => (
            lang.pick(
                "Nothing the client offers suits the server: no version, suite or certificate in common, or no certificate for this name.",
                "服务器不接受客户端提供的任何内容：没有共同的版本、加密套件或证书，或没有该名称的证书。",
            ),
            lang.pick(
                "Check that a certificate with its private key is set up for this name, and which suites its key allows: an RSA key needs RSA suites, an EC key ECDSA suites.",
                "确认已为该名称配置带私钥的证书，以及加密套件与密钥类型相符：RSA 密钥需要 RSA 套件，EC 密钥需要 ECDSA 套件。",
            ),
        ),
        70 => (
            lang.pick(
                "The server accepts none of the versions that are in use today.",
                "服务器不接受如今使用的任何协议版本。",
            ),
            lang.pick(
                "Switch TLS 1.2 and TLS 1.3 on (nginx: ssl_protocols TLSv1.2 TLSv1.3; Windows: the registry below SCHANNEL\\Protocols).",
                "启用 TLS 1.2 和 TLS 1.3（nginx：ssl_protocols TLSv1.2 TLSv1.3；Windows：注册表 SCHANNEL\\Protocols）。",
            ),
        ),
        112 => (
            lang.pick(
                "The server has no site of this name at this address.",
                "服务器在该地址上没有这个名称的网站。",
            ),
            lang.pick(
                "Add the name to the server's configuration (nginx: server_name; IIS: host name of the https binding), or correct the address in DNS.",
                "在服务器配置中加入该名称（nginx：server_name；IIS：https 绑定的主机名），或更正 DNS 中的地址。",
            ),
        ),
        80 => (
            lang.pick(
                "The server itself failed: often no certificate is bound, or its private key cannot be read.",
                "服务器自身出错：通常是没有绑定证书，或无法读取其私钥。",
            ),
            lang.pick(
                "Look into the server's log; on Windows check the binding with netsh http show sslcert and the key with certutil -repairstore my SERIAL.",
                "查看服务器日志；在 Windows 上用 netsh http show sslcert 检查绑定，用 certutil -repairstore my SERIAL 检查密钥。",
            ),
        ),
        116 | 42 => (
            lang.pick(
                "The server wants a certificate of the client.",
                "服务器要求客户端证书。",
            ),
            about(lang, Id::TlsClientCertificate).remedy,
        ),
        120 => (
            lang.pick(
                "The server speaks neither HTTP/2 nor HTTP/1.1 here (ALPN).",
                "服务器在此既不支持 HTTP/2 也不支持 HTTP/1.1（ALPN）。",
            ),
            lang.pick(
                "Allow http/1.1 or h2 in the server's list of protocols, or check that the port is that of the web site.",
                "在服务器的协议列表中允许 http/1.1 或 h2，或确认端口属于该网站。",
            ),
        ),
        _ => (
            lang.pick(
                "The alert's name is all that the server tells.",
                "服务器只告知了警报的名称。",
            ),
            about(lang, Id::TlsAlert).remedy,
        ),
    }
}
