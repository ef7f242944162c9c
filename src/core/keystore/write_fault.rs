//! Why a keystore or an encrypted key was not written.

use super::OpenFault;
use crate::core::env::RandomFault;
use crate::core::kdf::KdfFault;
use crate::core::limits;
use crate::core::progress::Cancelled;

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteFault {
    /// Two entries would have the same alias once Java has put it in lower case.
    #[error("alias twice: {alias}")]
    AliasCollision {
        /// The alias as Java writes it. Foreign text.
        alias: String,
    },
    /// Nobody wants the result any more.
    #[error("cancelled")]
    Cancelled,
    /// A number that no reader accepts, or that would cost too much.
    #[error("{limit}: {seen} of {allowed}")]
    LimitReached {
        /// Name of the limit.
        limit: &'static str,
        /// The most that is allowed; the least is 1.
        allowed: u64,
        /// What was asked for.
        seen: u64,
    },
    /// The system's generator of random bytes failed.
    #[error("no random bytes from the system")]
    NoRandom,
    /// The format has no place for it.
    #[error("cannot be written: {what}")]
    Unrepresentable {
        /// What there is no place for, in words of the format.
        what: String,
    },
}

impl WriteFault {
    /// Something the format has no place for.
    pub(super) fn unrepresentable(what: impl Into<String>) -> Self {
        Self::Unrepresentable { what: what.into() }
    }

    /// Refuses zero rounds and those beyond [`limits::KDF_ITERATIONS`].
    pub(super) fn check_iterations(seen: u64) -> Result<(), Self> {
        Self::check_at_most("kdf_iterations", limits::KDF_ITERATIONS, seen)
    }

    /// Refuses zero and what is more than `allowed`.
    pub(super) fn check_at_most(limit: &'static str, allowed: u64, seen: u64) -> Result<(), Self> {
        if (1..=allowed).contains(&seen) {
            return Ok(());
        }
        Err(Self::LimitReached {
            limit,
            allowed,
            seen,
        })
    }
}

impl From<Cancelled> for WriteFault {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<RandomFault> for WriteFault {
    fn from(_: RandomFault) -> Self {
        Self::NoRandom
    }
}

impl From<KdfFault> for WriteFault {
    fn from(fault: KdfFault) -> Self {
        OpenFault::from(fault).into()
    }
}

impl From<OpenFault> for WriteFault {
    /// A scheme can be unfit for writing for the same reasons as for reading.
    fn from(fault: OpenFault) -> Self {
        match fault {
            OpenFault::Cancelled => Self::Cancelled,
            OpenFault::LimitReached {
                limit,
                allowed,
                seen,
            } => Self::LimitReached {
                limit,
                allowed,
                seen,
            },
            other => Self::unrepresentable(other.to_string()),
        }
    }
}
