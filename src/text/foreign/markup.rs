//! What HTML and XML share: the five characters that act in content and in attribute values.

/// The text with each of the five replaced; the apostrophe's entity differs between the two.
pub(super) fn escaped(text: &str, apostrophe: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str(apostrophe),
            char => out.push(char),
        }
    }
    out
}
