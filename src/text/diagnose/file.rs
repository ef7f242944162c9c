//! How the checks of `checks::file` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::file::FileSummary;
use crate::core::finding::FileSeen;
use crate::text::Lang;
use crate::text::number::counted;

pub(super) fn lines(lang: Lang, summary: &FileSummary) -> Lines {
    match summary {
        FileSummary::Way {
            seen,
            redirects,
            addresses,
        } => way(lang, seen, *redirects, *addresses),
        FileSummary::Unresolved => Lines::new(
            lang.pick("Addresses unknown", "地址未知"),
            lang.pick("DNS gave no answer", "DNS 没有应答"),
        ),
        FileSummary::Places { of: 0, .. } => Lines::new(
            lang.pick("Nothing to compare", "没有可比较的内容"),
            lang.pick("no way gave an answer", "各途径都没有应答"),
        ),
        FileSummary::Places { of: 1, .. } => Lines::new(
            lang.pick("One way only", "只有一条途径"),
            lang.pick("nothing to compare", "没有可比较的内容"),
        ),
        FileSummary::Places { of, alike: true } => Lines::new(
            lang.pick("Same everywhere", "各处相同"),
            counted(lang, *of, ("place", "places"), "处"),
        ),
        FileSummary::Places { of, alike: false } => Lines::new(
            lang.pick("Not the same everywhere", "各处不同"),
            counted(lang, *of, ("place", "places"), "处"),
        ),
        FileSummary::NoAddress => Lines::new(
            lang.pick("No address", "没有地址"),
            lang.pick("no file without one", "没有地址就无法提供文件"),
        ),
        FileSummary::DnsOnly => Lines::new(
            lang.pick("File does not count", "文件无效"),
            lang.pick("wildcards by DNS only", "通配符只能用 DNS 验证"),
        ),
    }
}

fn way(lang: Lang, seen: &FileSeen, redirects: usize, addresses: usize) -> Lines {
    let (title, detail) = one(lang, seen);
    let mut parts = vec![detail];
    if redirects > 0 {
        parts.push(counted(
            lang,
            redirects,
            ("redirect", "redirects"),
            "次重定向",
        ));
    }
    if addresses > 1 {
        parts.push(counted(lang, addresses, ("address", "addresses"), "个地址"));
    }
    Lines::new(title, parts.join(lang.pick(", ", "，")))
}

/// Title and detail of what came.
fn one(lang: Lang, seen: &FileSeen) -> (&'static str, String) {
    let (title, detail) = match seen {
        FileSeen::Expected => (
            lang.pick("File is there", "文件存在"),
            lang.pick("same content", "内容相同"),
        ),
        FileSeen::Reachable { status } => {
            let detail = say!(
                lang,
                "answers {status} to a test name",
                "对测试名称应答 {status}"
            );
            return (lang.pick("Server answers", "服务器有应答"), detail);
        }
        FileSeen::NotServed => (
            lang.pick("No https here", "没有 https"),
            lang.pick("not needed for validation", "验证不需要"),
        ),
        FileSeen::NoWay => (
            lang.pick("Cannot be seen from here", "从这里看不到"),
            lang.pick("no way to this address", "没有到该地址的路由"),
        ),
        FileSeen::Status { status } => {
            let detail = say!(lang, "status {status}", "状态 {status}");
            return (lang.pick("Not the file", "不是该文件"), detail);
        }
        FileSeen::Other => (
            lang.pick("Wrong content", "内容不对"),
            lang.pick("not byte by byte the same", "并非逐字节相同"),
        ),
        FileSeen::Block { by: "" } => (
            lang.pick("Another page instead", "是其他页面"),
            lang.pick("not of the CA’s file", "不是 CA 的文件"),
        ),
        FileSeen::Block { by } => {
            return (
                lang.pick("Another page instead", "是其他页面"),
                (*by).to_owned(),
            );
        }
        FileSeen::Redirect => (
            lang.pick("Redirect fails", "重定向失败"),
            lang.pick("no CA follows it", "CA 不会跟随"),
        ),
        FileSeen::OtherProtocol => (
            lang.pick("Wrong protocol", "协议不对"),
            lang.pick("http and https mixed up", "http 与 https 混淆"),
        ),
        FileSeen::Tls => (
            lang.pick("No encryption", "加密失败"),
            lang.pick("the handshake failed", "握手失败"),
        ),
        FileSeen::Broken => (
            lang.pick("Answer not readable", "应答无法读取"),
            lang.pick("it broke off or is no HTTP", "应答中断，或者不是 HTTP"),
        ),
        FileSeen::NoAnswer => (
            lang.pick("Not reachable", "无法到达"),
            lang.pick("no connection", "没有建立连接"),
        ),
    };
    (title, detail.to_owned())
}

/// What came, within a sentence.
pub fn seen(lang: Lang, seen: &FileSeen) -> String {
    match seen {
        FileSeen::Expected => lang.pick("the file", "该文件").to_owned(),
        FileSeen::Reachable { status } | FileSeen::Status { status } => {
            say!(lang, "status {status}", "状态 {status}")
        }
        FileSeen::Other => lang.pick("other content", "其他内容").to_owned(),
        FileSeen::Block { by: "" } => lang.pick("another page", "其他页面").to_owned(),
        FileSeen::Block { by } => say!(lang, "a page of {by}", "{by} 的页面"),
        FileSeen::Redirect => lang
            .pick("a redirect that fails", "失败的重定向")
            .to_owned(),
        FileSeen::OtherProtocol => lang.pick("another protocol", "其他协议").to_owned(),
        FileSeen::Tls => lang.pick("no encryption", "加密失败").to_owned(),
        FileSeen::Broken => lang
            .pick("an answer that cannot be read", "无法读取的应答")
            .to_owned(),
        FileSeen::NotServed | FileSeen::NoWay | FileSeen::NoAnswer => {
            lang.pick("no answer", "没有应答").to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::core::diagnose::checks::file::FileSummary;
    use crate::core::finding::FileSeen;
    use crate::text::Lang;

    #[test]
    fn every_end_has_two_short_lines_in_both_languages() {
        let seen = [
            FileSeen::Expected,
            FileSeen::Reachable { status: 404 },
            FileSeen::NotServed,
            FileSeen::NoWay,
            FileSeen::Status { status: 403 },
            FileSeen::Other,
            FileSeen::Block { by: "" },
            FileSeen::Block { by: "Cloudflare" },
            FileSeen::Redirect,
            FileSeen::OtherProtocol,
            FileSeen::Tls,
            FileSeen::Broken,
            FileSeen::NoAnswer,
        ];
        let ways = seen.map(|seen| FileSummary::Way {
            seen,
            redirects: 1,
            addresses: 2,
        });
        let places = [(0, true), (1, true), (4, true), (4, false)];
        let places = places.map(|(of, alike)| FileSummary::Places { of, alike });
        let others = [
            FileSummary::Unresolved,
            FileSummary::NoAddress,
            FileSummary::DnsOnly,
        ];
        for summary in ways.iter().chain(&places).chain(&others) {
            let [en, zh] = Lang::ALL.map(|lang| lines(lang, summary));
            assert!(en.title.chars().count() <= 28, "{}", en.title);
            assert!(!en.detail.is_empty() && !zh.detail.is_empty());
            assert_ne!(en.title, zh.title);
            assert!(!en.title.ends_with('.') && !zh.title.ends_with('。'));
        }
    }
}
