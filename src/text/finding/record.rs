//! Words of facts about records that a CA looks for.

use super::{Words, about, names};
use crate::core::finding::{Id, RecordFact};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &RecordFact) -> Words {
    match fact {
        RecordFact::TxtMissing {
            name: at,
            missing_at,
        } => {
            let places = names(lang, missing_at);
            catalogued(
                lang,
                fact.id(),
                say!(lang, "No TXT record at {at}", "{at} 没有 TXT 记录"),
                say!(
                    lang,
                    "These answer without it: {places}.",
                    "以下服务器的应答中没有它：{places}。"
                ),
            )
        }
    }
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
