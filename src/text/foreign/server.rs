//! What files of server configuration share: a word is bare where nothing in it acts. nginx and Apache
//! httpd otherwise put it in double quotes, with backslash and quote escaped.

/// The text as one word; `None` when it holds hidden characters or what the server would expand.
pub(super) fn word(text: &str, expansions: &[&str]) -> Option<String> {
    if !super::is_plain(text) || expansions.iter().any(|begin| text.contains(begin)) {
        return None;
    }
    if is_bare(text) {
        return Some(text.to_owned());
    }
    let inner = text.replace('\\', "\\\\").replace('"', "\\\"");
    Some(format!("\"{inner}\""))
}

/// Whether no character of the word means anything to any of these servers.
pub(super) fn is_bare(text: &str) -> bool {
    let is_harmless = |char: char| char.is_ascii_alphanumeric() || "-_./:*@+,".contains(char);
    !text.is_empty() && text.chars().all(is_harmless)
}
