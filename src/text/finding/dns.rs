//! Words of facts about what DNS says of a name, and its servers.

use super::{Words, about};
use crate::core::finding::{DnsFact, Id};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &DnsFact) -> Words {
    match fact {
        DnsFact::NameMissing { name, zone } => catalogued(
            lang,
            fact.id(),
            say!(lang, "{name} does not exist", "{name} 不存在"),
            say!(
                lang,
                "The servers of {zone} say that there is no such name.",
                "{zone} 的服务器应答说没有这个名称。"
            ),
        ),
    }
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
