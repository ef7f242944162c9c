//! Beginning with what exists: names, subject and usages of a certificate or request, a new key.

use crate::core::csr::start::{self, Start};
use crate::core::csr::{AltName, Spec};
use crate::core::x509::name::COMMON_NAME;
use crate::state::drafts::csr::{
    CommonName, CsrDraft, Custom, Field, Level, NewKeyChoice, OtherKind,
};

/// Extended key usages that have a box of their own.
const USAGES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.1",
    "1.3.6.1.5.5.7.3.2",
    "1.3.6.1.5.5.7.3.3",
    "1.3.6.1.5.5.7.3.4",
];

/// The draft that a start gives.
pub(super) fn draft_of(begun: &Start) -> CsrDraft {
    let spec = &begun.spec;
    let mut draft = CsrDraft {
        names: begun.names_text.clone(),
        is_must_staple: spec.must_staple,
        key_usage: spec.key_usage.map_or(0, |usage| usage.bits),
        new_key: begun.key_like.map(NewKeyChoice).unwrap_or_default(),
        ..CsrDraft::default()
    };
    subject(spec, &mut draft);
    others(spec, &mut draft);
    for usage in &spec.extended_usage {
        match USAGES.iter().find(|known| *known == usage) {
            Some(known) => draft.usages.push(known),
            None => draft.custom_usage = usage.to_string(),
        }
    }
    draft
}

fn subject(spec: &Spec, draft: &mut CsrDraft) {
    for held in &spec.subject.0 {
        match Field::of(&held.oid) {
            Some(field) => draft
                .fields
                .entry(field)
                .or_default()
                .push(held.value.clone()),
            None if held.oid == COMMON_NAME => {
                draft.common_name = CommonName::Chosen(held.value.clone());
            }
            None => draft.custom.push(Custom {
                oid: held.oid.to_string(),
                value: held.value.clone(),
            }),
        }
    }
    draft.level = level(draft);
}

/// The level whose fields are filled in.
fn level(draft: &CsrDraft) -> Level {
    if !draft.values(Field::BusinessCategory).is_empty() {
        Level::Extended
    } else if !draft.values(Field::Organization).is_empty() {
        Level::Organization
    } else {
        Level::Domain
    }
}

fn others(spec: &Spec, draft: &mut CsrDraft) {
    for name in &spec.names {
        let other = match name {
            AltName::Email(text) => (OtherKind::Email, text.clone()),
            AltName::Uri(text) => (OtherKind::Uri, text.clone()),
            AltName::Upn(text) => (OtherKind::Upn, text.clone()),
            AltName::RegisteredId(oid) => (OtherKind::RegisteredId, oid.to_string()),
            AltName::Directory(subject) => {
                let parts = subject.0.iter();
                let parts: Vec<String> = parts
                    .map(|held| {
                        let value = held.value.replace(',', "\\,");
                        format!("{}={value}", held.oid)
                    })
                    .collect();
                (OtherKind::Directory, parts.join(", "))
            }
            AltName::Dns(_) | AltName::Ip(_) => continue,
        };
        draft.other_names.push(other);
    }
}

/// What a thing that is open gives.
pub(super) fn of_artifact(artifact: &crate::core::artifact::Artifact) -> Option<Start> {
    use crate::core::artifact::Content;
    match &artifact.content {
        Content::Certificate { certificate, .. } => Some(start::of_certificate(certificate)),
        Content::Csr(csr) => Some(start::of_request(csr)),
        _ => None,
    }
}
