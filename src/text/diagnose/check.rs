//! Lanes and checks by name, and why one was left out.

use super::{Lines, caa, connection, dns, file, page, records, tls};
use crate::core::diagnose::checks::dns::DnsSummary;
use crate::core::diagnose::{Check, CheckId, Lane, Skip, State, Summary};
use crate::text::Lang;

/// Name of a lane.
pub fn lane(lang: Lang, lane: Lane) -> &'static str {
    match lane {
        Lane::Dns => lang.pick("DNS, CAA", "DNS、CAA"),
        Lane::Validation => lang.pick("Validation", "域名验证"),
        Lane::Connection => lang.pick("Connection", "连接"),
        Lane::Page => lang.pick("Page", "网页"),
    }
}

/// A check in two lines, whatever its state.
pub fn lines(lang: Lang, check: &Check) -> Lines {
    match (&check.summary, check.state) {
        // The check's own name: several may not be found out.
        (Some(Summary::Dns(DnsSummary::NotFoundOut)), _) => not_found_out(lang, check),
        (Some(Summary::Dns(summary)), _) => dns::lines(lang, summary),
        (Some(Summary::Caa(summary)), _) => caa::lines(lang, summary),
        (Some(Summary::Record(summary)), _) => records::lines(lang, summary),
        (Some(Summary::File(summary)), _) => file::lines(lang, summary),
        (Some(Summary::Connection(summary)), _) => connection::lines(lang, summary),
        (Some(Summary::Tls(summary)), _) => {
            tls::lines(lang, summary).unwrap_or_else(|| not_found_out(lang, check))
        }
        (Some(Summary::Page(summary)), _) => {
            page::lines(lang, summary).unwrap_or_else(|| not_found_out(lang, check))
        }
        (None, State::Skipped(why)) => Lines::new(title(lang, check), skip(lang, why)),
        (None, _) => Lines::new(title(lang, check), ahead(lang, check.key.id)),
    }
}

/// What is told of a check that found nothing wrong, where that alone says too little.
pub fn quiet(lang: Lang, check: &Check) -> Option<&'static str> {
    match &check.summary {
        Some(Summary::Tls(summary)) if check.findings.is_empty() => tls::quiet(lang, summary),
        _ => None,
    }
}

fn not_found_out(lang: Lang, check: &Check) -> Lines {
    Lines::new(
        title(lang, check),
        lang.pick("could not be found out", "未能查明"),
    )
}

/// What a check is called before it ran. Its place stands in it where several differ by that.
fn title(lang: Lang, check: &Check) -> String {
    let name = match check.key.id {
        CheckId::Order => lang.pick("The order", "订单"),
        CheckId::Exists => lang.pick("Name exists", "名称存在"),
        CheckId::Delegation => lang.pick("Delegation", "委派"),
        CheckId::Servers => lang.pick("Name servers agree", "权威服务器一致"),
        CheckId::Resolvers => lang.pick("Resolvers agree", "递归解析器一致"),
        CheckId::Addresses => lang.pick("Addresses", "地址"),
        CheckId::Alias => lang.pick("Aliases", "别名"),
        CheckId::Caa => "CAA",
        CheckId::Dnssec => "DNSSEC",
        CheckId::Wildcard => lang.pick("Wildcard answers", "通配符应答"),
        CheckId::NegativeCache => lang.pick("Negative cache", "否定缓存"),
        CheckId::ThisComputer => lang.pick("This computer", "本机"),
        CheckId::RecordAtServers => lang.pick("Record at name servers", "权威服务器上的记录"),
        CheckId::RecordAtResolvers => lang.pick("Record at resolvers", "递归解析器上的记录"),
        CheckId::RecordPlace => lang.pick("Record in its place", "记录的位置"),
        CheckId::AcmeChallenge => "_acme-challenge",
        CheckId::Persist => "_validation-persist",
        CheckId::File => lang.pick("File", "文件"),
        CheckId::FilePlaces => lang.pick("Same everywhere", "各处相同"),
        CheckId::Perspectives => lang.pick("Seen from elsewhere", "从别处看"),
        CheckId::Reach => lang.pick("Server answers", "服务器有应答"),
        CheckId::Connection => lang.pick("Connection", "连接"),
        CheckId::ThisServer => lang.pick("On this computer", "在本机上"),
        CheckId::ServedChain => lang.pick("Chain as sent", "服务器发送的证书链"),
        CheckId::AgainstFile => lang.pick("Served against your file", "与您的文件比较"),
        CheckId::Sni => lang.pick("Without the name (SNI)", "不带名称（SNI）"),
        CheckId::Protocols => lang.pick("Protocol versions", "协议版本"),
        CheckId::Suites => lang.pick("Cipher suites", "加密套件"),
        CheckId::Alpn => lang.pick("HTTP version (ALPN)", "HTTP 版本（ALPN）"),
        CheckId::Staple => lang.pick("OCSP staple", "OCSP 装订"),
        CheckId::WebSocket => "WebSocket",
        CheckId::HttpsRedirect => lang.pick("Redirect to HTTPS", "重定向到 HTTPS"),
        CheckId::FinalUrl => lang.pick("Final address", "最终地址"),
        CheckId::Hsts => "HSTS",
        CheckId::MixedContent => lang.pick("Mixed content", "混合内容"),
        CheckId::Forms => lang.pick("Forms and downloads", "表单和下载"),
    };
    match (check.key.id, check.key.place.is_empty()) {
        (CheckId::Connection, false) => check.key.place.clone(),
        (CheckId::File, false) => say!(lang, "{name}, {}", "{name}，{}", check.key.place),
        _ => name.to_owned(),
    }
}

