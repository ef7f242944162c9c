//! Words about answers that are no file: other statuses, pages of something in between, IIS.

use super::{catalogued, general, shown};
use crate::core::finding::{AtPage, IisSign, PageKind, WebFileFact};
use crate::text::Lang;
use crate::text::finding::{Words, iis};

pub(super) fn words(lang: Lang, fact: &WebFileFact) -> Words {
    match fact {
        WebFileFact::WrongStatus { at, status } => {
            let message = answers(lang, at, *status);
            catalogued(lang, fact.id(), message, status_why(lang, *status))
        }
        WebFileFact::BlockPage {
            at,
            by,
            kind,
            status,
            ..
        } => {
            let (url, address) = shown(at);
            let what = page(lang, *kind, by);
            let message = say!(
                lang,
                "{address} gives {what} for {url} (status {status})",
                "{address} 对 {url} 给出{what}（状态 {status}）"
            );
            let (why, remedy) = meaning(lang, *kind);
            Words::new(message, why, remedy)
        }
        WebFileFact::IisBlocked { at, status, sign } => {
            let message = answers(lang, at, *status);
            iis_words(lang, sign, message)
        }
        WebFileFact::BehindCdn { at, by } => {
            let (url, address) = shown(at);
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{by} answers for {url} at {address}",
                    "{address} 上由 {by} 应答 {url}"
                ),
                lang.pick(
                    "A CA sees the delivery network and not your server. Its edges in other countries may hold something else.",
                    "CA 看到的是 CDN，而不是您的服务器。其他国家的节点可能有不同的内容。",
                ),
            )
        }
        _ => general(lang, fact),
    }
}

fn answers(lang: Lang, at: &AtPage, status: u16) -> String {
    let (url, address) = shown(at);
    say!(
        lang,
        "{address} answers {status} for {url}",
        "{address} 对 {url} 应答 {status}"
    )
}

fn status_why(lang: Lang, status: u16) -> &'static str {
    match status {
        401 => lang.pick(
            "The server asks for a password, and a CA has none.",
            "服务器要求密码，而 CA 没有密码。",
        ),
        403 => lang.pick(
            "The server refuses: rights of the folder, a rule against names that begin with a dot, or a firewall.",
            "服务器拒绝：目录权限、禁止以点开头的名称的规则，或防火墙。",
        ),
        404 | 410 => lang.pick(
            "The server has no such file: it lies in another folder, has another name, or belongs to another site of this server.",
            "服务器上没有该文件：它在别的目录、名称不同，或属于这台服务器的另一个网站。",
        ),
        429 => lang.pick(
            "The server thinks that it was asked too often.",
            "服务器认为访问过于频繁。",
        ),
        500.. => lang.pick(
            "The server, or the application behind it, fails.",
            "服务器或其后的应用程序出错。",
        ),
        _ => lang.pick(
            "The CA takes the file only with status 200.",
            "CA 只接受状态为 200 的文件。",
        ),
    }
}

fn page(lang: Lang, kind: PageKind, by: &str) -> String {
    let what = match kind {
        PageKind::Challenge => lang.pick("a test for browsers", "浏览器验证页面"),
        PageKind::Firewall => lang.pick("a firewall’s refusal", "防火墙拦截页面"),
        PageKind::Origin => lang.pick("a page about its origin", "源站错误页面"),
        PageKind::OriginTls => {
            lang.pick("a page about its origin’s certificate", "源站证书错误页面")
        }
        PageKind::UnknownName => lang.pick("a page about an unknown name", "未知域名页面"),
        PageKind::NoFiling => lang.pick("a page about a missing ICP filing", "未备案拦截页面"),
        PageKind::Provider => lang.pick("a page of a blocking provider", "运营商拦截页面"),
        PageKind::Login => lang.pick("a login page", "登录页面"),
        PageKind::Parking => lang.pick("a page about the sale of names", "域名停放页面"),
        PageKind::Router => lang.pick("the settings of a router", "路由器管理页面"),
        PageKind::Default => lang.pick("a server’s default page", "服务器的默认页面"),
    };
    match by.is_empty() {
        true => what.to_owned(),
        false => say!(lang, "{what} ({by})", "{what}（{by}）"),
    }
}

