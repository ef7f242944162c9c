//! Which sources were opened together, what the drafts were, and how Ctrl+Z finds the way back.
//! Holds what the user named, never what was found in it: no key and no password is kept for undo.

use crate::core::bundle::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::core::time::Moment;

use super::drafts::convert::ConvertDraft;
use super::drafts::csr::CsrDraft;

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
    /// Whether it begins with the same thing as another one, so that it is the same work gone on with.
    pub fn continues(&self, before: &Self) -> bool {
        match (self.sources.first(), before.sources.first()) {
            (Some(Source::Path(new)), Some(Source::Path(old))) => new == old,
            (Some(new), Some(old)) => match (new.bytes(), old.bytes()) {
                (Some(new), Some(old)) => std::sync::Arc::ptr_eq(new, old),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether it is the built-in sample.
    pub fn is_sample(&self) -> bool {
        matches!(self.trust, TrustChoice::Sample(_))
    }
}

/// One state of the past.
pub enum Past {
    /// The draft of the conversion before a change.
    Draft(ConvertDraft),
    /// The draft of the request before a change.
    CsrDraft(Box<CsrDraft>),
    /// What was open.
    Membership(Membership),
}

/// States of the past, the latest last.
#[derive(Default)]
pub struct Undo {
    past: Vec<Past>,
}

impl Undo {
    /// Keeps the membership that is about to be left.
    pub fn keep(&mut self, left: Membership) {
        self.push(Past::Membership(left));
    }

    /// Keeps the draft that is about to be changed.
    pub fn keep_draft(&mut self, draft: ConvertDraft) {
        self.push(Past::Draft(draft));
    }

    /// Keeps the draft of the request that is about to be changed.
    pub fn keep_csr(&mut self, draft: CsrDraft) {
        self.push(Past::CsrDraft(Box::new(draft)));
    }

    /// Drafts of conversions belong to what was open when they were changed.
    pub fn forget_drafts(&mut self) {
        self.past.retain(|past| !matches!(past, Past::Draft(_)));
    }

    fn push(&mut self, past: Past) {
        if self.past.len() >= STEPS {
            self.past.remove(0);
        }
        self.past.push(past);
    }

    /// The state before the last change.
    pub fn take(&mut self) -> Option<Past> {
        self.past.pop()
    }

    /// Whether there is a way back.
    pub fn is_possible(&self) -> bool {
        !self.past.is_empty()
    }
}
