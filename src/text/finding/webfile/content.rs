//! Words about content: how it differs, with both texts side by side.

use super::{catalogued, general, shown};
use crate::core::finding::{ContentFault, Difference, Severity, WebFileFact};
use crate::text::Lang;
use crate::text::finding::{Words, name};
use crate::text::number::whole;
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &WebFileFact, severity: Severity) -> Words {
    match fact {
        WebFileFact::WrongContent {
            at,
            fault,
            difference,
        } => {
            let (url, address) = shown(at);
            let message = say!(
                lang,
                "{url} ({address}) holds something else than the CA expects",
                "{url}（{address}）的内容与 CA 要求的不同"
            );
            let (what, remedy) = fault_words(lang, fault);
            Words::new(
                message,
                sentences(lang, &[what, sides(lang, difference)]),
                remedy,
            )
        }
        WebFileFact::Bom { at } => {
            let (url, address) = shown(at);
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{url} ({address}) begins with a byte order mark",
                    "{url}（{address}）以字节顺序标记（BOM）开头"
                ),
                lang.pick(
                    "The three bytes EF BB BF are invisible in an editor and belong to the content for a CA. Notepad and PowerShell write them.",
                    "EF、BB、BF 这三个字节在编辑器中看不见，但对 CA 来说属于内容。记事本和 PowerShell 会写入它们。",
                ),
            )
        }
        WebFileFact::ExtraNewline { at, tail } => {
            let (url, address) = shown(at);
            catalogued(
                lang,
                fact.id(),
                tail_message(lang, &url, address, tail),
                tail_matters(lang, severity),
            )
        }
        WebFileFact::ContentType { at, content_type } => {
            let (url, address) = shown(at);
            let message = match content_type.as_deref().map(name) {
                Some(told) => say!(
                    lang,
                    "{url} ({address}) is served as “{told}”",
                    "{url}（{address}）以“{told}”类型提供"
                ),
                None => say!(
                    lang,
                    "{url} ({address}) is served without a content type",
                    "{url}（{address}）没有内容类型"
                ),
            };
            catalogued(
                lang,
                fact.id(),
                message,
                lang.pick(
                    "CAs look at the content alone. What is called a page may be changed on its way, by a delivery network that compresses or adds scripts.",
                    "CA 只看内容。但被当作网页的文件可能在途中被修改，例如 CDN 会压缩或插入脚本。",
                ),
            )
        }
        _ => general(lang, fact),
    }
}

/// Whether white space at the end matters to this CA.
fn tail_matters(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => lang.pick("This CA wants exactly its bytes.", "该 CA 要求逐字节相同。"),
        Severity::Warning => lang.pick(
            "Most CAs ignore white space at the end; some do not.",
            "多数 CA 会忽略末尾的空白，有些不会。",
        ),
        Severity::Info => lang.pick(
            "ACME ignores white space at the end.",
            "ACME 会忽略末尾的空白。",
        ),
    }
}

fn tail_message(lang: Lang, url: &str, address: &str, tail: &str) -> String {
    let tail = name(tail);
    match tail.is_empty() {
        true => say!(
            lang,
            "{url} ({address}) lacks white space at its end",
            "{url}（{address}）末尾缺少空白"
        ),
        false => say!(
            lang,
            "{url} ({address}) ends with “{tail}” more",
            "{url}（{address}）末尾多出“{tail}”"
        ),
    }
}

/// Both texts from the place where they part.
fn sides(lang: Lang, difference: &Difference) -> String {
    let (expected, found) = (name(&difference.expected), name(&difference.found));
    let count = |bytes: usize| whole(bytes as u64);
    let at = count(difference.at);
    let (wanted, came) = (
        count(difference.expected_bytes),
        count(difference.found_bytes),
    );
    say!(
        lang,
        "The first {at} bytes are alike; then “{expected}” is expected and “{found}” was found ({wanted} bytes expected, {came} found).",
        "前 {at} 个字节相同；之后要求“{expected}”，实际为“{found}”（要求 {wanted} 个字节，实际 {came} 个）。"
    )
}

