//! How the checks of `checks::page` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::page::PageSummary;
use crate::core::page::Hsts;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, whole};
use crate::text::time::length;

/// `None` where nothing was found out, which the check's own name says.
pub(super) fn lines(lang: Lang, summary: &PageSummary) -> Option<Lines> {
    Some(match summary {
        PageSummary::NotFoundOut => return None,
        PageSummary::Redirected { to, redirects } => Lines::new(
            lang.pick("http leads to https", "http 重定向到 https"),
            with_redirects(lang, to, *redirects),
        ),
        PageSummary::NotRedirected { status } => Lines::new(
            lang.pick("http stays http", "http 没有重定向"),
            say!(lang, "status {status}", "状态 {status}"),
        ),
        PageSummary::NoHttp => Lines::new(
            lang.pick("No http here", "没有 http"),
            lang.pick("port 80 is closed", "80 端口未开放"),
        ),
        PageSummary::At {
            url,
            status,
            redirects,
        } => {
            let at = with_redirects(lang, url, *redirects);
            let status = say!(lang, "status {status}", "状态 {status}");
            let title = lang.pick("Page is there", "网页存在");
            Lines::new(title, [status, at].join(comma(lang)))
        }
        PageSummary::NoPage { url } => {
            let title = lang.pick("No page", "没有网页");
            Lines::new(title, short(url).into_owned())
        }
        PageSummary::Hsts(hsts) => Lines::new("HSTS", of_hsts(lang, *hsts)),
        PageSummary::NoHsts => Lines::new("HSTS", lang.pick("not sent", "未发送")),
        PageSummary::HstsUnreadable => Lines::new(
            "HSTS",
            lang.pick("sent, not readable", "已发送，但无法读取"),
        ),
        PageSummary::Mixed {
            over_http,
            upgraded,
            parts,
            sheets,
            ..
        } => mixed(lang, (*over_http, *upgraded), (*parts, *sheets)),
        PageSummary::Forms {
            forms,
            downloads,
            of,
        } => of_forms(lang, *forms, *downloads, *of),
        PageSummary::NotHtml { content_type } => {
            let title = lang.pick("No page to look into", "不是网页");
            Lines::new(title, short(content_type).into_owned())
        }
    })
}

fn comma(lang: Lang) -> &'static str {
    lang.pick(", ", "，")
}

fn with_redirects(lang: Lang, url: &str, redirects: usize) -> String {
    let url = short(url).into_owned();
    match redirects {
        0 => url,
        _ => {
            let count = counted(lang, redirects, ("redirect", "redirects"), "次重定向");
            [url, count].join(comma(lang))
        }
    }
}

fn of_hsts(lang: Lang, hsts: Hsts) -> String {
    let mut all = vec![length(lang, hsts.max_age_s)];
    all.extend(
        hsts.include_subdomains
            .then(|| "includeSubDomains".to_owned()),
    );
    all.extend(hsts.preload.then(|| "preload".to_owned()));
    all.join(comma(lang))
}

fn mixed(
    lang: Lang,
    (over_http, upgraded): (usize, usize),
    (parts, sheets): (usize, usize),
) -> Lines {
    let of = counted(lang, parts, ("part", "parts"), "个部分");
    let sheets = counted(lang, sheets, ("style sheet", "style sheets"), "个样式表");
    let looked = say!(lang, "{of}, {sheets}", "{of}，{sheets}");
    let number = |count: usize| whole(count as u64);
    match (over_http, upgraded) {
        (0, 0) => Lines::new(
            lang.pick("Nothing over http", "没有通过 http 加载的内容"),
            looked,
        ),
        (0, upgraded) => {
            let upgraded = number(upgraded);
            let detail = say!(
                lang,
                "{upgraded} of {of} asked over https in place",
                "{of}中有 {upgraded} 个改用 https 请求"
            );
            Lines::new(lang.pick("http is made https", "http 改为 https"), detail)
        }
        (over_http, _) => {
            let over_http = number(over_http);
            let detail = say!(
                lang,
                "{over_http} of {of} over http",
                "{of}中有 {over_http} 个通过 http 加载"
            );
            Lines::new(lang.pick("Mixed content", "混合内容"), detail)
        }
    }
}

fn of_forms(lang: Lang, forms: usize, downloads: usize, of: usize) -> Lines {
    let mut all = Vec::new();
    if forms > 0 {
        all.push(counted(lang, forms, ("form", "forms"), "个表单"));
    }
    if downloads > 0 {
        all.push(counted(
            lang,
            downloads,
            ("download", "downloads"),
            "个下载",
        ));
    }
    let of = counted(lang, of, ("target", "targets"), "个目标");
    let title = lang.pick("Forms and downloads", "表单和下载");
    match all.is_empty() {
        true => Lines::new(
            title,
            say!(lang, "{of}, none over http", "{of}，没有使用 http"),
        ),
        false => {
            let over = all.join(comma(lang));
            Lines::new(title, say!(lang, "{over} over http", "{over}通过 http"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::core::diagnose::checks::page::PageSummary;
    use crate::core::page::Hsts;
    use crate::text::Lang;

    #[test]
    fn every_end_has_two_short_lines_in_both_languages() {
        let url = || "https://www.example.com/".to_owned();
        let mixed = |over_http, upgraded| PageSummary::Mixed {
            over_http,
            blocked: 0,
            upgraded,
            parts: 12,
            sheets: 1,
        };
        let forms = |forms, downloads| PageSummary::Forms {
            forms,
            downloads,
            of: 3,
        };
        let all = [
            PageSummary::Redirected {
                to: url(),
                redirects: 1,
            },
            PageSummary::NotRedirected { status: 200 },
            PageSummary::NoHttp,
            PageSummary::At {
                url: url(),
                status: 200,
                redirects: 2,
            },
            PageSummary::NoPage { url: url() },
            PageSummary::Hsts(Hsts {
                max_age_s: 31_536_000,
                include_subdomains: true,
                preload: false,
            }),
            PageSummary::NoHsts,
            PageSummary::HstsUnreadable,
            mixed(0, 0),
            mixed(3, 0),
            mixed(0, 2),
            forms(0, 0),
            forms(1, 2),
            PageSummary::NotHtml {
                content_type: "application/pdf".to_owned(),
            },
        ];
        for summary in &all {
            let [en, zh] = Lang::ALL.map(|lang| lines(lang, summary).unwrap());
            assert!(en.title.chars().count() <= 28, "{}", en.title);
            assert!(!en.detail.is_empty() && !zh.detail.is_empty());
            assert!(
                (&en.title, &en.detail) != (&zh.title, &zh.detail)
                    || matches!(summary, PageSummary::NotHtml { .. })
            );
        }
        assert!(lines(Lang::En, &PageSummary::NotFoundOut).is_none());
    }
}
