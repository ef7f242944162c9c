//! What servers sent for a check: one row for each address.

use crate::core::diagnose::{Check, CheckId, Served, State};
use crate::core::x509::Certificate;
use crate::state::diagnose::Diagnose;
use crate::state::view::Tone;
use crate::text::Lang;
use crate::text::diagnose::served as words;

/// What one address sent.
#[derive(Clone, Debug)]
pub struct ServedView {
    pub address: String,
    pub certificate: String,
    pub until: String,
    pub version: &'static str,
    pub sent: String,
    /// Whether it is what should be served; neutral where nobody said.
    pub tone: Tone,
}

/// Checks that are about what is served.
const ABOUT: [CheckId; 6] = [
    CheckId::Reach,
    CheckId::Connection,
    CheckId::ServedChain,
    CheckId::AgainstFile,
    CheckId::Sni,
    CheckId::Staple,
];

pub(super) fn build(lang: Lang, held: &Diagnose, check: &Check) -> Vec<ServedView> {
    let Some(last) = &held.last else {
        return Vec::new();
    };
    if !ABOUT.contains(&check.key.id) || !matches!(check.state, State::Done(_)) {
        return Vec::new();
    }
    let is_shown = |one: &&Served| {
        one.name == check.key.name
            && match check.key.id {
                CheckId::Sni => true,
                CheckId::Connection => one.with_sni && one.address.to_string() == check.key.place,
                _ => one.with_sni,
            }
    };
    let shown = last.served.iter().filter(is_shown);
    shown.map(|one| row(lang, held, one)).collect()
}

fn row(lang: Lang, held: &Diagnose, served: &Served) -> ServedView {
    let chain = &served.handshake.chain;
    let leaf = chain.first().and_then(|der| Certificate::parse(der).ok());
    let against = held.request.as_ref().and_then(|it| it.against.as_ref());
    let is_meant = leaf.as_ref().zip(against).map(|(leaf, against)| {
        let mut meant = against.certificates.iter();
        meant.any(|one| one.fingerprint == leaf.fingerprint)
    });
    ServedView {
        address: words::address(lang, served),
        certificate: words::certificate(lang, leaf.as_ref()),
        until: words::until(lang, leaf.as_ref()),
        version: served.handshake.version.label(),
        sent: words::sent(lang, chain.len()),
        tone: match is_meant {
            Some(true) => Tone::Ok,
            Some(false) => Tone::Warn,
            None => Tone::Neutral,
        },
    }
}
