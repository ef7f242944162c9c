//! What a verdict says; the colours for it are the window's business.

use crate::core::finding::{Severity, Verdict};

/// The tone in which something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    Error,
    Info,
    Neutral,
    Ok,
    Warn,
}

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Info => Self::Info,
            Severity::Warning => Self::Warn,
        }
    }
}

impl From<Verdict> for Tone {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Error => Self::Error,
            Verdict::Ok => Self::Ok,
            Verdict::Warning => Self::Warn,
        }
    }
}
