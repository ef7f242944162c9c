//! Which sources were opened together, and how Ctrl+Z finds the way back.
//! Holds what the user named, never what was found in it: no key and no password is kept for undo.

use crate::core::bundle::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::core::time::Moment;

/// Steps that can be taken back.
const STEPS: usize = 20;

/// What is opened together, and what it is judged by.
#[derive(Clone, Default)]
pub struct Membership {
    pub sources: Vec<Source>,
    pub trust: TrustChoice,
    /// A fixed moment instead of the clock's, for the sample.
    pub judge_at: Option<Moment>,
}

impl Membership {
    /// Whether it is the built-in sample.
    pub fn is_sample(&self) -> bool {
        matches!(self.trust, TrustChoice::Sample(_))
    }
}

/// Memberships of the past, the latest last.
#[derive(Default)]
pub struct Undo {
    past: Vec<Membership>,
}

impl Undo {
    /// Keeps the membership that is about to be left.
    pub fn keep(&mut self, left: Membership) {
        if self.past.len() >= STEPS {
            self.past.remove(0);
        }
        self.past.push(left);
    }

    /// The membership before the last change.
    pub fn take(&mut self) -> Option<Membership> {
        self.past.pop()
    }

    /// Whether there is a way back.
    pub fn is_possible(&self) -> bool {
        !self.past.is_empty()
    }
}
