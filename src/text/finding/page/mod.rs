//! Words of facts about a page and what it loads.

mod hsts;
mod limit;
mod parts;
mod way;

use super::{Words, about, name};
use crate::core::finding::{Id, PageFact};
use crate::text::Lang;

pub use parts::listed as page_parts;

pub(super) fn words(lang: Lang, fact: &PageFact) -> Words {
    match fact {
        PageFact::HttpNotRedirected { .. }
        | PageFact::HttpsDowngraded { .. }
        | PageFact::RedirectLoop { .. }
        | PageFact::RedirectRefused { .. }
        | PageFact::NotAnswered { .. }
        | PageFact::Status { .. }
        | PageFact::OtherHost { .. } => way::words(lang, fact),
        PageFact::TooLarge { .. }
        | PageFact::Packed { .. }
        | PageFact::LeftOut { .. }
        | PageFact::PartInside { .. } => limit::words(lang, fact),
        PageFact::MixedContent { .. }
        | PageFact::MixedByRedirect { .. }
        | PageFact::MixedUpgraded { .. }
        | PageFact::FormOverHttp { .. }
        | PageFact::DownloadOverHttp { .. } => parts::words(lang, fact),
        PageFact::HstsMissing { .. }
        | PageFact::HstsUnreadable { .. }
        | PageFact::HstsShort { .. }
        | PageFact::HstsOverHttp { .. }
        | PageFact::HstsIgnored { .. }
        | PageFact::HstsPreload { .. } => hsts::words(lang, fact),
    }
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}

/// For arms that the dispatcher above never takes: what holds whatever the evidence.
fn general(lang: Lang, fact: &PageFact) -> Words {
    let told = about(lang, fact.id());
    Words::new(told.title, told.title, told.remedy)
}
