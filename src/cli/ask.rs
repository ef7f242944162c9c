//! Passwords for the command line: from files, standard input, or a prompt without echo. Never from arguments.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::output::say;
use crate::core::bundle::{Inspection, LockedGroup};
use crate::core::env::Env;
use crate::core::problem::Failure;
use crate::core::secret::Secret;
use crate::platform::standard_input;
use crate::text::bundle::place;
use crate::text::cli::convert as words;
use crate::text::foreign::display;
use crate::text::{Lang, cli};

/// Bytes of a file of passwords (64 KiB).
const MOST_BYTES: u64 = 64 << 10;

/// One candidate a line; empty lines are left out.
pub fn candidates(bytes: &[u8]) -> Vec<Arc<Secret>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lossy;
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => {
            lossy = Zeroizing::new(String::from_utf8_lossy(bytes).into_owned());
            lossy.as_str()
        }
    };
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| Arc::new(Secret::from(line)))
        .collect()
}

/// The candidates of a file the user named.
///
/// # Errors
/// When the file cannot be read.
pub fn from_file(env: &Env<'_>, path: &Path) -> Result<Vec<Arc<Secret>>, Failure> {
    let unreadable = |fault| Failure::Unreadable {
        path: path.to_owned(),
        fault,
    };
    let bytes = env.files.read(path, MOST_BYTES).map_err(unreadable)?;
    Ok(candidates(&bytes))
}

/// The candidates on standard input.
pub fn from_stdin() -> Vec<Arc<Secret>> {
    match standard_input::read(MOST_BYTES) {
        Ok(bytes) => candidates(&bytes),
        Err(_) => Vec::new(),
    }
}

/// Whether somebody is there to answer.
pub fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for the password of a group; `None` when the answer is empty.
pub fn prompt(lang: Lang, inspection: &Inspection, group: &LockedGroup) -> Option<Arc<Secret>> {
    let files: Vec<String> = group
        .members
        .iter()
        .filter_map(|id| inspection.artifact(*id))
        .map(|artifact| display(&place(inspection, &artifact.place)).into_owned())
        .collect();
    let question = cli::ask_password(lang, &files, group.seconds);
    let answer = Zeroizing::new(rpassword::prompt_password(question).ok()?);
    (!answer.is_empty()).then(|| Arc::new(Secret::new(answer)))
}

/// Asks for a new password twice; `None` when nobody is there, the answer is empty or the input ends.
pub fn new_password(lang: Lang) -> Option<Arc<Secret>> {
    if !can_ask() {
        return None;
    }
    loop {
        let first = Zeroizing::new(rpassword::prompt_password(words::ask_new(lang)).ok()?);
        if first.is_empty() {
            return None;
        }
        let again = Zeroizing::new(rpassword::prompt_password(words::ask_again(lang)).ok()?);
        if first == again {
            return Some(Arc::new(Secret::new(first)));
        }
        say(
            &mut std::io::stderr(),
            &format!("{}\n", words::ask_differs(lang)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn each_line_is_a_candidate_as_it_stands() {
        let found = candidates(b"\xEF\xBB\xBFfirst\r\n\r\n second \nthird");
        let found: Vec<&str> = found.iter().map(|secret| secret.expose()).collect();
        assert_eq!(found, ["first", " second ", "third"]);
    }
}
