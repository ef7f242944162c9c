//! Words of facts about the versions and cipher suites that servers accept.

use super::{Words, about};
use crate::core::finding::{AtServers, ScanFact};
use crate::core::tls::{Suite, Version, Weakness};
use crate::text::Lang;
use crate::text::number::{counted, enumerated, shortened};

/// Names of one kind that stand in a sentence at most.
const NAMED: usize = 4;

pub(super) fn words(lang: Lang, fact: &ScanFact) -> Words {
    let (message, why) = match fact {
        ScanFact::ObsoleteProtocol { at, versions } => obsolete(lang, at, versions),
        ScanFact::ObsoleteOnly { at, newest } => obsolete_only(lang, at, *newest),
        ScanFact::NoTls13 { at } => (
            lang.pick("TLS 1.3 is off", "未启用 TLS 1.3").to_owned(),
            say!(
                lang,
                "{0} agrees on TLS 1.2 at most. That is safe with the right suites; TLS 1.3 connects faster and has no weak suites.",
                "{0} 最高协商到 TLS 1.2。配合合适的套件是安全的；TLS 1.3 建立连接更快，而且没有弱套件。",
                places(lang, at)
            ),
        ),
        ScanFact::WeakSuites { at, worst, suites } => weak(lang, at, *worst, suites),
        ScanFact::NoForwardSecrecy { at, count, of } => forward(lang, at, *count, *of),
        ScanFact::VersionUnanswered { at, versions } => unanswered(lang, at, versions),
        ScanFact::ScanLimit { at, connections } => (
            lang.pick(
                "Not every cipher suite was looked for",
                "未能检查全部加密套件",
            )
            .to_owned(),
            say!(
                lang,
                "{0} accepts so many that {connections} connections did not suffice, and it is not asked more often.",
                "{0} 接受的套件太多，{connections} 次连接还不够，不再继续询问。",
                places(lang, at)
            ),
        ),
    };
    Words::new(message, why, about(lang, fact.id()).remedy)
}

fn obsolete(lang: Lang, at: &AtServers, versions: &[Version]) -> (String, String) {
    let named = labels(lang, versions);
    let is = match versions.len() {
        1 => "is",
        _ => "are",
    };
    (
        say!(lang, "{named} {is} still accepted", "仍然接受 {named}"),
        say!(
            lang,
            "{0} still agrees when a client asks. Browsers refuse such versions since 2020, audits name them, and old attacks need them.",
            "客户端要求时，{0} 会协商这些版本。浏览器自 2020 年起拒绝它们，安全审计会指出它们，旧的攻击也依赖它们。",
            places(lang, at)
        ),
    )
}

fn obsolete_only(lang: Lang, at: &AtServers, newest: Version) -> (String, String) {
    let newest = newest.label();
    (
        say!(
            lang,
            "Nothing newer than {newest} is accepted",
            "最高只接受 {newest}"
        ),
        say!(
            lang,
            "{0} refuses TLS 1.2 and TLS 1.3, the only versions that browsers still speak.",
            "{0} 拒绝 TLS 1.2 和 TLS 1.3，而浏览器只支持这两个版本。",
            places(lang, at)
        ),
    )
}

fn weak(lang: Lang, at: &AtServers, worst: Weakness, suites: &[Suite]) -> (String, String) {
    let count = counted(
        lang,
        suites.len(),
        ("weak cipher suite", "weak cipher suites"),
        "个弱加密套件",
    );
    let names: Vec<_> = suites.iter().map(|suite| suite.name()).collect();
    let names = shortened(lang, &names, NAMED);
    let is = match suites.len() {
        1 => "is",
        _ => "are",
    };
    let worst = match worst {
        Weakness::NoEncryption => lang.pick(
            "The worst of them encrypt nothing",
            "其中最差的完全不加密",
        ),
        Weakness::Anonymous => lang.pick(
            "The worst of them leave the certificate out, so that anybody in between can pose as the server",
            "其中最差的不使用证书，中间任何人都可以冒充服务器",
        ),
        Weakness::Export => lang.pick(
            "The worst of them were made breakable for export in the 1990s",
            "其中最差的是 1990 年代为出口而故意削弱的",
        ),
        Weakness::Rc4 => lang.pick(
            "RC4 gives away what is repeated, cookies among it",
            "RC4 会泄露重复的内容，例如 Cookie",
        ),
        Weakness::ShortKey => lang.pick(
            "Keys of 56 bits can be tried out within days",
            "56 位密钥几天内就能穷举",
        ),
        Weakness::ShortBlock => lang.pick(
            "Ciphers with blocks of 64 bits such as 3DES give data away on long connections",
            "3DES 等 64 位分组的算法会在长连接中泄露数据",
        ),
        Weakness::Md5 => lang.pick("MD5 is broken", "MD5 已被攻破"),
    };
    (
        say!(lang, "{count} {is} accepted", "接受 {count}"),
        say!(
            lang,
            "{worst}. Accepted by {0}: {names}.",
            "{worst}。{0} 接受：{names}。",
            places(lang, at)
        ),
    )
}

fn forward(lang: Lang, at: &AtServers, count: usize, of: usize) -> (String, String) {
    let suites = counted(lang, of, ("cipher suite", "cipher suites"), "个加密套件");
    let message = match count < of {
        true => say!(
            lang,
            "{count} of {suites} are without forward secrecy",
            "{suites}中有 {count} 个没有前向保密"
        ),
        false => lang
            .pick(
                "No cipher suite has forward secrecy",
                "所有加密套件都没有前向保密",
            )
            .to_owned(),
    };
    let why = say!(
        lang,
        "Whoever records such a connection to {0} and gets hold of the private key later can read it. Today’s clients choose a suite with ECDHE where there is one.",
        "如果有人录下与 {0} 的这类连接，日后又拿到私钥，就能解密。只要服务器提供 ECDHE 套件，如今的客户端都会选用。",
        places(lang, at)
    );
    (message, why)
}

fn unanswered(lang: Lang, at: &AtServers, versions: &[Version]) -> (String, String) {
    let named = labels(lang, versions);
    (
        say!(
            lang,
            "{named}: silence instead of an answer",
            "{named}：没有应答"
        ),
        say!(
            lang,
            "{0} neither accepts nor refuses, although other versions work. Something on the way may drop such packets, and clients that begin so wait until they give up.",
            "{0} 既不接受也不拒绝，其他版本却正常。途中可能有设备丢弃这类数据包，以它开始的客户端会一直等到超时。",
            places(lang, at)
        ),
    )
}

fn labels(lang: Lang, versions: &[Version]) -> String {
    let labels: Vec<&str> = versions.iter().map(|one| one.label()).collect();
    enumerated(lang, &labels)
}

fn places(lang: Lang, at: &AtServers) -> String {
    shortened(lang, &at.addresses, NAMED)
}
