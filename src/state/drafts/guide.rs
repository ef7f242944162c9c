//! What is being looked for in the guide, and the answers that fit it.

use crate::core::guide::{Entry, search};

/// The search of the guide.
#[derive(Default)]
pub struct GuideDraft {
    /// What is typed.
    pub query: String,
    /// The answer that the arrows are at.
    pub chosen: usize,
    /// Whether the arrows moved in this frame, so that the answer comes into sight.
    pub is_moved: bool,
    /// Whether the arrows moved since the query changed.
    pub is_moved_to: bool,
    /// Whether the search was shown before, and so has had the focus.
    pub was_shown: bool,
    found: Option<(String, Vec<&'static Entry>)>,
}

impl GuideDraft {
    /// The answers that fit, best first; looked for anew only when the query changed.
    pub fn found(&mut self) -> Vec<&'static Entry> {
        if let Some((of, found)) = &self.found
            && *of == self.query
        {
            return found.clone();
        }
        let found = search(&self.query);
        self.found = Some((self.query.clone(), found.clone()));
        self.chosen = 0;
        self.is_moved_to = false;
        found
    }
}
