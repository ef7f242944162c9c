//! The convert panel: source, target and result of the conversion as finished strings.

mod command;
pub mod flag;
mod password;
mod plan;
mod readers;
mod result;
mod snippets;
mod source;
mod target;

use std::sync::Arc;

pub use password::PasswordView;
pub(super) use password::build as password_view;
pub use plan::{FactView, ListedView, NoteView, PlanView};
pub use readers::ReaderView;
pub(super) use result::who;
pub use result::{FileView, ResultView, WrittenView};
pub use snippets::SnippetView;
pub use source::{LeafView, LockedView, SourceView};
pub use target::{FormOption, FormView, OfferView, RefusalView, TargetView};

use crate::core::convert::{self as core, Entry, Material, Refusal};
use crate::state::model::{Model, Workspace};
use crate::text::convert::panel as words;
use crate::text::{Lang, convert as text, foreign};

/// The convert panel while something is open.
#[derive(Clone, Debug)]
pub struct ConvertView {
    pub sub: String,
    /// First part of the files' names.
    pub stem: String,
    pub source: SourceView,
    pub target: TargetView,
    pub result: ResultView,
    /// What does the same on the command line, without passwords.
    pub command_line: Option<String>,
}

/// Builds the panel for what is open.
pub fn build(lang: Lang, model: &Model, open: &Workspace, material: &Material) -> ConvertView {
    let draft = &model.convert.draft;
    let stem = stem(material, &draft.choice);
    let plan = core::plan(material, &draft.choice, &stem);
    ConvertView {
        sub: sub(lang, open, material, &draft.choice),
        source: source::build(lang, model, open, material),
        target: target::build(lang, model, material, &plan),
        result: result::build(lang, model, open),
        command_line: command::line(model, plan.as_ref().ok()),
        stem,
    }
}

/// The leaf the draft is about: the first chosen one, else the first with its key, else any.
fn first<'a>(material: &'a Material, choice: &core::Choice) -> Option<&'a Entry> {
    let chosen = choice.leaves.as_ref().and_then(|leaves| {
        let mut entries = material.entries.iter();
        entries.find(|entry| leaves.contains(&entry.leaf.fingerprint))
    });
    chosen
        .or_else(|| material.with_key().next())
        .or_else(|| material.entries.first())
}

fn stem(material: &Material, choice: &core::Choice) -> String {
    match first(material, choice) {
        Some(entry) => text::stem(&entry.leaf),
        None => match material.certificates.first() {
            Some((certificate, _)) => text::stem(certificate),
            None => "key".to_owned(),
        },
    }
}

fn sub(lang: Lang, open: &Workspace, material: &Material, choice: &core::Choice) -> String {
    let with_key = material.with_key().count();
    let is_chosen = choice
        .leaves
        .as_ref()
        .is_some_and(|leaves| leaves.len() == 1);
    if with_key > 1 && !is_chosen {
        return words::several_sources(lang, with_key, material.entries.len());
    }
    let Some(entry) = first(material, choice) else {
        return words::convert_sub(lang).to_owned();
    };
    let name = crate::text::bundle::subject_name(&entry.leaf);
    let from = place(open, entry);
    words::source_line(
        lang,
        &name,
        entry.key.is_some(),
        entry.issuers.len(),
        from.as_deref(),
    )
}

/// Where key and leaf were found, as the user knows it: the folder that holds the key, else its file.
fn place(open: &Workspace, entry: &Entry) -> Option<String> {
    let inspection = &open.inspection;
    let key = entry.key.as_ref();
    let holder = inspection.artifacts.iter().find(|artifact| match key {
        Some(key) => artifact.key().is_some_and(|held| Arc::ptr_eq(held, key)),
        None => artifact
            .certificate()
            .is_some_and(|held| held.fingerprint == entry.leaf.fingerprint),
    })?;
    let folder = holder.place.folder();
    let name = if folder.is_empty() {
        holder.place.file_name()
    } else {
        folder.rsplit('/').next().unwrap_or(folder)
    };
    Some(foreign::display(name).into_owned())
}

/// A refusal in the words of a problem.
fn refusal_words(lang: Lang, refusal: &Refusal) -> (String, String) {
    let said = text::refusal::explain(lang, refusal);
    let rest: Vec<String> = said.causes.into_iter().chain(said.remedies).collect();
    (said.happened, crate::text::prose::sentences(lang, &rest))
}

/// What the file in the way will be called beside the new one; the time is that of writing.
pub fn copy_name(model: &Model, path: &std::path::Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    let name = foreign::display(&name);
    let day = model.now.to_string();
    let day = day.split('T').next().unwrap_or_default();
    format!("{name}.{day}T….bak")
}
