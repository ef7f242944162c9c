//! Why a wish is not carried out, and what to do instead.

use super::fault::{endpoint_fault, host_fault, host_remedy};
use super::flag::flag as flag_name;
use super::version::version as version_name;
use crate::core::iis::plan::{BindingName, Refusal};
use crate::text::Lang;
use crate::text::foreign::short;

/// Reason and remedy, both in whole sentences.
pub fn refusal(lang: Lang, refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::SiteUnknown
        | Refusal::SiteTwice
        | Refusal::BindingUnknown
        | Refusal::BindingNotUnderstood
        | Refusal::NotHttps
        | Refusal::NotHttp
        | Refusal::SniWithoutHost
        | Refusal::CertificateUnknown
        | Refusal::CentralStore
        | Refusal::Inherited => fixed(lang, refusal),
        Refusal::Host { fault } => (host_fault(lang, fault), host_remedy(lang, fault).to_owned()),
        Refusal::Information { part } => (
            endpoint_fault(lang, *part).to_owned(),
            lang.pick(
                "Write it as *:443:shop.example.com.",
                "写成 *:443:shop.example.com 的形式。",
            )
            .to_owned(),
        ),
        Refusal::Taken { by } => taken(lang, by),
        Refusal::SameGoal { other } => same_goal(lang, other),
        Refusal::Contradicts { other } => contradicts(lang, *other),
        Refusal::FlagTooNew { flag, version } => {
            let (words, here) = (flag_name(lang, *flag), version_name(lang, *version));
            let since = version_name(lang, flag.since());
            (
                say!(
                    lang,
                    "This server runs {here}; the flag “{words}” came with {since}.",
                    "这台服务器是 {here}；标志“{words}”从 {since} 开始才有。"
                ),
                lang.pick(
                    "Leave the flag out. If the version is not right, name the right one.",
                    "不要设置这个标志。如果版本不对，指定正确的版本。",
                )
                .to_owned(),
            )
        }
        Refusal::FlagAgainstCentralStore { flag } => {
            let words = flag_name(lang, *flag);
            (
                say!(
                    lang,
                    "The binding takes its certificate from the central store, and IIS refuses the flag “{words}” beside it.",
                    "该绑定使用集中式证书存储，IIS 不允许同时设置标志“{words}”。"
                ),
                lang.pick(
                    "Leave the flag out, or clear the flag of the central store in the same plan.",
                    "不要设置这个标志，或在同一变更计划中清除集中式证书存储的标志。",
                )
                .to_owned(),
            )
        }
        Refusal::NeedsCertificate { host } => needs_certificate(lang, host),
        Refusal::CertificateOtherName { host } => other_name(lang, host),
    }
}

/// Reasons that carry nothing.
fn fixed(lang: Lang, refusal: &Refusal) -> (String, String) {
    let (why, remedy) = match refusal {
        Refusal::SiteUnknown => (
            lang.pick("The configuration has no site of this name.", "配置中没有这个名称的网站。"),
            lang.pick("Take the name as the list of sites shows it.", "使用网站列表中显示的名称。"),
        ),
        Refusal::SiteTwice => (
            lang.pick("Two sites have this name, so it is not clear which is meant.", "有两个网站使用这个名称，无法确定是哪一个。"),
            lang.pick("Give one of the two sites another name first.", "先为其中一个网站改名。"),
        ),
        Refusal::BindingUnknown => (
            lang.pick("The site has no such binding; it may have been changed since.", "网站没有这个绑定；它可能已被更改。"),
            lang.pick("Scan again and choose the binding from the list.", "重新检查，并从列表中选择绑定。"),
        ),
        Refusal::BindingNotUnderstood => (
            lang.pick("The binding is not written as address:port:host, so nothing of it can be changed safely.", "绑定不是“地址:端口:主机名”的形式，无法安全地更改。"),
            lang.pick("Remove it and add it anew in IIS Manager, or mend it in the file by hand.", "在 IIS 管理器中删除后重新添加，或手动修改文件。"),
        ),
        Refusal::NotHttps => (
            lang.pick("The binding is not https, and only https has certificates, SNI and these flags.", "该绑定不是 https，只有 https 才有证书、SNI 和这些标志。"),
            lang.pick("Choose an https binding, or add https beside this one.", "选择 https 绑定，或在旁边添加 https。"),
        ),
        Refusal::NotHttp => (
            lang.pick("https is added beside a binding of http, and this is none.", "只能在 http 绑定旁添加 https，而它不是 http 绑定。"),
            lang.pick("Choose the http binding of the site.", "选择该网站的 http 绑定。"),
        ),
        Refusal::SniWithoutHost => (
            lang.pick("SNI chooses a certificate by host name, and the binding has none.", "SNI 按主机名选择证书，而该绑定没有主机名。"),
            lang.pick("Give the binding a host name in the same plan.", "在同一变更计划中为绑定设置主机名。"),
        ),
        Refusal::CertificateUnknown => (
            lang.pick("The certificate with this thumbprint is not in the computer’s stores for servers (Personal, Web Hosting).", "计算机的服务器证书存储（个人、Web 宿主）中没有这个指纹的证书。"),
            lang.pick("Import its PFX first, or choose a certificate from the list.", "先导入它的 PFX，或从列表中选择证书。"),
        ),
        Refusal::CentralStore => (
            lang.pick("The binding takes its certificate from the central store, a file for each host name; http.sys has no entry for it.", "该绑定使用集中式证书存储，每个主机名对应一个文件；http.sys 中没有它的条目。"),
            lang.pick("Put a PFX named after the host into the folder of the store.", "把以主机名命名的 PFX 放入存储文件夹。"),
        ),
        _ => (
            lang.pick("The site takes this binding from siteDefaults, which hold for all sites.", "网站的这个绑定来自 siteDefaults，它对所有网站生效。"),
            lang.pick("Give the site a binding of its own in IIS Manager first.", "先在 IIS 管理器中为网站设置自己的绑定。"),
        ),
    };
    (why.to_owned(), remedy.to_owned())
}

