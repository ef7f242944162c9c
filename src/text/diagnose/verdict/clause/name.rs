//! Of the name and of what a CA looks for.

use super::Line;
use super::Words::{self, Plain};
use crate::core::finding::Id;

const NO_FILE: Words = Plain("the CA does not find the file", "CA 找不到验证文件");
const ELSEWHERE: Words = Plain("the record stands in another place", "解析记录的位置不对");

/// A name that does not exist, then a CA that may not issue, then what it does not find.
pub(super) const TABLE: &[Line] = &[
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
];
