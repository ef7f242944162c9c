//! Words of DNS: why a server gave no answer, what its codes mean, kinds of addresses.

use super::Lang;
use super::foreign::short;
use super::number::whole;
use super::web::range_words;
use crate::core::env::{DnsFault, NO_ERROR, NO_SUCH_NAME, REFUSED, SERVER_FAILURE};

/// Why a server gave no answer, for a table or within a sentence; no full stop.
pub fn fault(lang: Lang, fault: &DnsFault) -> String {
    match fault {
        DnsFault::AddressRefused(range) => {
            let what = range_words(lang, *range);
            say!(lang, "not asked: {what}", "未询问：{what}")
        }
        DnsFault::Broken(detail) => {
            let detail = short(detail);
            say!(lang, "not readable: {detail}", "无法读取：{detail}")
        }
        DnsFault::Cancelled => lang.pick("cancelled", "已取消").to_owned(),
        DnsFault::Http(status) => say!(lang, "HTTP status {status}", "HTTP 状态码 {status}"),
        DnsFault::NoNetwork(_) => lang.pick("no network", "没有网络").to_owned(),
        DnsFault::NotAsked => lang
            .pick("not asked: too many questions", "未询问：查询次数过多")
            .to_owned(),
        DnsFault::Refused => lang.pick("nobody listens there", "连接被拒绝").to_owned(),
        DnsFault::TimedOut(milliseconds) => {
            let time = whole(*milliseconds);
            say!(lang, "no answer within {time} ms", "{time} ms 内没有应答")
        }
        DnsFault::Tls(detail) => {
            let detail = short(detail);
            say!(lang, "TLS failed: {detail}", "TLS 握手失败：{detail}")
        }
        DnsFault::TooLarge(_) => lang.pick("more than is read", "应答过大").to_owned(),
        DnsFault::Unreachable(_) => lang.pick("no way there", "无法到达").to_owned(),
    }
}

/// A response code by its name (IANA, DNS RCODEs): `SERVFAIL`.
pub fn code(code: u16) -> String {
    let name = match code {
        NO_ERROR => "NOERROR",
        1 => "FORMERR",
        SERVER_FAILURE => "SERVFAIL",
        NO_SUCH_NAME => "NXDOMAIN",
        4 => "NOTIMP",
        REFUSED => "REFUSED",
        9 => "NOTAUTH",
        other => return format!("RCODE {other}"),
    };
    name.to_owned()
}

/// A time to live: `4 min`, `2 h 10 min`.
pub fn seconds(lang: Lang, seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => say!(lang, "{rest} s", "{rest} 秒"),
        (0, minutes) => say!(lang, "{minutes} min", "{minutes} 分钟"),
        (hours, 0) => say!(lang, "{hours} h", "{hours} 小时"),
        (hours, minutes) => say!(
            lang,
            "{hours} h {minutes} min",
            "{hours} 小时 {minutes} 分钟"
        ),
    }
}
