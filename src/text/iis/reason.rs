//! A finding about a binding in a few words, for the second line of a row.

use crate::core::finding::{Fact, Finding, IisFact};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::time::left;

/// The few words; `None` for facts that are about no binding.
pub fn reason(lang: Lang, finding: &Finding) -> Option<String> {
    let Fact::Iis(fact) = &finding.fact else {
        return None;
    };
    if let Some(words) = fixed(fact) {
        return Some(lang.pick(words.0, words.1).to_owned());
    }
    Some(match fact {
        IisFact::CertificateExpired { days_ago, .. } => left(lang, -days_ago),
        IisFact::CertificateExpiresSoon { days_left, .. } => left(lang, *days_left),
        IisFact::DuplicateBinding { other_site, .. } => {
            let other = short(other_site);
            say!(lang, "Same binding as {other}", "与 {other} 的绑定相同")
        }
        IisFact::StoppedSiteConflict { other_site, .. } => {
            let other = short(other_site);
            say!(
                lang,
                "Same binding as {other}, one is stopped",
                "与 {other} 的绑定相同，其中一个已停止"
            )
        }
        IisFact::PortBothSchemes { other_site, .. } => {
            let other = short(other_site);
            say!(
                lang,
                "http and https on one port, see {other}",
                "同一端口既有 http 又有 https，见 {other}"
            )
        }
        IisFact::EntryOverrules { entry, .. } => {
            let entry = short(entry);
            say!(lang, "{entry} answers first", "{entry} 优先应答")
        }
        IisFact::FlagTooNew { flag, .. } => {
            let flag = flag.name();
            say!(
                lang,
                "Flag {flag} is too new for this IIS",
                "此版本 IIS 没有标志 {flag}"
            )
        }
        _ => return None,
    })
}

fn fixed(fact: &IisFact) -> Option<(&'static str, &'static str)> {
    Some(match fact {
        IisFact::HostMissing { .. } => (
            "No host name, answers for all",
            "没有主机名，对所有域名应答",
        ),
        IisFact::CatchAllBesideNamed { .. } => (
            "No host name beside named bindings",
            "与有主机名的绑定并存，却没有主机名",
        ),
        IisFact::DuplicateElement { .. } => (
            "Written twice, IIS refuses the file",
            "重复出现，IIS 拒绝此文件",
        ),
        IisFact::SniOff { .. } => (
            "SNI off, the default binding can win",
            "SNI 关闭，可能由默认绑定应答",
        ),
        IisFact::SniMixed { .. } => (
            "Bindings with and without SNI share the port",
            "同一端口混用带 SNI 和不带 SNI 的绑定",
        ),
        IisFact::SniWithoutEntry { .. } => (
            "SNI without an http.sys entry",
            "有 SNI，但 http.sys 没有条目",
        ),
        IisFact::EntryMissing { .. } => (
            "No http.sys entry, handshakes fail",
            "http.sys 没有条目，握手会失败",
        ),
        IisFact::CentralStoreWithoutEntry { .. } => (
            "Central store without an http.sys entry",
            "集中式证书存储在 http.sys 没有条目",
        ),
        IisFact::CertificateMissing { .. } => ("Certificate not in the store", "证书不在存储中"),
        IisFact::CertificateNotYetValid { .. } => ("Certificate not valid yet", "证书尚未生效"),
        IisFact::CertificateWrongName { .. } => (
            "Certificate does not cover this name",
            "证书没有覆盖这个域名",
        ),
        IisFact::KeyMissing { .. } => ("Certificate without its private key", "证书没有私钥"),
        IisFact::KeyBroken { .. } => ("The private key does not open", "私钥无法打开"),
        IisFact::OneCertificatePerAddress { .. } => (
            "Shares one certificate with other hosts",
            "与其他主机共用一个证书",
        ),
        IisFact::WildcardNeeds10 { .. } => ("“*.” takes IIS 10", "“*.” 需要 IIS 10"),
        IisFact::FlagsAgainstCentralStore { .. } => (
            "Flags that do not go with the central store",
            "标志与集中式证书存储不兼容",
        ),
        IisFact::FlagsNotUnderstood { .. } => ("sslFlags is no number", "sslFlags 不是数字"),
        IisFact::BindingNotUnderstood { .. } => ("Not address:port:host", "不是“地址:端口:主机”"),
        IisFact::HostMalformed { .. } => ("Not a host name", "不是主机名"),
        IisFact::HttpOnly { .. } => ("HTTP only", "仅 HTTP"),
        IisFact::HttpNotRedirected { .. } => {
            ("Visitors over http stay there", "http 访客不会转到 https")
        }
        IisFact::RequiresHttpsWithoutBinding { .. } => (
            "Demands https and has none",
            "要求 https，却没有 https 绑定",
        ),
        IisFact::ValidationBlocked { .. } => ("Domain validation would fail", "域名验证会失败"),
        _ => return None,
    })
}
