//! Which entries a search is for: every word has to stand somewhere in them, whatever its case.

use super::{Entry, Search};
use crate::core::artifact::Fingerprint;
use crate::core::x509::a_labels;

/// Fewer digits than this fit too many fingerprints to mean one.
const HEX_DIGITS: usize = 4;

/// One word that is looked for.
pub struct Word {
    folded: String,
    /// The same as a name is written in a certificate, where it is in another script.
    a_labels: Option<String>,
    /// The same as the beginning of a fingerprint, where it can be one; colons do not count.
    hex: Option<String>,
}

impl Word {
    /// Whether it stands in an entry with this text, or begins one of its fingerprints.
    pub fn fits(&self, folded: &str, fingerprints: &[Fingerprint]) -> bool {
        let begins = |hex: &String| {
            let mut all = fingerprints.iter().map(ToString::to_string);
            all.any(|fingerprint| fingerprint.starts_with(hex))
        };
        let has_name = |name: &String| folded.contains(name);
        folded.contains(&self.folded)
            || self.a_labels.as_ref().is_some_and(has_name)
            || self.hex.as_ref().is_some_and(begins)
    }
}

impl Search {
    /// Its words, ready to be looked for.
    pub fn split(&self) -> Vec<Word> {
        self.words.split_whitespace().map(word).collect()
    }
}

impl Entry {
    /// All its text, folded, a part a line: what the words of a search are looked for in.
    pub fn folded(&self) -> String {
        let made = &self.made;
        let paths = made.kept.iter().map(|kept| kept.path.to_string_lossy());
        let mut parts = vec![
            made.subject.clone(),
            made.key_kind.clone(),
            self.note.clone(),
        ];
        parts.extend(made.names.iter().cloned());
        parts.extend(paths.map(|path| path.into_owned()));
        fold(&parts.join("\n"))
    }

    /// Whether all these words fit.
    pub fn fits(&self, words: &[Word]) -> bool {
        let (folded, prints) = (self.folded(), [self.made.key, self.made.request]);
        words.iter().all(|word| word.fits(&folded, &prints))
    }
}

fn word(text: &str) -> Word {
    let digits = text.replace(':', "").to_ascii_lowercase();
    let is_hex = digits.len() >= HEX_DIGITS && digits.chars().all(|c| c.is_ascii_hexdigit());
    Word {
        folded: fold(text),
        a_labels: (!text.is_ascii()).then(|| a_labels(text).into_owned()),
        hex: is_hex.then_some(digits),
    }
}

/// One form for all cases of a text. Letter by letter, so that a part of a text folds as it does in the
/// whole: by way of capitals, for letters that have two small forms.
fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn letters_of_every_case_fold_alike_in_parts_and_whole() {
        assert_eq!(fold("ΟΔΟΣ"), fold("οδος"));
        assert!(fold("Straße").contains(&fold("STRASSE")));
        assert!(fold("ПРИМЕР.рф").contains(&fold("пример")));
        assert!(fold("οδοσήμανση").contains(&fold("ΟΔΟΣ")));
    }
}
