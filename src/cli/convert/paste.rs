//! Lines for a server's configuration, for exactly the files that are made.

use std::path::Path;

use super::args::Convert;
use crate::core::convert::run::PASSWORD_FILE;
use crate::core::convert::{Destination, Plan};
use crate::text::Lang;
use crate::text::cli::convert as words;
use crate::text::convert::snippet::{self, Files, PasswordInSnippet, Rendered};

/// Refuses a snippet that these files do not fit, before anything is made.
///
/// # Errors
/// The sentence that says so.
pub fn check(
    lang: Lang,
    asked: &Convert,
    plan: &Plan,
    destination: &Destination,
) -> Result<(), String> {
    let files = files(asked, plan, destination);
    let unfit = asked.snippet.iter().find(|snippet| !snippet.fits(&files));
    match unfit {
        None => Ok(()),
        Some(snippet) => {
            let choice = &plan.choice;
            Err(words::snippet_unfit(
                lang,
                snippet.code(),
                choice.format,
                choice.target,
            ))
        }
    }
}

/// The snippets asked for.
pub fn render(
    lang: Lang,
    asked: &Convert,
    plan: &Plan,
    destination: &Destination,
) -> Vec<Rendered> {
    let files = files(asked, plan, destination);
    let snippets = asked.snippet.iter();
    snippets
        .map(|snippet| snippet::render(lang, *snippet, &files, asked.old_tls))
        .collect()
}

fn files(asked: &Convert, plan: &Plan, destination: &Destination) -> Files {
    let path_of = |name: &str| match destination {
        Destination::Folder(folder) => full(&folder.join(name)),
        Destination::File(path) => full(path),
    };
    Files::of(plan, path_of, password(asked, destination))
}

fn password(asked: &Convert, destination: &Destination) -> PasswordInSnippet {
    if asked.without_password {
        return PasswordInSnippet::None;
    }
    if asked.write_password_file || asked.generate_password {
        return PasswordInSnippet::FromFile(full(&destination.folder().join(PASSWORD_FILE)));
    }
    PasswordInSnippet::Placeholder
}

/// Servers start in folders of their own, so their configuration names whole paths.
fn full(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().into_owned()
}
