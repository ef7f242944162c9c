//! Why a web server gave no answer: reason and remedy of every cause.

use super::Lang;
use super::foreign::short;
use super::number::{size, whole};
use crate::core::env::{AddressRange, WebCause, WebPhase};

/// Reason and remedy for one cause, each in whole sentences.
pub fn explain(lang: Lang, cause: &WebCause) -> (String, &'static str) {
    match cause {
        WebCause::AddressRefused {
            host,
            address,
            range,
        } => {
            let (host, what) = (short(host), range_words(lang, *range));
            let why = say!(lang, "“{host}” leads to {address}, {what}. Nothing was sent there.", "“{host}”指向 {address}，即{what}。没有向它发送任何内容。");
            (why, consent(lang))
        }
        WebCause::RedirectToAddress { to, address, range } => {
            let (to, what) = (short(to), range_words(lang, *range));
            let why = say!(lang, "The server redirects to {to}, which leads to {address}, {what}. It was not followed.", "服务器重定向到 {to}，它指向 {address}，即{what}。没有跟随。");
            (why, by_hand(lang))
        }
        WebCause::RedirectToScheme { to } => {
            let to = short(to);
            let why = say!(lang, "The server redirects to “{to}”, and only http: and https: are followed.", "服务器重定向到“{to}”，而这里只跟随 http: 和 https:。");
            (why, by_hand(lang))
        }
        WebCause::Scheme { scheme } => other_scheme(lang, scheme),
        WebCause::BadUrl => (
            lang.pick("It is no address that can be read in one way only.", "这个地址写法不明确，无法读取。").to_owned(),
            by_hand(lang),
        ),
        WebCause::Cancelled => (
            lang.pick("It was cancelled before an answer came.", "收到应答之前已取消。").to_owned(),
            again(lang),
        ),
        WebCause::Broken(_) => (
            lang.pick("The answer broke off or is not HTTP.", "应答中断，或者不是 HTTP。").to_owned(),
            lang.pick(
                "Try again. If it stays so, something between here and the server interferes, such as a proxy or filter; download it with a browser.",
                "重试。如果仍然如此，说明途中有代理或过滤设备干扰；用浏览器下载。",
            ),
        ),
        WebCause::Tls(_) => (
            lang.pick("No encrypted connection came about.", "没有建立起加密连接。").to_owned(),
            lang.pick(
                "The server’s own certificate is not trusted here, or it speaks no TLS at this port. Download it with a browser, which shows more.",
                "服务器自己的证书在这里不受信任，或者该端口没有 TLS。用浏览器下载，它会显示更多信息。",
            ),
        ),
        unreached => reach(lang, unreached),
    }
}

/// The library's or system's own words, untranslated.
pub fn raw(cause: &WebCause) -> Option<&str> {
    match cause {
        WebCause::Broken(detail)
        | WebCause::Tls(detail)
        | WebCause::NameNotResolved { detail, .. }
        | WebCause::Unreachable { detail, .. } => Some(detail),
        _ => None,
    }
}

/// Causes of the way there, and limits.
fn reach(lang: Lang, cause: &WebCause) -> (String, &'static str) {
    match cause {
        WebCause::NameNotResolved { host, .. } => {
            let host = short(host);
            let why = say!(
                lang,
                "The name “{host}” leads to no address.",
                "名称“{host}”没有解析到地址。"
            );
            (why, lang.pick(
                "Check the name and this computer’s DNS and network; inside a company, names of its CA often work only in its network or VPN.",
                "检查名称以及这台计算机的 DNS 和网络；企业 CA 的名称往往只在内网或 VPN 中有效。",
            ))
        }
        WebCause::Refused(address) => {
            let why = say!(
                lang,
                "Nobody listens at {address}.",
                "{address} 上没有服务在监听。"
            );
            (why, network(lang))
        }
        WebCause::Unreachable { address, .. } => {
            let why = say!(
                lang,
                "There is no way to {address} from here.",
                "从这里无法到达 {address}。"
            );
            (why, network(lang))
        }
        WebCause::TimedOut { phase, after_ms } => {
            let (phase, time) = (phase_words(lang, *phase), seconds(lang, *after_ms));
            let why = say!(
                lang,
                "It took too long: {time} in all, and it was still {phase}.",
                "耗时过长：共 {time}，停在{phase}。"
            );
            (why, network(lang))
        }
        WebCause::HeaderTooLarge(limit) => {
            let limit = size(*limit);
            let why = say!(
                lang,
                "The head of the answer is longer than {limit}, which no honest server needs.",
                "应答头超过 {limit}，正常的服务器不需要这么长。"
            );
            (why, by_hand(lang))
        }
        WebCause::TooLarge { limit, announced } => {
            let limit = size(*limit);
            let why = match announced.map(size) {
                Some(announced) => say!(
                    lang,
                    "The answer is {announced} large; at most {limit} are read.",
                    "应答大小为 {announced}；最多读取 {limit}。"
                ),
                None => say!(
                    lang,
                    "The answer did not end after {limit}, and no more is read.",
                    "应答超过 {limit} 仍未结束，不再继续读取。"
                ),
            };
            (why, by_hand(lang))
        }
        WebCause::TooManyRedirects(limit) => {
            let limit = whole(u64::from(*limit));
            let why = say!(
                lang,
                "The server redirects more than {limit} times, perhaps in a circle.",
                "服务器重定向超过 {limit} 次，可能在循环。"
            );
            (why, by_hand(lang))
        }
        // The others have words of their own above.
        _ => (String::new(), again(lang)),
    }
}

