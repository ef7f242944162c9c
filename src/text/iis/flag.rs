//! The flags of a binding by name.

use crate::core::iis::flags::SslFlag;
use crate::text::Lang;
use crate::text::number::enumerated;

/// A flag for people.
pub fn flag(lang: Lang, flag: SslFlag) -> &'static str {
    match flag {
        SslFlag::Sni => lang.pick("SNI", "SNI（服务器名称指示）"),
        SslFlag::CentralStore => lang.pick("central certificate store", "集中式证书存储"),
        SslFlag::NoHttp2 => lang.pick("no HTTP/2", "禁用 HTTP/2"),
        SslFlag::NoOcspStapling => lang.pick("no OCSP stapling", "禁用 OCSP 装订"),
        SslFlag::NoQuic => lang.pick("no QUIC and HTTP/3", "禁用 QUIC 和 HTTP/3"),
        SslFlag::NoTls13 => lang.pick("no TLS 1.3", "禁用 TLS 1.3"),
        SslFlag::NoLegacyTls => lang.pick("no TLS 1.0 and 1.1", "禁用 TLS 1.0 和 1.1"),
        SslFlag::NegotiateClientCertificate => lang.pick(
            "client certificate asked for in the first handshake",
            "首次握手时要求客户端证书",
        ),
    }
}

/// Several flags, inside a sentence.
pub fn flags(lang: Lang, all: &[SslFlag]) -> String {
    let all: Vec<&str> = all.iter().map(|one| flag(lang, *one)).collect();
    enumerated(lang, &all)
}
