//! The checks behind the story, one subject a file. Each takes the scene and returns findings.

mod agree;
mod certificate;
mod chain_files;
mod extension;
mod keys;
mod locks;
mod nothing;
mod path;
mod renewal;

pub use certificate::renewal_days;
pub use locks::{seconds, was_given_none};

use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::bundle::vault::Locked;
use crate::core::finding::Finding;
use crate::core::secret::Keyring;

/// All findings of the story. `base` are those of opening, which a bundle without anything useful makes worse.
pub fn all(
    scene: &Scene<'_>,
    judged: &[Judged],
    vault: &[Locked],
    keyring: &Keyring,
    base: &mut [Finding],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(certificate::check(scene, judged));
    findings.extend(path::check(scene, judged));
    findings.extend(renewal::check(scene, judged));
    findings.extend(chain_files::check(scene, judged));
    findings.extend(keys::check(scene, judged));
    findings.extend(locks::check(scene, vault, keyring));
    findings.extend(agree::check(scene, judged));
    findings.extend(extension::check(scene));
    findings.extend(nothing::check(scene, base));
    findings
}
