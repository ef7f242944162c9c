//! One string of a PowerShell command (about_Quoting_Rules).

/// The text in single quotes, in which nothing expands; `None` when it holds hidden characters.
/// PowerShell takes typographic single quotes for quotes too, so each is doubled.
pub fn powershell(text: &str) -> Option<String> {
    if !super::is_plain(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for char in text.chars() {
        if is_quote(char) {
            out.push(char);
        }
        out.push(char);
    }
    out.push('\'');
    Some(out)
}

fn is_quote(char: char) -> bool {
    matches!(char, '\'' | '\u{2018}'..='\u{201B}')
}

#[cfg(test)]
mod tests {
    use super::{is_quote, powershell};
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// Reads a single-quoted string as the tokenizer does: any of five quotes ends it unless another follows.
    fn undo(quoted: &str) -> Option<String> {
        let mut chars = quoted.strip_prefix('\'')?.chars().peekable();
        let mut out = String::new();
        while let Some(char) = chars.next() {
            if is_quote(char) {
                match chars.peek() {
                    Some(next) if is_quote(*next) => out.extend(chars.next()),
                    None => return Some(out),
                    Some(_) => return None,
                }
            } else {
                out.push(char);
            }
        }
        None
    }

    #[test]
    fn every_name_stays_one_string() {
        for name in NAMES {
            match powershell(name) {
                Some(quoted) => assert_eq!(undo(&quoted).as_deref(), Some(*name)),
                None => assert!(!is_plain(name)),
            }
        }
    }
}
