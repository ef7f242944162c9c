//! Facts of one identity: names, validity, key, chain.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::made_for::server;
use crate::core::artifact::{ArtifactId, Content, Protection};
use crate::core::bundle::story::Server;
use crate::core::bundle::{Identity, Inspection, KeyState};
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::name::GeneralName;
use crate::text::foreign::{display, short};
use crate::text::number::enumerated;
use crate::text::{Lang, time};

/// What to call a certificate, safe to show.
pub fn subject_name(certificate: &Certificate) -> String {
    short(&certificate.title()).into_owned()
}

/// What to call who issued it: common name, organisation, or the whole name.
pub fn issuer_name(certificate: &Certificate) -> String {
    use crate::core::x509::name::{COMMON_NAME, ORGANIZATION};
    let issuer = &certificate.issuer;
    let name = issuer
        .value_of(COMMON_NAME)
        .or_else(|| issuer.value_of(ORGANIZATION));
    match name {
        Some(name) => short(name).into_owned(),
        None => short(&issuer.to_string()).into_owned(),
    }
}

/// `issued by Example CA 3`.
pub fn issued_by(lang: Lang, certificate: &Certificate) -> String {
    let issuer = issuer_name(certificate);
    say!(lang, "issued by {issuer}", "由 {issuer} 签发")
}

/// The alternative names as data, in the certificate's order.
pub fn names(certificate: &Certificate) -> Vec<String> {
    certificate
        .alternative_names
        .iter()
        .map(general_name)
        .collect()
}

fn general_name(name: &GeneralName) -> String {
    match name {
        GeneralName::Dns(text) | GeneralName::Email(text) | GeneralName::Uri(text) => {
            display(text).into_owned()
        }
        GeneralName::Ip(bytes) => address(bytes),
        GeneralName::Directory(name) => short(&name.to_string()).into_owned(),
        GeneralName::RegisteredId(oid) => display(oid).into_owned(),
        // Such names are told apart by their value; their type is among the details.
        GeneralName::Other(_, value) => short(value).into_owned(),
        GeneralName::Unknown(tag, hex) => format!("[{tag}] {}", short(hex)),
    }
}

fn address(bytes: &[u8]) -> String {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return Ipv4Addr::from(four).to_string();
    }
    match <[u8; 16]>::try_from(bytes) {
        Ok(sixteen) => Ipv6Addr::from(sixteen).to_string(),
        Err(_) => crate::text::number::colon_hex(bytes),
    }
}

/// The days of validity and what is left of them at a moment.
pub fn validity(lang: Lang, certificate: &Certificate, at: Moment) -> (String, String) {
    let span = time::span(lang, certificate.not_before, certificate.not_after);
    if at < certificate.not_before {
        let days = time::days(lang, at.days_until(certificate.not_before).max(1));
        return (span, say!(lang, "valid in {days}", "{days}后生效"));
    }
    // A certificate that ended within the last day is not "expired 1 day ago".
    let left = at.days_until(certificate.not_after);
    let said = if left < 0 {
        time::left(lang, left.saturating_add(1).min(-1))
    } else {
        time::left(lang, left)
    };
    (span, said)
}

/// `RSA 2048, fits the certificate`.
pub fn key(lang: Lang, identity: &Identity) -> String {
    let name = crate::text::key::name(&identity.leaf.key);
    let state = crate::text::key::state(lang, &identity.key);
    say!(lang, "{name}, {state}", "{name}，{state}")
}

/// Where the key lies unprotected: `unencrypted in Nginx and Apache`; empty when nowhere.
pub fn key_note(lang: Lang, identity: &Identity, inspection: &Inspection) -> String {
    let (KeyState::Proven(ids) | KeyState::NotChecked(ids)) = &identity.key else {
        return String::new();
    };
    let mut places: Vec<String> = Vec::new();
    for id in ids {
        if let Some(place) = unprotected_place(lang, *id, identity, inspection)
            && !places.contains(&place)
        {
            places.push(place);
        }
    }
    if places.is_empty() {
        return String::new();
    }
    let shown = places.get(..3).unwrap_or(&places);
    let shown = enumerated(lang, shown);
    say!(lang, "unencrypted in {shown}", "{shown} 中未加密")
}

fn unprotected_place(
    lang: Lang,
    id: ArtifactId,
    identity: &Identity,
    inspection: &Inspection,
) -> Option<String> {
    let artifact = inspection.artifact(id)?;
    match &artifact.content {
        Content::Key {
            protection: Protection::None,
            ..
        } => {}
        _ => return None,
    }
    let file = artifact.place.file();
    let row = identity
        .made_for
        .iter()
        .find(|row| row.server != Server::Other && row.files.contains(&file));
    Some(match row {
        Some(row) => server(lang, row.server).to_owned(),
        None => short(artifact.place.file_name()).into_owned(),
    })
}

/// One link of a chain, leaf first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainNode {
    /// Its name.
    pub name: String,
    /// `trusted` on the root of the trust list, `missing` on a gap; else empty.
    pub note: String,
    /// Whether it is in the bundle.
    pub is_here: bool,
    /// Whether it is a trusted root.
    pub is_trusted: bool,
}

/// The chain of an identity as far as it goes.
pub fn chain(lang: Lang, identity: &Identity) -> Vec<ChainNode> {
    let anchor = identity.anchor.as_ref();
    let is_anchor = |certificate: &Certificate| {
        anchor.is_some_and(|anchor| anchor.fingerprint == certificate.fingerprint)
    };
    let trusted = lang.pick("trusted", "受信任");
    let mut nodes: Vec<ChainNode> = std::iter::once(&identity.leaf)
        .chain(&identity.issuers)
        .map(|certificate| ChainNode {
            name: subject_name(certificate),
            note: if is_anchor(certificate) {
                trusted.to_owned()
            } else {
                String::new()
            },
            is_here: true,
            is_trusted: is_anchor(certificate),
        })
        .collect();
    if let Some(missing) = &identity.missing_issuer {
        nodes.push(ChainNode {
            name: short(missing).into_owned(),
            note: lang.pick("missing", "缺少").to_owned(),
            is_here: false,
            is_trusted: false,
        });
    } else if let Some(anchor) = anchor
        && !nodes.iter().any(|node| node.is_trusted)
    {
        nodes.push(ChainNode {
            name: subject_name(anchor),
            note: trusted.to_owned(),
            is_here: false,
            is_trusted: true,
        });
    }
    nodes
}
