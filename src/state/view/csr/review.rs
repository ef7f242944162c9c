//! The request as it will be, and what was made.

use super::key::trouble_view;
use super::protection::ProtectionView;
use super::subject::{FaultView, Faults};
use crate::core::csr::create::Created;
use crate::core::csr::spec::KeyUsage;
use crate::core::csr::{AltName, Spec, Subject};
use crate::core::save::Written;
use crate::state::csr::ReadFor;
use crate::state::csr::spec::Asked;
use crate::state::drafts::csr::KeyFrom;
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::convert::{panel as files, password};
use crate::text::csr::{field, key as keys, made, make as words};
use crate::text::number::{colon_hex, listed};
use crate::text::{Lang, foreign, key as kinds};

/// Names that a row lists.
const NAMES: usize = 100;

/// The fifth step.
#[derive(Clone, Debug)]
pub struct ReviewView {
    /// What it asks for, as label and lines.
    pub rows: Vec<(&'static str, Vec<String>)>,
    pub goes_to: String,
    pub who: String,
    /// What remains to be said.
    pub notes: Vec<FaultView>,
}

/// One file that was written.
#[derive(Clone, Debug)]
pub struct FileView {
    pub path: String,
    pub second: String,
    pub is_secret: bool,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct DoneView {
    pub title: &'static str,
    pub files: Vec<FileView>,
    pub pem: String,
    pub fingerprint: String,
    /// Earlier uses of the key.
    pub earlier: Vec<String>,
    pub ledger: Option<String>,
    pub next: [&'static str; 3],
}

pub(super) fn build(
    lang: Lang,
    model: &Model,
    asked: &Asked,
    faults: &Faults,
    protection: &ProtectionView,
) -> ReviewView {
    let spec = &asked.spec;
    let mut rows = vec![
        (words::subject(lang), subject_lines(lang, &spec.subject)),
        (words::names(lang), names(lang, spec)),
        (words::key(lang), vec![key_line(lang, model)]),
        (words::extensions(lang), extensions(lang, spec)),
    ];
    rows.retain(|(_, lines)| !lines.is_empty());
    let mut notes = faults.all(lang);
    if model.csr.draft.key_from != KeyFrom::New {
        notes.push(FaultView {
            tone: Tone::Warn,
            title: keys::existing_reuse(lang).to_owned(),
            why: keys::existing_reuse_why(lang).to_owned(),
        });
    }
    ReviewView {
        rows,
        goes_to: protection.goes_to.clone(),
        who: protection.who.clone(),
        notes,
    }
}

fn subject_lines(lang: Lang, subject: &Subject) -> Vec<String> {
    if subject.0.is_empty() {
        return vec![words::subject_empty(lang).to_owned()];
    }
    let fields = subject.0.iter();
    fields
        .map(|held| {
            let value = foreign::display(&held.value);
            words::labelled(lang, &field(lang, &held.oid), &value)
        })
        .collect()
}

fn names(lang: Lang, spec: &Spec) -> Vec<String> {
    let shown = spec.names.iter().take(NAMES);
    let mut lines: Vec<String> = shown.map(|name| name_line(lang, name)).collect();
    if spec.names.len() > NAMES {
        lines.push(words::name_count(lang, spec.names.len()));
    }
    lines
}

fn name_line(lang: Lang, name: &AltName) -> String {
    let labelled =
        |label: &str, value: &str| words::labelled(lang, label, &foreign::display(value));
    match name {
        AltName::Dns(name) => foreign::display(name).into_owned(),
        AltName::Ip(address) => address.to_string(),
        AltName::Email(address) => labelled(keys::other_email(lang), address),
        AltName::Uri(uri) => labelled(keys::other_uri(lang), uri),
        AltName::Upn(name) => labelled(keys::other_upn(lang), name),
        AltName::RegisteredId(oid) => labelled(keys::other_oid(lang), oid),
        AltName::Directory(subject) => {
            let parts = subject_lines(lang, subject).join(", ");
            labelled(keys::other_directory(lang), &parts)
        }
    }
}

fn key_line(lang: Lang, model: &Model) -> String {
    let held = &model.csr;
    match held.draft.key_from {
        KeyFrom::New => keys::kind(held.draft.new_key.0).to_owned(),
        KeyFrom::Open(id) => {
            let artifact = model.inspection().and_then(|open| open.artifact(id));
            let key = artifact.and_then(|artifact| artifact.key());
            key.map_or_else(String::new, |key| kinds::name(&key.info))
        }
        KeyFrom::File => match held.key_file.as_ref().map(|file| &file.key) {
            Some(Ok(key)) => kinds::name(&key.info),
            Some(Err(trouble)) => trouble_view(lang, ReadFor::Key, trouble).title,
            None => String::new(),
        },
    }
}

fn extensions(lang: Lang, spec: &Spec) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(usage) = spec.key_usage {
        let names = KeyUsage::NAMES.iter();
        let names: Vec<&str> = names
            .filter(|(bit, _)| usage.bits & bit != 0)
            .map(|(_, name)| *name)
            .collect();
        lines.push(words::labelled(
            lang,
            keys::key_usage(lang),
            &listed(&names),
        ));
    }
    if !spec.extended_usage.is_empty() {
        let names = spec.extended_usage.iter();
        let names: Vec<_> = names.map(|oid| field(lang, oid)).collect();
        lines.push(words::labelled(lang, keys::usage(lang), &listed(&names)));
    }
    if spec.must_staple {
        lines.push(keys::must_staple(lang).to_owned());
    }
    if lines.is_empty() {
        lines.push(words::extensions_none(lang).to_owned());
    }
    lines
}

/// What was made.
pub(super) fn done(lang: Lang, created: &Created) -> DoneView {
    let last = created.written.len().saturating_sub(1);
    DoneView {
        title: match last {
            0 => words::done_existing(lang),
            _ => words::done(lang),
        },
        files: created
            .written
            .iter()
            .enumerate()
            .map(|(index, file)| written(lang, file, index < last))
            .collect(),
        pem: created.pem.clone(),
        fingerprint: colon_hex(&created.key.0),
        earlier: created
            .earlier
            .iter()
            .take(3)
            .map(|entry| made::earlier(lang, entry))
            .collect(),
        ledger: created
            .recorded
            .as_ref()
            .map(|outcome| made::ledger(lang, outcome)),
        next: [
            words::next_order(lang),
            words::next_keep(lang),
            words::next_answer(lang),
        ],
    }
}

fn written(lang: Lang, file: &Written, is_secret: bool) -> FileView {
    FileView {
        path: foreign::display(&file.path.to_string_lossy()).into_owned(),
        second: match file.readers.0.is_empty() {
            true => String::new(),
            false => files::readable_by(lang, &password::readers(lang, &file.readers)),
        },
        is_secret,
    }
}
