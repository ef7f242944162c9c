//! Words of facts about bindings that stand in each other’s way: host names, SNI, one place twice.

use super::super::names;
use super::{Words, general, name, site, spot, usual};
use crate::core::finding::{AtBinding, IisFact, Severity};
use crate::text::Lang;
use crate::text::iis::version::version as version_name;
use crate::text::number::counted;

pub(super) fn words(lang: Lang, fact: &IisFact, severity: Severity) -> Words {
    match fact {
        IisFact::HostMissing { at, named, sharing } => {
            host_missing(lang, at, *named, *sharing, severity)
        }
        IisFact::CatchAllBesideNamed { at, named, first } => {
            catch_all(lang, at, *named, first, usual(lang, fact))
        }
        IisFact::DuplicateBinding {
            at,
            other_site,
            other_binding,
        } => duplicate(lang, at, other_site, other_binding, usual(lang, fact)),
        IisFact::StoppedSiteConflict {
            at,
            other_site,
            stopped,
        } => stopped_conflict(lang, at, other_site, stopped),
        IisFact::PortBothSchemes {
            at,
            other_site,
            other_binding,
        } => both_schemes(lang, at, other_site, other_binding, usual(lang, fact)),
        IisFact::SniOff { at, host, beside } => sni_off(lang, at, host, *beside, severity),
        IisFact::SniMixed {
            at,
            with_sni,
            without_sni,
        } => sni_mixed(lang, at, *with_sni, *without_sni, usual(lang, fact)),
        IisFact::OneCertificatePerAddress {
            at,
            version,
            hosts,
            sites,
        } => {
            let (version, remedy) = (version_name(lang, *version), usual(lang, fact));
            one_certificate(lang, at, &version, hosts, *sites, remedy)
        }
        other => general(lang, other),
    }
}

fn https_bindings(lang: Lang, count: usize) -> String {
    counted(
        lang,
        count,
        (
            "https binding with a host name",
            "https bindings with host names",
        ),
        "个带主机名的 https 绑定",
    )
}

fn host_missing(
    lang: Lang,
    at: &AtBinding,
    named: usize,
    sharing: usize,
    severity: Severity,
) -> Words {
    let (site, spot) = (site(at), spot(&at.binding));
    let message = say!(
        lang,
        "“{site}” answers for every name on {spot}",
        "“{site}”在 {spot} 上响应所有主机名"
    );
    let others = https_bindings(lang, named);
    let why = match (named, sharing) {
        (0, _) => lang.pick(
            "The https binding has no host name, so whatever name leads to this port gets this site and its certificate. IIS Manager of IIS 7 and 7.5 greys the field out, so it often stays blank.",
            "https 绑定没有主机名，所以任何指向该端口的名称都会得到这个网站和它的证书。IIS 7 和 7.5 的管理器里这个字段是灰色的，所以常常留空。",
        )
        .to_owned(),
        (_, 0) => say!(
            lang,
            "The port has {others} as well. Clients that send no name, and names that fit none of those, end up at this site and see its certificate.",
            "该端口还有 {others}。不发送名称的客户端，以及与它们都不相符的名称，都会到达这个网站并看到它的证书。"
        ),
        _ => say!(
            lang,
            "The port has {others} as well, {sharing} of them without SNI. For those http.sys chooses the certificate by address and port, so they serve the certificate of this binding, and browsers warn for every name it does not cover.",
            "该端口还有 {others}，其中 {sharing} 个没有启用 SNI。http.sys 按地址和端口为它们选择证书，所以它们会提供这个绑定的证书，证书不包含的名称会被浏览器警告。"
        ),
    };
    let remedy = match severity {
        Severity::Info => lang.pick(
            "If the site is for certain names only, give the binding its host name; other sites can then use the port too. From IIS 8 on IIS Manager has the field (site, Bindings…, Edit); before that, change applicationHost.config or use appcmd.",
            "如果网站只用于特定名称，为绑定设置主机名，其他网站也就能使用该端口。IIS 8 起管理器里有这个字段（网站，“绑定…”，“编辑”）；更早的版本修改 applicationHost.config 或使用 appcmd。",
        ),
        Severity::Warning | Severity::Error => lang.pick(
            "Give the binding its host name, and turn SNI on for all named bindings of the port (IIS 8 on: site, Bindings…, Edit). On IIS 7 and 7.5 change applicationHost.config or use appcmd; adding a second binding would leave this one answering for everything.",
            "为绑定设置主机名，并为该端口上所有带主机名的绑定启用 SNI（IIS 8 起：网站，“绑定…”，“编辑”）。IIS 7 和 7.5 上修改 applicationHost.config 或使用 appcmd；如果只是再添加一个绑定，这个绑定仍会响应所有名称。",
        ),
    };
    Words::new(message, why, remedy)
}

