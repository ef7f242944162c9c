//! Looking again until what is expected is visible everywhere.

use serde::Serialize;

use super::ask::Asker;
use super::check::{Check, CheckId, Mark, Skip, State};
use super::expected::Expected;
use super::report::Event;
use super::request::Request;
use super::run::once;
use crate::core::progress::{Cancelled, Progress, Stage};

/// How often and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Watch {
    /// Seconds between two looks, 5 at least.
    pub every_secs: u64,
    /// Seconds after which it ends.
    pub until_secs: u64,
}

/// Seconds between two looks, at least: name servers of others are not to be hurried.
const LEAST_SECS: u64 = 5;

/// Looks until everything expected is there, or the time is over.
pub(super) fn watched(
    asker: &Asker<'_>,
    request: &Request,
    watch: Watch,
    progress: &dyn Progress,
) -> Result<(Vec<Check>, u32), Cancelled> {
    let every = watch.every_secs.max(LEAST_SECS);
    let end = asker
        .ticks()
        .saturating_add(watch.until_secs.saturating_mul(1_000));
    let mut round = 1;
    loop {
        progress.learnt(Event::Round {
            round,
            rests_secs: 0,
        });
        let (checks, _) = once(asker, request, progress)?;
        let is_over = asker.ticks().saturating_add(every * 1_000) > end;
        if is_visible(request, &checks) || is_over {
            return Ok((checks, round));
        }
        progress.learnt(Event::Round {
            round,
            rests_secs: every,
        });
        progress.report(Stage::Watching, u64::from(round), 0);
        asker.env.clock.rest(every * 1_000, progress)?;
        asker.forget();
        round += 1;
    }
}

/// Whether every check of what is expected is free of problems and doubts. The web server does not count while
/// records alone are waited for.
fn is_visible(request: &Request, checks: &[Check]) -> bool {
    let is_file = |one: &Expected| matches!(one, Expected::File { .. });
    let has_file = request.expected.iter().any(is_file);
    let is_expected = |check: &&Check| match check.key.id {
        CheckId::RecordAtServers | CheckId::RecordAtResolvers => true,
        CheckId::File | CheckId::FilePlaces => has_file,
        _ => false,
    };
    let is_there = |check: &Check| match check.state {
        State::Done(mark) => mark <= Mark::Notice,
        State::Skipped(why) => {
            matches!(
                why,
                Skip::NothingExpected
                    | Skip::OtherFamily
                    | Skip::WildcardByDnsOnly
                    | Skip::NobodyToAsk
            ) || (why == Skip::NoAddress && check.key.id == CheckId::File)
        }
        State::Waiting | State::Running => false,
    };
    checks.iter().filter(is_expected).all(is_there)
}