/// Reason and remedy of a page.
fn meaning(lang: Lang, kind: PageKind) -> (&'static str, &'static str) {
    match kind {
        PageKind::Challenge => (
            lang.pick(
                "A CA runs no scripts and keeps no cookies, so it never passes such a test.",
                "CA 不运行脚本，也不保存 Cookie，所以永远通不过这种验证。",
            ),
            lang.pick(
                "Except /.well-known/ from the test, in the rules of the network or server that puts it there.",
                "在设置该验证的 CDN 或服务器规则中排除 /.well-known/。",
            ),
        ),
        PageKind::Firewall => (
            lang.pick(
                "A firewall takes a request without a browser’s manners for an attack.",
                "防火墙把不像浏览器的请求当作攻击。",
            ),
            lang.pick(
                "Allow /.well-known/ in the firewall for everybody while the CA validates: it comes from many networks.",
                "在 CA 验证期间，为所有来源放行 /.well-known/：CA 会从许多网络访问。",
            ),
        ),
        PageKind::Origin => (
            lang.pick(
                "The delivery network answers, and does not reach the server behind it.",
                "CDN 有应答，但无法连接其后的源站。",
            ),
            lang.pick(
                "See that the origin’s address in the delivery network is right, that the server runs, and that its firewall lets the network in.",
                "确认 CDN 中的源站地址正确、服务器正在运行，并且防火墙允许 CDN 访问。",
            ),
        ),
        PageKind::OriginTls => (
            lang.pick(
                "The delivery network asks the origin over https and does not accept what it meets there.",
                "CDN 通过 https 访问源站，但不接受其加密设置。",
            ),
            lang.pick(
                "Let the network ask the origin over http until the certificate is there, or put a certificate of the network on the origin.",
                "在证书就绪之前让 CDN 通过 http 回源，或在源站安装 CDN 的回源证书。",
            ),
        ),
        PageKind::UnknownName => (
            lang.pick(
                "The name leads to the delivery network, which knows nothing of it.",
                "名称指向该 CDN，但 CDN 中没有配置它。",
            ),
            lang.pick(
                "Add the name to the delivery network’s site, or point the name to your server.",
                "在 CDN 的站点中添加该名称，或把名称指向您的服务器。",
            ),
        ),
        PageKind::NoFiling | PageKind::Provider => filing(lang, kind),
        PageKind::Login | PageKind::Parking | PageKind::Router | PageKind::Default => {
            own_site(lang, kind)
        }
    }
}

/// Pages of the site itself, or of the one that has its name.
fn own_site(lang: Lang, kind: PageKind) -> (&'static str, &'static str) {
    match kind {
        PageKind::Login => (
            lang.pick(
                "Every path asks for a login, and a CA has none.",
                "所有路径都要求登录，而 CA 没有账户。",
            ),
            lang.pick(
                "Except /.well-known/ from the login.",
                "让 /.well-known/ 不需要登录。",
            ),
        ),
        PageKind::Parking => (
            lang.pick(
                "The name leads to who sells or parks it, not to your server.",
                "名称指向出售或停放域名的服务，而不是您的服务器。",
            ),
            lang.pick(
                "Point the name’s addresses to your server at the registrar; remove its forwarding.",
                "在注册商处把名称指向您的服务器，并取消其转发。",
            ),
        ),
        PageKind::Router => (
            lang.pick(
                "The modem or router answers itself in place of the server behind it.",
                "应答的是调制解调器或路由器本身，而不是其后的服务器。",
            ),
            lang.pick(
                "Forward ports 80 and 443 to the server, and take the router’s own settings off its outer side.",
                "把 80 和 443 端口转发到服务器，并关闭路由器在外网侧的管理页面。",
            ),
        ),
        _ => (
            lang.pick(
                "The server does not know the name, so another site of it answers.",
                "服务器不认识该名称，所以由它的另一个网站应答。",
            ),
            lang.pick(
                "Add the name to the site’s bindings or server_name, and put the file into that site’s folder.",
                "把该名称加入网站的绑定或 server_name，并把文件放到该网站的目录中。",
            ),
        ),
    }
}

