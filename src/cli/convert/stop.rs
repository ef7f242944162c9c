//! Why a conversion ends early.

use std::sync::Arc;

use crate::core::bundle::Inspection;
use crate::core::convert::Refusal;
use crate::core::problem::Failure;

/// Why a conversion ends early; nothing was written.
pub enum Stop {
    /// The arguments make no sense together.
    Usage(String),
    /// What was asked cannot be made from what is here.
    Refused(Refusal, Option<Arc<Inspection>>),
    /// Something could not be read or written.
    Failed(Failure),
    /// Nobody wants it any more.
    Cancelled,
}

impl Stop {
    /// The same with what was opened, for the findings that say more.
    pub fn among(self, inspection: &Arc<Inspection>) -> Self {
        match self {
            Self::Refused(refusal, _) => Self::Refused(refusal, Some(Arc::clone(inspection))),
            other => other,
        }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal, None)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotConverted(refusal) => refusal.into(),
            failure => Self::Failed(failure),
        }
    }
}
