//! One more password: tried on everything still locked, nothing derived twice.

use std::sync::Arc;

use crate::core::bundle::inspection::{Groundwork, Inspection};
use crate::core::bundle::passwords;
use crate::core::bundle::shelf::Shelf;
use crate::core::bundle::vault::Try;
use crate::core::env::Env;
use crate::core::op::{Outcome, Report};
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::secret::{Origin, Secret};

/// What to go on from, and the answer.
pub struct Request {
    /// The inspection so far.
    pub inspection: Arc<Inspection>,
    /// Number of the locked group the user was asked about; its members are tried first.
    pub group: usize,
    /// The answer.
    pub secret: Arc<Secret>,
}

/// Tries the password everywhere and tells the story anew.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match unlock(request, env, progress) {
        Ok(inspection) => Outcome::Done(Report::Inspection(Arc::new(inspection))),
        Err(Cancelled) => Outcome::Cancelled,
    }
}

fn unlock(
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Inspection, Cancelled> {
    let before = &request.inspection;
    let mut keyring = before.keyring.share();
    let number = keyring.add(Arc::clone(&request.secret), Origin::Given);
    let mut shelf = Shelf::resume(before);
    let mut vault = before.groundwork.vault.clone();
    let asked = before.locked.get(request.group).map(|group| group.source);
    let mut order: Vec<usize> = (0..vault.len()).collect();
    order.sort_by_key(|index| {
        vault
            .get(*index)
            .map(|locked| (Some(locked.place.source) != asked, locked.cost()))
    });
    let total = order.len() as u64;
    let mut inside = Vec::new();
    for (done, index) in order.into_iter().enumerate() {
        check(progress)?;
        progress.report(Stage::TryingPasswords, done as u64, total);
        let Some(locked) = vault.get_mut(index) else {
            continue;
        };
        let is_waiting = shelf.is_locked(locked.artifact) && !locked.is_hopeless;
        if !is_waiting || locked.tried.contains(&number) {
            continue;
        }
        let secret = &request.secret;
        match locked.attempt(number, secret, &Origin::Given, &mut shelf, progress)? {
            Try::Opened(mut keys) => inside.append(&mut keys),
            Try::PartWay => {
                inside.append(&mut passwords::try_again(
                    locked, &keyring, &mut shelf, progress,
                )?);
            }
            Try::Refused if locked.question_cost().is_some() => {
                locked.question(secret, &mut shelf, progress)?;
            }
            Try::Refused | Try::Hopeless => {}
        }
    }
    passwords::try_known(&mut inside, &keyring, &mut shelf, progress)?;
    vault.append(&mut inside);
    let groundwork = Groundwork {
        court: Arc::clone(&before.groundwork.court),
        vault,
    };
    Inspection::tell(groundwork, shelf, keyring, env, progress)
}
