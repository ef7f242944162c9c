//! Words of signatures that do not hold.

use super::Pair;
use crate::core::env::DnsName;
use crate::core::finding::DnssecFault;
use crate::text::Lang;
use crate::text::finding::names;
use crate::text::time::date;

pub(super) fn not_checked(lang: Lang, zone: &DnsName) -> Pair {
    let why = lang.pick(
        "No server could be asked for the keys and signatures. CAs check them.",
        "无法向任何服务器查询密钥和签名，而 CA 会校验它们。",
    );
    let message = say!(
        lang,
        "Whether {zone} is signed as it should be is not known",
        "不清楚 {zone} 的 DNSSEC 签名是否正常"
    );
    (message, why.to_owned())
}

pub(super) fn broken(lang: Lang, zone: &DnsName, fault: &DnssecFault) -> Pair {
    let message = match fault {
        DnssecFault::Expired { .. } => say!(
            lang,
            "The DNSSEC signatures of {zone} have run out",
            "{zone} 的 DNSSEC 签名已过期"
        ),
        DnssecFault::NotSigned => say!(
            lang,
            "{zone} has a DS record but is not signed",
            "{zone} 有 DS 记录却未签名"
        ),
        _ => say!(
            lang,
            "DNSSEC of {zone} does not hold",
            "{zone} 的 DNSSEC 校验失败"
        ),
    };
    let reason = reason(lang, fault);
    let why = say!(
        lang,
        "{reason}. CAs must check DNSSEC and do not issue while it fails.",
        "{reason}。CA 必须校验 DNSSEC，校验失败时不会签发。"
    );
    (message, why)
}

/// No full stop.
fn reason(lang: Lang, fault: &DnssecFault) -> String {
    let tags = |tags: &[u16]| {
        let tags: Vec<String> = tags.iter().map(ToString::to_string).collect();
        names(lang, &tags)
    };
    match fault {
        DnssecFault::NoMatchingKey { wanted, found } => {
            let (wanted, found) = (tags(wanted), tags(found));
            say!(
                lang,
                "The zone above names the key {wanted}; the zone has {found}, and none of them fits",
                "上级区域登记的密钥为 {wanted}，本区域的密钥为 {found}，没有一个相符"
            )
        }
        DnssecFault::NotSigned => lang
            .pick(
                "The zone above says that it is signed, and it has no keys",
                "上级区域表明它已签名，但其中没有密钥",
            )
            .to_owned(),
        DnssecFault::Expired { record, at } => {
            let at = date(lang, *at);
            say!(
                lang,
                "The signature of its {record} records ended on {at}",
                "其 {record} 记录的签名已于 {at} 过期"
            )
        }
        DnssecFault::NotYetValid { record, from } => {
            let from = date(lang, *from);
            say!(
                lang,
                "The signature of its {record} records begins on {from} only",
                "其 {record} 记录的签名到 {from} 才生效"
            )
        }
        DnssecFault::Wrong { record } => say!(
            lang,
            "The signature does not fit its {record} records",
            "其 {record} 记录与签名不符"
        ),
        DnssecFault::Missing { record } => say!(
            lang,
            "Its {record} records have no signature",
            "其 {record} 记录没有签名"
        ),
        DnssecFault::NoProof { record } => say!(
            lang,
            "It does not prove that there is no {record} record",
            "它没有证明 {record} 记录不存在"
        ),
        DnssecFault::Resolvers { .. } => lang
            .pick(
                "Resolvers that check signatures refuse its answers",
                "会校验签名的递归解析器不接受其应答",
            )
            .to_owned(),
    }
}
