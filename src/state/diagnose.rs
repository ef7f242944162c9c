//! What the window knows of a diagnosis: what is to be found out, how far that is, what was learnt, and the runs
//! before it.

pub mod compare;
mod draft;
pub mod known;

pub use draft::{Compare, Draft, ExpectedKind, ExpectedRow, Roots};

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::core::diagnose::expected::{Expected, Note};
use crate::core::diagnose::target::Target;
use crate::core::diagnose::{Check, CheckKey, Diagnosis, Event, Request, Served, State, ask, put};
use crate::core::env::DnsName;
use crate::core::problem::Failure;
use crate::core::time::Moment;

use super::model::JobNumber;

/// Runs that are kept for each order of names.
const KEPT: usize = 20;

/// Something done in the panel.
#[derive(Clone, Debug)]
pub enum DiagnoseAction {
    /// What is to be found out was changed.
    Change(Box<Draft>),
    /// Shows the panel, for these names where some are given.
    Begin(String),
    /// Runs; asks first where somebody new would be contacted.
    Run,
    /// The same, looking again until everything expected is there.
    Watch,
    /// Runs one check again.
    RunOne(CheckKey),
    /// The servers may be asked.
    Agree,
    Select(CheckKey),
    /// Opens what a server sent for the name of this check, as files are opened.
    OpenServed(CheckKey),
    /// Text for this panel came from the clipboard or was dropped.
    Paste(String),
    AskExpected,
    AskOptions,
    AskHistory,
    /// Keeps the CA's own name and domain, and the resolvers, in the settings.
    Keep(Kept),
    DismissEnded,
}

/// What is kept in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A CA of one's own: its name and issuer domain.
    Authority { name: String, domain: String },
    /// Takes such a CA off again.
    NoAuthority(String),
    /// Public resolvers, one a line; empty for those that are built in.
    Resolvers(String),
}

/// Why a run is about to start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    Whole,
    Watch,
    One(CheckKey),
}

/// How far the run is.
#[derive(Default)]
pub enum Running {
    #[default]
    NotBegun,
    Now {
        job: JobNumber,
        purpose: Purpose,
    },
    Cancelled {
        done: usize,
        total: usize,
    },
    Failed(Failure),
    Done,
}

/// A run that ended.
#[derive(Clone, Debug)]
pub struct Past {
    pub names: Vec<DnsName>,
    pub at: Moment,
    pub diagnosis: Arc<Diagnosis>,
}

/// Where a watch is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Round {
    /// Counted from 1.
    pub number: u32,
    /// Uptime at which it looks again; `None` while it looks.
    pub next_at_secs: Option<f64>,
}

/// The diagnosis the window is at.
#[derive(Default)]
pub struct Diagnose {
    pub draft: Draft,
    /// What is to be said of the text that was pasted.
    pub notes: Vec<Note>,
    pub running: Running,
    /// What was asked for last; its checks are those below.
    pub request: Option<Request>,
    pub checks: Vec<Check>,
    pub asked: Vec<ask::Asked>,
    pub said: Vec<ask::Said>,
    pub round: Option<Round>,
    /// The last whole report, runs of single checks put in.
    pub last: Option<Arc<Diagnosis>>,
    /// Newest first.
    pub history: VecDeque<Past>,
    pub selected: Option<CheckKey>,
    /// Whom the user agreed to contact in this sitting.
    pub agreed: BTreeSet<String>,
    /// What waits for that agreement.
    pub pending: Option<(Purpose, Request)>,
    /// The names typed, cleaned.
    pub target: Target,
    /// Grows with every change, for the views.
    pub revision: u64,
}

impl Diagnose {
    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        matches!(self.running, Running::Now { .. })
    }

    /// The job that runs.
    pub fn job(&self) -> Option<JobNumber> {
        match self.running {
            Running::Now { job, .. } => Some(job),
            _ => None,
        }
    }

    /// Everything the CA expects, as typed.
    pub fn expected(&self) -> Vec<Expected> {
        self.draft
            .expected
            .iter()
            .filter_map(ExpectedRow::read)
            .collect()
    }

    /// Checks that ended, and all.
    pub fn count(&self) -> (usize, usize) {
        let is_over = |check: &&Check| matches!(check.state, State::Done(_) | State::Skipped(_));
        (
            self.checks.iter().filter(is_over).count(),
            self.checks.len(),
        )
    }

    pub(super) fn learn(&mut self, event: Event, uptime_secs: f64) {
        match event {
            Event::Check(check) => put(&mut self.checks, check),
            Event::Asked(asked) => self.asked.push(asked),
            Event::Said(said) => put_said(&mut self.said, said),
            Event::Round { round, rests_secs } => {
                // A watch of hours stays small: the report too tells of its last round alone.
                if rests_secs == 0 {
                    self.asked.clear();
                    self.said.clear();
                }
                let next_at_secs = (rests_secs > 0).then_some(uptime_secs + rests_secs as f64);
                self.round = Some(Round {
                    number: round,
                    next_at_secs,
                });
            }
        }
    }

    /// Puts a run on top of the history of its names.
    pub(super) fn remember(&mut self, diagnosis: &Arc<Diagnosis>) {
        let names = diagnosis.request.names.clone();
        let of_names = |past: &&Past| past.names == names;
        if self.history.iter().filter(of_names).count() >= KEPT
            && let Some(oldest) = self.history.iter().rposition(|past| past.names == names)
        {
            self.history.remove(oldest);
        }
        self.history.push_front(Past {
            names,
            at: diagnosis.at,
            diagnosis: Arc::clone(diagnosis),
        });
    }
}

fn put_said(all: &mut Vec<ask::Said>, said: ask::Said) {
    let is_same = |one: &&mut ask::Said| {
        one.source == said.source && one.name == said.name && one.record == said.record
    };
    match all.iter_mut().find(is_same) {
        Some(place) => *place = said,
        None => all.push(said),
    }
}

/// A whole report with one check of it run again.
pub(super) fn merged(whole: &Diagnosis, one: &Diagnosis) -> Diagnosis {
    let mut merged = whole.clone();
    for check in &one.checks {
        put(&mut merged.checks, check.clone());
    }
    for said in &one.said {
        put_said(&mut merged.said, said.clone());
    }
    for new in &one.served {
        let is_same = |old: &Served| {
            (&old.name, old.address, old.with_sni) == (&new.name, new.address, new.with_sni)
        };
        match merged.served.iter_mut().find(|old| is_same(old)) {
            Some(place) => *place = new.clone(),
            None => merged.served.push(new.clone()),
        }
    }
    let later = one.asked.iter().cloned().map(|asked| ask::Asked {
        begun_ms: asked.begun_ms + whole.took_ms,
        ..asked
    });
    merged.asked.extend(later);
    merged.took_ms += one.took_ms;
    merged.at = one.at;
    merged.no_network.clone_from(&one.no_network);
    merged
}
