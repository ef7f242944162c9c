//! Words about parts of a page over http: each with its place and what to write instead.

use super::{catalogued, general, name};
use crate::core::finding::{Change, Fact, Finding, PageFact, PagePart, PageParts};
use crate::text::Lang;
use crate::text::finding::Words;
use crate::text::number::{counted, whole};
use crate::text::prose::sentences;

/// Parts named within a sentence.
const NAMED: usize = 2;
/// Parts listed in a report; the document has all.
const LISTED: usize = 20;

pub(super) fn words(lang: Lang, fact: &PageFact) -> Words {
    match fact {
        PageFact::MixedContent { parts, is_blocked } => {
            let message = message(
                lang,
                parts,
                is_blocked.then(|| lang.pick("browsers refuse", "浏览器会拒绝")),
            );
            with_change(lang, fact, message, written(lang, *is_blocked), parts)
        }
        PageFact::MixedByRedirect { parts, is_blocked } => {
            redirected(lang, fact, parts, *is_blocked)
        }
        PageFact::MixedUpgraded { parts, missing } => upgraded(lang, fact, parts, *missing),
        PageFact::FormOverHttp {
            parts,
            has_password,
        } => form(lang, fact, parts, *has_password),
        PageFact::DownloadOverHttp { parts } => {
            let (page, files) = (
                name(&parts.page),
                counted(lang, parts.count, ("file", "files"), "个文件"),
            );
            let message = say!(
                lang,
                "{page} offers {files} over http",
                "{page} 通过 http 提供 {files}"
            );
            let why = lang.pick(
                "Browsers warn of such downloads or stop them, since anybody on the way can put another file in its place.",
                "途中任何人都可以替换文件，因此浏览器会警告或阻止这类下载。",
            );
            with_change(lang, fact, message, why, parts)
        }
        _ => general(lang, fact),
    }
}

fn message(lang: Lang, parts: &PageParts, refused: Option<&str>) -> String {
    let page = name(&parts.page);
    let count = counted(lang, parts.count, ("part", "parts"), "个部分");
    match refused {
        Some(refused) => say!(
            lang,
            "{page} loads {count} over http, which {refused}",
            "{page} 通过 http 加载 {count}，{refused}"
        ),
        None => say!(
            lang,
            "{page} loads {count} over http",
            "{page} 通过 http 加载 {count}"
        ),
    }
}

fn written(lang: Lang, is_blocked: bool) -> &'static str {
    match is_blocked {
        true => lang.pick(
            "On a page over https browsers do not load scripts, style sheets, frames, fonts and images in srcset or <picture> over http, nor anything from a bare IP address.",
            "在 https 网页上，浏览器不会通过 http 加载脚本、样式表、框架、字体和备选图片，也不会从 IP 地址加载任何内容。",
        ),
        false => lang.pick(
            "Browsers of today ask for images, sound and film over https in place, and show nothing where that fails; older ones load them and take the padlock away.",
            "如今的浏览器会改用 https 请求图片、音频和视频，失败则不显示；旧浏览器会照常加载，但不再显示安全锁。",
        ),
    }
}

fn redirected(lang: Lang, fact: &PageFact, parts: &PageParts, is_blocked: bool) -> Words {
    let page = name(&parts.page);
    let count = counted(lang, parts.count, ("part", "parts"), "个部分");
    let message = say!(
        lang,
        "{page} loads {count} over https that servers redirect to http",
        "{page} 通过 https 加载的 {count}被服务器重定向到 http"
    );
    let why = match is_blocked {
        true => lang.pick(
            "The page looks right, and browsers refuse the part all the same, since they judge every redirect.",
            "网页本身看起来没有问题，但浏览器会检查每一次重定向，因此仍会拒绝。",
        ),
        false => lang.pick(
            "The page looks right, and browsers load the part without encryption or not at all, since they judge every redirect.",
            "网页本身看起来没有问题，但浏览器会检查每一次重定向，因此不加密加载，或者不加载。",
        ),
    };
    with_change(lang, fact, message, why, parts)
}

fn upgraded(lang: Lang, fact: &PageFact, parts: &PageParts, missing: usize) -> Words {
    let page = name(&parts.page);
    let count = counted(lang, parts.count, ("part", "parts"), "个部分");
    let message = say!(
        lang,
        "{page} writes http for {count} and has browsers ask over https",
        "{page} 中有 {count}写作 http，并让浏览器改用 https 请求"
    );
    let why = match missing {
        0 => lang
            .pick(
                "Its policy (upgrade-insecure-requests) makes that right in browsers; other programs and mails still get http.",
                "其策略（upgrade-insecure-requests）使浏览器中没有问题；其他程序和邮件仍会得到 http。",
            )
            .to_owned(),
        missing => {
            let missing = whole(missing as u64);
            say!(
                lang,
                "Its policy (upgrade-insecure-requests) makes browsers ask so, and {missing} of them do not answer over https: they are missing on the page.",
                "其策略（upgrade-insecure-requests）使浏览器这样请求，其中 {missing} 个不支持 https，因此在网页上缺失。"
            )
        }
    };
    with_change(lang, fact, message, &why, parts)
}

