//! A run from its plan to its report: the lanes side by side, one asker for all.

use std::sync::{Arc, Mutex, PoisonError};

use super::ask::Asker;
use super::check::{Check, Lane, Skip, State};
use super::checks;
use super::plan::{self, plan};
use super::report::{self, Diagnosis, Event};
use super::request::Request;
use crate::core::env::Env;
use crate::core::op::{Outcome, Report};
use crate::core::progress::{Cancelled, Progress, Stage};
use crate::core::time::Moment;

/// Checks of one lane, filled as they end.
pub(super) struct Board<'a> {
    progress: &'a dyn Progress,
    checks: Mutex<Vec<Check>>,
}

impl<'a> Board<'a> {
    fn new(planned: Vec<Check>, progress: &'a dyn Progress) -> Self {
        Self {
            progress,
            checks: Mutex::new(planned),
        }
    }

    /// Puts a check in its place; one that was not planned is added where it belongs.
    pub fn put(&self, check: Check) {
        self.progress.learnt(Event::Check(check.clone()));
        let mut checks = self.checks.lock().unwrap_or_else(PoisonError::into_inner);
        report::put(&mut checks, check);
        let is_over = |check: &&Check| matches!(check.state, State::Done(_) | State::Skipped(_));
        let done = checks.iter().filter(is_over).count() as u64;
        self.progress
            .report(Stage::Diagnosing, done, checks.len() as u64);
    }
}

/// Runs to the end.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    let at = env.clock.now();
    let asker = Asker::new(request, env, progress);
    let outcome = match request.watch {
        None => once(&asker, request, progress),
        Some(watch) => super::watch::watched(&asker, request, watch, progress),
    };
    match outcome {
        Ok((checks, rounds)) => {
            let report = reported(&asker, request, at, checks, rounds);
            Outcome::Done(Report::Diagnosis(Arc::new(report)))
        }
        Err(Cancelled) => Outcome::Cancelled,
    }
}

/// Every check of the run, and that it looked once.
pub(super) fn once(
    asker: &Asker<'_>,
    request: &Request,
    progress: &dyn Progress,
) -> Result<(Vec<Check>, u32), Cancelled> {
    let board = Board::new(plan(request), progress);
    let failed: Mutex<Option<Cancelled>> = Mutex::default();
    let lane = |lane: Lane, run: &dyn Fn() -> Result<(), Cancelled>| {
        if plan::runs(request, lane)
            && run().is_err()
            && let Ok(mut failed) = failed.lock()
        {
            *failed = Some(Cancelled);
        }
    };
    let put = |check: Check| board.put(check);
    asker.env.parallel.beside(&[
        &|| lane(Lane::Dns, &|| checks::dns::run(asker, &put)),
        &|| lane(Lane::Dns, &|| checks::caa::run(asker, &put)),
        &|| lane(Lane::Validation, &|| checks::records::run(asker, &put)),
        &|| lane(Lane::Validation, &|| checks::file::run(asker, &put)),
        &|| {
            // The page comes after the connections: a server may answer its first client only.
            lane(Lane::Connection, &|| checks::tls::run(asker, &put));
            lane(Lane::Page, &|| checks::page::run(asker, &put));
        },
    ]);
    if failed.lock().is_ok_and(|failed| failed.is_some()) {
        return Err(Cancelled);
    }
    asker.check()?;
    let mut checks = board
        .checks
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    if asker.no_network().is_some() {
        // Said once for all, not once for each.
        for check in checks
            .iter_mut()
            .filter(|check| check.key.id != super::CheckId::Order)
        {
            *check = Check::skipped(check.key.clone(), Skip::NoNetwork);
        }
    }
    Ok((checks, 1))
}

fn reported(
    asker: &Asker<'_>,
    request: &Request,
    at: Moment,
    checks: Vec<Check>,
    rounds: u32,
) -> Diagnosis {
    let (asked, said) = asker.told_so_far();
    Diagnosis {
        request: request.clone(),
        at,
        took_ms: asker.ticks(),
        checks,
        said,
        asked,
        served: asker.all_served(),
        no_network: asker.no_network(),
        rounds,
    }
}
