//! What the conversion starts from: certificates with key and chain, what is locked, what is missing.

use crate::core::artifact::{ArtifactId, Content, Fingerprint};
use crate::core::bundle::{Identity, Inspection, KeyState};
use crate::core::convert::{Entry, Material};
use crate::core::place::Place;
use crate::state::model::{Model, Workspace};
use crate::state::view::validity;
use crate::state::view::{Tone, password_question};
use crate::text::convert::panel as words;
use crate::text::number::shortened;
use crate::text::{Lang, bundle as story, foreign, key, keystore_internals};

/// Files named in a row.
const NAMED: usize = 3;

/// A certificate that can go in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeafView {
    pub leaf: Fingerprint,
    pub name: String,
    pub expiry: (Tone, String),
    pub key: (Tone, String),
    pub chain: (Tone, String),
    /// The files it lies in.
    pub places: String,
    pub is_chosen: bool,
}

/// Something locked, and the question that opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedView {
    pub group: usize,
    pub files: String,
    pub question: String,
}

/// How one keystore of the source is made, as label and value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreView {
    pub name: String,
    pub rows: Vec<(String, String)>,
}

/// The first step.
#[derive(Clone, Debug, Default)]
pub struct SourceView {
    pub leaves: Vec<LeafView>,
    pub locked: Vec<LockedView>,
    /// Kinds of the keys that fit no certificate.
    pub loose_keys: Vec<String>,
    /// No certificate has its key here, and nothing that is locked may hold it.
    pub is_key_missing: bool,
    pub stores: Vec<StoreView>,
    /// Why the next step cannot be taken yet.
    pub off: Option<&'static str>,
}

pub(super) fn build(
    lang: Lang,
    model: &Model,
    open: &Workspace,
    material: &Material,
) -> SourceView {
    let inspection = &open.inspection;
    let choice = &model.convert.draft.choice;
    let is_single = material.with_key().count() == 1;
    let identities = inspection.story.identities.iter();
    let leaves: Vec<LeafView> = identities
        .zip(&material.entries)
        .map(|(identity, entry)| {
            let is_chosen = match &choice.leaves {
                Some(leaves) => leaves.contains(&entry.leaf.fingerprint),
                None => is_single && entry.key.is_some() || material.entries.len() == 1,
            };
            leaf(lang, inspection, (identity, entry), is_chosen)
        })
        .collect();
    let locked = (0..inspection.locked.len()).filter_map(|group| locked(lang, model, group));
    let locked: Vec<LockedView> = locked.collect();
    let is_none_chosen = !leaves.is_empty() && leaves.iter().all(|leaf| !leaf.is_chosen);
    let kinds = material.loose_keys.iter().map(|held| key::name(&held.info));
    SourceView {
        is_key_missing: locked.is_empty() && material.with_key().next().is_none(),
        loose_keys: kinds.collect(),
        off: is_none_chosen.then(|| words::choose_one(lang)),
        stores: stores(lang, inspection),
        leaves,
        locked,
    }
}

fn leaf(
    lang: Lang,
    inspection: &Inspection,
    (identity, entry): (&Identity, &Entry),
    is_chosen: bool,
) -> LeafView {
    let certificate = &entry.leaf;
    let life = validity::build(lang, certificate, inspection.judged_at());
    LeafView {
        leaf: certificate.fingerprint,
        name: story::subject_name(certificate),
        expiry: (life.tone, format!("{}, {}", life.span, life.left)),
        key: key_line(lang, identity, inspection),
        chain: match &entry.missing_issuer {
            Some(issuer) => (
                Tone::Warn,
                words::chain_missing(lang, &foreign::short(issuer)),
            ),
            None => (Tone::Ok, words::chain_complete(lang).to_owned()),
        },
        places: places(lang, inspection, identity),
        is_chosen,
    }
}

fn key_line(lang: Lang, identity: &Identity, inspection: &Inspection) -> (Tone, String) {
    let tone = match identity.key {
        KeyState::Proven(_) => Tone::Ok,
        KeyState::NotChecked(_) | KeyState::MayBeLocked(_) => Tone::Info,
        KeyState::Missing => Tone::Warn,
    };
    let note = story::key_note(lang, identity, inspection);
    let key = story::key(lang, identity);
    let line = match note.is_empty() {
        true => key,
        false => format!("{key}, {note}"),
    };
    (tone, line)
}

fn places(lang: Lang, inspection: &Inspection, identity: &Identity) -> String {
    let keys: &[ArtifactId] = match &identity.key {
        KeyState::Proven(ids) | KeyState::NotChecked(ids) => ids,
        KeyState::MayBeLocked(_) | KeyState::Missing => &[],
    };
    let mut files: Vec<Place> = Vec::new();
    for id in identity.copies.iter().chain(keys) {
        if let Some(artifact) = inspection.artifact(*id) {
            let file = artifact.place.file();
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    let names: Vec<String> = files
        .iter()
        .map(|file| foreign::display(file.path_text()).into_owned())
        .collect();
    shortened(lang, &names, NAMED)
}

fn locked(lang: Lang, model: &Model, group: usize) -> Option<LockedView> {
    let inspection = model.inspection()?;
    let members = &inspection.locked.get(group)?.members;
    let mut names: Vec<String> = members
        .iter()
        .filter_map(|id| inspection.artifact(*id))
        .map(|artifact| foreign::display(artifact.place.path_text()).into_owned())
        .collect();
    names.dedup();
    Some(LockedView {
        group,
        files: shortened(lang, &names, NAMED),
        question: password_question(lang, model, group),
    })
}

/// How the keystores of the source are made, as far as it shows.
fn stores(lang: Lang, inspection: &Inspection) -> Vec<StoreView> {
    let artifacts = inspection.artifacts.iter();
    artifacts
        .filter_map(|artifact| {
            let Content::Keystore {
                internals: Some(internals),
                ..
            } = &artifact.content
            else {
                return None;
            };
            Some(StoreView {
                name: foreign::display(artifact.place.path_text()).into_owned(),
                rows: keystore_internals::rows(lang, internals),
            })
        })
        .collect()
}
