//! What a run found.

use super::ask::{Asked, Said};
use super::check::{Check, CheckKey, State};
use super::request::Request;
use crate::core::bundle::Source;
use crate::core::env::DnsName;
use crate::core::finding::{self, Finding, Verdict};
use crate::core::time::Moment;
use crate::core::tls::Handshake;
use std::net::SocketAddr;

/// What a run found.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    /// What was to be found out.
    pub request: Request,
    /// When it began.
    pub at: Moment,
    /// Milliseconds it took.
    pub took_ms: u64,
    /// Every check, lane by lane.
    pub checks: Vec<Check>,
    /// Who said what of the names.
    pub said: Vec<Said>,
    /// Whom was asked what, in the order of asking.
    pub asked: Vec<Asked>,
    /// What servers sent, in the order of names and addresses.
    pub served: Vec<Served>,
    /// Why nothing could be asked at all, in the system's words; said once.
    pub no_network: Option<String>,
    /// Of a watch: how often it looked.
    pub rounds: u32,
}

/// What a server sent at one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The name asked for.
    pub name: DnsName,
    /// Where.
    pub address: SocketAddr,
    /// Whether the name was sent along (SNI, RFC 6066 section 3).
    pub with_sni: bool,
    /// What came.
    pub handshake: Handshake,
}

impl Served {
    /// What belongs to a check: what its own address sent, else the first with the name.
    pub fn of_check<'a>(all: &'a [Self], key: &CheckKey) -> Option<&'a Self> {
        let of_name = || {
            all.iter()
                .filter(|one| one.name == key.name && one.with_sni)
        };
        let mut own = of_name().filter(|one| one.address.to_string() == key.place);
        own.next().or_else(|| of_name().next())
    }

    /// The certificates as sent, ready to be opened like a file: PEM in the order of sending.
    pub fn source(&self) -> Source {
        let name = format!("{}:{}", self.name, self.address.port());
        Source::sent(name, &self.handshake.chain)
    }
}

/// Puts a check in its place: that of its key, or behind the last one that comes before it in its lane.
pub fn put(checks: &mut Vec<Check>, check: Check) {
    if let Some(place) = checks.iter_mut().find(|one| one.key == check.key) {
        *place = check;
        return;
    }
    let comes_before = |one: &Check| {
        one.key.id.lane() == check.key.id.lane()
            && one.key.name == check.key.name
            && (one.key.id, &one.key.place) <= (check.key.id, &check.key.place)
    };
    let before = checks.iter().rposition(comes_before);
    let is_in_lane = |one: &Check| one.key.id.lane() == check.key.id.lane();
    let end_of_lane = || checks.iter().rposition(is_in_lane);
    let at = before
        .or_else(end_of_lane)
        .map_or(checks.len(), |at| at + 1);
    checks.insert(at, check);
}

/// Something learnt on the way.
#[derive(Clone, Debug)]
pub enum Event {
    /// A check began or ended.
    Check(Check),
    /// Somebody answered, or did not.
    Asked(Asked),
    /// Somebody said something of a name.
    Said(Said),
    /// A watch looks for the so-manieth time, or rests for so many seconds.
    Round {
        /// Counted from 1.
        round: u32,
        /// Seconds until it looks again; 0 while it looks.
        rests_secs: u64,
    },
}

impl Diagnosis {
    /// Everything found, worst first, each once.
    pub fn findings(&self) -> Vec<Finding> {
        let mut all: Vec<Finding> = Vec::new();
        for finding in self.checks.iter().flat_map(|check| &check.findings) {
            if !all.contains(finding) {
                all.push(finding.clone());
            }
        }
        finding::sort(&mut all);
        all
    }

    /// The worst that was found. What could not be found out is a warning at least: unknown is never fine.
    pub fn verdict(&self) -> Verdict {
        let is_unknown = |check: &Check| matches!(check.state, State::Done(super::Mark::Unknown));
        let worst = Verdict::of(&self.findings());
        match self.no_network.is_some() || self.checks.iter().any(is_unknown) {
            true => worst.max(Verdict::Warning),
            false => worst,
        }
    }

    /// A check by its key.
    pub fn check(&self, key: &CheckKey) -> Option<&Check> {
        self.checks.iter().find(|check| check.key == *key)
    }
}
