//! Words of the verb `diagnose` on the command line.

use crate::core::csr::names::{Advice, NameAdvice, NameKind, shown};
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::{Check, CheckKey, Contacted, Role};
use crate::core::env::DnsName;
use crate::text::Lang;
use crate::text::csr::names as say_names;
use crate::text::diagnose::lines;
use crate::text::diagnose::report::mark;
use crate::text::finding::words;
use crate::text::foreign::{display, short};
use crate::text::number::{counted, enumerated, shortened};
use crate::text::report::Page;
use crate::text::time::duration;

phrases! {
    about: "Find out why a CA does not issue for a name, or why a browser does not trust it", "查明 CA 为何不签发证书，或浏览器为何不信任";
    after: "--resolver and --root replace the system’s and the public resolvers, unless --system or --public ask for them too.\nWithout them the system’s resolvers, the public ones and every authoritative server are asked.\nFrom one place only: what CAs see from elsewhere may differ.", "--resolver 和 --root 会取代系统和公共递归解析器，除非用 --system 或 --public 另外要求。\n都不给出时，会询问系统的递归解析器、公共递归解析器和每个权威 DNS 服务器。\n只从一个地点查看：CA 从别处看到的可能不同。";
    all_about: "All four: DNS with CAA, domain validation, TLS, and the page", "四项都查：DNS 与 CAA、域名验证、TLS、网页";
    dns_about: "What DNS says of a name, and who may issue for it", "DNS 中的名称情况，以及允许谁签发";
    validation_about: "Whether a CA finds the record or file that proves control", "CA 能否找到证明控制权的解析记录或文件";
    page_about: "Whether http leads to https, and what the page loads without encryption", "http 是否重定向到 https，以及网页有哪些内容未加密加载";
    tls_about: "What the server really serves, at every address, and who trusts it", "服务器在每个地址上实际提供什么证书，以及谁信任它";
    against_help: "What should be served: a certificate, or any file or folder with it; may be given again", "应当提供的证书：证书本身，或含有它的任何文件或文件夹；可重复给出";
    ca_help: "Who will issue, by name or issuer domain: DigiCert, letsencrypt.org", "由谁签发，用名称或颁发者域名：DigiCert、letsencrypt.org";
    connect_help: "Call this address in place of those that DNS gives: 203.0.113.7, 203.0.113.7:8443; may be given again", "用此地址代替 DNS 给出的地址：203.0.113.7、203.0.113.7:8443；可重复给出";
    dry_run_help: "Only list whom it would contact", "只列出会联系谁";
    expect_help: "File with what the CA wrote, or - for standard input; records and files are found in it", "含有 CA 来信内容的文件，- 表示标准输入；会从中找出要求的解析记录和文件";
    expect_cname_help: "A CNAME record the CA looks for; may be given again", "CA 要查找的 CNAME 记录；可重复给出";
    expect_file_help: "A file the CA looks for, and where its content lies; may be given again", "CA 要查找的文件，及其内容所在的本地路径；可重复给出";
    expect_txt_help: "A TXT record the CA looks for; may be given again", "CA 要查找的 TXT 记录；可重复给出";
    inside_help: "Agree to ask outside about internal names, and to contact addresses of your own network", "同意向外部询问内部名称，并联系内网地址";
    ipv4_help: "Contact IPv4 addresses only", "只联系 IPv4 地址";
    ipv6_help: "Contact IPv6 addresses only", "只联系 IPv6 地址";
    names_help: "Domain names, in whatever form they were pasted", "域名，粘贴的形式不限";
    only_help: "Run one check alone, such as caa, or file@PLACE", "只运行一项检查，例如 caa 或 file@位置";
    port_help: "Port at which TLS is looked at [default: 443, or that of --starttls]", "要检查 TLS 的端口 [默认：443，或 --starttls 对应的端口]";
    port_map_help: "Ports to contact in place of the usual ones, such as 53=5353,80=8080,443=8443", "用来代替常用端口的端口，例如 53=5353,80=8080,443=8443";
    profile_help: "How strict the CA is about files: strict, br or acme [default: br]", "CA 对文件的严格程度：strict、br 或 acme [默认：br]";
    public_help: "Ask the well-known public resolvers too", "同时询问知名的公共递归解析器";
    resolver_help: "A resolver to ask: 9.9.9.9, tcp://…, tls://…#NAME, https://…; may be given again", "要询问的递归解析器：9.9.9.9、tcp://…、tls://…#NAME、https://…；可重复给出";
    root_help: "A root server of a name space of your own; may be given again", "自有名称空间的根服务器；可重复给出";
    starttls_help: "Protocol that changes to TLS on request: smtp, imap or rdp", "应请求才转为 TLS 的协议：smtp、imap 或 rdp";
    system_help: "Ask this computer’s own resolvers too", "同时询问本机的递归解析器";
    ticket_help: "Write a text for whoever hosts the zone or server: text, html or json", "写出给域名或服务器托管方的说明：text、html 或 json";
    trust_anchor_help: "File with DS or DNSKEY records that DNSSEC begins with", "含有 DNSSEC 信任起点（DS 或 DNSKEY 记录）的文件";
    until_help: "Seconds after which a watch ends [default: 3600]", "持续查看的最长秒数 [默认：3600]";
    nothing_to_wait_for: "--watch needs something to wait for in the validation lane: --expect-txt, --expect-cname, --expect-file or --expect", "--watch 需要在域名验证中有等待的内容：--expect-txt、--expect-cname、--expect-file 或 --expect";
    watch_too_short: "--until is shorter than --watch, so that it would look only once", "--until 短于 --watch，只会查看一次";
    watch_help: "Look again every so many seconds until what is expected is visible everywhere", "每隔这么多秒再查看一次，直到要求的内容处处可见";
    websocket_help: "Path at which a WebSocket should open, such as /chat", "应能打开 WebSocket 的路径，例如 /chat";
    no_page_with_starttls: "--starttls asks for a mail or remote desktop server, which has no page. Use diagnose tls", "--starttls 针对邮件或远程桌面服务器，它没有网页。改用 diagnose tls";
    would_contact: "Would contact:", "将会联系：";
    nothing_recognised: "No record and no file was recognised in that text", "没有从这段文字中识别出解析记录或文件";
}

