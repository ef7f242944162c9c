//! What a client gets that does not send the name (RFC 6066 section 3).

use super::TlsSummary;
use super::scene::Scene;
use crate::core::diagnose::{Check, CheckId};
use crate::core::progress::Cancelled;

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::Sni);
    scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
    Ok(())
}