fn form(lang: Lang, fact: &PageFact, parts: &PageParts, has_password: bool) -> Words {
    let page = name(&parts.page);
    let count = counted(lang, parts.count, ("form", "forms"), "个表单");
    let message = match has_password {
        true => say!(
            lang,
            "{page} sends {count} over http, passwords too",
            "{page} 通过 http 提交 {count}，其中包含密码"
        ),
        false => say!(
            lang,
            "{page} sends {count} over http",
            "{page} 通过 http 提交 {count}"
        ),
    };
    let why = lang.pick(
        "What is typed there can be read on the way, and browsers warn before it is sent.",
        "其中输入的内容在途中可以被读取，浏览器会在提交前警告。",
    );
    with_change(lang, fact, message, why, parts)
}

/// With the first parts named, and what to write in place of the first.
fn with_change(
    lang: Lang,
    fact: &PageFact,
    message: String,
    why: &str,
    parts: &PageParts,
) -> Words {
    let named: Vec<String> = parts
        .parts
        .iter()
        .take(NAMED)
        .map(|part| place(lang, parts, part))
        .collect();
    let more = parts.count.saturating_sub(named.len());
    let listed = named.join(lang.pick("; ", "；"));
    let whole = whole(more as u64);
    let places = match more {
        0 => say!(lang, "Found at: {listed}.", "位置：{listed}。"),
        _ => say!(
            lang,
            "Found at: {listed}; and {whole} more.",
            "位置：{listed}；另有 {whole} 处。"
        ),
    };
    let first = parts.parts.first().map(|part| sentence(lang, part));
    let words = catalogued(lang, fact.id(), message, sentences(lang, &[why, &places]));
    let remedy = sentences(lang, &[first.as_deref().unwrap_or_default(), &words.remedy]);
    Words { remedy, ..words }
}

/// `http://cdn.example/a.js (line 12, <script src>)`
fn place(lang: Lang, parts: &PageParts, part: &PagePart) -> String {
    let (url, line) = (name(&part.url), whole(part.at.line as u64));
    let by = part.loaded_by;
    let led = part.to.as_deref().map(name);
    let url = match led {
        Some(to) => format!("{url} → {to}"),
        None => url.into_owned(),
    };
    match part.found_in == parts.page {
        true => say!(
            lang,
            "{url} (line {line}, {by})",
            "{url}（第 {line} 行，{by}）"
        ),
        false => {
            let sheet = name(&part.found_in);
            say!(
                lang,
                "{url} ({sheet} line {line}, {by})",
                "{url}（{sheet} 第 {line} 行，{by}）"
            )
        }
    }
}

/// What to do about the first part, as a sentence.
fn sentence(lang: Lang, part: &PagePart) -> String {
    let url = name(&part.url);
    match &part.change {
        Change::Path(path) => {
            let path = name(path);
            say!(
                lang,
                "Write {path} in place of {url}.",
                "将 {url} 改写为 {path}。"
            )
        }
        Change::Https(to) => {
            let to = name(to);
            say!(
                lang,
                "Write {to} in place of {url}; it answers.",
                "将 {url} 改写为 {to}，该地址有应答。"
            )
        }
        Change::TryHttps(to) => {
            let to = name(to);
            say!(
                lang,
                "Write {to} in place of {url}, once you have seen that it answers.",
                "确认 {to} 有应答后，将 {url} 改写为它。"
            )
        }
        Change::HostItself => say!(
            lang,
            "{url} is not there over https: keep it on your own server, or leave it out.",
            "{url} 不支持 https：改为放在自己的服务器上，或者去掉。"
        ),
        Change::Base(base) => {
            let base = name(base);
            say!(
                lang,
                "Write {base} in <base href>, which makes {url} http.",
                "将 <base href> 改写为 {base}，是它使 {url} 成为 http。"
            )
        }
    }
}

/// What to write, in a few words.
fn short_change(lang: Lang, change: &Change) -> String {
    match change {
        Change::Path(to) | Change::Https(to) => {
            let to = name(to);
            say!(lang, "write {to}", "改写为 {to}")
        }
        Change::TryHttps(to) => {
            let to = name(to);
            say!(lang, "try {to}", "尝试 {to}")
        }
        Change::HostItself => lang.pick("not there over https", "不支持 https").to_owned(),
        Change::Base(_) => lang
            .pick("correct <base href>", "更正 <base href>")
            .to_owned(),
    }
}

/// The parts that a finding is about, one a line, at most twenty and how many more; empty for other findings.
pub fn listed(lang: Lang, finding: &Finding) -> Vec<String> {
    let Fact::Page(fact) = &finding.fact else {
        return Vec::new();
    };
    let Some(parts) = fact.parts() else {
        return Vec::new();
    };
    let line = |part: &PagePart| {
        let (place, change) = (place(lang, parts, part), short_change(lang, &part.change));
        say!(lang, "{place}: {change}", "{place}：{change}")
    };
    let mut lines: Vec<String> = parts.parts.iter().take(LISTED).map(line).collect();
    let more = parts.count.saturating_sub(lines.len());
    if more > 0 {
        let more = whole(more as u64);
        lines.push(say!(lang, "and {more} more", "另有 {more} 处"));
    }
    lines
}
