//! Addresses of images to choose from (WHATWG HTML section 4.8.4.2.2, parsing a srcset attribute).

/// Every address of the attribute, in order.
pub fn srcset(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == ',');
        if rest.is_empty() {
            return all;
        }
        let end = rest
            .find(|char: char| char.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (address, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let bare = address.trim_end_matches(',');
        all.extend((!bare.is_empty()).then_some(bare));
        rest = match bare.len() < address.len() {
            true => behind,
            false => after_descriptors(behind),
        };
    }
}

/// What stands behind the comma that ends the descriptors; commas within parentheses do not.
fn after_descriptors(text: &str) -> &str {
    let mut is_inside = false;
    for (at, char) in text.char_indices() {
        match char {
            '(' => is_inside = true,
            ')' => is_inside = false,
            ',' if !is_inside => return text.get(at..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::srcset;

    #[test]
    fn commas_part_candidates_and_may_stand_in_addresses() {
        for (text, expected) in [
            ("a.png", vec!["a.png"]),
            ("a.png 1x, b.png 2x", vec!["a.png", "b.png"]),
            ("a.png, b.png 2x", vec!["a.png", "b.png"]),
            ("a.png 100w,b.png 200w", vec!["a.png", "b.png"]),
            ("a,b.png 1x", vec!["a,b.png"]),
            ("a.png,b.png", vec!["a.png,b.png"]),
            ("  a.png\n\t1x ,\n b.png", vec!["a.png", "b.png"]),
            ("a.png,, b.png", vec!["a.png", "b.png"]),
            (
                "data:image/png;base64,AA 1x, http://x/b 2x",
                vec!["data:image/png;base64,AA", "http://x/b"],
            ),
            ("a.png (1,2) , b.png", vec!["a.png", "b.png"]),
            ("a.png (1, b.png 2x", vec!["a.png"]),
            (" , ", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(srcset(text), expected, "{text}");
        }
    }
}
