//! Of servers: what keeps everybody out, then the certificate, then what concerns some clients.

use super::Line;
use super::Words::{self, Of, Plain};
use crate::core::diagnose::checks::connection::ConnectionSummary;
use crate::core::diagnose::{Check, Summary};
use crate::core::finding::{ConnectionFact, Fact, Id, ServedFact, Whose};
use crate::core::tls::NoHandshake;
use crate::text::Lang;

/// The same in English and Chinese.
type Pair = (&'static str, &'static str);

const NO_CERTIFICATE: Pair = (
    "the server sends something that is no certificate",
    "服务器发送的内容不是证书",
);
const DEFAULT: Pair = (
    "the server still sends its default certificate",
    "服务器发送的仍是默认证书",
);
const SELF_SIGNED: Pair = (
    "the server sends a self-signed certificate",
    "服务器发送的是自签名证书",
);

const UNEQUAL: Pair = ("some addresses do not answer", "部分地址没有应答");

const fn plain((en, zh): Pair) -> Words {
    Plain(en, zh)
}

pub(super) const TABLE: &[Line] = &[
    (Id::PortRefused, Of(closed)),
    (Id::PortFiltered, Of(closed)),
    (Id::PortUnreachable, Of(closed)),
    (Id::TlsPlainHttp, Of(no_handshake)),
    (Id::TlsOtherProtocol, Of(no_handshake)),
    (Id::TlsStartTlsRefused, Of(no_handshake)),
    (Id::TlsAlert, Of(no_handshake)),
    (Id::TlsClosed, Of(no_handshake)),
    (Id::TlsSilent, Of(no_handshake)),
    (Id::TlsBroken, Of(no_handshake)),
    (Id::TlsTooMuch, Of(no_handshake)),
    (
        Id::TlsOldClientOnly,
        Plain(
            "today’s browsers do not agree with the server",
            "现在的浏览器无法与服务器完成握手",
        ),
    ),
    (
        Id::TlsObsoleteOnly,
        Plain(
            "the server accepts obsolete protocol versions alone",
            "服务器只接受过时的协议版本",
        ),
    ),
    (Id::ServedNotCertificate, plain(NO_CERTIFICATE)),
    (Id::ServedDefaultCertificate, plain(DEFAULT)),
    (Id::ServedDiffersFromFile, Of(differs_from_file)),
    (
        Id::CertificateRevoked,
        Plain("the certificate is revoked", "证书已被吊销"),
    ),
    (
        Id::CertificateExpired,
        Plain("the certificate has expired", "证书已过期"),
    ),
    (
        Id::CertificateNotYetValid,
        Plain("the certificate is not valid yet", "证书尚未生效"),
    ),
    (Id::ChainSelfSignedLeaf, plain(SELF_SIGNED)),
    (
        Id::NameMismatch,
        Plain(
            "the certificate is for another name",
            "证书不适用于这个名称",
        ),
    ),
    (
        Id::ChainMissingIntermediate,
        Plain(
            "the chain lacks an intermediate, which browsers may fill in",
            "证书链缺少中间证书，浏览器可能会自行补上",
        ),
    ),
    (
        Id::ServedByInspection,
        Plain(
            "something on the way replaces the certificate",
            "途中有设备替换了证书",
        ),
    ),
    (
        Id::ChainUntrustedRoot,
        Plain(
            "the chain leads to a root that is not trusted",
            "证书链的根证书不受信任",
        ),
    ),
    (
        Id::OcspStapleMissing,
        Plain(
            "the OCSP staple that the certificate demands is missing",
            "缺少证书要求的 OCSP 装订",
        ),
    ),
    (Id::AddressesUnequal, plain(UNEQUAL)),
    (
        Id::TlsAnswersOnce,
        Plain(
            "the server answers the first connection alone",
            "服务器只应答了第一次连接",
        ),
    ),
    (Id::ServedPartly, Of(partly)),
    (
        Id::ServedDiffersBetweenAddresses,
        Plain(
            "the addresses serve different certificates",
            "各地址提供的证书不同",
        ),
    ),
    (
        Id::ChainWrongOrder,
        Plain(
            "the chain is sent in the wrong order",
            "证书链的发送顺序不对",
        ),
    ),
    (
        Id::OcspStapleBad,
        Plain(
            "clients will not accept the OCSP staple",
            "客户端不会接受 OCSP 装订",
        ),
    ),
    (
        Id::WebSocketRefused,
        Plain("the WebSocket does not open", "WebSocket 无法打开"),
    ),
    (
        Id::CertificateExpiresSoon,
        Plain("the certificate expires soon", "证书即将过期"),
    ),
];

