//! Connections: each address called, what came, how long each step took, and what may be wrong on this very
//! computer where a port is closed.

mod call;
mod here;
mod judge;
pub mod old;
mod reach;

use std::net::SocketAddr;

use serde::Serialize;

use super::addresses::{self, Addresses, Places};
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::checks::Put;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Served, Skip};
use crate::core::env::{DnsName, TalkEnd, TalkTimes};
use crate::core::progress::Cancelled;
use crate::core::tls::{Handshake, NoHandshake, Version};

/// What came of a call to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Whom.
    pub address: SocketAddr,
    /// When what happened.
    pub times: TalkTimes,
    /// What came.
    pub outcome: ReachedOutcome,
    /// Whether a second call came to nothing although the first did not.
    pub is_once_only: bool,
}

/// How a call to one address ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReachedOutcome {
    /// A handshake.
    Handshake(Box<Handshake>),
    /// The connection is open, and there was no handshake.
    NoHandshake(NoHandshake),
    /// No connection: `Refused`, `Filtered`, `Unreachable`, `NoNetwork` or `Broken`.
    NoConnection(TalkEnd),
}

impl Reached {
    /// The handshake, if there was one.
    pub fn handshake(&self) -> Option<&Handshake> {
        match &self.outcome {
            ReachedOutcome::Handshake(handshake) => Some(handshake),
            _ => None,
        }
    }
}

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum ConnectionSummary {
    /// So many addresses answer with a handshake.
    Reach {
        /// That many.
        handshakes: usize,
        /// Of so many.
        of: usize,
    },
    /// A handshake at one address.
    Handshake {
        /// Where.
        address: SocketAddr,
        /// Of which version.
        version: Version,
        /// Milliseconds until the connection was open.
        connected_ms: u64,
        /// Milliseconds of the handshake.
        handshake_ms: u64,
    },
    /// A connection without a handshake.
    NoHandshake {
        /// Where.
        address: SocketAddr,
        /// Why.
        #[serde(flatten)]
        why: NoHandshake,
    },
    /// No connection.
    NoConnection {
        /// Where.
        address: SocketAddr,
        /// Why.
        why: TalkEnd,
    },
    /// Nobody could say which addresses the name has.
    Unresolved,
    /// Who listens on this computer at the port that was called; `None` where the system does not say.
    Listening {
        /// The port.
        port: u16,
        /// At these addresses.
        at: Option<Vec<SocketAddr>>,
    },
}

/// Calls every address of a name and tells what came of each: [`CheckId::Reach`], [`CheckId::Connection`],
/// [`CheckId::ThisServer`], as far as they are wanted. What is served is kept for the report. In the order of the
/// addresses.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, name: &DnsName, put: &Put<'_>) -> Result<Vec<Reached>, Cancelled> {
    let (request, begun) = (asker.request, asker.ticks());
    let tell = |check: Check| {
        if request.wants(&check.key) {
            put(check);
        }
    };
    let took_ms = || asker.ticks().saturating_sub(begun);
    let (reach, here) = (
        CheckKey::of(CheckId::Reach, name),
        CheckKey::of(CheckId::ThisServer, name),
    );
    begins(asker, &reach);
    let places = match addresses::server(asker, Lane::Connection, name, request.port)? {
        Places::These(places) => places,
        Places::Nowhere(why) => {
            tell(nowhere(reach, &why).taking(took_ms()));
            tell(Check::skipped(here, Skip::NotThisComputer));
            return Ok(Vec::new());
        }
    };
    let at = |place: &SocketAddr| CheckKey::at(CheckId::Connection, name, place.to_string());
    for place in &places {
        begins(asker, &at(place));
    }
    let called = call::all(asker, name, &places)?;
    let dialer = asker.env.dial;
    let judged: Vec<judge::Judged> = called
        .iter()
        .map(|one| judge::judge(name, one, dialer))
        .collect();
    for (one, judged) in called.iter().zip(&judged) {
        tell(judged.check(at(&one.reached.address), one.took_ms()));
    }
    tell(reach::check(reach, name, &called, &judged).taking(took_ms()));
    tell(here::check(here, &called, dialer).taking(took_ms()));
    let reached: Vec<Reached> = called.into_iter().map(|one| one.reached).collect();
    for (one, handshake) in reached
        .iter()
        .filter_map(|one| Some((one, one.handshake()?)))
    {
        asker.keep_served(Served {
            name: name.clone(),
            address: one.address,
            with_sni: true,
            handshake: handshake.clone(),
        });
    }
    Ok(reached)
}

fn begins(asker: &Asker<'_>, key: &CheckKey) {
    if asker.request.wants(key) {
        asker.begins(key);
    }
}

fn nowhere(key: CheckKey, why: &Addresses) -> Check {
    match why {
        Addresses::NoName => Check::skipped(key, Skip::NoSuchName),
        Addresses::Inside(..) => Check::skipped(key, Skip::InsideNotAgreed),
        Addresses::None => Check::skipped(key, Skip::NoAddress),
        Addresses::Unknown | Addresses::These(_) => {
            Check::unknown(key, ConnectionSummary::Unresolved, Vec::new())
        }
    }
}