fn catch_all(lang: Lang, at: &AtBinding, named: usize, first: &str, remedy: &str) -> Words {
    let (site, spot, first) = (site(at), spot(&at.binding), name(first));
    let others = https_bindings(lang, named);
    Words::new(
        say!(
            lang,
            "“{site}” answers on {spot} for every name that has no binding of its own",
            "“{site}”在 {spot} 上响应所有没有单独绑定的名称"
        ),
        say!(
            lang,
            "Beside it stand {others}, such as “{first}”. Names that fit none of them, and clients that send no name, get this site and its certificate.",
            "旁边还有 {others}，例如“{first}”。与它们都不相符的名称，以及不发送名称的客户端，会得到这个网站和它的证书。"
        ),
        remedy,
    )
}

fn duplicate(lang: Lang, at: &AtBinding, other: &str, binding: &str, remedy: &str) -> Words {
    let (own, spot) = (site(at), spot(&at.binding));
    let (other_site, other_binding) = (name(other), name(binding));
    let message = match *at.site == *other {
        true => say!(
            lang,
            "“{own}” has {spot} twice, once written {other_binding}",
            "“{own}”有两个 {spot}，其中一个写作 {other_binding}"
        ),
        false => say!(
            lang,
            "“{own}” and “{other_site}” both want {spot}",
            "“{own}”和“{other_site}”都要使用 {spot}"
        ),
    };
    let why = lang.pick(
        "http.sys gives each address, port and host name to one site. The one that comes second does not start and reports 0x800700b7, “Cannot create a file when that file already exists”.",
        "http.sys 把每个地址、端口和主机名只交给一个网站。后启动的那个无法启动，并报告 0x800700b7（文件已存在，无法创建）。",
    );
    Words::new(message, why, remedy)
}

fn stopped_conflict(lang: Lang, at: &AtBinding, other: &str, stopped: &str) -> Words {
    let (own, spot) = (site(at), spot(&at.binding));
    let (other, stopped) = (name(other), name(stopped));
    Words::new(
        say!(
            lang,
            "“{own}” and “{other}” both want {spot}; only because “{stopped}” is stopped does it work",
            "“{own}”和“{other}”都要使用 {spot}；因为“{stopped}”已停止，目前还能工作"
        ),
        lang.pick(
            "http.sys gives each address, port and host name to one site. When the stopped one is started, or starts with the server, one of the two stays down with 0x800700b7.",
            "http.sys 把每个地址、端口和主机名只交给一个网站。一旦已停止的网站被启动，或随服务器启动，其中一个就会因 0x800700b7 无法启动。",
        ),
        say!(
            lang,
            "Remove the binding from “{stopped}” or give it another host name, port or address.",
            "从“{stopped}”中删除该绑定，或为它换主机名、端口或地址。"
        ),
    )
}

fn both_schemes(lang: Lang, at: &AtBinding, other: &str, binding: &str, remedy: &str) -> Words {
    let (own, written) = (site(at), name(&at.binding));
    let (other_site, other_binding) = (name(other), name(binding));
    let message = match *at.site == *other {
        true => say!(
            lang,
            "“{own}” uses one address and port for both http and https: {written} and {other_binding}",
            "“{own}”的 http 和 https 使用同一地址和端口：{written} 和 {other_binding}"
        ),
        false => say!(
            lang,
            "“{own}” ({written}) and “{other_site}” ({other_binding}) use one address and port for http and https",
            "“{own}”({written}) 和“{other_site}”({other_binding}) 的 http 和 https 使用同一地址和端口"
        ),
    };
    let why = lang.pick(
        "A port speaks TLS or it does not: http.sys has to know before the first byte. Whichever of the two starts second fails.",
        "一个端口要么使用 TLS，要么不用：http.sys 必须在收到第一个字节之前知道。两者中后启动的会失败。",
    );
    Words::new(message, why, remedy)
}

