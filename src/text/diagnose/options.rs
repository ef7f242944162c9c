//! Words of the controls that say what of a server is looked at, and of the way to open what it sends.

use crate::core::diagnose::Lane;
use crate::core::tls::StartTls;
use crate::text::Lang;
use crate::text::foreign::short;

phrases! {
    compare: "Compare with", "比较对象";
    compare_filter: "Name or file", "域名或文件";
    compare_nothing: "nothing", "不比较";
    compare_none: "nothing open", "没有打开的证书";
    compare_unfit: "nothing fits", "没有匹配的证书";
    compare_open: "Open a file…", "打开文件…";
    connect: "Call the names at", "在这些地址连接";
    connect_hint: "203.0.113.7, [2001:db8::7]:8443", "203.0.113.7, [2001:db8::7]:8443";
    connect_why: "The new server before the DNS change. These addresses are called in place of those that DNS gives.", "DNS 变更之前的新服务器。将连接这些地址，而不是 DNS 给出的地址。";
    copy_parts: "Copy list", "复制列表";
    lane_missing: "Choose a lane in the options first", "先在选项中选择要检查的内容";
    lanes: "What is checked", "检查内容";
    no_page: "Only HTTPS has a page", "只有 HTTPS 才有网页";
    no_port: "A port is a number from 1 to 65535", "端口是 1 到 65535 的数字";
    open_hint: "www.example.com:443", "www.example.com:443";
    open_server: "Open what a server sends", "打开服务器发送的证书";
    open_server_button: "From a server…", "从服务器…";
    open_served: "Open in Bundle", "在证书包中打开";
    open_go: "Connect and open", "连接并打开";
    open_lead: "The certificates are opened like a file: Bundle, Certificate, Chain and Convert work with them.", "证书会像文件一样打开，证书包、证书、证书链和转换都可以使用。";
    open_label: "Server", "服务器";
    open_missing: "Name a server first: a host, host:port, or the address of a page", "先填写服务器：主机名、主机名:端口或网页地址";
    open_cancelled: "Stopped before the server answered", "已在服务器应答之前停止";
    open_cancelled_why: "Nothing was opened", "没有打开任何内容";
    port: "Port", "端口";
    roots: "Trusted roots", "受信任的根";
    server: "Server", "服务器";
    start: "Spoken before TLS", "TLS 之前的协议";
    websocket: "WebSocket", "WebSocket";
    websocket_hint: "/chat", "/chat";
    websocket_why: "A path that should open. Without one only the upgrade of / is tried.", "应能打开的路径。不填写时只尝试升级 /。";
}

/// What a lane is about, in the list of what is checked.
pub fn lane(lang: Lang, lane: Lane) -> &'static str {
    match lane {
        Lane::Dns => lang.pick("DNS and CAA", "DNS 和 CAA"),
        Lane::Validation => lang.pick("Domain validation", "域名验证"),
        Lane::Connection => lang.pick("Connection and TLS", "连接和 TLS"),
        Lane::Page => lang.pick("Page and mixed content", "网页和混合内容"),
    }
}

/// What is spoken before TLS, as one chooses it.
pub fn start_choice(lang: Lang, start: Option<StartTls>) -> &'static str {
    match start {
        None => lang.pick("HTTPS, nothing before", "HTTPS，直接使用 TLS"),
        Some(StartTls::Smtp) => "SMTP (STARTTLS)",
        Some(StartTls::Imap) => "IMAP (STARTTLS)",
        Some(StartTls::Rdp) => lang.pick("Remote Desktop (RDP)", "远程桌面（RDP）"),
    }
}

/// Roots of Mozilla's list or of this computer.
pub fn root_choice(lang: Lang, is_system: bool) -> &'static str {
    match is_system {
        false => lang.pick("Mozilla, as browsers have them", "Mozilla，与浏览器相同"),
        true => lang.pick("This computer", "本机"),
    }
}

/// What is no address among those typed.
pub fn no_address(lang: Lang, text: &str) -> String {
    let text = short(text);
    say!(lang, "{text} is no IP address", "{text} 不是 IP 地址")
}

/// A certificate that may be compared with: its name and its last day.
pub fn candidate(lang: Lang, name: &str, until: &str) -> String {
    let name = short(name);
    say!(lang, "{name}, until {until}", "{name}，到期 {until}")
}

/// Several at once, as one choice.
pub fn several(lang: Lang, name: &str, more: usize) -> String {
    let name = short(name);
    if more == 0 {
        return name.into_owned();
    }
    let all = more + 1;
    say!(lang, "{name} and {more} more", "{name} 等 {all} 个")
}

/// Which port a run takes, where one was read out of what was typed.
pub fn port_read(lang: Lang, port: u16) -> String {
    say!(lang, "port {port}", "端口 {port}")
}

/// Checks of a lane that did not run, folded.
pub fn left_out(lang: Lang, count: usize) -> String {
    say!(lang, "{count} left out", "{count} 项已略过")
}

/// Whom opening contacts.
pub fn open_contacts(lang: Lang, server: &str) -> String {
    let server = short(server);
    say!(lang, "Contacts {server}", "将连接 {server}")
}
