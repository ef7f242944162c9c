//! A value in an INF file for certreq.

/// The text in quotes; `None` when it holds hidden characters. In an INF a quote is doubled, and so
/// is the percent sign that begins a string token.
pub fn certreq_inf(text: &str) -> Option<String> {
    if !super::is_plain(text) {
        return None;
    }
    Some(format!(
        "\"{}\"",
        text.replace('"', "\"\"").replace('%', "%%")
    ))
}

#[cfg(test)]
mod tests {
    use super::certreq_inf;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// As the general syntax rules for INF files read a quoted value.
    fn undo(quoted: &str) -> String {
        let inner = quoted.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
        let mut out = String::new();
        let mut chars = inner.chars();
        while let Some(char) = chars.next() {
            if matches!(char, '"' | '%') {
                assert_eq!(chars.next(), Some(char), "{char} acts in {quoted}");
            }
            out.push(char);
        }
        out
    }

    #[test]
    fn every_name_stays_one_value() {
        for name in NAMES {
            match certreq_inf(name) {
                Some(quoted) => assert_eq!(undo(&quoted), *name),
                None => assert!(!is_plain(name)),
            }
        }
    }
}
