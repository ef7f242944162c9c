//! Pasted text put right: characters without a width, full-width letters, curly quotes.

/// The text without what mailers, word processors and input methods put in, and how many characters changed.
pub(super) fn cleaned(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut changed = 0;
    for char in text.chars() {
        let new = match char {
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{AD}' => None,
            '\u{A0}' | '\u{3000}' | '\u{2007}' | '\u{202F}' => Some(' '),
            '“' | '”' | '„' | '«' | '»' | '「' | '」' => Some('"'),
            '‘' | '’' => Some('\''),
            '。' | '．' => Some('.'),
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            other => Some(other),
        };
        // Colons and commas are full-width in any Chinese sentence, and a line break is no fault.
        let is_usual = matches!(
            char,
            '\r' | '：' | '，' | '。' | '（' | '）' | '；' | '\u{3000}'
        );
        changed += usize::from(new != Some(char) && !is_usual);
        out.extend(new);
    }
    (out, changed)
}

/// A value without quotes around it, and the strings of a zone file put together: `"a" "b"` is `ab`.
pub(super) fn unquoted(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\'', '`'] {
        let inner = value
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote));
        let Some(inner) = inner else { continue };
        let parts: Vec<&str> = inner.split(quote).collect();
        // Every second part lies between two strings.
        let mut between = parts.iter().skip(1).step_by(2);
        if between.all(|part| part.trim().is_empty()) {
            let strings: Vec<&str> = parts.into_iter().step_by(2).collect();
            return strings.concat();
        }
    }
    value.to_owned()
}

/// A word without quotes, brackets and marks around it.
pub(super) fn bare(word: &str) -> &str {
    let word = word.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, '"' | '\'' | '`' | '<' | '>' | '(' | ')' | '[' | ']')
    });
    word.trim_end_matches([',', ';', ':'])
}