/// What auditors see and visitors do not; the worst first.
pub(super) const UNSEEN: &[Line] = &[
    (
        Id::TlsWeakSuites,
        Plain("weak cipher suites are accepted", "服务器接受弱加密套件"),
    ),
    (
        Id::TlsObsoleteProtocol,
        Plain(
            "obsolete protocol versions are accepted",
            "服务器接受过时的协议版本",
        ),
    ),
];

/// The port of `ADDRESS:PORT`.
fn port(address: &str) -> &str {
    address.rsplit_once(':').map_or(address, |(_, port)| port)
}

/// Where other addresses answer, that some do not says more.
fn closed(lang: Lang, checks: &[Check], fact: &Fact) -> Option<String> {
    let Fact::Connection(fact) = fact else {
        return None;
    };
    if is_reached(checks) {
        return Some(lang.pick(UNEQUAL.0, UNEQUAL.1).to_owned());
    }
    let name = |address: &str| port(address).to_owned();
    Some(match fact {
        ConnectionFact::PortRefused { address, .. } => {
            let port = name(address);
            say!(lang, "port {port} is closed", "{port} 端口未开放")
        }
        ConnectionFact::PortFiltered { address, .. } => {
            let port = name(address);
            say!(lang, "port {port} does not answer", "{port} 端口没有应答")
        }
        ConnectionFact::PortUnreachable { .. } => lang
            .pick(
                "there is no way to the server from here",
                "从这里无法到达服务器",
            )
            .to_owned(),
        _ => return None,
    })
}

/// Whether some address came to a handshake.
fn is_reached(checks: &[Check]) -> bool {
    checks.iter().any(|check| {
        matches!(
            check.summary,
            Some(Summary::Connection(ConnectionSummary::Handshake { .. }))
        )
    })
}

fn no_handshake(lang: Lang, checks: &[Check], fact: &Fact) -> Option<String> {
    let Fact::Connection(ConnectionFact::NoHandshake { address, why, .. }) = fact else {
        return None;
    };
    if is_reached(checks) {
        return Some(lang.pick(UNEQUAL.0, UNEQUAL.1).to_owned());
    }
    let port = port(address);
    Some(match why {
        NoHandshake::PlainHttp { .. } => say!(
            lang,
            "port {port} speaks HTTP without encryption",
            "{port} 端口提供的是未加密的 HTTP"
        ),
        NoHandshake::OtherProtocol { .. } => say!(
            lang,
            "port {port} speaks another protocol",
            "{port} 端口提供的是其他协议"
        ),
        NoHandshake::StartTlsRefused { .. } => say!(
            lang,
            "port {port} does not change to TLS",
            "{port} 端口不能转为 TLS"
        ),
        NoHandshake::Silent { .. } => say!(
            lang,
            "port {port} is open, and the server says nothing",
            "{port} 端口已开放，但服务器没有应答"
        ),
        _ => say!(
            lang,
            "port {port} is open, and no handshake comes about",
            "{port} 端口已开放，但无法完成握手"
        ),
    })
}

fn differs_from_file(lang: Lang, _checks: &[Check], fact: &Fact) -> Option<String> {
    let Fact::Served(ServedFact::DiffersFromFile { whose, .. }) = fact else {
        return None;
    };
    let (en, zh) = match whose {
        Whose::Predecessor => (
            "the server still sends the old certificate",
            "服务器发送的仍是旧证书",
        ),
        Whose::Newer => (
            "the server sends a newer certificate than that of the file",
            "服务器发送的证书比文件中的新",
        ),
        Whose::OtherSite => (
            "the server sends another site’s certificate",
            "服务器发送的是其他网站的证书",
        ),
        Whose::Default => DEFAULT,
        Whose::SelfSigned => SELF_SIGNED,
        Whose::Unreadable => NO_CERTIFICATE,
        Whose::Inspected => (
            "something on the way replaces the certificate",
            "途中有设备替换了证书",
        ),
        Whose::OtherKeyType => (
            "the server sends a certificate with a key of another kind",
            "服务器发送的证书使用另一种密钥",
        ),
    };
    Some(lang.pick(en, zh).to_owned())
}

fn partly(lang: Lang, _checks: &[Check], fact: &Fact) -> Option<String> {
    let Fact::Served(ServedFact::Partly { whose, .. }) = fact else {
        return None;
    };
    let (en, zh) = match whose {
        Whose::Predecessor => (
            "some addresses still send the old certificate",
            "部分地址发送的仍是旧证书",
        ),
        _ => (
            "some addresses send another certificate",
            "部分地址发送的是另一张证书",
        ),
    };
    Some(lang.pick(en, zh).to_owned())
}
