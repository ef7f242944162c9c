//! The result before and after it is written: files, who can read them, where they lie.

use crate::core::convert::run::{Made, PASSWORD_FILE};
use crate::core::save::Written;
use crate::state::convert::Progress;
use crate::state::model::{Model, Shell, Workspace};
use crate::text::convert::panel as words;
use crate::text::number::size;
use crate::text::{Lang, convert as text, foreign};

use super::readers::{self, ReaderView};
use super::snippets::{self, SnippetView};

/// A file of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileView {
    pub name: String,
    pub role: String,
    pub size: String,
    pub is_secret: bool,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenView {
    pub path: String,
    pub size: String,
    /// Who can read it.
    pub readers: String,
    /// Whether more people can than should.
    pub is_open: bool,
    /// Where the old file lies.
    pub copy: Option<String>,
}

/// The third step.
#[derive(Clone, Debug, Default)]
pub struct ResultView {
    pub files: Vec<FileView>,
    /// Who will be able to read the secret files.
    pub who: String,
    pub readers: Vec<ReaderView>,
    pub written: Vec<WrittenView>,
    /// The sentence above the written files.
    pub written_line: String,
    pub snippets: Vec<SnippetView>,
    /// What to do there, where no snippet says it.
    pub next_there: Option<&'static str>,
    pub has_password: bool,
    pub is_folder: bool,
}

pub(super) fn build(lang: Lang, model: &Model, _open: &Workspace) -> ResultView {
    let progress = &model.convert.progress;
    let Some(made) = progress.made() else {
        return ResultView::default();
    };
    let written: Vec<WrittenView> = match progress {
        Progress::Written(converted) => converted
            .written
            .iter()
            .map(|written| written_view(lang, written))
            .collect(),
        _ => Vec::new(),
    };
    ResultView {
        files: files(lang, model, made),
        who: who(lang, model, &model.convert.draft.readable_by),
        readers: readers::build(lang, &made.readers()),
        written_line: words::written_files(lang, written.len()),
        written,
        snippets: snippets::build(lang, model, made),
        next_there: words::next_there(lang, made.plan.choice.target, made.plan.choice.format),
        has_password: made.passwords.store.is_some(),
        is_folder: made.files.len() > 1,
    }
}

fn files(lang: Lang, model: &Model, made: &Made) -> Vec<FileView> {
    let mut files: Vec<FileView> = made
        .files
        .iter()
        .map(|file| FileView {
            name: file.planned.name.clone(),
            role: text::file::role(lang, &made.plan, file.planned.role),
            size: size(file.bytes.len() as u64),
            is_secret: file.planned.is_secret,
        })
        .collect();
    if let Some(secret) = &made.passwords.store
        && model.convert.draft.has_password_file
    {
        files.push(FileView {
            name: PASSWORD_FILE.to_owned(),
            role: words::password_of_result(lang).to_owned(),
            size: size(secret.expose().len() as u64),
            is_secret: true,
        });
    }
    files
}

/// Who can read a secret file, with the account that may besides.
pub(in crate::state::view) fn who(lang: Lang, model: &Model, account: &str) -> String {
    let owner = match model.shell {
        Shell::PowerShell => words::only_owner_windows(lang),
        Shell::Sh => words::only_owner(lang),
    };
    let account = account.trim();
    if account.is_empty() {
        return owner.to_owned();
    }
    let owner = match model.shell {
        Shell::PowerShell => words::owner_windows(lang),
        Shell::Sh => words::owner(lang),
    };
    words::also(lang, owner, &foreign::short(account))
}

fn written_view(lang: Lang, written: &Written) -> WrittenView {
    let path = |path: &std::path::Path| foreign::display(&path.to_string_lossy()).into_owned();
    WrittenView {
        path: path(&written.path),
        size: size(written.bytes as u64),
        readers: match written.readers.0.is_empty() {
            true => String::new(),
            false => words::readable_by(lang, &text::password::readers(lang, &written.readers)),
        },
        is_open: written.readers.holds_everyone(),
        copy: written
            .copy
            .as_ref()
            .map(|copy| words::copy_kept(lang, &path(copy))),
    }
}
