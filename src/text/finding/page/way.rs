//! Words about the way to the page.

use super::{catalogued, general, name};
use crate::core::env::WebCause;
use crate::core::finding::{PageFact, RedirectFault};
use crate::text::Lang;
use crate::text::finding::Words;
use crate::text::number::counted;
use crate::text::web::{explain, range_words, raw};

pub(super) fn words(lang: Lang, fact: &PageFact) -> Words {
    match fact {
        PageFact::HttpNotRedirected { name, status } => not_redirected(lang, fact, name, *status),
        PageFact::HttpsDowngraded {
            from,
            to,
            is_refresh,
        } => downgraded(lang, fact, (from, to), *is_refresh),
        PageFact::RedirectLoop {
            url,
            to,
            is_circle,
            count,
        } => {
            let count = counted(lang, *count, ("redirect", "redirects"), "次重定向");
            looped(lang, fact, (url, to), (*is_circle, &count))
        }
        PageFact::RedirectRefused { url, to, fault } => {
            let (url, to) = (name(url), name(to));
            let message = say!(
                lang,
                "{url} leads to “{to}”, which was not followed",
                "{url} 重定向到“{to}”，没有跟随"
            );
            catalogued(lang, fact.id(), message, refused(lang, fault))
        }
        PageFact::NotAnswered {
            url,
            address,
            cause,
        } => {
            let url = name(url);
            let message = say!(
                lang,
                "{url} gives no page ({address})",
                "{url} 没有给出网页（{address}）"
            );
            let words = catalogued(lang, fact.id(), message, unanswered(lang, cause));
            words.raw(raw(cause).unwrap_or_default())
        }
        PageFact::Status { url, status } => {
            let url = name(url);
            let message = say!(
                lang,
                "{url} answers with status {status}",
                "{url} 返回状态 {status}"
            );
            catalogued(lang, fact.id(), message, of_status(lang, *status))
        }
        PageFact::OtherHost { name: asked, url } => {
            let (asked, url) = (name(asked), name(url));
            let message = say!(lang, "{asked} leads to {url}", "{asked} 最终指向 {url}");
            let why = lang.pick(
                "The page is at another host, which needs a certificate of its own; the certificate of the first is seen before it leads on.",
                "网页位于另一个主机，该主机需要自己的证书；在重定向之前，访问者先看到前一个主机的证书。",
            );
            catalogued(lang, fact.id(), message, why)
        }
        _ => general(lang, fact),
    }
}

fn not_redirected(lang: Lang, fact: &PageFact, host: &str, status: u16) -> Words {
    let host = name(host);
    catalogued(
        lang,
        fact.id(),
        say!(
            lang,
            "http://{host} does not lead to https",
            "http://{host} 没有重定向到 https"
        ),
        say!(
            lang,
            "It answers with status {status}, so that visitors who type the bare name stay without encryption.",
            "它返回状态 {status}，直接输入名称的访问者将一直不加密。"
        ),
    )
}

fn downgraded(lang: Lang, fact: &PageFact, urls: (&str, &str), is_refresh: bool) -> Words {
    let (from, to) = (name(urls.0), name(urls.1));
    let why = match is_refresh {
        true => lang.pick(
            "The page itself sends its visitors on (<meta http-equiv=refresh>), and from there nothing is encrypted.",
            "网页自身让访问者跳转（<meta http-equiv=refresh>），之后的内容都不加密。",
        ),
        false => lang.pick(
            "The server redirects there, and from there nothing is encrypted. Often it stands behind a proxy that ends https and does not know that visitors use it.",
            "服务器重定向到那里，之后的内容都不加密。常见原因是服务器位于终止 https 的代理之后，不知道访问者使用 https。",
        ),
    };
    let message = say!(
        lang,
        "{from} leads back to http: {to}",
        "{from} 又重定向回 http：{to}"
    );
    catalogued(lang, fact.id(), message, why)
}

fn looped(
    lang: Lang,
    fact: &PageFact,
    urls: (&str, &str),
    (is_circle, count): (bool, &str),
) -> Words {
    let (url, to) = (name(urls.0), name(urls.1));
    let why = match is_circle {
        true => lang.pick(
            "It leads back to where it was, so browsers give up and say that the page redirects too often. Often two places redirect against each other: http to https here, https to http there, or with and without www.",
            "它又回到之前的地址，浏览器会放弃并提示重定向次数过多。常见原因是两处互相重定向：一处把 http 转到 https，另一处又转回，或者在带 www 与不带 www 之间来回。",
        ),
        false => lang.pick(
            "Browsers give up after about twenty redirects.",
            "浏览器在大约二十次重定向之后就会放弃。",
        ),
    };
    let message = say!(
        lang,
        "{url} leads on without end, at last to “{to}” ({count})",
        "{url} 不停地重定向，最后指向“{to}”（{count}）"
    );
    catalogued(lang, fact.id(), message, why)
}

fn refused(lang: Lang, fault: &RedirectFault) -> String {
    match fault {
        RedirectFault::Scheme { scheme } => {
            let scheme = name(scheme);
            say!(
                lang,
                "“{scheme}:” is neither http nor https.",
                "“{scheme}:”既不是 http 也不是 https。"
            )
        }
        RedirectFault::Inside { address, range } => {
            let what = range_words(lang, *range);
            say!(
                lang,
                "It leads to {address}, {what}. Nothing was sent there, and visitors elsewhere do not get there.",
                "它指向 {address}，即{what}。没有向它发送任何内容，其他地方的访问者也无法到达。"
            )
        }
        RedirectFault::NoAddress { host } => {
            let host = name(host);
            say!(
                lang,
                "The name “{host}” leads to no address.",
                "名称“{host}”没有解析到地址。"
            )
        }
        RedirectFault::Port { .. }
        | RedirectFault::IpAddress
        | RedirectFault::Unreadable
        | RedirectFault::Status { .. } => lang
            .pick(
                "It is no address that can be read.",
                "这不是可以读取的地址。",
            )
            .to_owned(),
    }
}

fn unanswered(lang: Lang, cause: &WebCause) -> String {
    match cause {
        WebCause::Tls(_) => lang
            .pick(
                "The server listens, and no encryption was agreed upon; the connection lane tells more.",
                "服务器在监听，但没有协商成加密；详见“连接”一栏。",
            )
            .to_owned(),
        cause => explain(lang, cause).0,
    }
}

fn of_status(lang: Lang, status: u16) -> &'static str {
    match status {
        401 | 407 => lang.pick(
            "It asks who is there; what stands behind the sign-in was not looked at.",
            "它要求登录；登录之后的内容没有查看。",
        ),
        403 => lang.pick(
            "It does not show this page to everybody: by address, by program, or because the folder has no start page.",
            "它不向所有人显示此网页：可能按地址或程序限制，或者该目录没有默认页。",
        ),
        404 | 410 => lang.pick(
            "There is no page at this address.",
            "这个地址没有网页。",
        ),
        500.. => lang.pick(
            "The server, or the one behind it, fails.",
            "服务器自身或其后端出错。",
        ),
        _ => lang.pick(
            "The server does not take the question as it is asked.",
            "服务器不接受这样的请求。",
        ),
    }
}
