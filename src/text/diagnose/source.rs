//! Who was asked, and what came, in a few words each: cells of the tables of a diagnosis.

use crate::core::diagnose::ask::{Asked, AskedOutcome, Purpose, Said, Source, What};
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::resolvers::{Region, known};
use crate::core::env::{
    DnsFault, DnsServer, NO_ERROR, NO_SUCH_NAME, RecordType, TalkEnd, WebCause,
};
use crate::text::Lang;
use crate::text::dns::{code, fault};
use crate::text::foreign::{display, short};
use crate::text::number::{counted, size};
use crate::text::web::range_words;

/// Who gives answers: `DNSPod, 119.29.29.29` or `ns1.example.com, 192.0.2.1`.
pub fn source(lang: Lang, source: &Source) -> String {
    match source {
        Source::User(server) => resolver(server),
        Source::Public(server) => resolver(server),
        Source::System(server) => {
            say!(lang, "this computer, {server}", "本机，{server}")
        }
        Source::Authoritative(name, server) => match name.to_string() == server.to_string() {
            true => server.to_string(),
            false => format!("{}, {server}", short(name.as_str())),
        },
        Source::HostsFile => lang.pick("hosts file", "hosts 文件").to_owned(),
    }
}

fn resolver(server: &DnsServer) -> String {
    match known(server) {
        Some(known) => format!("{}, {server}", known.operator),
        None => server.to_string(),
    }
}

/// What a CA looks for, in one line.
pub fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Txt { name, value } => format!("{name} TXT \"{}\"", display(value)),
        Expected::Cname { name, target } => format!("{name} CNAME {target}"),
        Expected::File { url, content } => {
            let bytes = size(content.len() as u64);
            format!("{} ({bytes})", display(url))
        }
    }
}

/// Where a public resolver answers from.
pub fn region(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::China => lang.pick("mainland China", "中国大陆"),
        Region::Russia => lang.pick("Russia", "俄罗斯"),
        Region::World => lang.pick("worldwide", "全球"),
    }
}

/// What a source said: its values, or why there are none. Never empty.
pub fn values(lang: Lang, said: &Said) -> Vec<String> {
    if let Some(reason) = &said.fault {
        return vec![fault(lang, reason)];
    }
    let shown = |value: &String| match said.record {
        RecordType::TXT => format!("\"{}\"", short(value)),
        _ => short(value).into_owned(),
    };
    match (said.values.is_empty(), said.code) {
        (false, _) => said.values.iter().map(shown).collect(),
        (true, Some(NO_SUCH_NAME)) => vec![lang.pick("no such name", "没有这个名称").to_owned()],
        (true, None | Some(NO_ERROR)) => vec![lang.pick("none", "无").to_owned()],
        (true, Some(other)) => vec![code(other)],
    }
}

/// What was asked: `A www.example.com`, or an address of a page.
pub fn what(lang: Lang, asked: &Asked) -> String {
    match &asked.what {
        What::Records { name, record } => format!("{record} {}", short(&name.to_string())),
        What::Page { url } => short(url).into_owned(),
        What::Connections { purpose } => self::purpose(lang, *purpose).to_owned(),
    }
}

/// What connections were opened for.
fn purpose(lang: Lang, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Handshake => lang.pick("handshake", "握手"),
        Purpose::WithoutName => lang.pick("handshake without SNI", "不带 SNI 的握手"),
        Purpose::Versions => lang.pick("protocol versions", "协议版本"),
        Purpose::Suites => lang.pick("cipher suites", "加密套件"),
        Purpose::WebSocket => "WebSocket",
    }
}

