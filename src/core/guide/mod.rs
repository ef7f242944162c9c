//! The guide: the questions people ask with their answers, a search over them, and the interview that
//! finds the right certificate. Answers live in `assets/answers`, one file a question, in both languages.

mod advice;
mod answer;
mod files;
pub mod interview;
mod parse;
mod search;

pub use advice::{Advice, Conflict, Kind, Level, Method, Reason, advise};
pub use answer::{Block, Entry, Scope, Step, Words};
pub use files::FILES;
pub use parse::{Fault, parse};
pub use search::search;

use std::sync::LazyLock;

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let read = FILES.iter().filter_map(|(_, text)| parse(text).ok());
    read.collect()
});

/// Every answer, in the order of the questions. A file that cannot be read is left out; a test makes
/// sure that there is none.
pub fn entries() -> &'static [Entry] {
    &ENTRIES
}

/// The answer by its id, such as `q09`; case does not matter.
pub fn entry(id: &str) -> Option<&'static Entry> {
    entries()
        .iter()
        .find(|entry| entry.id.eq_ignore_ascii_case(id))
}
