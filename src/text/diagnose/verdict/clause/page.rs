//! Of the page: what browsers refuse, then what they warn of.

use super::Line;
use super::Words::{Of, Plain};
use crate::core::diagnose::Check;
use crate::core::finding::{Fact, Id, PageFact};
use crate::text::Lang;
use crate::text::number::counted;

pub(super) const TABLE: &[Line] = &[
    (
        Id::PageNotAnswered,
        Plain("the page does not answer", "网页没有应答"),
    ),
    (
        Id::PageRedirectLoop,
        Plain("the page redirects without end", "网页不断重定向"),
    ),
    (
        Id::HttpsDowngraded,
        Plain("https leads back to http", "https 又重定向回 http"),
    ),
    (Id::MixedContent, Of(over_http)),
    (Id::MixedByRedirect, Of(over_http)),
    (
        Id::FormOverHttp,
        Plain("a form is sent over http", "表单通过 http 提交"),
    ),
    (
        Id::DownloadOverHttp,
        Plain("downloads come over http", "下载通过 http 进行"),
    ),
    (
        Id::HttpNotRedirected,
        Plain("http does not lead to https", "http 没有重定向到 https"),
    ),
    (
        Id::PageStatus,
        Plain("the page answers with an error", "网页返回错误"),
    ),
];

/// All that is loaded without encryption, in whatever way.
fn over_http(lang: Lang, checks: &[Check], _fact: &Fact) -> Option<String> {
    // Several names may lead to the same page.
    let mut facts: Vec<&Fact> = Vec::new();
    for finding in checks.iter().flat_map(|check| &check.findings) {
        if !facts.contains(&&finding.fact) {
            facts.push(&finding.fact);
        }
    }
    let count = facts.into_iter().map(|fact| match fact {
        Fact::Page(
            PageFact::MixedContent { parts, .. } | PageFact::MixedByRedirect { parts, .. },
        ) => parts.count,
        _ => 0,
    });
    let things = counted(lang, count.sum(), ("thing", "things"), "项内容");
    Some(say!(
        lang,
        "the page loads {things} over http",
        "网页通过 http 加载 {things}"
    ))
}
