//! What a server sends, brought into the workspace like a file: resolved as this computer does, from the first
//! address that answers. Only the host that the user named is contacted, wherever it is.

mod place;
mod target;

use std::net::SocketAddr;
use std::sync::Arc;

pub use target::Target;

use super::ask::{Asker, Purpose};
use super::check::Lane;
use super::checks::connection::{Reached, old};
use super::checks::tls::shake;
use super::request::Request as Run;
use crate::core::bundle::Source;
use crate::core::env::{DnsName, Env};
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress};
use crate::core::tls::{Handshake, StartTls};

/// Whose certificates to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Host and port.
    pub target: Target,
    /// Where to call in place of the addresses of the name; empty for those.
    pub connect: Vec<SocketAddr>,
    /// What is spoken before TLS.
    pub start: Option<StartTls>,
}

impl Request {
    /// HTTPS at the addresses of the name.
    pub fn of(target: Target) -> Self {
        Self {
            target,
            connect: Vec::new(),
            start: None,
        }
    }
}

/// What a server sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Whose.
    pub target: Target,
    /// The address that answered.
    pub address: SocketAddr,
    /// What came.
    pub handshake: Handshake,
    /// Addresses that gave nothing, called before.
    pub tried: Vec<Reached>,
}

impl Fetched {
    /// The certificates as sent, ready to be opened like a file: PEM in the order of sending.
    pub fn source(&self) -> Source {
        Source::sent(self.target.to_string(), &self.handshake.chain)
    }
}

/// Why nothing was fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchFault {
    /// No address of the host could be found out.
    #[error("no address of {host}")]
    NoAddress {
        /// The host.
        host: String,
    },
    /// No address answers with a handshake.
    #[error("no handshake with {target}")]
    NoHandshake {
        /// Host and port.
        target: String,
        /// Each address, and what came of it.
        tried: Vec<Reached>,
    },
}

/// Fetches.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match fetch(request, env, progress) {
        Ok(Ok(fetched)) => Outcome::Done(Report::Served(Arc::new(fetched))),
        Ok(Err(fault)) => Outcome::Failed(Failure::NotFetched(fault)),
        Err(Cancelled) => Outcome::Cancelled,
    }
}

fn fetch(
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Result<Fetched, FetchFault>, Cancelled> {
    let target = &request.target;
    let name = target.name();
    let run = Run {
        connect: request.connect.clone(),
        port: target.port,
        start: request.start,
        ..Run::of(name.iter().cloned().collect())
    };
    let asker = Asker::new(&run, env, progress);
    let places = place::places(&asker, request)?;
    if places.is_empty() {
        let host = target.host.clone();
        return Ok(Err(FetchFault::NoAddress { host }));
    }
    first(&asker, target, name.as_ref(), places)
}

/// Calls one address after the other, so that no more are contacted than needed.
fn first(
    asker: &Asker<'_>,
    target: &Target,
    name: Option<&DnsName>,
    places: Vec<SocketAddr>,
) -> Result<Result<Fetched, FetchFault>, Cancelled> {
    let mut tried: Vec<Reached> = Vec::new();
    for place in places {
        let mut called = shake::all(asker, Purpose::Handshake, name, &[place])?;
        old::again(asker, name, &mut called)?;
        for reached in called {
            match reached.handshake() {
                Some(handshake) => {
                    return Ok(Ok(Fetched {
                        target: target.clone(),
                        address: reached.address,
                        handshake: handshake.clone(),
                        tried,
                    }));
                }
                None => tried.push(reached),
            }
        }
    }
    Ok(Err(FetchFault::NoHandshake {
        target: target.to_string(),
        tried,
    }))
}

/// The lane in which such questions are told.
const LANE: Lane = Lane::Connection;
