//! A command line in one of three shells, written word by word.

use super::TwinShell;
use crate::text::foreign;

/// A command that grows word by word.
pub struct Line {
    shell: TwinShell,
    text: String,
}

impl Line {
    /// A command of this program.
    pub fn of(shell: TwinShell, program: &str) -> Self {
        Self {
            shell,
            text: program.to_owned(),
        }
    }

    /// Words of our own, of which no shell acts on any character.
    pub fn words(mut self, words: &str) -> Self {
        self.text.push(' ');
        self.text.push_str(words);
        self
    }

    /// One argument, whatever it holds; `None` when the shell has no exact spelling for it.
    pub fn argument(mut self, text: &str) -> Option<Self> {
        let quoted = match self.shell {
            TwinShell::Sh => foreign::sh(text),
            TwinShell::PowerShell => powershell(text),
            TwinShell::Cmd => foreign::cmd(text),
        }?;
        self.text.push(' ');
        self.text.push_str(&quoted);
        Some(self)
    }

    /// The finished command.
    pub fn finish(self) -> String {
        self.text
    }
}

/// One argument of another program. Windows PowerShell 5.1 hands quotes inside an argument over as they
/// are, so that the program takes them for its own, and leaves empty arguments out.
fn powershell(text: &str) -> Option<String> {
    let is_harmless = |char: char| char.is_ascii_alphanumeric() || "-_./:".contains(char);
    let begins_plainly = text.starts_with(|char: char| char.is_ascii_alphanumeric());
    if begins_plainly && text.chars().all(is_harmless) {
        return Some(text.to_owned());
    }
    let is_exact = !text.is_empty() && !text.contains('"') && !text.ends_with('\\');
    is_exact.then(|| foreign::powershell(text)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Line, TwinShell};

    fn quoted(shell: TwinShell, text: &str) -> Option<String> {
        let line = Line::of(shell, "x").argument(text)?.finish();
        line.strip_prefix("x ").map(str::to_owned)
    }

    #[test]
    fn lists_stay_one_argument_in_powershell() {
        let shell = TwinShell::PowerShell;
        assert_eq!(quoted(shell, "a,b").as_deref(), Some("'a,b'"));
        assert_eq!(quoted(shell, "san=dns:a").as_deref(), Some("'san=dns:a'"));
        assert_eq!(quoted(shell, "a.key").as_deref(), Some("a.key"));
        assert_eq!(quoted(shell, "a\"b"), None);
        assert_eq!(quoted(shell, "a b\\"), None);
        assert_eq!(quoted(shell, ""), None);
    }

    #[test]
    fn every_shell_quotes_a_file_name_with_a_space() {
        assert_eq!(quoted(TwinShell::Sh, "my key").as_deref(), Some("'my key'"));
        assert_eq!(
            quoted(TwinShell::PowerShell, "my key").as_deref(),
            Some("'my key'")
        );
        assert_eq!(
            quoted(TwinShell::Cmd, "my key").as_deref(),
            Some("^\"my key^\"")
        );
    }
}
