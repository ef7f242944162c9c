//! Taking back what a conversion wrote: new files go, replaced ones come back.

use std::sync::Arc;

use crate::core::convert::Converted;
use crate::core::env::Env;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::save::{self, UndoFault};

/// What to take back.
pub struct Request {
    /// What was written.
    pub converted: Arc<Converted>,
}

/// Takes it back, as long as nobody has changed the files since.
pub fn run(request: &Request, env: &Env<'_>) -> Outcome {
    match save::undo(&request.converted.written, env) {
        Ok(paths) => Outcome::Done(Report::Undone(paths)),
        Err(UndoFault::Changed { path }) => Outcome::Failed(Failure::ChangedSince { path }),
        Err(UndoFault::Unreadable { path, fault }) => {
            Outcome::Failed(Failure::Unreadable { path, fault })
        }
        Err(UndoFault::Unwritable { path, fault, .. }) => {
            Outcome::Failed(Failure::Unwritable { path, fault })
        }
    }
}
