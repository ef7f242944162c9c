//! Words of facts about a page and what it loads.

use super::{Words, about, name};
use crate::core::finding::{Id, PageFact};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &PageFact) -> Words {
    match fact {
        PageFact::HttpNotRedirected { name, status } => {
            let name = self::name(name);
            Words::new(
                say!(
                    lang,
                    "http://{name} does not lead to https",
                    "http://{name} 没有跳转到 https"
                ),
                say!(
                    lang,
                    "It answers with status {status}, so that visitors who type the bare name stay without encryption.",
                    "它返回状态 {status}，直接输入名称的访问者将一直不加密。"
                ),
                about(lang, Id::HttpNotRedirected).remedy,
            )
        }
    }
}
