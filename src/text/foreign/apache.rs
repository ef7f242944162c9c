//! A directive's argument in an Apache httpd configuration file.

/// The text as one argument; `None` when it holds hidden characters, or `${` or `%{`, which httpd may
/// expand and has no escape for.
pub fn apache(text: &str) -> Option<String> {
    super::server::word(text, &["${", "%{"])
}

#[cfg(test)]
mod tests {
    use super::apache;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// As ap_getword_conf reads a word: in quotes a backslash counts before a backslash or the quote.
    fn undo(quoted: &str) -> String {
        if !quoted.starts_with('"') {
            assert!(!quoted.contains([' ', '\'', '<', '>', '#', '\\']));
            return quoted.to_owned();
        }
        let mut out = String::new();
        let mut chars = quoted.strip_prefix('"').unwrap().chars().peekable();
        loop {
            match chars.next().expect("the quote ends") {
                '"' => break,
                '\\' if matches!(chars.peek(), Some('\\' | '"')) => out.extend(chars.next()),
                char => out.push(char),
            }
        }
        assert_eq!(chars.next(), None);
        out
    }

    #[test]
    fn every_name_stays_one_argument() {
        for name in NAMES {
            match apache(name) {
                Some(quoted) => assert_eq!(undo(&quoted), *name),
                None => assert!(!is_plain(name) || name.contains("${")),
            }
        }
    }
}
