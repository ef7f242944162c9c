//! Setting of running text: the space between Han and Latin, columns that a character takes, wrapping.

use std::borrow::Cow;

use super::Lang;

/// Whether a character is a Han ideograph.
pub fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

fn is_latin_or_digit(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '\u{C0}'..='\u{24F}')
}

/// Puts one space between Han and Latin or digits, and takes single spaces between Han away.
/// For our own words only: foreign names keep the spaces they have.
pub fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(char) = chars.next() {
        let next = chars.peek().copied();
        let is_between_han = char == ' ' && before.is_some_and(is_han) && next.is_some_and(is_han);
        if is_between_han {
            continue;
        }
        if before.is_some_and(|before| needs_space(before, char)) {
            out.push(' ');
        }
        out.push(char);
        before = Some(char);
    }
    out
}

fn needs_space(left: char, right: char) -> bool {
    is_han(left) && is_latin_or_digit(right) || is_latin_or_digit(left) && is_han(right)
}

/// A text as it stands after Han: with a space before when it begins with Latin or digits.
pub fn after_han(text: &str) -> Cow<'_, str> {
    if text.chars().next().is_some_and(is_latin_or_digit) {
        Cow::Owned(format!(" {text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text as it stands before Han: with a space behind when it ends in Latin or digits.
pub fn before_han(text: &str) -> Cow<'_, str> {
    if text.chars().next_back().is_some_and(is_latin_or_digit) {
        Cow::Owned(format!("{text} "))
    } else {
        Cow::Borrowed(text)
    }
}

/// Sentences after each other: with a space in English, without in Chinese.
pub fn sentences<T: AsRef<str>>(lang: Lang, parts: &[T]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(AsRef::as_ref)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(lang.pick(" ", ""))
}

/// Columns that a character takes in a terminal: 0 for combining marks, 2 for wide ones.
pub fn columns_of(char: char) -> usize {
    match char {
        '\u{300}'..='\u{36F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{20D0}'..='\u{20FF}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{33FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{A000}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F680}'..='\u{1F6FF}'
        | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}

/// Columns that a text takes in a terminal.
pub fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// The text followed by spaces up to a width in columns.
pub fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Breaks a paragraph into lines of at most `width` columns: at spaces, and between wide characters
/// as long as no closing mark begins a line. A word that is wider stands alone, unbroken, so that
/// names and paths can be copied.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if columns(&line) + columns(piece.trim_end()) > width && !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
            line = String::new();
        }
        if !(line.is_empty() && piece.trim().is_empty()) {
            line.push_str(piece);
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Cuts a text where a line may break; each piece keeps its trailing spaces.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (index, char) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, char)) {
            pieces.extend(text.get(start..index));
            start = index;
        }
        before = Some(char);
    }
    pieces.extend(text.get(start..));
    pieces
}

fn may_break(left: char, right: char) -> bool {
    if left == ' ' {
        return right != ' ';
    }
    let is_wide = columns_of(left) == 2 || columns_of(right) == 2;
    is_wide && right != ' ' && !is_closing(right) && !is_opening(left)
}

fn is_closing(char: char) -> bool {
    "，。、；：！？）】》」』”’%),.;:!?…".contains(char)
}

fn is_opening(char: char) -> bool {
    "（【《「『“‘(".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_and_latin_stand_apart() {
        assert_eq!(spaced("缺少2个IIS文件"), "缺少 2 个 IIS 文件");
        assert_eq!(spaced("证书 和 私钥"), "证书和私钥");
        assert_eq!(spaced("例，PFX"), "例，PFX");
        assert_eq!(spaced("already fine"), "already fine");
    }

    #[test]
    fn lines_stay_within_the_width() {
        let english = wrapped("The intermediate is missing from this file", 16);
        assert_eq!(
            english,
            ["The intermediate", "is missing from", "this file"]
        );
        let chinese = wrapped("证书、私钥和证书链相互匹配。", 10);
        assert!(
            chinese.iter().all(|line| columns(line) <= 12),
            "{chinese:?}"
        );
        assert!(
            chinese.iter().all(|line| !line.starts_with(['。', '、'])),
            "{chinese:?}"
        );
        assert_eq!(
            wrapped("a-name-that-is-longer.example.com x", 10),
            ["a-name-that-is-longer.example.com", "x"]
        );
        assert!(wrapped("", 10).is_empty());
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(columns("证书 a"), 6);
        assert_eq!(padded("证书", 6), "证书  ");
    }
}
