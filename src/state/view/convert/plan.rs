//! What the conversion will give: its file, protection, contents, name, who can read it.

use super::password::{self, PasswordView};
use super::readers::{self, ReaderView};
use crate::core::convert::{Format, PasswordShape, Plan, Recipe, names};
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::convert::panel as words;
use crate::text::{Lang, convert as text, foreign};

/// A row: what, and why so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactView {
    pub label: &'static str,
    pub value: String,
    pub why: String,
}

/// The name the result gets in the target, which the user may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedView {
    /// What is written when the field is left empty.
    pub usual: String,
    pub why: String,
}

/// Something to know about the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    pub tone: Tone,
    pub title: String,
    pub why: String,
}

/// What the conversion will give.
#[derive(Clone, Debug)]
pub struct PlanView {
    /// The file's name, or how many files there are.
    pub file: String,
    /// Every file's name.
    pub files: Vec<String>,
    pub badge: &'static str,
    pub facts: Vec<FactView>,
    pub listed: Option<ListedView>,
    /// Whether a password goes in.
    pub needs_password: bool,
    /// What is said of both passwords.
    pub store_password: Option<PasswordView>,
    pub key_password: Option<PasswordView>,
    /// Whether the key lies in a file of its own and may be encrypted.
    pub may_encrypt: bool,
    /// Whether keys may have another password than the store.
    pub may_have_key_password: bool,
    pub readers: Vec<ReaderView>,
    pub notes: Vec<NoteView>,
}

pub(super) fn build(lang: Lang, model: &Model, plan: &Plan) -> PlanView {
    let files: Vec<String> = plan.files.iter().map(|file| file.name.clone()).collect();
    let has_key = !plan.key_kinds().is_empty();
    let format = plan.choice.format;
    let store = model.convert.store.as_ref();
    let shape = store.map_or_else(PasswordShape::default, |facts| facts.shape);
    PlanView {
        file: match files.as_slice() {
            [one] => one.clone(),
            several => words::file_count(lang, several.len()),
        },
        files,
        badge: text::target::short(format),
        facts: facts(lang, plan),
        listed: listed(lang, plan),
        needs_password: plan.recipe.needs_password(),
        store_password: store.map(|facts| password::build(lang, plan.choice.target, facts)),
        key_password: model
            .convert
            .key
            .as_ref()
            .map(|facts| password::build(lang, plan.choice.target, facts)),
        may_encrypt: has_key
            && !format.is_keystore()
            && !matches!(format, Format::Pkcs1 | Format::Sec1),
        may_have_key_password: format == Format::Jks || format == Format::Jceks,
        readers: readers::build(lang, &plan.readers(shape)),
        notes: notes(lang, plan),
    }
}

fn facts(lang: Lang, plan: &Plan) -> Vec<FactView> {
    let (target, recipe) = (plan.choice.target, plan.recipe);
    let mut facts = vec![FactView {
        label: words::protection(lang),
        value: text::protection::label(lang, recipe),
        why: text::protection::reason(lang, target, recipe).to_owned(),
    }];
    facts.extend(text::protection::integrity(lang, recipe).map(|value| {
        FactView {
            label: words::integrity(lang),
            value,
            why: text::protection::integrity_reason(lang, target, recipe)
                .unwrap_or_default()
                .to_owned(),
        }
    }));
    facts.push(FactView {
        label: words::inside(lang),
        value: text::contents::inside(lang, plan),
        why: text::contents::left_out(lang, plan)
            .unwrap_or_default()
            .to_owned(),
    });
    if plan.files.len() > 1 {
        let list: Vec<&str> = plan.files.iter().map(|file| file.name.as_str()).collect();
        facts.push(FactView {
            label: words::files(lang),
            value: list.join(", "),
            why: String::new(),
        });
    }
    facts
}

fn listed(lang: Lang, plan: &Plan) -> Option<ListedView> {
    let choice = &plan.choice;
    let why = text::listed::hint(lang, choice.target, choice.format)?;
    let entry = &plan.entries.first()?.entry;
    Some(ListedView {
        usual: foreign::display(&names::usual(entry, choice.target)).into_owned(),
        why: why.to_owned(),
    })
}

fn notes(lang: Lang, plan: &Plan) -> Vec<NoteView> {
    let notes = plan.notes.iter();
    notes
        // That the key is not encrypted is said beside the checkbox that changes it.
        .filter(|note| {
            plan.recipe != Recipe::PlainKey
                || !matches!(note, crate::core::convert::Note::KeyUnprotected)
        })
        .map(|note| {
            let (title, why) = text::note::words(lang, note);
            let tone = if text::note::is_warning(note) {
                Tone::Warn
            } else {
                Tone::Info
            };
            NoteView { tone, title, why }
        })
        .collect()
}