/// What is so, and what to do.
fn fault_words(lang: Lang, fault: &ContentFault) -> (String, &'static str) {
    let anew = lang.pick(
        "Save the CA’s file anew as it came, without opening it in an editor, and upload it in binary mode.",
        "重新保存 CA 的原始文件，不要用编辑器打开，并以二进制方式上传。",
    );
    let (what, remedy) = match fault {
        ContentFault::Compressed(encoding) => {
            let encoding = name(encoding);
            let what = say!(
                lang,
                "The server packs it with “{encoding}” although nobody asked for that; CAs do not unpack it.",
                "服务器用“{encoding}”压缩了它，而没有人要求压缩；CA 不会解压。"
            );
            let remedy = lang.pick(
                "Switch compression off for /.well-known/, and remove files that were packed beforehand.",
                "为 /.well-known/ 关闭压缩，并删除预先压缩的文件。",
            );
            return (what, remedy);
        }
        ContentFault::Empty => (lang.pick("The file is empty.", "文件是空的。"), anew),
        ContentFault::Utf16 => (
            lang.pick(
                "The text is right, but written as UTF-16, as Notepad’s “Unicode” does.",
                "文字正确，但以 UTF-16 写成，例如记事本的“Unicode”。",
            ),
            anew,
        ),
        ContentFault::LeadingSpace => (
            lang.pick("White space stands before it.", "前面有空白。"),
            anew,
        ),
        ContentFault::LineEnds => (
            lang.pick(
                "Line breaks were changed, as uploads in text mode do.",
                "换行符被改变了，以文本方式上传就会这样。",
            ),
            anew,
        ),
        ContentFault::Quoted => (
            lang.pick("Quotation marks stand around it.", "两边带有引号。"),
            anew,
        ),
        ContentFault::Truncated => (lang.pick("Its end is missing.", "缺少结尾部分。"), anew),
        ContentFault::Longer => (
            lang.pick("More stands behind it.", "后面还有别的内容。"),
            anew,
        ),
        ContentFault::Case => (
            lang.pick("Capital and small letters differ.", "字母大小写不同。"),
            anew,
        ),
        other => another(lang, other),
    };
    (what.to_owned(), remedy)
}

/// Contents that are another file altogether.
fn another(lang: Lang, fault: &ContentFault) -> (&'static str, &'static str) {
    match fault {
        ContentFault::Html | ContentFault::Around => (
            lang.pick(
                "A page of the site stands in the file’s place: an application answers for every path.",
                "文件的位置上是网站的网页：某个应用程序对所有路径都作出应答。",
            ),
            lang.pick(
                "Have /.well-known/ served as plain files before the application or its rewrite rules take the path.",
                "让 /.well-known/ 作为静态文件提供，先于应用程序或其重写规则处理。",
            ),
        ),
        ContentFault::OtherAccount => (
            lang.pick(
                "The token is right, and the key belongs to another ACME account: another client answers here.",
                "令牌正确，但密钥属于另一个 ACME 账户：应答的是另一个客户端。",
            ),
            lang.pick(
                "See which ACME client serves this folder, such as a panel, a CDN or a second certbot, and leave the task to one of them.",
                "查明是哪个 ACME 客户端在提供该目录，例如面板、CDN 或另一个 certbot，只保留其中一个。",
            ),
        ),
        ContentFault::OtherToken => (
            lang.pick(
                "It is the answer to another token of the same ACME account.",
                "这是同一 ACME 账户另一个令牌的应答。",
            ),
            lang.pick(
                "Look whether the file names were swapped, then start the order again.",
                "检查文件名是否弄混，然后重新发起订单。",
            ),
        ),
        _ => (
            lang.pick(
                "It is another value, perhaps of an earlier order or from a cache.",
                "这是另一个值，可能属于之前的订单，或来自缓存。",
            ),
            lang.pick(
                "Copy the value of this order again, and clear the cache of the CDN for this address.",
                "重新复制本订单的值，并清除 CDN 对该地址的缓存。",
            ),
        ),
    }
}
