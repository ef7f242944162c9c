//! The switches of an entry, by the place of their row. Labels are never looked at.
//!
//! Up to its second CTL row an entry looks alike in every Windows, and further switches were only ever
//! added below: 13 rows in Vista, then "reject" (8), "HTTP/2" (10), and the rest in one step, 23 rows in
//! Server 2022 and 25 in Server 2025 (compared in published listings of those versions). A number of rows
//! between 15 and 23 would leave open which ones are missing, so only the first 15 are read of those.

use super::super::super::flags::HttpSysFlags;

/// Rows that are looked at.
pub(super) const ROWS: usize = 25;
/// Rows of the first version that has them all in a known order.
const FULL: u16 = 23;
/// Words told apart in one listing; a real one has four, and `(null)`, numbers and stores of trust lists.
const WORDS: usize = 64;
/// A word beyond those.
const OTHER: u8 = u8::MAX;

/// Row, counted from 0 at the key, and its bit (`HTTP_SERVICE_CONFIG_SSL_FLAG_…` in http.h; 0x8000 is not
/// published and left out).
const BITS: &[(usize, u32)] = &[
    (11, 0x1),
    (12, 0x2),
    (13, 0x8),
    (14, 0x10),
    (15, 0x20),
    (16, 0x1000),
    (17, 0x40),
    (18, 0x80),
    (19, 0x100),
    (20, 0x200),
    (21, 0x400),
    (22, 0x800),
    (23, 0x4000),
];
/// Rows of which everything is known as soon as there are as many.
const SURE: usize = 15;

/// Values for "on": Enabled and Set. What Windows writes in English; elsewhere a help, not a need.
const ON: &[&str] = &[
    "enabled",
    "set",
    "aktiviert",
    "festgelegt",
    "已启用",
    "启用",
    "已设置",
    "有効",
    "設定",
    "已啟用",
    "activé",
    "habilitado",
    "включено",
    "abilitato",
];
/// Values for "off": Disabled and Not Set.
const OFF: &[&str] = &[
    "disabled",
    "not set",
    "deaktiviert",
    "nicht festgelegt",
    "已禁用",
    "禁用",
    "未设置",
    "無効",
    "未設定",
    "已停用",
    "désactivé",
    "deshabilitado",
    "отключено",
    "disabilitato",
];

/// The words of one entry, by number.
#[derive(Clone, Copy)]
pub(super) struct Switches {
    words: [u8; ROWS],
    rows: u16,
    is_whole: bool,
}

/// The words of one listing and what they mean.
#[derive(Default)]
pub(super) struct Words<'t> {
    seen: Vec<(&'t str, Option<bool>)>,
    learnt: Option<(u8, u8)>,
    is_contradictory: bool,
}

impl<'t> Words<'t> {
    /// Keeps the words of an entry. `values` are its rows from the key on, `rows` is their full number.
    pub(super) fn keep(&mut self, values: &[&'t str], rows: u16) -> Switches {
        let mut words = [OTHER; ROWS];
        for (place, word) in words.iter_mut().enumerate() {
            let is_word = matches!(place, 4..=6 | 11..);
            if let (true, Some(value)) = (is_word, values.get(place)) {
                *word = self.number(value);
            }
        }
        let is_number = |place: usize| {
            let value = values.get(place).copied().unwrap_or_default();
            !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
        };
        let kept = Switches {
            words,
            rows,
            // The two numbers in their place prove that no row was left out before them.
            is_whole: is_number(7) && is_number(8),
        };
        self.learn(&kept);
        kept
    }

    fn number(&mut self, word: &'t str) -> u8 {
        let found = self.seen.iter().position(|(seen, _)| *seen == word);
        let at = found.unwrap_or(self.seen.len());
        if found.is_none() && at < WORDS {
            self.seen.push((word, meaning(word)));
        }
        match at < WORDS {
            true => u8::try_from(at).unwrap_or(OTHER),
            false => OTHER,
        }
    }

    /// Every entry begins with revocation checked, not only from the cache, and usage checked: two times
    /// the word for "on" around the word for "off".
    fn learn(&mut self, entry: &Switches) {
        let [_, _, _, _, revocation, cached, usage, ..] = entry.words;
        if !entry.is_whole || revocation != usage || revocation == cached {
            return;
        }
        match self.learnt {
            None => self.learnt = Some((revocation, cached)),
            Some(learnt) => self.is_contradictory |= learnt != (revocation, cached),
        }
    }

    /// What the entry switches on, as far as the words are understood.
    pub(super) fn flags(&self, entry: &Switches) -> HttpSysFlags {
        let mut bits = 0;
        if !entry.is_whole {
            return HttpSysFlags::default();
        }
        for (place, bit) in BITS {
            let is_known = *place < SURE || entry.rows >= FULL;
            let word = entry.words.get(*place).copied().unwrap_or(OTHER);
            if is_known && self.is_on(word) {
                bits |= bit;
            }
        }
        HttpSysFlags(bits)
    }

    fn is_on(&self, word: u8) -> bool {
        let known = self
            .seen
            .get(usize::from(word))
            .and_then(|(_, known)| *known);
        match (known, self.learnt) {
            (Some(known), _) => known,
            (None, Some((on, _))) => !self.is_contradictory && on == word,
            (None, None) => false,
        }
    }
}

fn meaning(word: &str) -> Option<bool> {
    let lower = word.to_lowercase();
    let is_in = |table: &[&str]| table.contains(&lower.as_str());
    match (is_in(ON), is_in(OFF)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{OFF, ON, Words};

    /// An entry of 15 rows with the words for on and off of any language.
    fn rows<'t>(on: &'t str, off: &'t str, last: [&'t str; 4]) -> Vec<&'t str> {
        let mut rows = vec!["", "", "", "", on, off, on, "0", "0", "(null)", "(null)"];
        rows.extend(last);
        rows
    }

    #[test]
    fn the_words_of_an_unknown_language_are_learnt_from_the_usual_entry() {
        let mut words = Words::default();
        let entry = words.keep(
            &rows(
                "Käytössä",
                "Ei käytössä",
                ["Ei käytössä", "Käytössä", "x", "y"],
            ),
            15,
        );
        assert_eq!(words.flags(&entry).0, 0x2);
        // Another entry says the opposite: nothing is known any more.
        words.keep(&rows("Ei käytössä", "Käytössä", ["", "", "", ""]), 15);
        assert_eq!(words.flags(&entry).0, 0);
    }

    #[test]
    fn rows_out_of_place_say_nothing() {
        let mut words = Words::default();
        let mut shifted = rows("Enabled", "Disabled", ["Enabled"; 4]);
        shifted.remove(6);
        let entry = words.keep(&shifted, 14);
        assert_eq!(words.flags(&entry).0, 0);
        let whole = words.keep(
            &rows(
                "Enabled",
                "Disabled",
                ["Enabled", "Enabled", "Enabled", "Set"],
            ),
            15,
        );
        assert_eq!(words.flags(&whole).0, 0x1b);
    }

    #[test]
    fn no_word_is_on_and_off() {
        assert!(ON.iter().all(|word| !OFF.contains(word)));
    }
}
