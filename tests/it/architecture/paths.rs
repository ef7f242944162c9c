//! Finds the module paths that a source names, and resolves them to the crate's root.
//! Groups (`use crate::{core::x, state}`), `super` chains and macros (`$crate::…`) are all seen.

use super::source::{Source, Spot, Token};

/// A path as written, word by word; `*` for a glob.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub words: Vec<String>,
    pub line: usize,
    /// Inline modules around it.
    pub modules: Vec<String>,
    pub in_test: bool,
    /// Renamed by `as`.
    pub renamed: bool,
}

/// Every path of two words or more, and lone `crate`, `self` and `super`.
pub fn all(source: &Source) -> Vec<Path> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.spots.len() {
        if matches!(&source.spots[at].token, Token::Word(_)) {
            at = tree(&source.spots, at, &[], &mut found).max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one path or group from `at`, and returns where it ended.
fn tree(spots: &[Spot], mut at: usize, prefix: &[String], found: &mut Vec<Path>) -> usize {
    let mut words = prefix.to_vec();
    let start = at;
    loop {
        match spots.get(at).map(|spot| &spot.token) {
            Some(Token::Word(word)) => words.push(word.clone()),
            Some(Token::Sign('*')) if words.len() > prefix.len() || !prefix.is_empty() => {
                words.push("*".to_owned());
            }
            Some(Token::Sign('{')) if !words.is_empty() && at > start => {
                return group(spots, at, &words, found);
            }
            Some(Token::Sign('{')) if !prefix.is_empty() => {
                return group(spots, at, &words, found);
            }
            _ => break,
        }
        at += 1;
        if spots.get(at).map(|spot| &spot.token) != Some(&Token::Separator) {
            break;
        }
        at += 1;
    }
    if let Some(spot) = spots.get(start) {
        found.push(Path {
            words,
            line: spot.line,
            modules: spot.modules.clone(),
            in_test: spot.in_test,
            renamed: spots.get(at).is_some_and(|spot| spot.is_word("as")),
        });
    }
    at
}

fn group(spots: &[Spot], open: usize, prefix: &[String], found: &mut Vec<Path>) -> usize {
    let mut at = open + 1;
    while let Some(spot) = spots.get(at) {
        if spot.is_sign('}') {
            return at + 1;
        }
        at = if spot.is_sign(',') || spot.is_word("as") {
            at + 1
        } else {
            tree(spots, at, prefix, found).max(at + 1)
        };
    }
    at
}

impl Path {
    /// The path from the crate's root for one that begins with `crate`, `self` or `super`;
    /// `file_module` is the module that the file itself is.
    pub fn resolved(&self, file_module: &[String]) -> Option<Vec<String>> {
        let mut here: Vec<String> = file_module.iter().chain(&self.modules).cloned().collect();
        let mut rest = self.words.as_slice();
        match rest.first()?.as_str() {
            "crate" | "certwright" => {
                here.clear();
                rest = &rest[1..];
            }
            "self" | "super" => {}
            _ => return None,
        }
        for word in rest {
            match word.as_str() {
                "self" => {}
                "super" => {
                    here.pop();
                }
                word => here.push(word.to_owned()),
            }
        }
        Some(here)
    }

    /// Whether the path begins with the words of `start`, as `std::fs` does in `std::fs::read`.
    pub fn begins_with(&self, start: &str) -> bool {
        let mut words = self.words.iter();
        start
            .split("::")
            .all(|word| words.next().is_some_and(|found| found == word))
    }
}
