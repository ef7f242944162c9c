//! What a finding means for the whole, in a clause: the worst first. Clauses begin small, since one may stand
//! behind another.

use crate::core::diagnose::Check;
use crate::core::finding::{ConnectionFact, Fact, Finding, Id};
use crate::text::Lang;

/// What is said of findings of a kind.
enum Words {
    /// Always the same.
    Plain(&'static str, &'static str),
    /// By the fact, and by what else was found.
    Of(fn(Lang, &[Check], &Fact) -> Option<String>),
}
use Words::{Of, Plain};

/// Where it stands in the table, and its clause.
pub fn of(lang: Lang, checks: &[Check], finding: &Finding) -> Option<(usize, String)> {
    let is_it = |(id, _): &(Id, Words)| *id == finding.id();
    let rank = TABLE.iter().position(is_it)?;
    let words = match &TABLE.get(rank)?.1 {
        Plain(en, zh) => lang.pick(*en, *zh).to_owned(),
        Of(of) => of(lang, checks, &finding.fact)?,
    };
    Some((rank, words))
}

const NO_FILE: Words = Plain("the CA does not find the file", "CA 找不到验证文件");
const ELSEWHERE: Words = Plain("the record stands in another place", "解析记录的位置不对");

/// The worst first: what keeps everybody out, then what keeps some out, then what a CA would stop at.
const TABLE: &[(Id, Words)] = &[
    (
        Id::DnsNameMissing,
        Plain("the name does not exist", "名称不存在"),
    ),
    (
        Id::DnsNotDelegated,
        Plain("the domain is not delegated", "域名没有委派"),
    ),
    (
        Id::DnsLookupFailed,
        Plain("DNS gives no answer", "DNS 没有应答"),
    ),
    (
        Id::DnssecBroken,
        Plain("the DNSSEC signatures do not fit", "DNSSEC 签名无效"),
    ),
    (
        Id::DnsCnameLoop,
        Plain("the aliases lead in a circle", "别名形成循环"),
    ),
    (Id::PortRefused, Of(port_refused)),
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
    (
        Id::ChainSelfSignedLeaf,
        Plain(
            "the server sends a self-signed certificate",
            "服务器发送的是自签名证书",
        ),
    ),
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
            "the chain misses an intermediate certificate, though browsers may still accept it",
            "证书链缺少中间证书，但浏览器可能仍会接受",
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
        Id::ChainWrongOrder,
        Plain(
            "the chain is sent in the wrong order",
            "证书链的发送顺序不对",
        ),
    ),
    (
        Id::CaaForbids,
        Plain("CAA forbids the CA", "CAA 不允许该 CA 签发"),
    ),
    (
        Id::CaaCriticalUnknown,
        Plain(
            "CAA keeps every CA from issuing",
            "CAA 使任何 CA 都不能签发",
        ),
    ),
    (
        Id::CaaLookupFailed,
        Plain("the CAA lookup fails", "CAA 查询失败"),
    ),
    (
        Id::TxtMissing,
        Plain("the TXT record is missing", "缺少 TXT 记录"),
    ),
    (
        Id::CnameMissing,
        Plain("the CNAME record is missing", "缺少 CNAME 记录"),
    ),
    (
        Id::TxtWrongValue,
        Plain("the TXT record has another value", "TXT 记录的值不对"),
    ),
    (
        Id::CnameWrongTarget,
        Plain("the CNAME record leads elsewhere", "CNAME 记录指向别处"),
    ),
    (Id::TxtDoubledLabel, ELSEWHERE),
    (Id::RecordWrongPlace, ELSEWHERE),
    (
        Id::TxtServersDisagree,
        Plain(
            "not every name server has the record",
            "部分权威服务器没有该解析记录",
        ),
    ),
    (
        Id::RecordLookupFailed,
        Plain("the record could not be looked up", "未能查到该解析记录"),
    ),
    (Id::FileWrongStatus, NO_FILE),
    (Id::FileNotReachable, NO_FILE),
    (Id::FilePathBlocked, NO_FILE),
    (Id::FileIisBlocked, NO_FILE),
    (Id::FileBlockPage, NO_FILE),
    (Id::FileRedirectRefused, NO_FILE),
    (Id::FileRedirectLoop, NO_FILE),
    (
        Id::FileWrongContent,
        Plain("the file has other content", "验证文件的内容不对"),
    ),
    (
        Id::HttpNotRedirected,
        Plain("http does not lead to https", "http 没有跳转到 https"),
    ),
];

/// The port of `ADDRESS:PORT`.
fn port(address: &str) -> &str {
    address.rsplit_once(':').map_or(address, |(_, port)| port)
}

fn port_refused(lang: Lang, _checks: &[Check], fact: &Fact) -> Option<String> {
    let Fact::Connection(ConnectionFact::PortRefused { address, .. }) = fact else {
        return None;
    };
    let port = port(address);
    Some(say!(lang, "port {port} is closed", "{port} 端口未开放"))
}
