//! One word of a POSIX shell command.

/// The text as exactly one word; `None` when it holds hidden characters.
pub fn sh(text: &str) -> Option<String> {
    if !super::is_plain(text) {
        return None;
    }
    let is_bare = !text.is_empty()
        && !text.starts_with(['-', '~'])
        && text
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || "-_./:@%+".contains(char));
    if is_bare {
        return Some(text.to_owned());
    }
    Some(format!("'{}'", text.replace('\'', "'\\''")))
}

#[cfg(all(test, unix))]
mod tests {
    use super::sh;
    use crate::text::foreign::{hostile::NAMES, is_plain};
    use std::process::Command;

    #[test]
    fn the_real_shell_reads_every_name_back_as_one_word() {
        for name in NAMES {
            let Some(quoted) = sh(name) else {
                assert!(!is_plain(name));
                continue;
            };
            let script = format!("set -- {quoted} end; test $# = 2 && printf %s \"$1\"");
            let output = Command::new("sh").arg("-c").arg(script).output().unwrap();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), *name);
        }
    }
}