/// What a check will look at.
fn ahead(lang: Lang, id: CheckId) -> &'static str {
    match id {
        CheckId::Order => lang.pick("what a CA would refuse", "CA 会拒绝的内容"),
        CheckId::Exists => lang.pick("in its zone", "在其区域中"),
        CheckId::Delegation => lang.pick("from the root downwards", "从根开始逐级"),
        CheckId::Servers => lang.pick("every one asked", "逐一询问"),
        CheckId::Resolvers => lang.pick("same answer everywhere", "各处应答相同"),
        CheckId::Addresses => lang.pick("IPv4 and IPv6", "IPv4 和 IPv6"),
        CheckId::Alias => lang.pick("CNAME chain", "CNAME 链"),
        CheckId::Caa => lang.pick("who may issue", "允许谁签发"),
        CheckId::Dnssec => lang.pick("signatures fit", "签名是否有效"),
        CheckId::Wildcard => lang.pick("a random name is asked", "询问一个随机名称"),
        CheckId::NegativeCache => lang.pick("how long an absence is kept", "“不存在”会缓存多久"),
        CheckId::ThisComputer => lang.pick("hosts file, split DNS", "hosts 文件、内外网 DNS"),
        CheckId::RecordAtServers | CheckId::RecordAtResolvers => {
            lang.pick("the expected value", "要求的值")
        }
        CheckId::RecordPlace => lang.pick("label, zone, wildcard", "标签、区域、通配符"),
        CheckId::AcmeChallenge => lang.pick("and its delegation", "及其委派"),
        CheckId::Persist => lang.pick("read only", "只读取"),
        CheckId::File => lang.pick("exact content", "内容完全一致"),
        CheckId::FilePlaces => lang.pick("HTTP, HTTPS, IPv4, IPv6", "HTTP、HTTPS、IPv4、IPv6"),
        CheckId::Perspectives => lang.pick("CAs look from many networks", "CA 从多个网络查看"),
        CheckId::Reach => lang.pick("every address called", "逐一连接每个地址"),
        CheckId::Connection => lang.pick("port and handshake", "端口和握手"),
        CheckId::ThisServer => lang.pick("who listens, firewall", "谁在监听、防火墙"),
        CheckId::ServedChain => lang.pick("complete, in order, trusted", "完整、顺序、受信任"),
        CheckId::AgainstFile => lang.pick("on every address", "在每个地址上"),
        CheckId::Sni => lang.pick("what old clients get", "旧客户端得到什么"),
        CheckId::Protocols => lang.pick("SSL 3.0 to TLS 1.3", "SSL 3.0 到 TLS 1.3"),
        CheckId::Suites => lang.pick("which are accepted", "接受哪些"),
        CheckId::Alpn => lang.pick("what is agreed upon", "协商结果"),
        CheckId::Staple => lang.pick("revocation sent along", "随证书发送的吊销状态"),
        CheckId::WebSocket => lang.pick("same certificate, own upgrade", "证书相同，需单独升级"),
        CheckId::HttpsRedirect => lang.pick("starts at port 80", "从 80 端口开始"),
        CheckId::FinalUrl => lang.pick("after redirects", "重定向之后"),
        CheckId::Hsts => lang.pick("response header", "响应标头"),
        CheckId::MixedContent => lang.pick("page and style sheets", "网页和样式表"),
        CheckId::Forms => lang.pick("targets over HTTP", "指向 HTTP 的目标"),
    }
}

/// Why a check was left out.
pub fn skip(lang: Lang, why: Skip) -> &'static str {
    match why {
        Skip::NoCaChosen => lang.pick("no CA chosen", "未选择 CA"),
        Skip::NothingExpected => lang.pick("nothing expected", "没有填写要求的内容"),
        Skip::NoAddress => lang.pick("no such address", "没有这类地址"),
        Skip::NoSuchName => lang.pick("the name does not exist", "名称不存在"),
        Skip::WildcardByDnsOnly => lang.pick("wildcards by DNS only", "通配符只能用 DNS 验证"),
        Skip::InsideNotAgreed => lang.pick("internal, not agreed to", "内部名称，未经同意"),
        Skip::NoNetwork => lang.pick("no network", "没有网络"),
        Skip::OtherFamily => lang.pick("not asked for", "未要求"),
        Skip::Wildcard => lang.pick("a wildcard has no server", "通配符没有自己的服务器"),
        Skip::NoHandshake => lang.pick("no handshake", "握手未完成"),
        Skip::NothingToCompare => lang.pick("no file chosen", "未选择文件"),
        Skip::NotThisComputer => lang.pick("not needed", "不需要"),
        Skip::NotWeb => lang.pick("not a web server", "不是 Web 服务器"),
        Skip::NoPage => lang.pick("the page could not be read", "无法读取网页"),
        Skip::NobodyToAsk => lang.pick("no resolver to ask", "没有可询问的递归解析器"),
    }
}