/// What was tidied, for standard error; empty when nothing was.
pub fn cleaned(lang: Lang, names: &[DnsName], advice: &Advice) -> String {
    if advice.cleaned.is_empty() {
        return String::new();
    }
    let mut page = Page::default();
    for cleaned in &advice.cleaned {
        page.paragraph(0, &say_names::cleaned(lang, cleaned));
    }
    let names: Vec<Box<str>> = names.iter().map(|name| shown(name.as_str())).collect();
    let names = shortened(lang, &names, 6);
    page.paragraph(
        0,
        &say!(lang, "Asking about {names}", "询问的名称：{names}"),
    );
    page.finish()
}

/// Why names were left out; empty when none was.
pub fn refused(lang: Lang, advice: &Advice) -> String {
    let mut page = Page::default();
    for name in &advice.names {
        if let Some(reason) = refusal(lang, name) {
            page.paragraph(0, &reason);
        }
    }
    page.finish()
}

fn refusal(lang: Lang, name: &NameAdvice) -> Option<String> {
    let shown = short(&name.name.shown);
    match name.name.kind {
        NameKind::Ip(_) => Some(say!(
            lang,
            "{shown} is an IP address. Checks are asked by name: give the domain name. To look at the server at this address: diagnose tls NAME --connect {shown}",
            "{shown} 是 IP 地址。检查按名称进行：需要给出域名。要检查这个地址上的服务器：diagnose tls NAME --connect {shown}"
        )),
        NameKind::Unusable => Some(match name.findings.first() {
            Some(finding) => {
                let told = words(lang, finding);
                say!(lang, "{}: {}", "{}：{}", told.message, told.why)
            }
            None => say!(lang, "{shown} is no name", "{shown} 不是域名"),
        }),
        NameKind::Plain | NameKind::Wildcard => None,
    }
}

/// Nothing of what was typed is a name.
pub fn no_name(lang: Lang) -> &'static str {
    lang.pick(
        "There is no domain name in what was given",
        "所给内容中没有域名",
    )
}

/// Whom a run would contact, one a line.
pub fn contacts(lang: Lang, contacts: &[Contacted]) -> String {
    let mut page = Page::default();
    page.line(0, would_contact(lang));
    let row = |one: &Contacted| {
        let whom = display(&one.whom).into_owned();
        vec![whom, role(lang, one.role).to_owned()]
    };
    let rows: Vec<Vec<String>> = contacts.iter().map(row).collect();
    page.table(2, &rows);
    page.finish()
}

