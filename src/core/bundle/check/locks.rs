//! What is still locked: no password known, all known ones refused, or the user chose one when ordering.

use crate::core::artifact::{Content, Lock};
use crate::core::bundle::scene::Scene;
use crate::core::bundle::vault::{Locked, Sealed};
use crate::core::finding::{Fact, Finding, KeyFact, KeystoreFact, Kind};
use crate::core::place::{Entry, Place};
use crate::core::secret::{Keyring, Origin};

/// Iterations per second that seconds are estimated with; a slow machine of 2026.
const ITERATIONS_PER_SECOND: u64 = 2_000_000;

/// Seconds one more try takes, rounded up.
pub fn seconds(cost: u64) -> u64 {
    cost.div_ceil(ITERATIONS_PER_SECOND)
}

/// One finding per locked container, and one for the absent password file.
pub fn check(scene: &Scene<'_>, vault: &[Locked], keyring: &Keyring) -> Vec<Finding> {
    let waiting: Vec<&Locked> = vault
        .iter()
        .filter(|locked| is_waiting(locked, scene))
        .collect();
    let mut findings: Vec<Finding> = waiting
        .iter()
        .map(|locked| finding(locked, keyring).at(&locked.place))
        .collect();
    let has_password_file = scene
        .artifacts
        .iter()
        .any(|artifact| matches!(artifact.content, Content::PasswordFile { .. }));
    let asked: Vec<&&Locked> = waiting
        .iter()
        .filter(|locked| !is_for_accounts(locked))
        .collect();
    if !asked.is_empty()
        && !has_password_file
        && asked.iter().all(|locked| was_given_none(locked, keyring))
    {
        let files = asked
            .iter()
            .map(|locked| locked.place.to_string())
            .collect();
        findings.push(Finding::new(KeystoreFact::PasswordFileAbsent { files }));
    }
    findings
}

/// Whether Windows chose its password, so that nobody was told one.
fn is_for_accounts(locked: &Locked) -> bool {
    matches!(&locked.sealed, Sealed::Pfx(pfx) if pfx.principals().is_some())
}

fn is_waiting(locked: &Locked, scene: &Scene<'_>) -> bool {
    let artifact = scene.artifact(locked.artifact);
    !locked.is_hopeless
        && artifact.is_some_and(|artifact| artifact.content.lock().is_some_and(Lock::may_open))
}

/// Whether only guesses were tried: nothing from a file and nothing from the user.
pub fn was_given_none(locked: &Locked, keyring: &Keyring) -> bool {
    let mut origins = locked
        .tried
        .iter()
        .filter_map(|number| keyring.entry(*number));
    origins.all(|(_, origin)| matches!(origin, Origin::Empty | Origin::Remembered))
}

fn finding(locked: &Locked, keyring: &Keyring) -> Finding {
    if let Some(fact) = known_cause(locked, keyring) {
        return Finding::new(fact);
    }
    let kind = locked.kind();
    let seconds = seconds(locked.cost());
    if was_given_none(locked, keyring) {
        return match kind {
            Kind::Key => Finding::new(KeyFact::Encrypted { seconds }),
            kind => Finding::new(KeystoreFact::PasswordNeeded { kind, seconds }),
        };
    }
    let (tried, files) = (tried(locked, keyring), password_files(locked, keyring));
    let has_checksum = match &locked.sealed {
        Sealed::Pfx(pfx) => pfx.has_mac(),
        _ => true,
    };
    match kind {
        Kind::Key => Finding::new(KeyFact::PasswordWrong { tried, files }),
        kind => Finding::new(KeystoreFact::PasswordWrong {
            kind,
            tried,
            files,
            has_checksum,
        }),
    }
}

/// Number of passwords that were tried and refused.
fn tried(locked: &Locked, keyring: &Keyring) -> usize {
    let numbers = locked.tried.iter();
    let origins = numbers.filter_map(|number| keyring.entry(*number));
    origins
        .filter(|(_, origin)| **origin != Origin::Empty)
        .count()
}

/// What is known beyond "locked": whom it is for, or which of several passwords is missing.
fn known_cause(locked: &Locked, keyring: &Keyring) -> Option<Fact> {
    let (kind, tried) = (locked.kind(), tried(locked, keyring));
    match &locked.sealed {
        Sealed::Pfx(pfx) => {
            if let Some(principals) = pfx.principals() {
                let accounts = principals.accounts.clone();
                return Some(KeystoreFact::AccountNeeded { kind, accounts }.into());
            }
            if pfx.is_accepted() {
                return Some(KeystoreFact::ContentPasswordWrong { kind, tried }.into());
            }
            let cause = locked.doubt?;
            Some(KeystoreFact::ChecksumWrong { kind, cause }.into())
        }
        Sealed::Jks(jks) if locked.is_store_open => {
            let entries = jks.locked_aliases(&locked.open_entries);
            Some(
                KeyFact::PasswordDiffers {
                    kind,
                    entries,
                    tried,
                }
                .into(),
            )
        }
        Sealed::KeyEntry { kind, .. } => {
            let alias = locked.place.entry.as_ref().and_then(|entry| match entry {
                Entry::Alias(alias) => Some(alias.to_string()),
                Entry::Nth(_) | Entry::Line(_) => None,
            });
            let entries = alias.into_iter().collect();
            Some(
                KeyFact::PasswordDiffers {
                    kind: *kind,
                    entries,
                    tried,
                }
                .into(),
            )
        }
        Sealed::Jks(_) | Sealed::Key(_) => None,
    }
}

/// Password files that were tried: those beside the container, or else all.
fn password_files(locked: &Locked, keyring: &Keyring) -> Vec<String> {
    let tried = locked
        .tried
        .iter()
        .filter_map(|number| keyring.entry(*number));
    let places: Vec<&Place> = tried
        .filter_map(|(_, origin)| match origin {
            Origin::File(place) => Some(place),
            _ => None,
        })
        .collect();
    let is_beside = |place: &&&Place| place.folder() == locked.place.folder();
    let beside: Vec<&&Place> = places.iter().filter(is_beside).collect();
    let chosen = if beside.is_empty() {
        places.iter().collect()
    } else {
        beside
    };
    let mut files: Vec<String> = chosen.into_iter().map(ToString::to_string).collect();
    files.sort();
    files.dedup();
    files
}
