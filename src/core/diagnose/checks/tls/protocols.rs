//! Which versions are accepted, from SSL 3.0 to TLS 1.3.

use super::TlsSummary;
use super::scene::Scene;
use crate::core::diagnose::{Check, CheckId};
use crate::core::progress::Cancelled;

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::Protocols);
    scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
    Ok(())
}