/// How a conversation ended.
pub fn talk_end(lang: Lang, end: &TalkEnd) -> &'static str {
    match end {
        TalkEnd::Over => lang.pick("answered", "有应答"),
        TalkEnd::Closed => lang.pick("connection closed", "连接被关闭"),
        TalkEnd::Reset => lang.pick("connection broken off", "连接被中断"),
        TalkEnd::Refused => lang.pick("refused", "连接被拒绝"),
        TalkEnd::Filtered => lang.pick("no answer", "没有应答"),
        TalkEnd::Silent => lang.pick("connected, then silent", "已连接，但没有应答"),
        TalkEnd::TooMuch => lang.pick("too long an answer", "应答过长"),
        TalkEnd::Unreachable(_) => lang.pick("no way there", "无法到达"),
        TalkEnd::NoNetwork(_) => lang.pick("no network", "没有网络"),
        TalkEnd::Cancelled => lang.pick("cancelled", "已取消"),
        TalkEnd::Broken(_) => lang.pick("could not be called", "无法建立连接"),
    }
}

/// What came.
pub fn outcome(lang: Lang, outcome: &AskedOutcome) -> String {
    match outcome {
        AskedOutcome::Records { code: 0, count } => {
            counted(lang, *count, ("record", "records"), "条记录")
        }
        AskedOutcome::Records { code: other, .. } => code(*other),
        AskedOutcome::Page { status, bytes } => {
            let bytes = size(*bytes as u64);
            say!(lang, "status {status}, {bytes}", "状态 {status}，{bytes}")
        }
        AskedOutcome::Talks {
            count: 1,
            end: ended,
        } => talk_end(lang, ended).to_owned(),
        AskedOutcome::Talks { count, end: ended } => {
            let ended = talk_end(lang, ended);
            let connections = counted(lang, *count, ("connection", "connections"), "次连接");
            say!(lang, "{connections}, {ended}", "{connections}，{ended}")
        }
        AskedOutcome::NoRecords { fault: reason } => fault(lang, reason),
        AskedOutcome::NoPage { cause } => page_fault(lang, cause),
    }
}

/// Why a web server gave no answer.
fn page_fault(lang: Lang, cause: &WebCause) -> String {
    match cause {
        WebCause::AddressRefused { range, .. } => fault(lang, &DnsFault::AddressRefused(*range)),
        WebCause::RedirectToAddress { range, .. } => {
            let what = range_words(lang, *range);
            say!(
                lang,
                "redirect not followed: {what}",
                "未跟随重定向：{what}"
            )
        }
        WebCause::RedirectToScheme { to } => {
            let to = short(to);
            say!(lang, "redirect not followed: {to}", "未跟随重定向：{to}")
        }
        WebCause::BadUrl | WebCause::Scheme { .. } => {
            lang.pick("address not opened", "地址未打开").to_owned()
        }
        WebCause::Broken(_) => fault(lang, &DnsFault::Broken(String::new())),
        WebCause::Cancelled => fault(lang, &DnsFault::Cancelled),
        WebCause::HeaderTooLarge(most) => fault(lang, &DnsFault::TooLarge(*most)),
        WebCause::TooLarge { limit, .. } => fault(lang, &DnsFault::TooLarge(*limit)),
        WebCause::NameNotResolved { .. } => lang.pick("no address", "没有地址").to_owned(),
        WebCause::Refused(_) => fault(lang, &DnsFault::Refused),
        WebCause::TimedOut { after_ms, .. } => fault(lang, &DnsFault::TimedOut(*after_ms)),
        WebCause::Tls(_) => fault(lang, &DnsFault::Tls(String::new())),
        WebCause::TooManyRedirects(most) => {
            say!(lang, "more than {most} redirects", "重定向超过 {most} 次")
        }
        WebCause::Unreachable { .. } => fault(lang, &DnsFault::Unreachable(String::new())),
    }
}

/// Milliseconds as people read them: `23 ms`, `1.4 s`.
pub fn millis(lang: Lang, millis: u64) -> String {
    match millis {
        0..1_000 => say!(lang, "{millis} ms", "{millis} 毫秒"),
        _ => {
            let (secs, tenths) = (millis / 1_000, millis / 100 % 10);
            say!(lang, "{secs}.{tenths} s", "{secs}.{tenths} 秒")
        }
    }
}
