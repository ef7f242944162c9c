//! What is being typed beside the list of requests.

use crate::core::ledger::EntryId;

/// The search and a note.
#[derive(Default)]
pub struct LedgerDraft {
    pub words: String,
    /// The note being written, and of which entry.
    pub note: Option<(EntryId, String)>,
}

impl LedgerDraft {
    /// The note of an entry to type in, begun from what is noted.
    pub fn note_of(&mut self, id: EntryId, noted: &str) -> &mut String {
        if self.note.as_ref().is_none_or(|(of, _)| *of != id) {
            self.note = Some((id, noted.to_owned()));
        }
        let (_, text) = self.note.get_or_insert_with(|| (id, noted.to_owned()));
        text
    }
}
