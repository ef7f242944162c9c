//! Words of facts about files that a CA looks for on a web server.

mod content;
mod page;
mod places;
mod reach;
mod redirect;

use std::borrow::Cow;

use super::{Words, about, name};
use crate::core::finding::{AtPage, Id, Severity, WebFileFact};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &WebFileFact, severity: Severity) -> Words {
    match fact {
        WebFileFact::WrongStatus { .. }
        | WebFileFact::BlockPage { .. }
        | WebFileFact::IisBlocked { .. }
        | WebFileFact::BehindCdn { .. } => page::words(lang, fact),
        WebFileFact::WrongContent { .. }
        | WebFileFact::Bom { .. }
        | WebFileFact::ExtraNewline { .. }
        | WebFileFact::ContentType { .. } => content::words(lang, fact, severity),
        WebFileFact::Redirected { .. }
        | WebFileFact::ForcedHttps { .. }
        | WebFileFact::RedirectRefused { .. }
        | WebFileFact::RedirectLoop { .. } => redirect::words(lang, fact, severity),
        WebFileFact::NotReachable { .. }
        | WebFileFact::AnswerBroken { .. }
        | WebFileFact::PathBlocked { .. }
        | WebFileFact::TlsBroken { .. }
        | WebFileFact::WrongProtocol { .. } => reach::words(lang, fact),
        WebFileFact::HttpsDiffers { .. }
        | WebFileFact::Ipv6Differs { .. }
        | WebFileFact::AddressesDiffer { .. }
        | WebFileFact::WildcardNotAllowed { .. }
        | WebFileFact::NoAddress { .. } => places::words(lang, fact),
    }
}

/// The page and the server asked, for a sentence.
fn shown(at: &AtPage) -> (Cow<'_, str>, &str) {
    (name(&at.url), &at.address)
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}

/// For arms that the dispatcher above never takes: what holds whatever the evidence.
fn general(lang: Lang, fact: &WebFileFact) -> Words {
    let told = about(lang, fact.id());
    Words::new(told.title, told.title, told.remedy)
}
