//! Keys from passwords: PBKDF2, the PKCS#12 derivation and scrypt, in loops that can be cancelled.
//! What a derivation costs is known before it runs.

mod hash;
mod pbkdf2;
mod pkcs12;
mod scrypt;
mod together;

pub use hash::Hash;
pub use pbkdf2::pbkdf2;
pub use pkcs12::{Purpose, pkcs12};
pub use scrypt::ScryptCost;
pub use together::Together;

use crate::core::limits;
use crate::core::progress::{self, Cancelled, Progress};

/// Work of derivations, in rounds of one hash or HMAC each; they add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// Rounds. A million takes about a quarter of a second.
    pub iterations: u64,
}

impl std::ops::Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            iterations: self.iterations.saturating_add(other.iterations),
        }
    }
}

impl std::iter::Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::default(), std::ops::Add::add)
    }
}

/// Why no key came out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KdfFault {
    /// Nobody wants it any more.
    #[error("cancelled")]
    Cancelled,
    /// More work or memory than will be spent on one derivation.
    #[error("{limit}: {seen} of {allowed}")]
    LimitReached {
        /// Name of the limit.
        limit: &'static str,
        /// What is allowed.
        allowed: u64,
        /// What the file asks for.
        seen: u64,
    },
    /// Parameters that make no sense, such as zero rounds.
    #[error("{0}")]
    Parameters(&'static str),
}

impl From<Cancelled> for KdfFault {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Refuses round counts of zero and beyond [`limits::KDF_ITERATIONS`].
pub fn check_iterations(iterations: u64) -> Result<(), KdfFault> {
    match iterations {
        0 => Err(KdfFault::Parameters("no iterations")),
        1..=limits::KDF_ITERATIONS => Ok(()),
        _ => Err(KdfFault::LimitReached {
            limit: "kdf_iterations",
            allowed: limits::KDF_ITERATIONS,
            seen: iterations,
        }),
    }
}

/// Rounds between two looks at the progress: a few milliseconds, even unoptimised.
const SLICE: u64 = 4096;

/// Runs `round` so many times, looking for a cancel between slices and telling of each.
fn in_slices(
    rounds: u64,
    progress: &dyn Progress,
    mut round: impl FnMut(),
) -> Result<(), Cancelled> {
    let mut left = rounds;
    while left > 0 {
        progress::check(progress)?;
        let slice = left.min(SLICE);
        for _ in 0..slice {
            round();
        }
        left -= slice;
        progress.derived(slice);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
