//! Words of facts about what a binding says that IIS cannot read or does not know.

use super::{Words, general, name, site, usual};
use crate::core::finding::{AtBinding, IisFact, KeyedElement};
use crate::core::iis::flags::SslFlag;
use crate::core::iis::plan::HostFault;
use crate::core::iis::version::IisVersion;
use crate::text::Lang;
use crate::text::iis::fault::{endpoint_fault, host_fault};
use crate::text::iis::flag::{flag as flag_name, flags as flag_names};
use crate::text::iis::version::version as version_name;
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &IisFact) -> Words {
    match fact {
        IisFact::BindingNotUnderstood { at, part } => {
            let why = sentences(
                lang,
                &[
                    endpoint_fault(lang, *part),
                    lang.pick(
                        "IIS does not start a site that has such a binding.",
                        "有这种绑定的网站，IIS 不会启动。",
                    ),
                ],
            );
            Words::new(not_understood(lang, at), why, usual(lang, fact))
        }
        IisFact::DuplicateElement {
            site,
            element,
            value,
            first_line,
        } => twice(lang, site, *element, value, *first_line).into_words(usual(lang, fact)),
        IisFact::FlagTooNew { at, flag, version } => {
            too_new(lang, at, *flag, *version).into_words(usual(lang, fact))
        }
        IisFact::FlagsAgainstCentralStore { at, flags } => {
            against_store(lang, at, flags).into_words(usual(lang, fact))
        }
        IisFact::FlagsNotUnderstood { at, written } => {
            not_number(lang, at, written).into_words(usual(lang, fact))
        }
        IisFact::HostMalformed { at, host, fault } => {
            malformed(lang, at, host, fault).into_words(usual(lang, fact))
        }
        IisFact::WildcardNeeds10 { at, host, version } => wildcard(lang, at, host, *version),
        other => general(lang, other),
    }
}

/// Message and reason; the remedy is the catalogue's.
struct Told(String, String);

impl Told {
    fn into_words(self, remedy: &str) -> Words {
        Words::new(self.0, self.1, remedy)
    }
}

fn not_understood(lang: Lang, at: &AtBinding) -> String {
    let (site, written) = (site(at), name(&at.binding));
    match at.binding.is_empty() {
        true => say!(
            lang,
            "A binding of “{site}” has no address, port and host name",
            "“{site}”的一个绑定没有地址、端口和主机名"
        ),
        false => say!(
            lang,
            "“{written}” of “{site}” is not address:port:host",
            "“{site}”的“{written}”不是“地址:端口:主机名”的形式"
        ),
    }
}

fn twice(lang: Lang, site: &str, element: KeyedElement, value: &str, first_line: u32) -> Told {
    let (site, value) = (name(site), name(value));
    let message = match element {
        KeyedElement::Binding => say!(
            lang,
            "“{site}” lists the binding {value} twice",
            "“{site}”两次列出绑定 {value}"
        ),
        KeyedElement::SiteId => say!(
            lang,
            "“{site}” has the number of another site, {value}",
            "“{site}”与另一个网站的编号相同：{value}"
        ),
        KeyedElement::SiteName => say!(
            lang,
            "Two sites have the name “{value}”",
            "有两个网站的名称都是“{value}”"
        ),
    };
    let why = say!(
        lang,
        "The first one stands in line {first_line}. Such a key may come once only; otherwise IIS refuses the whole file with HTTP 500.19 and 0x800700b7, and no site works.",
        "第一个在第 {first_line} 行。这样的键只能出现一次，否则 IIS 会以 HTTP 500.19 和 0x800700b7 拒绝整个文件，所有网站都无法工作。"
    );
    Told(message, why)
}

