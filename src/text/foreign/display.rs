//! Foreign text for eyes: everything that hides or moves other text becomes ‹U+XXXX›.

use std::borrow::Cow;

/// The text as it may be shown in a terminal or window. Control characters, bidi controls, invisible
/// and private-use characters (which icon fonts draw) are spelt out; ordinary Arabic, Chinese and emoji
/// stay. One line always: line breaks are spelt out too. Distinct texts stay distinct.
pub fn display(text: &str) -> Cow<'_, str> {
    let is_hidden = |(index, char)| must_show(text, index, char);
    if !text.char_indices().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (index, char) in text.char_indices() {
        if must_show(text, index, char) {
            out.push_str(&format!("‹U+{:04X}›", u32::from(char)));
        } else {
            out.push(char);
        }
    }
    Cow::Owned(out)
}

/// The text as it may stand in a sentence: as [`display`], cut in the middle when longer than 120
/// characters, so that both ends of a name stay readable.
pub fn short(text: &str) -> Cow<'_, str> {
    const MOST: usize = 120;
    const END: usize = 40;
    if text.char_indices().nth(MOST).is_none() {
        return display(text);
    }
    let head: String = text.chars().take(MOST - END).collect();
    let mut tail: Vec<char> = text.chars().rev().take(END).collect();
    tail.reverse();
    let tail: String = tail.into_iter().collect();
    Cow::Owned(format!("{}…{}", display(&head), display(&tail)))
}

fn must_show(text: &str, index: usize, char: char) -> bool {
    let rest = text.get(index + char.len_utf8()..).unwrap_or_default();
    let before = || text.get(..index).and_then(|head| head.chars().next_back());
    match char {
        // The mark itself, where it would read like a spelt-out character.
        '‹' => rest.starts_with("U+"),
        '\u{200D}' => !(before().is_some_and(joins_emoji) && rest.starts_with(is_emoji)),
        '\u{200C}' => {
            !(before().is_some_and(is_joining_script) && rest.starts_with(is_joining_script))
        }
        '\u{FE0E}' | '\u{FE0F}' => !before().is_some_and(takes_variation),
        '\u{E0020}'..='\u{E007F}' => !ends_flag(text, index),
        '\u{E0100}'..='\u{E01EF}' => !before().is_some_and(crate::text::prose::is_han),
        _ => is_hidden(char),
    }
}

/// Whether the text before ends in a black flag with at most seven tags, as regional flags are written.
fn ends_flag(text: &str, index: usize) -> bool {
    let head = text.get(..index).unwrap_or_default();
    let is_tag = |char: &char| matches!(char, '\u{E0020}'..='\u{E007F}');
    head.chars().rev().take(8).find(|char| !is_tag(char)) == Some('🏴')
}

/// Whether a character ever hides or moves text, wherever it stands.
pub(super) fn hides(char: char) -> bool {
    is_hidden(char) || matches!(char, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}')
}

fn is_hidden(char: char) -> bool {
    char.is_control() || is_bidi_control(char) || is_invisible(char) || is_private(char)
}

/// Characters that reorder what stands around them (UAX 9).
fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Characters without a glyph of their own: zero-width, fillers, separators, tags.
fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{AD}'
            | '\u{34F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0D}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

fn is_private(char: char) -> bool {
    matches!(char, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn is_emoji(char: char) -> bool {
    matches!(char, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}')
}

fn joins_emoji(char: char) -> bool {
    is_emoji(char) || char == '\u{FE0F}'
}

/// Signs that exist both as text and as picture, so a variation selector means something.
fn takes_variation(char: char) -> bool {
    is_emoji(char)
        || matches!(char, '#' | '*' | '0'..='9' | '©' | '®' | '\u{2000}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}')
}

/// Scripts in which a zero-width non-joiner changes how letters look.
fn is_joining_script(char: char) -> bool {
    matches!(char, '\u{600}'..='\u{77F}' | '\u{900}'..='\u{D7F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::display;
    use crate::text::foreign::hostile::NAMES;
    use std::borrow::Cow;

    /// Reads ‹U+XXXX› back, as a person would.
    fn undo(shown: &str) -> String {
        let mut out = String::new();
        let mut rest = shown;
        while let Some((head, tail)) = rest.split_once("‹U+") {
            let (code, tail) = tail.split_once('›').unwrap();
            out.push_str(head);
            out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            rest = tail;
        }
        out + rest
    }

    #[test]
    fn hostile_names_are_shown_and_stay_distinct() {
        for name in NAMES {
            let shown = display(name);
            assert_eq!(undo(&shown), *name);
            assert!(!shown.chars().any(char::is_control), "{shown}");
        }
    }

    #[test]
    fn ordinary_names_of_the_world_stay_untouched() {
        for name in [
            "shop.example.com",
            "北京例子科技有限公司",
            "شركة المثال",
            "می‌خواهم",
            "👩‍💻 кофе ☕️",
            "bücher.example",
            "‹angle›",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        ] {
            assert!(
                matches!(display(name), Cow::Borrowed(_)),
                "{}",
                display(name)
            );
        }
    }

    #[test]
    fn what_hides_or_moves_text_is_spelt_out() {
        assert_eq!(display("a\u{1b}[31m"), "a‹U+001B›[31m");
        assert_eq!(display("gro\u{202e}moc"), "gro‹U+202E›moc");
        assert_eq!(display("pay\u{200d}pal"), "pay‹U+200D›pal");
        assert_eq!(display("icon \u{e184}"), "icon ‹U+E184›");
        assert_eq!(display("two\nlines"), "two‹U+000A›lines");
        assert_eq!(display("‹U+001B›"), "‹U+2039›U+001B›");
    }
}