fn filing(lang: Lang, kind: PageKind) -> (&'static str, &'static str) {
    match kind {
        PageKind::NoFiling => (
            lang.pick(
                "Clouds in mainland China block names without an ICP filing on every port before the request reaches the server.",
                "中国大陆的云平台会在请求到达服务器之前，拦截所有端口上未备案的域名。",
            ),
            lang.pick(
                "Use DNS validation, which needs no web server; file the name with the cloud to have the site reachable.",
                "改用 DNS 验证，它不需要 Web 服务器；要让网站可访问，需在云平台完成备案。",
            ),
        ),
        _ => (
            lang.pick(
                "A provider or authority on the way answers in the server’s place.",
                "途中的运营商或监管机构代替服务器作出应答。",
            ),
            lang.pick(
                "Use DNS validation, and ask the provider why the name is blocked.",
                "改用 DNS 验证，并向运营商查询拦截原因。",
            ),
        ),
    }
}

/// IIS: the words that its settings have elsewhere, with the status that was seen.
fn iis_words(lang: Lang, sign: &IisSign, message: String) -> Words {
    let (why, remedy) = match sign {
        IisSign::Cause(cause) => {
            let told = iis::blocked(lang, cause);
            let why = crate::text::prose::sentences(lang, &[told.message, told.why]);
            return Words::new(message, why, told.remedy);
        }
        IisSign::LikelyNoType => (
            lang.pick(
                "If the file is in its folder, IIS has no MIME type for files without extension, and answers as if there were none.",
                "如果文件就在目录中，说明 IIS 没有为无扩展名的文件设置 MIME 类型，于是当作文件不存在。",
            ),
            lang.pick(
                "Put a web.config into .well-known with <configuration><system.webServer><staticContent><mimeMap fileExtension=\".\" mimeType=\"text/plain\"/></staticContent></system.webServer></configuration>; look also whether the file lies in the folder of this very site.",
                "在 .well-known 中放一个 web.config：<configuration><system.webServer><staticContent><mimeMap fileExtension=\".\" mimeType=\"text/plain\"/></staticContent></system.webServer></configuration>；并确认文件确实在该网站的目录中。",
            ),
        ),
        IisSign::NoSite => (
            lang.pick(
                "Windows itself answers: no site of IIS has a binding for this name and port, or the site is stopped.",
                "应答的是 Windows 本身：IIS 中没有网站绑定该名称和端口，或网站已停止。",
            ),
            lang.pick(
                "Add a binding for the name to the site in IIS Manager, Bindings, and start the site.",
                "在 IIS 管理器的“绑定”中为网站添加该名称，并启动网站。",
            ),
        ),
        IisSign::PoolStopped => (
            lang.pick(
                "The application pool of the site is stopped, often after it failed several times.",
                "网站的应用程序池已停止，通常是因为多次出错。",
            ),
            lang.pick(
                "Start the pool in IIS Manager, Application Pools, and look into the event log why it stopped.",
                "在 IIS 管理器的“应用程序池”中启动它，并在事件日志中查看停止的原因。",
            ),
        ),
        IisSign::Configuration => (
            lang.pick(
                "IIS cannot read a web.config: a section is locked, unknown or there twice.",
                "IIS 无法读取某个 web.config：某一节被锁定、未知或重复。",
            ),
            lang.pick(
                "Open the address on the server itself, where the page names file and line, and mend that web.config.",
                "在服务器本机打开该地址，页面会指出文件和行号，然后修改该 web.config。",
            ),
        ),
        IisSign::Rights => (
            lang.pick(
                "The account of the site may not read the file.",
                "网站的账户无权读取该文件。",
            ),
            lang.pick(
                "Give IIS_IUSRS and IUSR the right to read .well-known and what is in it.",
                "授予 IIS_IUSRS 和 IUSR 读取 .well-known 及其内容的权限。",
            ),
        ),
    };
    Words::new(message, why, remedy)
}
