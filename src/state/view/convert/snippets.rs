//! What a server's configuration says for the files of the result, once for each server that takes them.

use crate::core::convert::run::{Made, PASSWORD_FILE};
use crate::state::convert::Progress;
use crate::state::model::Model;
use crate::text::Lang;
use crate::text::convert::panel as words;
use crate::text::convert::snippet::{self, Files, PasswordInSnippet};

/// One snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnippetView {
    /// The server.
    pub title: &'static str,
    /// Where the text goes.
    pub place: String,
    pub text: String,
    pub notes: Vec<String>,
    /// Whether older TLS versions can be let in here.
    pub has_tls_switch: bool,
}

pub(super) fn build(lang: Lang, model: &Model, made: &Made) -> Vec<SnippetView> {
    let files = files(model, made);
    let is_old_tls_allowed = model.convert.draft.is_old_tls_allowed;
    snippet::applicable(&files)
        .into_iter()
        .map(|server| {
            let rendered = snippet::render(lang, server, &files, is_old_tls_allowed);
            let mut notes = rendered.notes;
            if !is_written(model) {
                notes.insert(0, words::paths_follow(lang).to_owned());
            }
            SnippetView {
                title: rendered.title,
                place: rendered.file_hint,
                text: rendered.text,
                notes,
                has_tls_switch: server.chooses_tls_versions(),
            }
        })
        .collect()
}

fn is_written(model: &Model) -> bool {
    matches!(model.convert.progress, Progress::Written(_))
}

/// The files where they lie, or by name alone as long as they lie nowhere.
fn files(model: &Model, made: &Made) -> Files {
    let written = match &model.convert.progress {
        Progress::Written(converted) => converted.written.as_slice(),
        _ => &[],
    };
    // The user may have chosen another name; the order is the plan's, the password file comes last.
    let path_at = |index: usize, name: &str| match written.get(index) {
        Some(written) => written.path.to_string_lossy().into_owned(),
        None => name.to_owned(),
    };
    let path_of = |name: &str| {
        let mut files = made.files.iter();
        let index = files.position(|file| file.planned.name == name);
        path_at(index.unwrap_or(usize::MAX), name)
    };
    let password = if model.convert.draft.has_password_file {
        PasswordInSnippet::FromFile(path_at(made.files.len(), PASSWORD_FILE))
    } else {
        PasswordInSnippet::Placeholder
    };
    Files::of(&made.plan, path_of, password)
}
