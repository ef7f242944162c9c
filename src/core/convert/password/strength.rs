//! How strong a typed password looks by its length and kinds of characters. It knows no dictionary and
//! cannot know what others can guess; well-known patterns count for little.

use zeroize::Zeroizing;

/// How strong a password looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Under 28 bits: guessed in moments.
    VeryWeak,
    /// Under 45 bits: guessed within hours.
    Weak,
    /// Under 64 bits.
    Fair,
    /// Under 100 bits.
    Strong,
    /// 100 bits and more.
    VeryStrong,
}

impl Strength {
    /// All, the weakest first.
    pub const ALL: [Self; 5] = [
        Self::VeryWeak,
        Self::Weak,
        Self::Fair,
        Self::Strong,
        Self::VeryStrong,
    ];
}

/// Words that everybody tries first, in small letters; Java's own default among them.
const WORDS: &[&str] = &[
    "password",
    "passwort",
    "passwd",
    "changeit",
    "changeme",
    "keystore",
    "keypass",
    "secret",
    "admin",
    "administrator",
    "letmein",
    "welcome",
    "iloveyou",
    "monkey",
    "dragon",
    "tomcat",
    "server",
    "woaini",
    "mima",
];
/// Rows of the usual keyboards; along them each further key counts for little, either way.
const ROWS: &[&str] = &[
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
];
/// What a character counts that continues a pattern, in tenths.
const CONTINUED: usize = 1;

/// The strength by length and kinds.
pub(super) fn of(text: &str) -> Strength {
    let mut folded = Zeroizing::new(Vec::with_capacity(text.len()));
    folded.extend(text.chars().map(fold));
    let tenths = counted_tenths(&folded);
    let bits = bits_of_pool(text).saturating_mul(tenths) / 100;
    match bits {
        0..28 => Strength::VeryWeak,
        28..45 => Strength::Weak,
        45..64 => Strength::Fair,
        64..100 => Strength::Strong,
        _ => Strength::VeryStrong,
    }
}

/// A kind of characters and how many there are.
type Kind = (fn(char) -> bool, u32);

/// Bits of one character drawn from the kinds that are there, in tenths.
fn bits_of_pool(text: &str) -> usize {
    let kinds: [Kind; 5] = [
        (|char| char.is_ascii_lowercase(), 26),
        (|char| char.is_ascii_uppercase(), 26),
        (|char| char.is_ascii_digit(), 10),
        (|char| char.is_ascii() && !char.is_ascii_alphanumeric(), 33),
        (|char| !char.is_ascii(), 100),
    ];
    let pool: u32 = kinds
        .iter()
        .filter(|(is_kind, _)| text.chars().any(is_kind))
        .map(|(_, size)| size)
        .sum();
    (f64::from(pool.max(1)).log2() * 10.0) as usize
}

/// Small letters, and letters for the signs that stand for them in `P@ssw0rd`.
fn fold(char: char) -> char {
    match char.to_ascii_lowercase() {
        '@' => 'a',
        '$' => 's',
        other => other,
    }
}

/// How many characters count, in tenths: a common word is one, what continues a row nearly nothing.
fn counted_tenths(text: &[char]) -> usize {
    let mut tenths = 0;
    let mut rest = text;
    let mut before = None;
    // Two neighbours are chance; from the third on it is a pattern.
    let mut neighbours = 0;
    while let Some((&first, after)) = rest.split_first() {
        if let Some(behind) = WORDS.iter().find_map(|word| behind_word(rest, word)) {
            tenths += 10;
            rest = behind;
            before = None;
            continue;
        }
        neighbours = match before {
            Some(before) if continues(before, first) => neighbours + 1,
            _ => 0,
        };
        tenths += if neighbours > 1 { CONTINUED } else { 10 };
        before = Some(first);
        rest = after;
    }
    tenths
}

/// What follows the word, when the text begins with it; 0 stands for o as well.
fn behind_word<'a>(text: &'a [char], word: &str) -> Option<&'a [char]> {
    let mut rest = text;
    for wanted in word.chars() {
        let (&found, after) = rest.split_first()?;
        let is_same = found == wanted
            || matches!(
                (found, wanted),
                ('0', 'o') | ('1', 'i' | 'l') | ('3', 'e') | ('5', 's')
            );
        if !is_same {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// Whether `next` repeats `before`, is its neighbour in the alphabet or on the keyboard.
fn continues(before: char, next: char) -> bool {
    let (low, high) = (
        u32::from(before).min(u32::from(next)),
        u32::from(before).max(u32::from(next)),
    );
    let in_row = |row: &&str| {
        let place = |wanted: char| row.chars().position(|char| char == wanted);
        matches!((place(before), place(next)), (Some(one), Some(other)) if one.abs_diff(other) <= 1)
    };
    high - low <= 1 || ROWS.iter().any(in_row)
}

#[cfg(test)]
mod tests {
    use super::Strength::*;
    use super::of;

    #[test]
    fn what_everybody_tries_first_is_very_weak_however_long() {
        for text in [
            "",
            "a",
            "123456",
            "password",
            "P@ssw0rd",
            "changeit",
            "qwertyuiop",
            "aaaaaaaaaaaaaaaaaaaa",
            "abcdefghijklmnop",
            "1234567890",
            "Password123",
            "asdfghjkl",
            "adminadmin",
        ] {
            assert_eq!(of(text), VeryWeak, "{text}");
        }
    }

    #[test]
    fn length_and_kinds_make_it_stronger() {
        assert_eq!(of("k7mz4tq"), Weak);
        assert_eq!(of("K7m!z4tqX"), Fair);
        assert_eq!(of("K7m!z4tqXw9p"), Strong);
        assert_eq!(of("d8NcV5tZaR4wK7mz4tqXw9p"), VeryStrong);
    }
}
