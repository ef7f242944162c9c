//! JSON text for terminals.

use super::display::hides;

/// A serialised document in which every hidden character is written as `\uXXXX`: the same data, harmless
/// in a terminal. Outside its strings JSON has no character of that kind but line breaks, which stay.
pub fn json_text(document: &str) -> String {
    let mut out = String::with_capacity(document.len());
    for char in document.chars() {
        if char != '\n' && hides(char) {
            let mut units = [0; 2];
            for unit in char.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(char);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::json_text;
    use crate::text::foreign::{display, hostile::NAMES};

    #[test]
    fn every_name_comes_back_and_hides_nothing() {
        for name in NAMES {
            let shown = json_text(&serde_json::to_string_pretty(&[name]).unwrap());
            let read: Vec<String> = serde_json::from_str(&shown).unwrap();
            assert_eq!(read, [*name]);
            for line in shown.lines() {
                assert!(!display(line).contains("‹U+"), "{line}");
            }
        }
    }
}
