//! Words about redirects on the way to the file.

use super::{catalogued, general, shown};
use crate::core::finding::{RedirectFault, Severity, WebFileFact};
use crate::text::Lang;
use crate::text::finding::{Words, name};
use crate::text::number::counted;
use crate::text::web::range_words;

pub(super) fn words(lang: Lang, fact: &WebFileFact, severity: Severity) -> Words {
    match fact {
        WebFileFact::Redirected { at, from, count } => {
            let (from, (url, _)) = (name(from), shown(at));
            let count = counted(lang, *count, ("redirect", "redirects"), "次重定向");
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{from} leads to {url} ({count})",
                    "{from} 重定向到 {url}（{count}）"
                ),
                allowed(lang, severity),
            )
        }
        WebFileFact::ForcedHttps { at, from } => {
            let (from, (url, _)) = (name(from), shown(at));
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "Plain http is sent on to https: {from} leads to {url}",
                    "http 被强制转到 https：{from} 重定向到 {url}"
                ),
                allowed(lang, severity),
            )
        }
        WebFileFact::RedirectRefused { at, to, fault } => {
            let ((url, address), to) = (shown(at), name(to));
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{url} ({address}) leads to “{to}”, where no CA follows",
                    "{url}（{address}）重定向到“{to}”，CA 不会跟随"
                ),
                refused(lang, fault),
            )
        }
        WebFileFact::RedirectLoop {
            at,
            to,
            is_circle,
            count,
        } => {
            let ((url, address), to) = (shown(at), name(to));
            let count = counted(lang, *count, ("redirect", "redirects"), "次重定向");
            let why = match is_circle {
                true => lang.pick(
                    "It leads back to where it was, so nobody ever gets the file.",
                    "它又回到了之前的地址，所以谁也拿不到该文件。",
                ),
                false => lang.pick(
                    "CAs give up after about ten redirects.",
                    "CA 在大约十次重定向之后就会放弃。",
                ),
            };
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{url} ({address}) leads on without end, at last to “{to}” ({count})",
                    "{url}（{address}）不停地重定向，最后指向“{to}”（{count}）"
                ),
                why,
            )
        }
        _ => general(lang, fact),
    }
}

fn allowed(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => lang.pick(
            "This CA wants the file at exactly its address and follows no redirect.",
            "该 CA 只在原地址读取文件，不跟随重定向。",
        ),
        Severity::Warning | Severity::Info => lang.pick(
            "CAs follow redirects to http and https on ports 80 and 443, and do not mind the certificate they meet.",
            "CA 会跟随到 80 和 443 端口的 http 与 https 重定向，也不在意遇到的证书。",
        ),
    }
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
        RedirectFault::Port { port } => say!(
            lang,
            "It leads to port {port}; CAs follow to 80 and 443 alone.",
            "它指向端口 {port}；CA 只跟随到 80 和 443。"
        ),
        RedirectFault::IpAddress => lang
            .pick(
                "It leads to an IP address in place of a name.",
                "它指向 IP 地址，而不是域名。",
            )
            .to_owned(),
        RedirectFault::Inside { address, range } => {
            let what = range_words(lang, *range);
            say!(
                lang,
                "It leads to {address}, {what}. Nothing was sent there.",
                "它指向 {address}，即{what}。没有向它发送任何内容。"
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
        RedirectFault::Unreadable => lang
            .pick(
                "It is no address that can be read.",
                "这不是可以读取的地址。",
            )
            .to_owned(),
        RedirectFault::Status { status } => say!(
            lang,
            "Its status is {status}; the rules of CAs name 301, 302, 307 and 308.",
            "其状态为 {status}；CA 的规则只列出 301、302、307 和 308。"
        ),
    }
}
