//! The status bar, and how files are classed for their icons.

use super::bundle::source_name;
use crate::core::artifact::ArtifactId;
use crate::core::csr::names::LIST_DATE;
use crate::core::finding::Kind;
use crate::state::model::{Model, Workspace};
use crate::text::csr::panel::suffix_list;
use crate::text::{Lang, bundle as words, foreign, trust, window};

/// A class of files, for the icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    Archive,
    Certificate,
    Csr,
    Folder,
    Key,
    Keystore,
    Other,
    PasswordFile,
}

/// The class of a kind.
pub fn file_kind(kind: Kind) -> FileKind {
    match kind {
        Kind::Archive => FileKind::Archive,
        Kind::Certificate | Kind::Crl | Kind::Pkcs7 => FileKind::Certificate,
        Kind::Csr => FileKind::Csr,
        Kind::Jceks | Kind::Jks | Kind::Pfx => FileKind::Keystore,
        Kind::Key | Kind::PublicKey => FileKind::Key,
        Kind::PasswordFile => FileKind::PasswordFile,
        Kind::Text | Kind::Unknown => FileKind::Other,
    }
}

/// The status bar.
#[derive(Clone, Debug, Default)]
pub struct StatusView {
    pub icon: Option<FileKind>,
    pub loaded: String,
    pub trust: String,
    /// The list that the names of a request are judged by.
    pub suffixes: String,
}

/// A file of the bundle, for the palette.
#[derive(Clone, Debug)]
pub struct FileView {
    pub name: String,
    pub kind: FileKind,
    pub certificate: Option<ArtifactId>,
}

/// The status bar for what is open.
pub fn build(lang: Lang, model: &Model) -> StatusView {
    let Some(workspace) = &model.workspace else {
        return StatusView {
            loaded: window::nothing_loaded(lang).to_owned(),
            suffixes: suffix_list(lang, LIST_DATE),
            ..StatusView::default()
        };
    };
    let inspection = &workspace.inspection;
    let first = inspection.opened().first();
    let mut parts: Vec<String> = first
        .map(|first| source_name(lang, &first.name))
        .into_iter()
        .collect();
    parts.push(words::counts(lang, inspection));
    parts.retain(|part| !part.is_empty());
    StatusView {
        icon: Some(icon(workspace)),
        loaded: parts.join(" • "),
        trust: trust::status(lang, inspection.trust()),
        suffixes: suffix_list(lang, LIST_DATE),
    }
}

fn icon(workspace: &Workspace) -> FileKind {
    let inspection = &workspace.inspection;
    match inspection.opened() {
        [one] if one.is_archive => FileKind::Archive,
        [one] if one.is_folder => FileKind::Folder,
        _ => inspection
            .artifacts
            .first()
            .map_or(FileKind::Other, |artifact| file_kind(artifact.kind())),
    }
}

/// The certificates of the bundle by file, for the palette.
pub fn files(workspace: &Workspace) -> Vec<FileView> {
    let artifacts = workspace.inspection.artifacts.iter();
    artifacts
        .filter(|artifact| artifact.certificate().is_some())
        .map(|artifact| FileView {
            name: foreign::display(&artifact.place.to_string()).into_owned(),
            kind: FileKind::Certificate,
            certificate: Some(artifact.id),
        })
        .collect()
}
