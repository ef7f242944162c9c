//! How the key is protected, where the files go, who can read them.

use std::path::{Path, PathBuf};

use crate::core::convert::Target;
use crate::state::csr::spec;
use crate::state::drafts::csr::KeyFrom;
use crate::state::model::Model;
use crate::state::view::convert::{PasswordView, password_view, who};
use crate::text::csr::make as words;
use crate::text::{Lang, foreign};

/// The fourth step.
#[derive(Clone, Debug)]
pub struct ProtectionView {
    /// Whether a key file is written.
    pub has_key_file: bool,
    /// Whether a password goes into it.
    pub needs_password: bool,
    pub password: Option<PasswordView>,
    pub folder: String,
    pub folder_error: Option<&'static str>,
    pub key_file: String,
    pub key_error: Option<&'static str>,
    pub csr_file: String,
    pub csr_error: Option<&'static str>,
    pub key_path: PathBuf,
    pub csr_path: PathBuf,
    /// Both paths in full, in a sentence.
    pub goes_to: String,
    pub who: String,
    /// Why the next step cannot be taken yet, apart from the password; and whether it is an error.
    pub off: Option<(String, bool)>,
}

pub(super) fn build(lang: Lang, model: &Model) -> ProtectionView {
    let held = &model.csr;
    let draft = &held.draft;
    let has_key_file = draft.key_from == KeyFrom::New;
    let stem = stem(model);
    let folder = match (&draft.folder, &held.home) {
        (Some(folder), _) => folder.clone(),
        (None, Some(home)) => home.to_string_lossy().into_owned(),
        (None, None) => String::new(),
    };
    let named = |typed: &Option<String>, extension: &str| {
        let usual = || format!("{stem}.{extension}");
        typed.clone().unwrap_or_else(usual)
    };
    let (key_file, csr_file) = (named(&draft.key_file, "key"), named(&draft.csr_file, "csr"));
    let within = |name: &str| Path::new(folder.trim()).join(name.trim());
    let (key_path, csr_path) = (within(&key_file), within(&csr_file));
    let wrong = |name: &str, path: &PathBuf| {
        if foreign::file_name(name.trim()) != name.trim() {
            Some(words::file_name_bad(lang))
        } else if held.taken.contains(path) {
            Some(words::file_exists(lang))
        } else {
            None
        }
    };
    let key_error = wrong(&key_file, &key_path).filter(|_| has_key_file);
    let is_same = has_key_file && key_path == csr_path;
    let csr_error =
        wrong(&csr_file, &csr_path).or_else(|| is_same.then(|| words::file_names_same(lang)));
    let folder_error = folder
        .trim()
        .is_empty()
        .then(|| words::folder_missing(lang));
    let shown = |path: &Path| foreign::display(&path.to_string_lossy()).into_owned();
    let off = key_error.or(csr_error).map(|why| (why.to_owned(), true));
    ProtectionView {
        has_key_file,
        needs_password: has_key_file && !draft.is_open_key,
        password: held
            .password
            .as_ref()
            .map(|facts| password_view(lang, Target::OpenSsl, facts)),
        goes_to: words::goes_to(
            lang,
            has_key_file.then(|| shown(&key_path)).as_deref(),
            &shown(&csr_path),
        ),
        folder,
        folder_error,
        key_file,
        key_error,
        csr_file,
        csr_error,
        key_path,
        csr_path,
        who: who(lang, model, &draft.readable_by),
        off: folder_error.map(|why| (why.to_owned(), false)).or(off),
    }
}

/// First part of the files' names: the common name, else the first name.
fn stem(model: &Model) -> String {
    let held = &model.csr;
    let first = || held.advice.usable().next().map(|name| &*name.name.ascii);
    let name = spec::common_name(&held.draft, &held.advice).or_else(first);
    let name = name.unwrap_or("request").replace('*', "_");
    foreign::file_name(&name)
}
