//! What lies in the bundle: folders with a problem each, sound ones together, files at the top.

use std::collections::{BTreeMap, BTreeSet};

use super::Tone;
use crate::core::artifact::{Artifact, ArtifactId};
use crate::core::bundle::Inspection;
use crate::core::finding::{Kind, Severity};
use crate::core::place::Place;
use crate::state::view::{FileKind, file_kind};
use crate::text::{Lang, foreign, kind, window};

/// Sound folders that are listed one by one; from one more on they are counted together.
const SOUND: usize = 3;
/// Files at the top that are listed.
const FILES: usize = 6;

/// One row.
#[derive(Clone, Debug)]
pub struct ContentRow {
    pub kind: FileKind,
    pub name: String,
    pub trailing: String,
    pub tone: Tone,
    /// What a click shows.
    pub certificate: Option<ArtifactId>,
}

#[derive(Default)]
struct Folder {
    files: BTreeSet<Place>,
    worst: Option<Severity>,
}

pub(super) fn build(lang: Lang, inspection: &Inspection) -> Vec<ContentRow> {
    let mut folders: BTreeMap<(u32, String), Folder> = BTreeMap::new();
    let mut files: Vec<&Artifact> = Vec::new();
    let mut seen = BTreeSet::new();
    for artifact in &inspection.artifacts {
        let file = artifact.place.file();
        // The archive that was opened is the title, not content.
        if artifact.kind() == Kind::Archive && file.path.is_empty() {
            continue;
        }
        let folder = first_folder(&file).map(str::to_owned);
        match folder {
            Some(name) => {
                let key = (file.source, name);
                folders.entry(key).or_default().files.insert(file);
            }
            None if seen.insert(file) => files.push(artifact),
            None => {}
        }
    }
    let mut worst_of: BTreeMap<Place, Severity> = BTreeMap::new();
    for finding in inspection.findings() {
        let Some(place) = &finding.place else {
            continue;
        };
        let file = place.file();
        if let Some(name) = first_folder(&file) {
            let key = (file.source, name.to_owned());
            let folder = folders.entry(key).or_default();
            folder.worst = folder.worst.max(Some(finding.severity));
        }
        let held = worst_of.entry(file).or_insert(finding.severity);
        *held = (*held).max(finding.severity);
    }
    let mut rows = folder_rows(lang, folders);
    rows.extend(file_rows(lang, inspection, &files, &worst_of));
    rows
}

fn first_folder(file: &Place) -> Option<&str> {
    file.path.split_once('/').map(|(folder, _)| folder)
}

fn folder_rows(lang: Lang, folders: BTreeMap<(u32, String), Folder>) -> Vec<ContentRow> {
    let is_sound = |folder: &Folder| folder.worst.unwrap_or(Severity::Info) == Severity::Info;
    let (sound, troubled): (Vec<_>, Vec<_>) = folders
        .into_iter()
        .partition(|(_, folder)| is_sound(folder));
    let row = |((_, name), folder): ((u32, String), Folder)| ContentRow {
        kind: FileKind::Folder,
        name: foreign::display(&name).into_owned(),
        trailing: window::files(lang, folder.files.len()),
        tone: folder.worst.map_or(Tone::Ok, sound_tone),
        certificate: None,
    };
    let mut rows: Vec<ContentRow> = troubled.into_iter().map(row).collect();
    let together = sound.len() > SOUND || !rows.is_empty() && sound.len() > 1;
    if !together {
        rows.extend(sound.into_iter().map(row));
        return rows;
    }
    let count = sound.len();
    let files = sound.iter().map(|(_, folder)| folder.files.len()).sum();
    rows.push(ContentRow {
        kind: FileKind::Folder,
        name: if rows.is_empty() {
            window::folders(lang, count)
        } else {
            window::other_folders(lang, count)
        },
        trailing: window::files(lang, files),
        tone: Tone::Ok,
        certificate: None,
    });
    rows
}

/// A note does not spoil a file.
fn sound_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Info => Tone::Ok,
        other => other.into(),
    }
}

fn file_rows(
    lang: Lang,
    inspection: &Inspection,
    files: &[&Artifact],
    worst_of: &BTreeMap<Place, Severity>,
) -> Vec<ContentRow> {
    let mut rows: Vec<ContentRow> = files
        .iter()
        .take(FILES)
        .map(|artifact| {
            let file = artifact.place.file();
            let certificate = inspection
                .in_file(&file)
                .find(|held| held.certificate().is_some());
            ContentRow {
                kind: file_kind(artifact.kind()),
                name: foreign::display(file.path_text()).into_owned(),
                trailing: kind::noun(lang, artifact.kind()).to_owned(),
                tone: worst_of.get(&file).copied().map_or(Tone::Ok, sound_tone),
                certificate: certificate.map(|held| held.id),
            }
        })
        .collect();
    if let Some(left @ 1..) = files.len().checked_sub(FILES) {
        rows.push(ContentRow {
            kind: FileKind::Other,
            name: window::other_files(lang, left),
            trailing: String::new(),
            tone: Tone::Ok,
            certificate: None,
        });
    }
    rows
}
