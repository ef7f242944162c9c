//! Words of DNS: why a server gave no answer, what its codes mean, times to live.

use super::Lang;
use super::diagnose::source::millis;
use super::number::size;
use super::web::range_words;
use crate::core::env::DnsFault;

/// Why a name server gave no answer, for a table or within a sentence; no full stop.
pub fn fault(lang: Lang, fault: &DnsFault) -> String {
    match fault {
        DnsFault::AddressRefused(range) => {
            let what = range_words(lang, *range);
            say!(lang, "not asked: {what}", "未询问：{what}")
        }
        DnsFault::Broken(_) => lang.pick("broken answer", "应答损坏").to_owned(),
        DnsFault::Cancelled => lang.pick("cancelled", "已取消").to_owned(),
        DnsFault::Http(status) => say!(lang, "HTTP status {status}", "HTTP 状态 {status}"),
        DnsFault::NoNetwork(_) => lang.pick("no network", "没有网络").to_owned(),
        DnsFault::NotAsked => lang.pick("not asked any more", "未再询问").to_owned(),
        DnsFault::Refused => lang.pick("nobody listens", "连接被拒绝").to_owned(),
        DnsFault::TimedOut(after) => {
            let after = millis(lang, *after);
            say!(lang, "no answer in {after}", "{after}内没有应答")
        }
        DnsFault::Tls(_) => lang
            .pick("no encrypted connection", "没有建立加密连接")
            .to_owned(),
        DnsFault::TooLarge(most) => {
            let most = size(*most);
            say!(lang, "more than {most}", "超过 {most}")
        }
        DnsFault::Unreachable(_) => lang.pick("no way there", "无法到达").to_owned(),
    }
}

/// A response code by its name (RFC 1035 section 4.1.1, RFC 2136): `NXDOMAIN`.
pub fn code(code: u16) -> String {
    let name = match code {
        0 => "NOERROR",
        1 => "FORMERR",
        2 => "SERVFAIL",
        3 => "NXDOMAIN",
        4 => "NOTIMP",
        5 => "REFUSED",
        9 => "NOTAUTH",
        16 => "BADVERS",
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
