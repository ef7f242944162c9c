//! Lines and letters of byte offsets that only ever grow.

use crate::core::page::Position;

/// A place in a text that moves on.
pub struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    at: Position,
}

impl Default for Cursor<'_> {
    fn default() -> Self {
        Self::new("")
    }
}

impl<'a> Cursor<'a> {
    /// At the beginning.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            at: Position::START,
        }
    }

    /// Moves on to a byte and tells its place; one that lies behind is where the cursor is already.
    pub fn to(&mut self, offset: usize) -> Position {
        if let Some(passed) = self.text.get(self.offset..offset) {
            self.at = self.at.after(passed);
            self.offset = offset;
        }
        self.at
    }
}
