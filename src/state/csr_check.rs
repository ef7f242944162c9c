//! What the window knows of the check of a request that exists: what is checked against what, and what came of it.

use std::sync::Arc;

use crate::core::artifact::ArtifactId;
use crate::core::csr::check::Checked;
use crate::core::problem::Failure;
use crate::core::x509::ValidationLevel;

use super::model::JobNumber;

/// Parts of the panel of requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CsrTab {
    /// The wizard that makes one.
    #[default]
    New,
    /// The check of one that exists.
    Check,
    /// Those made or checked before.
    Ledger,
}

impl CsrTab {
    /// All parts in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::New, Self::Check, Self::Ledger];
}

/// Something done about the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckAction {
    /// The certificate or key whose public key it should have.
    Against(Option<ArtifactId>),
    /// Which request of those that are open.
    Choose(ArtifactId),
    /// The level of the order.
    Level(Option<ValidationLevel>),
    /// The names of the order, as typed.
    Order(String),
    Show(CsrTab),
}

/// How far the check is.
#[derive(Default)]
pub enum CheckProgress {
    #[default]
    NotBegun,
    Running(JobNumber),
    Failed(Failure),
    Done(Arc<Checked>),
}

/// The check of a request.
#[derive(Default)]
pub struct CsrCheck {
    pub tab: CsrTab,
    /// The request that is checked; of several the first until one is chosen.
    pub request: Option<ArtifactId>,
    pub level: Option<ValidationLevel>,
    pub order: String,
    pub against: Option<ArtifactId>,
    pub progress: CheckProgress,
    /// What came of the check before, shown until the next one is there.
    pub last: Option<Arc<Checked>>,
    /// The revision of what is open that the choices belong to.
    pub of_revision: u64,
    /// Grows with every change, for the views.
    pub revision: u64,
}
