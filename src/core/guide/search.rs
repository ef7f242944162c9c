//! Finds answers by words in either language: Latin words by their beginnings, Han by pairs of characters.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::answer::{Block, Entry, Words};
use super::entries;

/// Weight of a word found in the question, the tags, the short answer, the rest.
const WEIGHTS: [u32; 4] = [12, 10, 4, 1];

/// Words that say nothing about what is looked for.
const IDLE: [&str; 38] = [
    "a",
    "an",
    "and",
    "are",
    "be",
    "can",
    "certificate",
    "certificates",
    "do",
    "does",
    "for",
    "have",
    "how",
    "i",
    "in",
    "is",
    "it",
    "may",
    "me",
    "my",
    "need",
    "of",
    "on",
    "or",
    "the",
    "to",
    "what",
    "when",
    "which",
    "why",
    "with",
    "证书",
    "如何",
    "怎么",
    "什么",
    "我",
    "的",
    "吗",
];

struct Indexed {
    entry: &'static Entry,
    /// Question, tags, short answer, the rest: both languages, in lower case.
    fields: [String; 4],
}

static INDEX: LazyLock<Vec<Indexed>> = LazyLock::new(|| {
    let indexed = entries().iter().map(|entry| Indexed {
        entry,
        fields: fields(entry),
    });
    indexed.collect()
});

/// The answers that fit the query, best first; all of them in order for an empty query.
pub fn search(query: &str) -> Vec<&'static Entry> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return entries().iter().collect();
    }
    let terms = terms(&query);
    let mut found: Vec<(u32, &'static Entry)> = INDEX
        .iter()
        .map(|indexed| (score(indexed, &query, &terms), indexed.entry))
        .filter(|(score, _)| *score > 0)
        .collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, entry)| entry).collect()
}

fn fields(entry: &Entry) -> [String; 4] {
    let both = [&entry.en, &entry.zh];
    let join = |part: fn(&Words) -> String| both.map(part).join("\n").to_lowercase();
    [
        join(|words| words.question.to_owned()),
        entry.tags.join("\n").to_lowercase(),
        join(|words| words.answer.to_owned()),
        join(rest),
    ]
}

fn rest(words: &Words) -> String {
    let mut lines = vec![words.next];
    for block in &words.explanation {
        match block {
            Block::Code(all) | Block::List(all) => lines.extend(all),
            Block::Paragraph(one) => lines.push(one),
        }
    }
    lines.join("\n")
}

/// Runs of one script; words that say nothing are left out unless there is nothing else.
fn terms(query: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut before = None;
    for char in query.chars() {
        let script = match char {
            _ if !(char.is_alphanumeric() || "*._-".contains(char)) => None,
            _ if char.is_ascii() => Some(true),
            _ => Some(false),
        };
        match (script, runs.last_mut()) {
            (None, _) => {}
            (Some(_), Some(run)) if script == before => run.push(char),
            (Some(_), _) => runs.push(char.to_string()),
        }
        before = script;
    }
    let (idle, telling): (Vec<String>, Vec<String>) = runs
        .into_iter()
        .partition(|run| IDLE.contains(&run.as_str()));
    if telling.is_empty() { idle } else { telling }
}

/// How well an answer fits; 0 where fewer than half of the terms are in it.
fn score(indexed: &Indexed, query: &str, terms: &[String]) -> u32 {
    if indexed.entry.id == query {
        return u32::MAX;
    }
    let scores: Vec<u32> = terms.iter().map(|term| of_term(indexed, term)).collect();
    let hits = scores.iter().filter(|score| **score > 0).count();
    if hits * 2 < terms.len() || hits == 0 {
        return 0;
    }
    let hits = u32::try_from(hits).unwrap_or(u32::MAX);
    scores.iter().sum::<u32>().saturating_mul(hits)
}

fn of_term(indexed: &Indexed, term: &str) -> u32 {
    let fields = indexed.fields.iter().zip(WEIGHTS);
    fields
        .map(|(field, weight)| weight * fit(field, term))
        .sum()
}

/// How a term is in a field: 4 as a whole word, 3 as the beginning of one, 2 within one, 0 not at all;
/// Han of which only some pairs are there count by their share.
fn fit(field: &str, term: &str) -> u32 {
    let is_latin = term.is_ascii();
    let best = field.match_indices(term).map(|(at, _)| {
        let edge = |char: Option<char>| !char.is_some_and(|char| char.is_ascii_alphanumeric());
        let before = field.get(..at).and_then(|text| text.chars().next_back());
        let after = field
            .get(at + term.len()..)
            .and_then(|text| text.chars().next());
        match (is_latin, edge(before), edge(after)) {
            (false, ..) | (true, true, true) => 4,
            (true, true, false) if term.len() >= 2 => 3,
            (true, false, _) if term.len() >= 4 => 2,
            _ => 0,
        }
    });
    match best.max() {
        Some(best) => best,
        None if is_latin => 0,
        None => pairs(field, term),
    }
}

fn pairs(field: &str, term: &str) -> u32 {
    let chars: Vec<char> = term.chars().collect();
    let (mut all, mut found) = (0, 0);
    for pair in chars.windows(2) {
        let pair: String = pair.iter().collect();
        if !IDLE.contains(&pair.as_str()) {
            all += 1;
            found += u32::from(field.contains(&pair));
        }
    }
    if found * 2 < all || all == 0 {
        return 0;
    }
    3 * found / all
}
