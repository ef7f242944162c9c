//! The page: whether http leads to https, where it ends, what it loads without encryption.

use serde::Serialize;

use super::Put;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request, Skip};
use crate::core::env::DnsName;
use crate::core::progress::Cancelled;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum PageSummary {
    /// It could not be found out.
    NotFoundOut,
}

/// The checks of a name, waiting.
pub fn planned(request: &Request, name: &DnsName) -> Vec<Check> {
    let of_lane = CheckId::ALL
        .into_iter()
        .filter(|id| id.lane() == Lane::Page);
    let keys = of_lane.map(|id| CheckKey::of(id, name));
    keys.map(|key| match request.start {
        _ if name.is_wildcard() => Check::skipped(key, Skip::Wildcard),
        Some(_) => Check::skipped(key, Skip::NotWeb),
        None => Check::waiting(key),
    })
    .collect()
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, _put: &Put<'_>) -> Result<(), Cancelled> {
    asker.check()
}
