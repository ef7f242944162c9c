//! File names made from common names, alternative names and aliases.

/// Most bytes of a name, so that an extension and a number still fit every file system.
const MOST_BYTES: usize = 100;

/// A file name without folder: letters, digits, `-`, `_` and `.`; anything else becomes `_`. Never
/// empty, never hidden, never a device of Windows, never ends in a dot.
pub fn file_name(text: &str) -> String {
    let mut name = String::new();
    for char in text.trim().trim_start_matches('.').chars() {
        let char = if is_kept(char) { char } else { '_' };
        if name.len() + char.len_utf8() > MOST_BYTES {
            break;
        }
        name.push(char);
    }
    let name = name.trim_end_matches('.');
    if name.is_empty() {
        return "certificate".to_owned();
    }
    if is_reserved(name) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

fn is_kept(char: char) -> bool {
    char.is_alphanumeric() && !matches!(char, '¹' | '²' | '³') || matches!(char, '-' | '_' | '.')
}

/// Device names of Windows, whatever extension follows.
fn is_reserved(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let is_numbered = |prefix: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.chars().all(|char| char.is_ascii_digit()))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || is_numbered("COM")
        || is_numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use crate::text::foreign::hostile::NAMES;
    use std::path::{Component, Path};

    #[test]
    fn no_name_leaves_its_folder() {
        let long = "很长的名字".repeat(80);
        for name in NAMES.iter().copied().chain([
            long.as_str(),
            "..",
            ".",
            "...",
            "a/..",
            "COM1",
            "lpt9.crt",
            "COM\u{b9}",
        ]) {
            let made = file_name(name);
            let parts: Vec<Component<'_>> = Path::new(&made).components().collect();
            assert!(
                matches!(parts.as_slice(), [Component::Normal(_)]),
                "{name:?} became {made:?}"
            );
            assert!(
                made.len() <= 101 && !made.ends_with(['.', ' ']) && !made.starts_with('.'),
                "{made:?}"
            );
            assert!(
                made.chars()
                    .all(|char| char.is_alphanumeric() || "-_.".contains(char)),
                "{made:?}"
            );
        }
    }

    #[test]
    fn ordinary_names_stay_readable() {
        assert_eq!(file_name("*.example.com"), "_.example.com");
        assert_eq!(file_name("con"), "_con");
        assert_eq!(file_name("nul.pem"), "_nul.pem");
        assert_eq!(file_name("console.example.com"), "console.example.com");
        assert_eq!(file_name("北京例子"), "北京例子");
        assert_eq!(file_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(file_name(""), "certificate");
    }
}
