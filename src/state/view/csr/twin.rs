//! The same request made with other programs, as files and commands to copy.

use super::protection::ProtectionView;
use crate::core::csr::NewKey;
use crate::core::key::PrivateKey;
use crate::state::csr::spec::Asked;
use crate::state::drafts::csr::KeyFrom;
use crate::state::model::{Model, Shell};
use crate::text::Lang;
use crate::text::csr::twin::{self as text, Tool, TwinKey, TwinShell};

/// A text to copy, with what it is.
#[derive(Clone, Debug)]
pub struct PieceView {
    pub title: String,
    pub text: String,
    pub note: String,
}

/// One program's way.
#[derive(Clone, Debug)]
pub struct TwinView {
    pub title: &'static str,
    pub pieces: Vec<PieceView>,
    pub notes: Vec<String>,
    /// Why the program cannot make this request.
    pub refusal: Option<String>,
}

pub(super) fn build(
    lang: Lang,
    model: &Model,
    asked: &Asked,
    protection: &ProtectionView,
) -> Vec<TwinView> {
    let shell = match model.shell {
        Shell::PowerShell => TwinShell::PowerShell,
        Shell::Sh => TwinShell::Sh,
    };
    let asked = text::Asked {
        spec: &asked.spec,
        key: key(model),
        csr_file: &protection.csr_file,
        key_file: &protection.key_file,
        shell,
    };
    Tool::ALL
        .into_iter()
        .map(|tool| one(lang, tool, &asked))
        .collect()
}

fn key(model: &Model) -> TwinKey {
    let draft = &model.csr.draft;
    let existing = |key: Option<&PrivateKey>| TwinKey::Existing {
        is_encrypted: false,
        kind: key.and_then(|key| NewKey::like(&key.info)),
    };
    match draft.key_from {
        KeyFrom::New => TwinKey::New {
            kind: draft.new_key.0,
            is_encrypted: !draft.is_open_key,
        },
        KeyFrom::Open(id) => {
            let artifact = model.inspection().and_then(|open| open.artifact(id));
            let key = artifact.and_then(|artifact| artifact.key());
            existing(key.map(AsRef::as_ref))
        }
        KeyFrom::File => {
            let file = model.csr.key_file.as_ref();
            let key = file.and_then(|file| file.key.as_ref().ok());
            existing(key.map(AsRef::as_ref))
        }
    }
}

fn one(lang: Lang, tool: Tool, asked: &text::Asked<'_>) -> TwinView {
    let mut view = TwinView {
        title: tool.name(),
        pieces: Vec::new(),
        notes: Vec::new(),
        refusal: None,
    };
    match text::twin(lang, tool, asked) {
        Err(refusal) => view.refusal = Some(text::refusal(lang, &refusal)),
        Ok(twin) => {
            view.pieces = twin
                .files
                .iter()
                .map(|file| PieceView {
                    title: file.name.to_owned(),
                    text: file.content.replace("\r\n", "\n"),
                    note: text::encoding(lang, file.encoding).to_owned(),
                })
                .collect();
            view.pieces.push(PieceView {
                title: crate::text::csr::make::commands(lang).to_owned(),
                text: twin.commands.join("\n"),
                note: String::new(),
            });
            let notes = twin.notes.iter();
            view.notes = notes.map(|note| text::note(lang, note)).collect();
        }
    }
    view
}