fn taken(lang: Lang, by: &BindingName) -> (String, String) {
    let (site, information) = (short(&by.site), short(&by.information));
    (
        say!(
            lang,
            "“{site}” has this address, port and host name already: {information}.",
            "“{site}”已经使用了这个地址、端口和主机名：{information}。"
        ),
        lang.pick(
            "Choose another host name, port or address, or remove that binding in the same plan.",
            "换主机名、端口或地址，或在同一变更计划中删除那个绑定。",
        )
        .to_owned(),
    )
}

fn same_goal(lang: Lang, other: &BindingName) -> (String, String) {
    let (site, information) = (short(&other.site), short(&other.information));
    (
        say!(
            lang,
            "Another step brings the binding {information} of “{site}” to the same address, port and host name.",
            "另一个步骤会让“{site}”的绑定 {information} 使用同样的地址、端口和主机名。"
        ),
        lang.pick(
            "Choose another host name, port or address for one of the two.",
            "为其中一个换主机名、端口或地址。",
        )
        .to_owned(),
    )
}

fn contradicts(lang: Lang, other: u32) -> (String, String) {
    (
        say!(
            lang,
            "Step {other} of the plan wants something else of the same binding.",
            "变更计划的第 {other} 步对同一绑定有不同的要求。"
        ),
        lang.pick(
            "Take one of the two out of the plan.",
            "从变更计划中去掉其中一个。",
        )
        .to_owned(),
    )
}

fn needs_certificate(lang: Lang, host: &str) -> (String, String) {
    let host = short(host);
    let why = match host.is_empty() {
        true => lang
            .pick(
                "http.sys needs a certificate for this address and port, and none was chosen.",
                "http.sys 需要用于该地址和端口的证书，但没有选择证书。",
            )
            .to_owned(),
        false => say!(
            lang,
            "http.sys needs a certificate for “{host}”, and no usable one is known: none in the stores that were read covers it, or no store was read.",
            "http.sys 需要用于“{host}”的证书，但没有可用的：已读取的证书存储中没有包含它的证书，或没有读取证书存储。"
        ),
    };
    (
        why,
        lang.pick(
            "Import a PFX for it, or choose a certificate by its thumbprint.",
            "导入用于它的 PFX，或按指纹选择证书。",
        )
        .to_owned(),
    )
}

fn other_name(lang: Lang, host: &str) -> (String, String) {
    let host = short(host);
    (
        say!(
            lang,
            "The certificate chosen does not cover “{host}”; browsers would warn.",
            "所选证书不包含“{host}”；浏览器会警告。"
        ),
        lang.pick(
            "Choose a certificate that has this name, or have one reissued with it.",
            "选择包含该名称的证书，或加入该名称后重颁发证书。",
        )
        .to_owned(),
    )
}