fn other_scheme(lang: Lang, scheme: &str) -> (String, &'static str) {
    let scheme = short(scheme);
    let why = match &*scheme {
        "ldap" | "ldaps" => lang.pick(
            "It is an LDAP address, which only computers of that Windows domain can ask.",
            "这是 LDAP 地址，只有该 Windows 域内的计算机才能查询。",
        ).to_owned(),
        "file" | "unc" => lang.pick(
            "It is the path of a file or share. Opening it could hand your sign-in to a foreign server, so it is never opened.",
            "这是文件或共享的路径。打开它可能把您的登录信息交给陌生服务器，因此绝不打开。",
        ).to_owned(),
        _ => say!(lang, "It is a {scheme}: address, and only http: and https: are asked.", "这是 {scheme}: 地址，而这里只访问 http: 和 https:。"),
    };
    (why, by_hand(lang))
}

/// A kind of address, in a sentence.
pub fn range_words(lang: Lang, range: AddressRange) -> &'static str {
    match range {
        AddressRange::Public => lang.pick("an address of the Internet", "互联网地址"),
        AddressRange::Loopback => lang.pick("this computer itself", "这台计算机自身"),
        AddressRange::LinkLocal => lang.pick("an address of this network segment", "本网段的地址"),
        AddressRange::Metadata => lang.pick(
            "where clouds hand out credentials of their machines",
            "云平台发放机器凭据的地址",
        ),
        AddressRange::Multicast => lang.pick("an address of many computers", "多播地址"),
        AddressRange::Private => lang.pick("an address inside a private network", "内网地址"),
        AddressRange::Reserved => lang.pick("a reserved address", "保留地址"),
        AddressRange::Unspecified => lang.pick(
            "no address, which many systems take for this computer",
            "空地址，许多系统会把它当作本机",
        ),
    }
}

fn phase_words(lang: Lang, phase: WebPhase) -> &'static str {
    match phase {
        WebPhase::Resolving => lang.pick("looking up the name", "解析名称阶段"),
        WebPhase::Connecting => lang.pick("opening the connection", "建立连接阶段"),
        WebPhase::Handshake => lang.pick("agreeing on encryption", "协商加密阶段"),
        WebPhase::Sending => lang.pick("sending the question", "发送阶段"),
        WebPhase::Waiting => lang.pick("waiting for the answer", "等待应答阶段"),
        WebPhase::Reading => lang.pick("reading the answer", "读取应答阶段"),
        WebPhase::Whole => lang.pick("under way", "整个过程中"),
    }
}

/// Milliseconds as seconds with one decimal: `0.3 s`.
pub fn seconds(lang: Lang, milliseconds: u64) -> String {
    let tenths = milliseconds.saturating_add(50) / 100;
    let (whole, tenth) = (whole(tenths / 10), tenths % 10);
    say!(lang, "{whole}.{tenth} s", "{whole}.{tenth} 秒")
}

fn consent(lang: Lang) -> &'static str {
    lang.pick(
        "If this is a server of your own network, confirm the address and ask again. Otherwise leave it: a foreign certificate should not make this computer contact it.",
        "如果这是您自己网络里的服务器，确认该地址后重试。否则不要访问：陌生的证书不应让这台计算机去联系它。",
    )
}

fn by_hand(lang: Lang) -> &'static str {
    lang.pick(
        "Download the file from the CA’s own page and add it here.",
        "从 CA 自己的页面下载文件，再添加到这里。",
    )
}

fn network(lang: Lang) -> &'static str {
    lang.pick(
        "Try again later. If a proxy or firewall stands between, download the file with a browser and add it here.",
        "稍后重试。如果中间有代理或防火墙，用浏览器下载文件，再添加到这里。",
    )
}

fn again(lang: Lang) -> &'static str {
    lang.pick("Ask again.", "重新查询。")
}
