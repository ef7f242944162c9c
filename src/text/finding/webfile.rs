//! Words of facts about files that a CA looks for on a web server.

use super::{Words, about, name};
use crate::core::finding::{Id, WebFileFact};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &WebFileFact) -> Words {
    match fact {
        WebFileFact::WrongStatus { url, status, .. } => {
            let url = name(url);
            catalogued(
                lang,
                fact.id(),
                say!(
                    lang,
                    "{url} answers with status {status}",
                    "{url} 的应答状态为 {status}"
                ),
                lang.pick(
                    "The CA takes the file only with status 200.",
                    "CA 只接受状态为 200 的文件。",
                ),
            )
        }
    }
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
