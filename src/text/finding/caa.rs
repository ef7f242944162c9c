//! Words of facts about who may issue (RFC 8659).

use super::{Words, about, name, names};
use crate::core::finding::{CaaFact, Id};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &CaaFact) -> Words {
    match fact {
        CaaFact::Forbids {
            at,
            authority,
            allowed,
            record,
            ..
        } => {
            let (authority, allowed) = (name(authority), names(lang, allowed));
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "CAA at {at} does not allow {authority} to issue",
                    "{at} 的 CAA 记录不允许 {authority} 签发"
                ),
                say!(
                    lang,
                    "Only {allowed} is listed. The CA looks at these records before it issues and will refuse.",
                    "其中只列出了 {allowed}。CA 在签发前会查看这些记录，并会拒绝签发。"
                ),
            )
            .raw(record)
        }
    }
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
