//! Dialogs of the system and the typed way in where there is none.

use std::path::PathBuf;

use crate::core::bundle::Source;
use crate::core::save::WhenExists;
use crate::state::action::{DialogAnswer, OpenHow};
use crate::state::csr::{Change, CsrAction};
use crate::state::effect::{Effect, Picked, Saving};
use crate::state::iis::IisAction;
use crate::state::model::{Dialog, Model};

use super::{convert, csr, iis, opening, saving, server};

pub(super) fn ask_files() -> Vec<Effect> {
    vec![Effect::Pick(Picked::Files)]
}

pub(super) fn ask_added() -> Vec<Effect> {
    vec![Effect::Pick(Picked::Added)]
}

pub(super) fn ask_folder() -> Vec<Effect> {
    vec![Effect::Pick(Picked::Folder)]
}

pub(super) fn ask_path(model: &mut Model) -> Vec<Effect> {
    model.dialog = Some(Dialog::TypedOpen {
        how: OpenHow::Replace,
    });
    Vec::new()
}

pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    match model.dialog.take() {
        Some(Dialog::OpenServer) => server::leave(model),
        _ => Vec::new(),
    }
}

pub(super) fn answer(model: &mut Model, asked: Picked, answer: DialogAnswer) -> Vec<Effect> {
    match (asked, answer) {
        (_, DialogAnswer::Closed) => Vec::new(),
        (Picked::Added | Picked::Files | Picked::Folder, DialogAnswer::Chosen(paths)) => {
            let sources = paths.into_iter().map(Source::Path).collect();
            let how = match asked {
                Picked::Added => OpenHow::Add,
                _ => OpenHow::Replace,
            };
            opening::open(model, sources, how)
        }
        (Picked::IisFiles | Picked::IisFolder, DialogAnswer::Chosen(paths)) => {
            iis::act(model, IisAction::Scan(paths))
        }
        (Picked::IisFiles | Picked::IisFolder, DialogAnswer::Unavailable) => {
            model.dialog = Some(Dialog::TypedScan);
            Vec::new()
        }
        (Picked::Csr(what), DialogAnswer::Chosen(paths)) => match paths.into_iter().next() {
            Some(path) => csr::act(model, CsrAction::Read(what, path)),
            None => Vec::new(),
        },
        (Picked::Csr(what), DialogAnswer::Unavailable) => {
            model.dialog = Some(Dialog::TypedCsr { what });
            Vec::new()
        }
        (Picked::CsrFolder, DialogAnswer::Chosen(paths)) => match paths.into_iter().next() {
            Some(path) => {
                let folder = path.to_string_lossy().into_owned();
                csr::act(model, CsrAction::Change(Change::SetFolder(folder)))
            }
            None => Vec::new(),
        },
        // The field beside the button takes a path as it is typed.
        (Picked::CsrFolder, DialogAnswer::Unavailable) => Vec::new(),
        (Picked::Added, DialogAnswer::Unavailable) => {
            model.dialog = Some(Dialog::TypedOpen { how: OpenHow::Add });
            Vec::new()
        }
        (Picked::Files | Picked::Folder, DialogAnswer::Unavailable) => ask_path(model),
        (Picked::Save(Saving::Converted), DialogAnswer::Chosen(paths)) => {
            // The system's dialog has asked about the file in the way, which is kept all the same.
            to_first(model, paths, WhenExists::KeepCopy)
        }
        (Picked::Save(Saving::ConvertedFolder), DialogAnswer::Chosen(paths)) => {
            to_first(model, paths, WhenExists::Refuse)
        }
        (Picked::Save(what), DialogAnswer::Chosen(paths)) => match paths.into_iter().next() {
            // The system's dialog has asked about replacing already.
            Some(path) => saving::save(model, what, path, true),
            None => Vec::new(),
        },
        (Picked::Save(what), DialogAnswer::Unavailable) => {
            model.dialog = Some(Dialog::TypedSave { what });
            Vec::new()
        }
    }
}

fn to_first(model: &mut Model, paths: Vec<PathBuf>, when_exists: WhenExists) -> Vec<Effect> {
    match paths.into_iter().next() {
        Some(path) => convert::write_to(model, path, when_exists),
        None => Vec::new(),
    }
}
