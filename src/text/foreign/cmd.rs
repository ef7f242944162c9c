//! One argument of a program called from cmd.exe: first quoted for the program
//! (CommandLineToArgvW), then carets before everything that cmd itself would act on.

/// The text as exactly one argument; `None` when it holds hidden characters, or `%` or `!`, which cmd
/// expands differently at the prompt and in a batch file, so that no spelling is right in both.
pub fn cmd(text: &str) -> Option<String> {
    if !super::is_plain(text) || text.contains(['%', '!']) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for char in argument(text).chars() {
        if "()^\"<>&|".contains(char) {
            out.push('^');
        }
        out.push(char);
    }
    Some(out)
}

/// Quotes for the program's own splitting: backslashes count double before a quote.
fn argument(text: &str) -> String {
    let needs_quotes =
        text.is_empty() || text.contains([' ', '\t', '"', ',', ';', '=', '\'', '`', '@']);
    if !needs_quotes {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    let mut slashes = 0;
    for char in text.chars() {
        match char {
            '\\' => slashes += 1,
            '"' => {
                out.push_str(&"\\".repeat(slashes * 2 + 1));
                out.push('"');
                slashes = 0;
            }
            char => {
                out.push_str(&"\\".repeat(slashes));
                out.push(char);
                slashes = 0;
            }
        }
    }
    out.push_str(&"\\".repeat(slashes * 2));
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::cmd;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// What cmd hands over: a caret escapes the next character; nothing else may be special any more.
    fn undo_cmd(line: &str) -> String {
        let mut out = String::new();
        let mut chars = line.chars();
        while let Some(char) = chars.next() {
            match char {
                '^' => out.extend(chars.next()),
                '(' | ')' | '"' | '<' | '>' | '&' | '|' | '%' | '!' => {
                    panic!("{char} acts in {line}")
                }
                char => out.push(char),
            }
        }
        out
    }

    /// The documented splitting of CommandLineToArgvW.
    fn arguments(line: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut word: Option<String> = None;
        let (mut is_quoted, mut slashes) = (false, 0);
        for char in line.chars().chain([' ']) {
            if char == '\\' {
                slashes += 1;
                word.get_or_insert_default();
                continue;
            }
            if char == '"' {
                word.get_or_insert_default()
                    .push_str(&"\\".repeat(slashes / 2));
                if slashes % 2 == 1 {
                    word.get_or_insert_default().push('"');
                } else {
                    is_quoted = !is_quoted;
                }
            } else {
                if slashes > 0 {
                    word.get_or_insert_default().push_str(&"\\".repeat(slashes));
                }
                if char == ' ' && !is_quoted {
                    found.extend(word.take());
                } else {
                    word.get_or_insert_default().push(char);
                }
            }
            slashes = 0;
        }
        found
    }

    #[test]
    fn every_name_stays_one_argument() {
        for name in NAMES {
            match cmd(name) {
                Some(quoted) => assert_eq!(
                    arguments(&undo_cmd(&format!("{quoted} end"))),
                    [*name, "end"]
                ),
                None => assert!(!is_plain(name) || name.contains(['%', '!'])),
            }
        }
    }
}
