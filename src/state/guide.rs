//! Where the window is in the guide: what was answered in the interview, which answer is open.

use crate::core::guide::interview::{Interview, Reply};
use crate::core::guide::{Entry, Step};

/// Something done in the guide.
pub enum GuideAction {
    /// Goes back from an answer.
    Close,
    /// Shows an answer.
    Open(&'static Entry),
    /// Answers a question of the interview.
    Reply(Reply),
    /// Forgets all answers of the interview.
    StartAgain,
    /// Does what an answer or the advice leads to.
    Take(Step),
}

/// The guide.
#[derive(Default)]
pub struct Guide {
    /// What was answered in the interview.
    pub asked: Interview,
    /// The answer that is open.
    pub open: Option<&'static Entry>,
    /// Grows with every change, for the views.
    pub revision: u64,
}
