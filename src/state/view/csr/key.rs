//! The key of the request and what else is asked for.

use super::subject::FaultView;
use crate::core::artifact::Content;
use crate::core::csr::NewKey;
use crate::core::csr::spec::KeyUsage;
use crate::core::kdf::Hash;
use crate::state::csr::spec::{Asked, Input};
use crate::state::csr::{Change, KeyTrouble, ReadFor};
use crate::state::drafts::csr::{KeyFrom, OtherKind};
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::csr::{form, key as words};
use crate::text::{Lang, foreign, key as kinds, problem, prose};

/// Extended key usages with a box of their own (RFC 5280 section 4.2.1.12).
const USAGES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.1",
    "1.3.6.1.5.5.7.3.2",
    "1.3.6.1.5.5.7.3.3",
    "1.3.6.1.5.5.7.3.4",
];
const HASHES: [Option<Hash>; 4] = [
    None,
    Some(Hash::Sha256),
    Some(Hash::Sha384),
    Some(Hash::Sha512),
];

/// A row of a list of which one is chosen.
#[derive(Clone, Debug)]
pub struct OptionView {
    pub title: String,
    pub second: String,
    pub badge: Option<&'static str>,
    pub is_chosen: bool,
    pub change: Change,
}

/// A box to tick.
#[derive(Clone, Debug)]
pub struct TickView {
    pub label: String,
    pub is_ticked: bool,
    pub change: Change,
}

/// A name of another kind.
#[derive(Clone, Debug)]
pub struct OtherView {
    pub label: &'static str,
    pub hint: &'static str,
    pub value: String,
    pub error: Option<&'static str>,
    pub remove: String,
}

