//! A parameter in an nginx configuration file.

/// The text as one parameter; `None` when it holds hidden characters, or `$`, which nginx expands in
/// many directives and has no escape for.
pub fn nginx(text: &str) -> Option<String> {
    super::server::word(text, &["$"])
}

#[cfg(test)]
mod tests {
    use super::nginx;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// As ngx_conf_read_token reads a parameter.
    fn undo(quoted: &str) -> String {
        if !quoted.starts_with('"') {
            assert!(!quoted.contains([' ', ';', '{', '}', '#', '\'', '"', '\\']));
            return quoted.to_owned();
        }
        let mut out = String::new();
        let mut chars = quoted.strip_prefix('"').unwrap().chars();
        loop {
            match chars.next().expect("the quote ends") {
                '"' => break,
                '\\' => match chars.next().unwrap() {
                    char @ ('"' | '\'' | '\\') => out.push(char),
                    't' => out.push('\t'),
                    'r' => out.push('\r'),
                    'n' => out.push('\n'),
                    char => out.extend(['\\', char]),
                },
                char => out.push(char),
            }
        }
        assert_eq!(chars.as_str(), "");
        out
    }

    #[test]
    fn every_name_stays_one_parameter() {
        for name in NAMES {
            match nginx(name) {
                Some(quoted) => assert_eq!(undo(&quoted), *name),
                None => assert!(!is_plain(name) || name.contains('$')),
            }
        }
    }
}
