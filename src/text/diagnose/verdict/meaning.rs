//! What a whole diagnosis means, in at most two clauses: the worst that was found, and what another lane adds to
//! it, in the order of the lanes. What could not be found out is never passed over.

use super::{Counts, clause, warnings, without_result};
use crate::core::diagnose::{Check, CheckId, Lane, Mark, Skip, State};
use crate::core::finding::{Finding, Severity};
use crate::text::Lang;

/// A clause and where it belongs.
struct Clause {
    lane: Lane,
    severity: Severity,
    rank: usize,
    words: String,
}

/// The headline; `None` where it would say no more than the counts.
pub fn told(lang: Lang, checks: &[Check], counts: &Counts) -> Option<String> {
    let mut found = clauses(lang, checks);
    // A problem that has no clause is not hidden behind a warning that has.
    let is_whole = |clause: &Clause| counts.problems == 0 || clause.severity == Severity::Error;
    found.retain(is_whole);
    let fine = fine(lang, checks);
    let mut told: Vec<(Lane, String)> = Vec::new();
    let mut found = found.into_iter();
    match found.next() {
        Some(worst) => {
            let lane = worst.lane;
            told.push((lane, worst.words));
            let mut others = found.filter(|clause| clause.lane != lane);
            let other = others.next().map(|other| (other.lane, other.words));
            let is_grave = counts.problems > 0;
            let fine = fine.map(|words| (Lane::Connection, words));
            told.extend(match is_grave {
                true => other.or(fine.filter(|_| lane != Lane::Connection)),
                false => rest(lang, counts).or(other).or(fine),
            });
        }
        None if counts.problems > 0 => return None,
        None => {
            told.push((Lane::Connection, fine?));
            told.extend(rest(lang, counts).or_else(|| some_warnings(lang, counts)));
        }
    }
    told.sort_by_key(|(lane, _)| *lane);
    Some(joined(lang, told.into_iter().map(|(_, words)| words)))
}

/// What could not be found out; behind everything else.
fn rest(lang: Lang, counts: &Counts) -> Option<(Lane, String)> {
    let count = counts.unanswered();
    (count > 0).then(|| (Lane::Page, without_result(lang, count)))
}

fn some_warnings(lang: Lang, counts: &Counts) -> Option<(Lane, String)> {
    (counts.warnings > 0).then(|| (Lane::Page, warnings(lang, counts.warnings)))
}

/// Every clause there is to say, the worst first.
fn clauses(lang: Lang, checks: &[Check]) -> Vec<Clause> {
    let mut all: Vec<Clause> = Vec::new();
    for check in checks {
        for finding in &check.findings {
            all.extend(clause(lang, checks, check.key.id.lane(), finding));
        }
    }
    all.sort_by_key(|clause| (std::cmp::Reverse(clause.severity), clause.rank));
    all
}

fn clause(lang: Lang, checks: &[Check], lane: Lane, finding: &Finding) -> Option<Clause> {
    if finding.severity == Severity::Info {
        return None;
    }
    let (rank, words) = clause::of(lang, checks, finding)?;
    Some(Clause {
        lane,
        severity: finding.severity,
        rank,
        words,
    })
}

/// That what is served is as it should be: at every name that has a server, and nothing of it still open.
fn fine(lang: Lang, checks: &[Check]) -> Option<String> {
    let states = |id: CheckId| {
        let of = checks.iter().filter(move |check| check.key.id == id);
        of.map(|check| check.state)
            .filter(|state| *state != State::Skipped(Skip::Wildcard))
    };
    let is_good = |state: State| matches!(state, State::Done(Mark::Good | Mark::Notice));
    let is_served =
        states(CheckId::ServedChain).next().is_some() && states(CheckId::ServedChain).all(is_good);
    let beside = [CheckId::AgainstFile, CheckId::Staple, CheckId::Reach];
    let is_left_out = |state: State| matches!(state, State::Skipped(_));
    let is_fine = is_served
        && beside
            .into_iter()
            .flat_map(states)
            .all(|state| is_good(state) || is_left_out(state));
    is_fine.then(|| lang.pick("the certificate is fine", "证书正常").to_owned())
}

/// One sentence of clauses, without a full stop.
fn joined(lang: Lang, clauses: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = clauses.collect();
    let sentence = all.join(lang.pick("; ", "；"));
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => sentence,
    }
}