/// Why somebody would be contacted.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::UserResolver => lang.pick("resolver you named", "您指定的递归解析器"),
        Role::SystemResolver => lang.pick("resolver of this computer", "本机的递归解析器"),
        Role::PublicResolver => lang.pick("public resolver", "公共递归解析器"),
        Role::Root => lang.pick(
            "root, and the servers it leads to",
            "根服务器，以及它逐级指向的服务器",
        ),
        Role::WebServer => lang.pick("web server", "Web 服务器"),
        Role::TlsServer => lang.pick("server whose TLS is looked at", "要检查 TLS 的服务器"),
        Role::PageParts => lang.pick(
            "and the servers from which this page loads, as it names them",
            "以及这个网页从中加载内容的服务器，以网页所写为准",
        ),
    }
}

/// A check was asked for by name, and the run has none of it or several.
pub fn not_one_check(lang: Lang, kind: &str, found: &[CheckKey]) -> String {
    if found.is_empty() {
        return say!(
            lang,
            "--only {kind}: this run has no such check",
            "--only {kind}：本次运行没有这项检查"
        );
    }
    let count = counted(lang, found.len(), ("check", "checks"), "项检查");
    let all: Vec<String> = found
        .iter()
        .map(|key| match key.place.is_empty() {
            true => key.name.to_string(),
            false => format!("{kind}@{}", key.place),
        })
        .collect();
    let all = shortened(lang, &all, 8);
    say!(
        lang,
        "--only {kind}: {count} fit. Give one name, or one of: {all}",
        "--only {kind}：有{count}符合。只能给出一个名称，或其中一项：{all}"
    )
}

/// A CA that no table has, and no domain either.
pub fn no_such_ca(lang: Lang, text: &str) -> String {
    let text = short(text);
    say!(
        lang,
        "--ca {text}: no CA of this name is known. Give its issuer domain, as its CAA documentation names it",
        "--ca {text}：没有这个名称的 CA。给出它的颁发者域名，以其 CAA 文档为准"
    )
}

/// A check as it ends, in one line.
pub fn check_ended(lang: Lang, check: &Check) -> String {
    let told = lines(lang, check);
    let mark = mark(lang, check.state);
    let name = short(check.key.name.as_str());
    let (title, detail) = (told.title, told.detail);
    say!(
        lang,
        "[{mark}] {name}: {title}: {detail}",
        "[{mark}] {name}：{title}：{detail}"
    )
}

/// A watch looks, or rests for so many seconds.
pub fn looks(lang: Lang, round: u32, rests_secs: u64) -> String {
    match rests_secs {
        0 => say!(lang, "Look {round}", "第 {round} 次查看"),
        _ => {
            let rests = duration(lang, rests_secs);
            say!(
                lang,
                "Not everywhere yet. Next look in {rests}",
                "尚未处处可见。{rests}后再次查看"
            )
        }
    }
}

/// What was found in a text of the CA, one a line.
pub fn recognised(lang: Lang, expected: &[Expected]) -> String {
    let mut page = Page::default();
    page.line(0, lang.pick("Recognised:", "识别出："));
    for one in expected {
        page.line(2, &crate::text::diagnose::expected(one));
    }
    page.finish()
}

/// Names were typed with several ports.
pub fn several_ports(lang: Lang, ports: &[u16]) -> String {
    let ports: Vec<String> = ports.iter().map(u16::to_string).collect();
    let ports = enumerated(lang, &ports);
    say!(
        lang,
        "The names stand with ports {ports}. One run looks at one port: give --port, or run again for each",
        "这些名称带有端口 {ports}。一次运行只检查一个端口：用 --port 指定，或分别运行"
    )
}

/// What was named to compare with holds no certificate of a server.
pub fn nothing_against(lang: Lang, label: &str, is_locked: bool) -> String {
    let label = short(label);
    match is_locked {
        true => say!(
            lang,
            "--against {label}: no server certificate in it can be read without a password. Give --password-file",
            "--against {label}：没有密码就读不出其中的服务器证书。用 --password-file 给出密码"
        ),
        false => say!(
            lang,
            "--against {label}: there is no server certificate in it. Name the certificate that should be served, or the file or folder that holds it",
            "--against {label}：其中没有服务器证书。指定应当提供的证书，或含有它的文件或文件夹"
        ),
    }
}