/// The third step.
#[derive(Clone, Debug)]
pub struct KeyView {
    pub new: Vec<OptionView>,
    pub existing: Vec<OptionView>,
    /// What is to be known of the choice.
    pub notes: Vec<FaultView>,
    pub others: Vec<OtherView>,
    pub other_kinds: [(&'static str, OtherKind); 5],
    pub key_usage: Vec<TickView>,
    pub usages: Vec<TickView>,
    pub custom_usage_error: Option<&'static str>,
    pub hashes: [(&'static str, Option<Hash>); 4],
    pub hash: usize,
    /// Why another hash cannot be taken.
    pub hash_off: Option<&'static str>,
    /// Whether anything of the folded part is asked for.
    pub has_extensions: bool,
    /// Why the next step cannot be taken yet, and whether it is an error.
    pub off: Option<(String, bool)>,
}

pub(super) fn build(lang: Lang, model: &Model, asked: &Asked) -> KeyView {
    let draft = &model.csr.draft;
    let hash = HASHES.iter().position(|hash| *hash == draft.hash);
    let is_fixed =
        draft.key_from == KeyFrom::New && matches!(draft.new_key.0, NewKey::Ed25519 | NewKey::Sm2);
    KeyView {
        new: new_keys(lang, model),
        existing: existing(lang, model),
        notes: notes(lang, model),
        others: others(lang, model, asked),
        other_kinds: OtherKind::ALL.map(|kind| (other_label(lang, kind), kind)),
        key_usage: key_usage(draft.key_usage),
        usages: usages(lang, &draft.usages),
        custom_usage_error: asked
            .no_oid
            .contains(&Input::Usage)
            .then(|| form::no_oid(lang)),
        hashes: [
            (words::hash_fitting(lang), None),
            ("SHA-256", Some(Hash::Sha256)),
            ("SHA-384", Some(Hash::Sha384)),
            ("SHA-512", Some(Hash::Sha512)),
        ],
        hash: hash.unwrap_or(0),
        hash_off: is_fixed.then(|| words::hash_by_key(lang)),
        has_extensions: !draft.other_names.is_empty()
            || draft.key_usage != 0
            || !asked.spec.extended_usage.is_empty()
            || draft.is_must_staple,
        off: off(lang, model, asked),
    }
}

fn off(lang: Lang, model: &Model, asked: &Asked) -> Option<(String, bool)> {
    if !is_key_there(model) {
        return Some((words::existing_wanted(lang).to_owned(), false));
    }
    let is_here = |input: &&Input| matches!(input, Input::Other(_) | Input::Usage);
    let wrong = asked.no_oid.iter().chain(&asked.no_directory);
    let count = wrong.filter(is_here).count();
    (count > 0).then(|| (form::fields_wrong(lang, count), true))
}

/// Whether the key that was chosen is there.
fn is_key_there(model: &Model) -> bool {
    match model.csr.draft.key_from {
        KeyFrom::New => true,
        KeyFrom::Open(id) => {
            let artifact = model.inspection().and_then(|open| open.artifact(id));
            artifact.is_some_and(|artifact| artifact.key().is_some())
        }
        KeyFrom::File => {
            let file = model.csr.key_file.as_ref();
            file.is_some_and(|file| file.key.is_ok())
        }
    }
}

fn new_keys(lang: Lang, model: &Model) -> Vec<OptionView> {
    let draft = &model.csr.draft;
    NewKey::ALL
        .into_iter()
        .map(|kind| OptionView {
            title: words::kind(kind).to_owned(),
            second: words::kind_why(lang, kind).to_owned(),
            badge: (kind == NewKey::Rsa2048).then(|| words::recommended(lang)),
            is_chosen: draft.key_from == KeyFrom::New && draft.new_key.0 == kind,
            change: Change::ChooseKey(kind),
        })
        .collect()
}

/// Keys that are open, and the one of a file of its own.
fn existing(lang: Lang, model: &Model) -> Vec<OptionView> {
    let chosen = model.csr.draft.key_from;
    let artifacts = model.inspection().map(|open| open.artifacts.iter());
    let keys = artifacts.into_iter().flatten().filter_map(|held| {
        let Content::Key { key, .. } = &held.content else {
            return None;
        };
        let from = KeyFrom::Open(held.id);
        Some(OptionView {
            title: kinds::name(&key.info),
            second: foreign::short(held.place.path_text()).into_owned(),
            badge: None,
            is_chosen: chosen == from,
            change: Change::TakeKeyFrom(from),
        })
    });
    let file = model.csr.key_file.as_ref().map(|file| {
        let path = file.path.to_string_lossy();
        OptionView {
            title: match &file.key {
                Ok(key) => kinds::name(&key.info),
                Err(_) => words::unused_key(lang).to_owned(),
            },
            second: foreign::display(&path).into_owned(),
            badge: None,
            is_chosen: chosen == KeyFrom::File,
            change: Change::TakeKeyFrom(KeyFrom::File),
        }
    });
    keys.chain(file).collect()
}

fn notes(lang: Lang, model: &Model) -> Vec<FaultView> {
    let note = |tone, title: &str, why: &str| FaultView {
        tone,
        title: title.to_owned(),
        why: why.to_owned(),
    };
    let held = &model.csr;
    let mut notes = Vec::new();
    if held.draft.key_from == KeyFrom::New {
        let kind = held.draft.new_key.0;
        if matches!(kind, NewKey::Ed25519 | NewKey::Sm2) {
            notes.push(note(
                Tone::Warn,
                words::kind(kind),
                words::kind_why(lang, kind),
            ));
        }
        return notes;
    }
    let trouble = held
        .key_file
        .as_ref()
        .and_then(|file| file.key.as_ref().err());
    match (held.draft.key_from, trouble) {
        (KeyFrom::File, Some(trouble)) => notes.push(trouble_view(lang, ReadFor::Key, trouble)),
        _ if !is_key_there(model) => notes.push(note(
            Tone::Error,
            words::existing_gone(lang),
            words::existing_gone_why(lang),
        )),
        _ => notes.push(note(
            Tone::Warn,
            words::existing_reuse(lang),
            words::existing_reuse_why(lang),
        )),
    }
    notes
}

/// Why a file gave nothing of what it was read for.
pub(super) fn trouble_view(lang: Lang, what: ReadFor, trouble: &KeyTrouble) -> FaultView {
    let (title, why) = match (trouble, what) {
        (KeyTrouble::Failed(failure), _) => {
            let said = problem::explain(lang, failure);
            let rest: Vec<String> = said.causes.into_iter().chain(said.remedies).collect();
            (said.happened, prose::sentences(lang, &rest))
        }
        (KeyTrouble::Locked, ReadFor::Start) => (
            words::locked_start(lang).to_owned(),
            words::locked_start_why(lang).to_owned(),
        ),
        (KeyTrouble::NoKey, ReadFor::Start) => (
            words::nothing_in_file(lang).to_owned(),
            words::nothing_in_file_why(lang).to_owned(),
        ),
        (KeyTrouble::Locked, ReadFor::Key) => (
            words::locked_key(lang).to_owned(),
            words::locked_key_why(lang).to_owned(),
        ),
        (KeyTrouble::Several, _) => (
            words::several_keys(lang).to_owned(),
            words::several_keys_why(lang).to_owned(),
        ),
        (KeyTrouble::NoKey, ReadFor::Key) => (
            words::no_key_in_file(lang).to_owned(),
            words::no_key_in_file_why(lang).to_owned(),
        ),
    };
    FaultView {
        tone: Tone::Error,
        title,
        why,
    }
}

fn other_label(lang: Lang, kind: OtherKind) -> &'static str {
    match kind {
        OtherKind::Directory => words::other_directory(lang),
        OtherKind::Email => words::other_email(lang),
        OtherKind::RegisteredId => words::other_oid(lang),
        OtherKind::Upn => words::other_upn(lang),
        OtherKind::Uri => words::other_uri(lang),
    }
}

fn others(lang: Lang, model: &Model, asked: &Asked) -> Vec<OtherView> {
    let held = model.csr.draft.other_names.iter().enumerate();
    held.map(|(index, (kind, value))| {
        let input = Input::Other(index);
        let error = match () {
            () if asked.no_oid.contains(&input) => Some(form::no_oid(lang)),
            () if asked.no_directory.contains(&input) => Some(form::no_directory(lang)),
            () => None,
        };
        let label = other_label(lang, *kind);
        OtherView {
            label,
            hint: match kind {
                OtherKind::Directory => "C=CN, O=Example",
                OtherKind::Email | OtherKind::Upn => "user@example.com",
                OtherKind::RegisteredId => "1.3.6.1.4.1.99999",
                OtherKind::Uri => "https://example.com/id",
            },
            value: value.clone(),
            error,
            remove: form::remove_value(lang, label, index + 1),
        }
    })
    .collect()
}

fn key_usage(bits: u16) -> Vec<TickView> {
    let names = KeyUsage::NAMES.iter();
    names
        .map(|(bit, name)| TickView {
            label: (*name).to_owned(),
            is_ticked: bits & bit != 0,
            change: Change::ToggleKeyUsage(*bit),
        })
        .collect()
}

fn usages(lang: Lang, chosen: &[&'static str]) -> Vec<TickView> {
    let labels = [
        words::usage_server(lang),
        words::usage_client(lang),
        words::usage_code(lang),
        words::usage_email(lang),
    ];
    USAGES
        .into_iter()
        .zip(labels)
        .map(|(oid, label)| TickView {
            label: label.to_owned(),
            is_ticked: chosen.contains(&oid),
            change: Change::ToggleUsage(oid),
        })
        .collect()
}
