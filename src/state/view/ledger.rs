//! The list of requests, and the keys found again, as finished strings.

use std::path::PathBuf;

use super::Tone;
use crate::core::artifact::ArtifactId;
use crate::core::ledger::EntryId;
use crate::core::ledger::answer::Known;
use crate::core::ledger::ops::Held;
use crate::state::ledger::Listed;
use crate::state::model::Model;
use crate::text::foreign::{display, short};
use crate::text::ledger::{self as words, panel};
use crate::text::number::listed;
use crate::text::{Lang, problem, time};

/// One entry.
#[derive(Clone, Debug)]
pub struct RowView {
    pub id: EntryId,
    pub when: String,
    pub names: String,
    pub all_names: String,
    pub key_kind: String,
    pub files: FilesView,
    pub note: String,
    pub used: Option<String>,
    /// SHA-256 of its public key.
    pub fingerprint: String,
    /// Its files in words, and how each is.
    pub places: Vec<(Tone, String)>,
    /// Its files that are there: what opening opens.
    pub paths: Vec<PathBuf>,
}

/// How many of its files are there.
#[derive(Clone, Debug)]
pub struct FilesView {
    pub tone: Tone,
    pub words: String,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct LedgerView {
    pub rows: Vec<RowView>,
    pub count: String,
    pub selected: Option<usize>,
    /// A newer version wrote it.
    pub is_newer: bool,
    /// Why it could not be read: what happened, then causes and remedies.
    pub failed: Option<(String, String)>,
}

/// A key that was found again.
#[derive(Clone, Debug)]
pub struct AnswerView {
    /// The certificate or request that lacks it.
    pub of: ArtifactId,
    /// What the card of a request without a certificate begins with; nothing for a certificate.
    pub file: Option<String>,
    pub title: String,
    /// Where it lies, or that it is gone.
    pub place: String,
    /// The file that can be added.
    pub path: Option<PathBuf>,
    pub entry: EntryId,
    pub is_used: bool,
}

/// The list in words.
pub fn build(lang: Lang, model: &Model) -> LedgerView {
    let ledger = &model.ledger;
    let failed = match &ledger.listed {
        Listed::Failed(failure) => {
            let said = problem::explain(lang, failure);
            let detail: Vec<String> = said.causes.into_iter().chain(said.remedies).collect();
            Some((said.happened, crate::text::prose::sentences(lang, &detail)))
        }
        _ => None,
    };
    let Some(listing) = &ledger.listing else {
        return LedgerView {
            failed,
            ..LedgerView::default()
        };
    };
    let offset = model.offset_secs;
    let rows = listing.entries.iter().map(|held| row(lang, held, offset));
    let is_selected = |held: &Held| Some(held.entry.id) == ledger.selected;
    LedgerView {
        rows: rows.collect(),
        count: panel::count(lang, listing.entries.len(), listing.has_more),
        selected: listing.entries.iter().position(is_selected),
        is_newer: listing.shelf.is_newer,
        failed,
    }
}

fn row(lang: Lang, held: &Held, offset_secs: i32) -> RowView {
    let (entry, made) = (&held.entry, &held.entry.made);
    let places = held.files().map(|(kept, is_there)| {
        let (role, place) = (
            words::role(lang, kept.role),
            panel::key_place(lang, &kept.path, is_there),
        );
        let tone = if is_there { Tone::Ok } else { Tone::Warn };
        (tone, format!("{role}{}{place}", lang.pick(": ", "：")))
    });
    let present = held.files().filter(|(_, is_there)| *is_there);
    RowView {
        id: entry.id,
        when: time::date_time(lang, made.at, offset_secs),
        names: panel::names_cell(lang, entry),
        all_names: listed(&words::names(entry)),
        key_kind: short(&made.key_kind).into_owned(),
        files: files(lang, held),
        note: display(&entry.note).into_owned(),
        used: words::used(lang, entry),
        fingerprint: made.key.to_string(),
        places: places.collect(),
        paths: present.map(|(kept, _)| kept.path.clone()).collect(),
    }
}

fn files(lang: Lang, held: &Held) -> FilesView {
    let (there, all) = (
        held.is_there.iter().filter(|is_there| **is_there).count(),
        held.is_there.len(),
    );
    FilesView {
        tone: match there == all {
            true => Tone::Ok,
            false => Tone::Warn,
        },
        words: panel::files_there(lang, there, all),
    }
}

/// The keys found again, in words.
pub fn answers(lang: Lang, model: &Model) -> Vec<AnswerView> {
    let missing = model.ledger.missing.iter();
    let known = missing.filter_map(|(of, key)| Some((*of, model.ledger.known_key(key)?)));
    known
        .map(|(of, known)| answer(lang, model, of, known))
        .collect()
}

fn answer(lang: Lang, model: &Model, of: ArtifactId, known: &Known) -> AnswerView {
    let there = known.key_files.iter().find(|(_, is_there)| *is_there);
    let shown = there.or(known.key_files.first());
    let artifact = model.inspection().and_then(|open| open.artifact(of));
    let request = artifact.filter(|artifact| artifact.certificate().is_none());
    AnswerView {
        of,
        file: request.map(|artifact| short(artifact.place.file_name()).into_owned()),
        title: panel::key_known(lang, &known.entry),
        place: match shown {
            Some((path, is_there)) => panel::key_place(lang, path, *is_there),
            None => panel::key_place_unknown(lang).to_owned(),
        },
        path: there.map(|(path, _)| path.clone()),
        entry: known.entry.id,
        is_used: known.entry.used.is_some(),
    }
}
