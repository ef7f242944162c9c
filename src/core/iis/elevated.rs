//! What the one-shot helper does with the rights of an administrator: one typed plan for this computer's
//! own configuration, read from a file that nobody else can change, and made anew of what it finds.

use std::path::{Path, PathBuf};

use super::act::{Acted, ApplyRequest, apply};
use super::plan::PlanFile;
use crate::core::artifact::Fingerprint;
use crate::core::env::{Env, HostFault, LockedFault};
use crate::core::limits;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::Unwatched;

/// Why the helper refused before it looked at the configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ElevatedFault {
    /// The plan's file cannot be read, or others can change it.
    #[error("{path}: {fault:?}")]
    Plan {
        /// Where.
        path: PathBuf,
        /// Why.
        fault: LockedFault,
    },
    /// It is not the plan that was agreed to.
    #[error("another plan: {found}")]
    OtherPlan {
        /// SHA-256 of what lies there.
        found: Fingerprint,
    },
    /// It is for another file than this computer's configuration.
    #[error("not this computer's configuration: {config}")]
    OtherFile {
        /// The plan's file.
        config: PathBuf,
    },
    /// This computer has no IIS.
    #[error("no IIS: {0:?}")]
    NoIis(HostFault),
}

/// Carries out the plan in a file whose SHA-256 was agreed to.
///
/// # Errors
/// When the plan is another, open to others, or for another file; and as carrying it out fails.
pub fn run(plan: &Path, sha256: &Fingerprint, env: &Env<'_>) -> Result<Acted, Failure> {
    let refused = |fault| Failure::Elevated(fault);
    let bytes = env
        .files
        .read_locked(plan, limits::UNDO_RECORD_BYTES)
        .map_err(|fault| {
            refused(ElevatedFault::Plan {
                path: plan.to_owned(),
                fault,
            })
        })?;
    let found = Fingerprint::of(&bytes);
    if found != *sha256 {
        return Err(refused(ElevatedFault::OtherPlan { found }));
    }
    let file = PlanFile::parse(&bytes).map_err(|fault| Failure::NotIisPlan {
        path: plan.to_owned(),
        fault,
    })?;
    let own = env
        .iis
        .config_path()
        .map_err(|fault| refused(ElevatedFault::NoIis(fault)))?;
    // Sites may lie in a file of their own beside it; nothing outside its folder is touched.
    let is_beside = file.config.parent() == own.parent()
        && file
            .config
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("config"));
    if !is_beside {
        return Err(refused(ElevatedFault::OtherFile {
            config: file.config,
        }));
    }
    let request = ApplyRequest {
        plan: file,
        copy_to: None,
        as_administrator: false,
    };
    match apply(&request, env, &Unwatched) {
        Outcome::Done(Report::IisActed(acted)) => Ok(*acted),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(Failure::Internal {
            operation: "elevated",
            detail: "no report".to_owned(),
        }),
    }
}
