//! Opening sources: gather, recognise, try passwords, judge.

use std::sync::Arc;

use crate::core::bundle::source::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::core::env::Env;
use crate::core::op::Outcome;
use crate::core::progress::Progress;
use crate::core::secret::Secret;
use crate::core::time::Moment;

/// What to open and how to judge it.
#[derive(Default)]
pub struct Request {
    /// Files, folders, pasted text.
    pub sources: Vec<Source>,
    /// Which roots are trusted.
    pub trust: TrustChoice,
    /// The host name the certificate should serve.
    pub host: Option<String>,
    /// Judge for this moment instead of now.
    pub judge_at: Option<Moment>,
    /// Passwords the user gave.
    pub given: Vec<Arc<Secret>>,
    /// Passwords used before.
    pub remembered: Vec<Arc<Secret>>,
}

/// Opens the sources and tells their story.
pub fn run(_request: &Request, _env: &Env<'_>, _progress: &dyn Progress) -> Outcome {
    Outcome::Cancelled
}
