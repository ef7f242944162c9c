//! Words of facts about IIS. What will be served is computed from the entries of http.sys, and said so.

mod binding;
mod block;
mod certificate;
mod entry;
mod server;
mod site;
mod spelling;

use std::borrow::Cow;

use super::{Words, about, name};
use crate::core::finding::{AtBinding, BlockCause, IisFact, Severity};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &IisFact, severity: Severity) -> Words {
    match fact {
        IisFact::HostMissing { .. }
        | IisFact::CatchAllBesideNamed { .. }
        | IisFact::DuplicateBinding { .. }
        | IisFact::StoppedSiteConflict { .. }
        | IisFact::PortBothSchemes { .. }
        | IisFact::SniOff { .. }
        | IisFact::SniMixed { .. }
        | IisFact::OneCertificatePerAddress { .. } => binding::words(lang, fact, severity),
        IisFact::BindingNotUnderstood { .. }
        | IisFact::DuplicateElement { .. }
        | IisFact::FlagTooNew { .. }
        | IisFact::FlagsAgainstCentralStore { .. }
        | IisFact::FlagsNotUnderstood { .. }
        | IisFact::HostMalformed { .. }
        | IisFact::WildcardNeeds10 { .. } => spelling::words(lang, fact),
        IisFact::SniWithoutEntry { .. }
        | IisFact::EntryMissing { .. }
        | IisFact::EntryOverrules { .. }
        | IisFact::EntryOrphan { .. }
        | IisFact::CentralStoreWithoutEntry { .. } => entry::words(lang, fact),
        IisFact::CertificateMissing { .. }
        | IisFact::CertificateExpired { .. }
        | IisFact::CertificateExpiresSoon { .. }
        | IisFact::CertificateNotYetValid { .. }
        | IisFact::CertificateWrongName { .. }
        | IisFact::KeyMissing { .. }
        | IisFact::KeyBroken { .. }
        | IisFact::IntermediateMissing { .. } => certificate::words(lang, fact),
        IisFact::SharedConfiguration { .. }
        | IisFact::Wow64View { .. }
        | IisFact::PartElsewhere { .. }
        | IisFact::LayerNotRead { .. } => server::words(lang, fact),
        IisFact::HttpOnly { .. }
        | IisFact::HttpNotRedirected { .. }
        | IisFact::RequiresHttpsWithoutBinding { .. } => site::words(lang, fact),
        IisFact::ValidationBlocked { path, cause } => block::words(lang, path, cause),
    }
}

/// A setting that keeps a CA from its file, of a server that is known by its answers alone.
pub(super) fn blocked(lang: Lang, cause: &BlockCause) -> Words {
    block::words(lang, "", cause)
}

/// What holds of a fact whatever its evidence; for the arms that [`words`] never takes.
fn general(lang: Lang, fact: &IisFact) -> Words {
    let told = about(lang, fact.id());
    Words::new(told.title, "", told.remedy)
}

/// The remedy that the catalogue has for a fact.
fn usual(lang: Lang, fact: &IisFact) -> &'static str {
    about(lang, fact.id()).remedy
}

/// The site of a binding, for a sentence.
fn site(at: &AtBinding) -> Cow<'_, str> {
    name(&at.site)
}

/// Where a binding listens, for a sentence: `*:443` and not `*:443:`.
fn spot(written: &str) -> Cow<'_, str> {
    let bare = written.strip_suffix(':').filter(|bare| bare.contains(':'));
    name(bare.unwrap_or(written))
}

/// What every word on what will be served rests on.
fn computed(lang: Lang) -> &'static str {
    lang.pick(
        "This is computed from the entries of http.sys.",
        "这是根据 http.sys 条目推算的。",
    )
}
