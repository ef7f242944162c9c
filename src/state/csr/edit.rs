//! Editing the pasted text: parts go together with what separates them, names join at the end.

use std::ops::Range;

/// The text without these parts.
pub fn without(text: &str, spans: &[Range<usize>]) -> String {
    let mut spans: Vec<Range<usize>> = spans.iter().map(|span| widened(text, span)).collect();
    spans.sort_by_key(|span| span.start);
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        if span.start > at {
            left.push_str(text.get(at..span.start).unwrap_or_default());
        }
        at = at.max(span.end);
    }
    left.push_str(text.get(at..).unwrap_or_default());
    if left.trim().is_empty() {
        return String::new();
    }
    // The last name may have lost what came after it, never what a name itself is made of.
    match text.len() == at {
        true => left.trim_end_matches(is_separator).to_owned(),
        false => left,
    }
}

/// The text and one more name.
pub fn with(text: &str, name: &str) -> String {
    let before = text.trim_end_matches(is_separator);
    match before.is_empty() {
        true => name.to_owned(),
        false => format!("{before}\n{name}"),
    }
}

const fn is_separator(char: char) -> bool {
    matches!(
        char,
        ' ' | '\t' | '\r' | '\n' | ',' | ';' | '|' | '，' | '、' | '；'
    )
}

/// A part with the separators after it, up to the end of its line.
fn widened(text: &str, span: &Range<usize>) -> Range<usize> {
    let after = text.get(span.end..).unwrap_or_default();
    let mut end = span.end;
    for char in after.chars().take_while(|char| is_separator(*char)) {
        end += char.len_utf8();
        if char == '\n' {
            break;
        }
    }
    span.start..end
}

#[cfg(test)]
mod tests {
    use super::{with, without};

    #[test]
    fn a_name_goes_with_what_separates_it() {
        let text = "a.example, b.example\nc.example";
        assert_eq!(
            without(text, std::slice::from_ref(&(0..9))),
            "b.example\nc.example"
        );
        assert_eq!(
            without(text, std::slice::from_ref(&(11..20))),
            "a.example, c.example"
        );
        assert_eq!(
            without(text, std::slice::from_ref(&(21..30))),
            "a.example, b.example"
        );
        assert_eq!(without(text, &[0..9, 11..20, 21..30]), "");
    }

    #[test]
    fn a_name_joins_on_a_line_of_its_own() {
        assert_eq!(with("", "a.example"), "a.example");
        assert_eq!(with("a.example,\n ", "b.example"), "a.example\nb.example");
    }
}
