//! Words about what of a page was not looked at.

use super::{catalogued, general, name};
use crate::core::finding::{LeftOut, PageFact};
use crate::text::Lang;
use crate::text::finding::Words;
use crate::text::number::{counted, enumerated, size};
use crate::text::web::range_words;

pub(super) fn words(lang: Lang, fact: &PageFact) -> Words {
    match fact {
        PageFact::TooLarge { url, limit } => {
            let (url, limit) = (name(url), size(*limit));
            let message = say!(
                lang,
                "{url} is larger than {limit} and was not read",
                "{url} 大于 {limit}，没有读取"
            );
            let why = lang.pick(
                "What it loads could not be looked at, so that nothing is said of it.",
                "无法查看它加载的内容，因此不作判断。",
            );
            catalogued(lang, fact.id(), message, why)
        }
        PageFact::Packed { url, encoding } => {
            let (url, encoding) = (name(url), name(encoding));
            let message = say!(
                lang,
                "{url} came packed ({encoding}) and was not read",
                "{url} 以压缩形式（{encoding}）传来，没有读取"
            );
            let why = lang.pick(
                "The server packs although the question asks for plain text. What comes packed is not unpacked here, so that nothing is said of what the page loads.",
                "请求要求不压缩，服务器却仍然压缩。这里不解压，因此不判断网页加载的内容。",
            );
            catalogued(lang, fact.id(), message, why)
        }
        PageFact::LeftOut { url, left_out } => {
            let (url, what) = (name(url), left(lang, *left_out));
            let message = say!(
                lang,
                "Not everything that {url} loads was looked at",
                "没有查看 {url} 加载的全部内容"
            );
            let why = say!(lang, "Left out: {what}.", "略过：{what}。");
            catalogued(lang, fact.id(), message, why)
        }
        PageFact::PartInside {
            page,
            url,
            address,
            range,
            count,
        } => {
            let (page, url, what) = (name(page), name(url), range_words(lang, *range));
            let count = counted(lang, *count, ("part", "parts"), "个部分");
            let message = say!(
                lang,
                "{page} loads {count} from inside a network",
                "{page} 从内网加载 {count}"
            );
            let why = say!(
                lang,
                "{url} leads to {address}, {what}. Nothing was sent there; visitors elsewhere do not get it, and browsers may ask them for leave.",
                "{url} 指向 {address}，即{what}。没有向它发送任何内容；其他地方的访问者无法得到它，浏览器还可能要求其授权。"
            );
            catalogued(lang, fact.id(), message, why)
        }
        _ => general(lang, fact),
    }
}

fn left(lang: Lang, left_out: LeftOut) -> String {
    let LeftOut {
        addresses,
        sheets,
        parts,
    } = left_out;
    let all = [
        (
            addresses,
            counted(
                lang,
                addresses,
                ("further address", "further addresses"),
                "个更多的地址",
            ),
        ),
        (
            sheets,
            counted(
                lang,
                sheets,
                (
                    "style sheet that was not read",
                    "style sheets that were not read",
                ),
                "个未读取的样式表",
            ),
        ),
        (
            parts,
            counted(
                lang,
                parts,
                (
                    "part that was not asked whether it leads to http",
                    "parts that were not asked whether they lead to http",
                ),
                "个未询问是否重定向到 http 的部分",
            ),
        ),
    ];
    let told: Vec<String> = all
        .into_iter()
        .filter_map(|(count, words)| (count > 0).then_some(words))
        .collect();
    enumerated(lang, &told)
}