fn sni_off(lang: Lang, at: &AtBinding, host: &str, beside: usize, severity: Severity) -> Words {
    let (site, host) = (site(at), name(host));
    let others = counted(
        lang,
        beside,
        ("other https binding", "other https bindings"),
        "个其他 https 绑定",
    );
    let why = match beside {
        0 => lang.pick(
            "It is alone on its port, so nothing goes wrong now. As soon as another https site comes to the port, both serve one certificate.",
            "该端口上只有它，所以现在没有问题。一旦有别的 https 网站使用该端口，两者就会提供同一个证书。",
        )
        .to_owned(),
        _ => say!(
            lang,
            "It shares its port with {others}. Without SNI http.sys chooses the certificate by address and port alone, so setting it for one of them in IIS Manager sets it for the others too.",
            "该端口上有 {others}：没有 SNI 时，http.sys 只按地址和端口选择证书。在 IIS 管理器中为其中一个设置证书，其他的也会随之改变。"
        ),
    };
    let remedy = match severity {
        Severity::Info => lang.pick(
            "Nothing has to be done. To be ready for a second site, tick “Require Server Name Indication” (IIS 8 on: site, Bindings…, Edit).",
            "目前不必处理。要为第二个网站做准备，勾选“需要服务器名称指示”（IIS 8 起：网站，“绑定…”，“编辑”）。",
        ),
        Severity::Warning | Severity::Error => lang.pick(
            "Tick “Require Server Name Indication” and choose the certificate for this host (IIS 8 on: site, Bindings…, Edit). Changing the flag in the file alone is not enough: http.sys needs an entry for the host too.",
            "勾选“需要服务器名称指示”并为该主机名选择证书（IIS 8 起：网站，“绑定…”，“编辑”）。只改文件里的标志还不够：http.sys 也需要该主机名的条目。",
        ),
    };
    Words::new(
        say!(
            lang,
            "SNI is off for “{host}” in “{site}”",
            "“{site}”的“{host}”没有启用 SNI"
        ),
        why,
        remedy,
    )
}

fn sni_mixed(lang: Lang, at: &AtBinding, with: usize, without: usize, remedy: &str) -> Words {
    let spot = port_of(&at.binding);
    Words::new(
        say!(
            lang,
            "On {spot}, {with} host names have SNI and {without} have not",
            "{spot} 上有 {with} 个主机名启用了 SNI，{without} 个没有"
        ),
        lang.pick(
            "What has no SNI owns the certificate of the whole address and port. It answers clients that send no name, and every host whose own entry is missing.",
            "没有启用 SNI 的绑定占用整个地址和端口的证书。它会应答不发送名称的客户端，以及缺少自己条目的所有主机名。",
        ),
        remedy,
    )
}

fn one_certificate(
    lang: Lang,
    at: &AtBinding,
    version: &str,
    hosts: &[String],
    sites: usize,
    remedy: &str,
) -> Words {
    let (spot, hosts) = (port_of(&at.binding), names(lang, hosts));
    let sites = counted(lang, sites, ("site", "sites"), "个网站");
    Words::new(
        say!(
            lang,
            "{version} serves one certificate on {spot}, for all of {hosts}",
            "{version} 在 {spot} 上只提供一个证书，用于 {hosts}"
        ),
        say!(
            lang,
            "SNI came with IIS 8. Here the host name in a binding chooses the site only after the handshake, so {sites} on this address and port show one certificate: the one that was set last.",
            "SNI 从 IIS 8 才有。这里绑定中的主机名要到握手之后才用来选择网站，所以该地址和端口上的 {sites}使用同一个证书，即最后设置的那个。"
        ),
        remedy,
    )
}

/// Address and port of a binding, without the host.
fn port_of(written: &str) -> std::borrow::Cow<'_, str> {
    name(written.rsplit_once(':').map_or(written, |(spot, _)| spot))
}
