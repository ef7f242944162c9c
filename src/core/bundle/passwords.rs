//! Automatic password tries: the password file beside a container first, then other files of the bundle,
//! then what the user gave, then none at all, then what was used before; within the budget of `limits`.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::core::bundle::shelf::Shelf;
use crate::core::bundle::vault::{Locked, Try};
use crate::core::limits;
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::secret::{Keyring, Origin, Secret, SecretIndex};

/// Tries everything known on everything locked, the cheapest container first.
pub fn try_known(
    vault: &mut Vec<Locked>,
    keyring: &Keyring,
    shelf: &mut Shelf,
    progress: &dyn Progress,
) -> Result<(), Cancelled> {
    let mut trial = Trial {
        keyring,
        budget: limits::AUTO_ITERATIONS,
    };
    let mut inside = trial.all(vault, shelf, progress)?;
    // Keys with a password of their own show only when their keystore is open.
    trial.all(&mut inside, shelf, progress)?;
    vault.append(&mut inside);
    Ok(())
}

/// Tries everything known on one container, whose content another password than its checksum opens.
pub fn try_again(
    locked: &mut Locked,
    keyring: &Keyring,
    shelf: &mut Shelf,
    progress: &dyn Progress,
) -> Result<Vec<Locked>, Cancelled> {
    let mut trial = Trial {
        keyring,
        budget: limits::AUTO_ITERATIONS,
    };
    trial.one(locked, shelf, progress)
}

/// Automatic tries and what may still be spent on them.
struct Trial<'a> {
    keyring: &'a Keyring,
    budget: u64,
}

impl Trial<'_> {
    /// Returns the keys that stay locked in what was opened.
    fn all(
        &mut self,
        vault: &mut [Locked],
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Vec<Locked>, Cancelled> {
        let mut order: Vec<&mut Locked> = vault
            .iter_mut()
            .filter(|locked| !locked.is_hopeless)
            .collect();
        order.sort_by_key(|locked| locked.cost());
        let total = order.len() as u64;
        let mut inside = Vec::new();
        for (done, locked) in order.into_iter().enumerate() {
            progress.report(Stage::TryingPasswords, done as u64, total);
            inside.extend(self.one(locked, shelf, progress)?);
        }
        Ok(inside)
    }

    fn one(
        &mut self,
        locked: &mut Locked,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Vec<Locked>, Cancelled> {
        let mut waiting: VecDeque<SecretIndex> = candidates(&locked.place, self.keyring).into();
        while let Some(number) = waiting.pop_front() {
            check(progress)?;
            let Some((secret, origin)) = self.keyring.entry(number) else {
                continue;
            };
            let cost = locked.cost();
            if locked.tried.contains(&number) || !afford(&mut self.budget, cost, origin) {
                continue;
            }
            match locked.attempt(number, secret, origin, shelf, progress)? {
                Try::Opened(inside) => return Ok(inside),
                Try::Hopeless => break,
                Try::PartWay => waiting = candidates(&locked.place, self.keyring).into(),
                Try::Refused => {
                    self.question(locked, secret, origin, shelf, progress)?;
                    if locked.is_hopeless {
                        break;
                    }
                }
            }
        }
        Ok(Vec::new())
    }

    /// Asks whether the file is to blame for a refusal, where the password is more than a guess.
    fn question(
        &mut self,
        locked: &mut Locked,
        secret: &Secret,
        origin: &Origin,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<(), Cancelled> {
        let is_meant = matches!(origin, Origin::Given | Origin::File(_));
        match locked.question_cost() {
            Some(cost) if is_meant && afford(&mut self.budget, cost, origin) => {
                locked.question(secret, shelf, progress)
            }
            _ => Ok(()),
        }
    }
}

/// Whether this try fits the budget; what the user gave by hand is always tried.
fn afford(budget: &mut u64, cost: u64, origin: &Origin) -> bool {
    if *origin == Origin::Given {
        return true;
    }
    let fits = cost <= *budget;
    if fits {
        *budget -= cost;
    }
    fits
}

/// Numbers of the passwords to try on a container, the likeliest first.
fn candidates(place: &Place, keyring: &Keyring) -> Vec<SecretIndex> {
    let mut ranked: Vec<(u8, SecretIndex)> = keyring
        .iter()
        .map(|(number, _, origin)| (distance(place, origin), number))
        .collect();
    ranked.sort();
    ranked
        .into_iter()
        .map(|(_, number)| number)
        .take(limits::AUTO_CANDIDATES)
        .collect()
}

fn distance(place: &Place, origin: &Origin) -> u8 {
    match origin {
        Origin::File(file) if file.source == place.source && file.folder() == place.folder() => 0,
        Origin::Given => 1,
        Origin::File(file) if file.source == place.source => 2,
        Origin::File(_) => 3,
        Origin::Empty => 4,
        Origin::Remembered => 5,
    }
}

/// Adds what the user gave, used before, and the empty password to a ring of found ones.
pub fn complete(keyring: &mut Keyring, given: &[Arc<Secret>], remembered: &[Arc<Secret>]) {
    for secret in given {
        keyring.add(Arc::clone(secret), Origin::Given);
    }
    keyring.add(Arc::new(Secret::from("")), Origin::Empty);
    for secret in remembered {
        keyring.add(Arc::clone(secret), Origin::Remembered);
    }
}
