//! Whether the certificate that the user opened is the one served, at every address, and if not, whose is.

use super::TlsSummary;
use super::scene::Scene;
use crate::core::diagnose::{Check, CheckId};
use crate::core::progress::Cancelled;

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::AgainstFile);
    scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
    Ok(())
}