fn too_new(lang: Lang, at: &AtBinding, flag: SslFlag, version: IisVersion) -> Told {
    let (site, bit) = (site(at), flag.bit());
    let words = flag_name(lang, flag);
    let (here, since) = (
        version_name(lang, version),
        version_name(lang, flag.since()),
    );
    let message = say!(
        lang,
        "“{site}” sets a flag that {here} does not know: {words}",
        "“{site}”设置了 {here} 没有的标志：{words}"
    );
    let effect = match version.has_sni() {
        true => lang.pick(
            "Here it has no effect, so what it is to change stays as it was.",
            "在这里它不起作用，本想改变的仍保持原样。",
        ),
        false => lang.pick(
            "IIS 7 and 7.5 have no sslFlags at all and refuse a file that holds it with HTTP 500.19.",
            "IIS 7 和 7.5 根本没有 sslFlags，会以 HTTP 500.19 拒绝含有它的文件。",
        ),
    };
    let why = say!(
        lang,
        "The bit {bit} of sslFlags came with {since}. {effect}",
        "sslFlags 的 {bit} 位从 {since} 开始才有。{effect}"
    );
    Told(message, why)
}

fn against_store(lang: Lang, at: &AtBinding, flags: &[SslFlag]) -> Told {
    let (site, flags) = (site(at), flag_names(lang, flags));
    Told(
        say!(
            lang,
            "“{site}” takes its certificate from the central store and sets flags that exclude it: {flags}",
            "“{site}”使用集中式证书存储，却设置了与它冲突的标志：{flags}"
        ),
        lang.pick(
            "A binding of the central store has no entry of its own in http.sys that could carry them. IIS allows SNI beside it and nothing else.",
            "使用集中式证书存储的绑定在 http.sys 中没有自己的条目来记录这些标志。IIS 只允许同时使用 SNI。",
        )
        .to_owned(),
    )
}

fn not_number(lang: Lang, at: &AtBinding, written: &str) -> Told {
    let (site, written) = (site(at), name(written));
    Told(
        say!(
            lang,
            "sslFlags of “{site}” is “{written}”, which is not a number",
            "“{site}”的 sslFlags 是“{written}”，不是数字"
        ),
        lang.pick(
            "IIS expects a whole number without a sign and refuses the whole file otherwise (HTTP 500.19), so no site works.",
            "IIS 要求不带正负号的整数，否则会拒绝整个文件 (HTTP 500.19)，所有网站都无法工作。",
        )
        .to_owned(),
    )
}

fn malformed(lang: Lang, at: &AtBinding, host: &str, fault: &HostFault) -> Told {
    let (site, host) = (site(at), name(host));
    let why = host_fault(lang, fault);
    let never = lang.pick(
        "No browser asks for such a name, so the binding answers nobody.",
        "浏览器不会使用这样的名称，所以这个绑定不会响应任何访问。",
    );
    Told(
        say!(
            lang,
            "“{host}” in “{site}” cannot be a host name",
            "“{site}”中的“{host}”不能作为主机名"
        ),
        sentences(lang, &[why.as_str(), never]),
    )
}

fn wildcard(lang: Lang, at: &AtBinding, host: &str, version: Option<IisVersion>) -> Words {
    let (site, host) = (site(at), name(host));
    let message = match version.map(|version| version_name(lang, version)) {
        Some(here) => say!(
            lang,
            "“{host}” in “{site}” needs IIS 10, and this is {here}",
            "“{site}”中的“{host}”需要 IIS 10，而这里是 {here}"
        ),
        None => say!(
            lang,
            "“{host}” in “{site}” needs IIS 10",
            "“{site}”中的“{host}”需要 IIS 10"
        ),
    };
    let why = lang.pick(
        "Only IIS 10 (Windows Server 2016 on) takes *. in a binding for any name below that domain. Older versions compare the star as a character, so no visitor ever fits. A wildcard in the certificate is another thing and works with every version.",
        "只有 IIS 10（Windows Server 2016 起）把绑定里的 *. 当作该域下的任意名称。更早的版本把星号当作普通字符比较，所以不会有访问与之相符。证书里的通配符是另一回事，所有版本都可以使用。",
    );
    let remedy = match version {
        Some(_) => lang.pick(
            "Make one binding for each host name; all of them can share a wildcard certificate.",
            "为每个主机名各设一个绑定；它们可以共用一个通配符证书。",
        ),
        None => lang.pick(
            "If the server is older than Windows Server 2016, make one binding for each host name. Otherwise nothing has to be done.",
            "如果服务器早于 Windows Server 2016，为每个主机名各设一个绑定。否则不必处理。",
        ),
    };
    Words::new(message, why, remedy)
}
