//! The application protocol that is agreed upon (RFC 7301).

use super::TlsSummary;
use super::scene::Scene;
use crate::core::diagnose::{Check, CheckId};
use crate::core::progress::Cancelled;

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::Alpn);
    scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
    Ok(())
}
