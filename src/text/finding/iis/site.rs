//! Words of facts about whole sites and the way from http to https.

use super::{Words, general, name, usual};
use crate::core::finding::IisFact;
use crate::text::Lang;
use crate::text::number::counted;

pub(super) fn words(lang: Lang, fact: &IisFact) -> Words {
    match fact {
        IisFact::HttpOnly { site, bindings } => http_only(lang, site, *bindings),
        IisFact::HttpNotRedirected { site } => not_redirected(lang, site, usual(lang, fact)),
        IisFact::RequiresHttpsWithoutBinding { site } => demanded(lang, site, usual(lang, fact)),
        other => general(lang, other),
    }
}

fn http_only(lang: Lang, site: &str, bindings: usize) -> Words {
    let site = name(site);
    let count = counted(
        lang,
        bindings,
        ("http binding", "http bindings"),
        "个 http 绑定",
    );
    Words::new(
        say!(
            lang,
            "“{site}” is reachable over http only",
            "“{site}”只能通过 http 访问"
        ),
        say!(
            lang,
            "It has {count} and none for https. What visitors send and read can be seen and changed on the way, and browsers call the site not secure.",
            "它有 {count}，没有 https 绑定。访问者发送和读取的内容在途中可以被看到和改动，浏览器会显示“不安全”。"
        ),
        lang.pick(
            "Import a certificate for its host names and add an https binding (site, Bindings…, Add…). If the site is for this computer or a closed network only, nothing has to be done.",
            "导入包含其主机名的证书，并添加 https 绑定（网站，“绑定…”，“添加…”）。如果网站只用于本机或封闭网络，则不必处理。",
        ),
    )
}

fn not_redirected(lang: Lang, site: &str, remedy: &str) -> Words {
    let site = name(site);
    Words::new(
        say!(
            lang,
            "“{site}” has https, but visitors on http stay there",
            "“{site}”有 https，但通过 http 访问的用户不会转过去"
        ),
        lang.pick(
            "Neither the configuration nor the site’s web.config that were read send anybody to https. Old links and addresses typed by hand begin with http.",
            "读取到的配置和网站的 web.config 都没有把访问转到 https。旧链接和手动输入的地址仍是 http。",
        ),
        remedy,
    )
}

fn demanded(lang: Lang, site: &str, remedy: &str) -> Words {
    let site = name(site);
    Words::new(
        say!(
            lang,
            "“{site}” demands https and has no https binding",
            "“{site}”要求使用 https，却没有 https 绑定"
        ),
        lang.pick(
            "“Require SSL” (sslFlags=\"Ssl\" of <access>) is on, so IIS answers every request over http with 403.4, and over https nothing listens. Nobody gets in.",
            "启用了“要求 SSL”（<access> 的 sslFlags=\"Ssl\"），所以 IIS 对所有 http 访问都返回 403.4，而 https 又没有监听。谁也无法访问。",
        ),
        remedy,
    )
}
