//! What DNS says of a name: does it exist, who serves it, do all say the same, is it signed.

mod addresses;
mod alias;
mod computer;
mod delegation;
mod exists;
mod negative;
mod resolvers;
mod servers;
mod signed;
mod summary;
mod view;
mod wildcard;

use std::sync::Mutex;

pub use summary::DnsSummary;

use super::Put;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request};
use crate::core::env::DnsName;
use crate::core::progress::Cancelled;

/// The lane of these checks.
const LANE: Lane = Lane::Dns;

type Run = fn(&Asker<'_>, CheckKey) -> Result<Check, Cancelled>;

/// The checks; those of a group ask much the same and run one after the other, groups side by side. The first
/// finds the way for all.
const GROUPS: [&[(CheckId, Run)]; 5] = [
    &[(CheckId::Exists, exists::check)],
    &[
        (CheckId::Delegation, delegation::check),
        (CheckId::Servers, servers::check),
    ],
    &[
        (CheckId::Resolvers, resolvers::check),
        (CheckId::NegativeCache, negative::check),
        (CheckId::ThisComputer, computer::check),
    ],
    &[
        (CheckId::Addresses, addresses::check),
        (CheckId::Alias, alias::check),
        (CheckId::Wildcard, wildcard::check),
    ],
    &[(CheckId::Dnssec, signed::check)],
];

/// The checks of a name, waiting.
pub fn planned(_request: &Request, name: &DnsName) -> Vec<Check> {
    let all = GROUPS.iter().copied().flatten();
    all.map(|(id, _)| Check::waiting(CheckKey::of(*id, name)))
        .collect()
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, put: &Put<'_>) -> Result<(), Cancelled> {
    for name in &asker.request.names {
        let failed: Mutex<Option<Cancelled>> = Mutex::default();
        let group = |group: &[(CheckId, Run)]| {
            let ended = group
                .iter()
                .try_for_each(|(id, run)| one(asker, put, CheckKey::of(*id, name), *run));
            if let (Err(cancelled), Ok(mut failed)) = (ended, failed.lock()) {
                *failed = Some(cancelled);
            }
        };
        let [first, second, third, fourth, fifth] = GROUPS;
        group(first);
        asker.env.parallel.beside(&[
            &|| group(second),
            &|| group(third),
            &|| group(fourth),
            &|| group(fifth),
        ]);
        if failed.lock().is_ok_and(|failed| failed.is_some()) {
            return Err(Cancelled);
        }
    }
    asker.check()
}

fn one(asker: &Asker<'_>, put: &Put<'_>, key: CheckKey, run: Run) -> Result<(), Cancelled> {
    if !asker.request.wants(&key) {
        return Ok(());
    }
    asker.begins(&key);
    let begun = asker.ticks();
    let check = run(asker, key)?;
    put(check.taking(asker.ticks().saturating_sub(begun)));
    Ok(())
}

#[cfg(test)]
mod tests;
