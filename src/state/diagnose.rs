//! What the window knows of a diagnosis: what is to be found out, how far that is, what was learnt, and the runs
//! before it.

pub mod known;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::core::diagnose::expected::{Expected, Note};
use crate::core::diagnose::target::Target;
use crate::core::diagnose::{
    Check, CheckKey, Diagnosis, Event, Families, Profile, Request, State, ask, put,
};
use crate::core::env::DnsName;
use crate::core::problem::Failure;
use crate::core::time::Moment;

use super::model::JobNumber;

/// Runs that are kept for each order of names.
const KEPT: usize = 20;

/// What a CA expects, as one row of the dialog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedRow {
    pub kind: ExpectedKind,
    /// The record's name, or the file's address.
    pub name: String,
    /// The record's value, or what the file holds.
    pub value: String,
}

/// Kinds of what is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExpectedKind {
    #[default]
    Txt,
    Cname,
    File,
}

impl ExpectedKind {
    /// All kinds in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Txt, Self::Cname, Self::File];
}

impl ExpectedRow {
    /// Nothing was typed yet.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.value.trim().is_empty()
    }

    /// What it says; `None` while it cannot be.
    pub fn read(&self) -> Option<Expected> {
        let value = self.value.trim();
        if value.is_empty() {
            return None;
        }
        Some(match self.kind {
            ExpectedKind::Txt => Expected::Txt {
                name: DnsName::parse(&self.name)?,
                value: value.to_owned(),
            },
            ExpectedKind::Cname => Expected::Cname {
                name: DnsName::parse(&self.name)?,
                target: DnsName::parse(value)?,
            },
            ExpectedKind::File => Expected::File {
                url: web_address(&self.name)?,
                content: value.as_bytes().to_vec(),
            },
        })
    }

    /// The row that says this.
    pub fn of(expected: &Expected) -> Self {
        let row = |kind, name: String, value: String| Self { kind, name, value };
        match expected {
            Expected::Txt { name, value } => {
                row(ExpectedKind::Txt, name.to_string(), value.clone())
            }
            Expected::Cname { name, target } => {
                row(ExpectedKind::Cname, name.to_string(), target.to_string())
            }
            Expected::File { url, content } => {
                let content = String::from_utf8_lossy(content).into_owned();
                row(ExpectedKind::File, url.clone(), content)
            }
        }
    }
}

fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text
        .strip_prefix("http://")
        .or_else(|| text.strip_prefix("https://"))
        .unwrap_or(text);
    let (host, path) = rest.split_once('/')?;
    let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    (!host.is_empty() && !path.is_empty() && is_plain).then(|| format!("http://{rest}"))
}

/// What is to be found out, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub names: String,
    /// The CA that will issue: its name, a brand, or its issuer domain; empty where none is chosen.
    pub authority: String,
    pub profile: Profile,
    /// What the CA wrote, as it was pasted.
    pub pasted: String,
    pub expected: Vec<ExpectedRow>,
    /// Resolvers the user named, one a line.
    pub resolvers: String,
    pub with_system: bool,
    pub with_public: bool,
    pub families: Families,
    pub is_inside_agreed: bool,
    pub watch_every_secs: u64,
    pub watch_until_mins: u64,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            names: String::new(),
            authority: String::new(),
            profile: Profile::default(),
            pasted: String::new(),
            expected: Vec::new(),
            resolvers: String::new(),
            with_system: true,
            with_public: true,
            families: Families::default(),
            is_inside_agreed: false,
            watch_every_secs: 30,
            watch_until_mins: 60,
        }
    }
}

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
