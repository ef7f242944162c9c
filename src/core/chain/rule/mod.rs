//! Path validation, one subject a file (RFC 5280 section 6). Each takes the walk and adds findings.

mod basic;
mod critical;
mod ending;
mod names;
mod policy;
mod policy_graph;
mod signature;
mod space;
mod strength;
mod target;
mod usage;
mod validity;

use super::judge::Walk;
use super::revocation;
use crate::core::finding::Finding;

/// Judges a path by every rule.
pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    ending::check(walk, findings);
    signature::check(walk, findings);
    validity::check(walk, findings);
    basic::check(walk, findings);
    usage::check(walk, findings);
    critical::check(walk, findings);
    names::check(walk, findings);
    policy::check(walk, findings);
    strength::check(walk, findings);
    if walk.nesting == 0 {
        target::check(walk, findings);
    }
    revocation::check(walk, findings);
}
