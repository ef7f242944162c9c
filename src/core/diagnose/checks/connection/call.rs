//! The calls: every address at once as today's clients do, again where that came to nothing or came too easily.

use std::net::SocketAddr;

use super::{Reached, ReachedOutcome, old};
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::env::{Call, DnsName, Talked};
use crate::core::progress::Cancelled;
use crate::core::tls::NoHandshake;
use crate::core::tls::session::{Session, Told, told};

/// What browsers offer (RFC 7301).
const WEB_PROTOCOLS: [&str; 2] = ["h2", "http/1.1"];

/// One address, and what came of it.
pub struct Called {
    /// What came.
    pub reached: Reached,
    /// How a server that wants a certificate of the client refused one without.
    pub refusal: Option<NoHandshake>,
}

impl Called {
    /// Milliseconds of the call.
    pub fn took_ms(&self) -> u64 {
        self.reached.times.ended_ms
    }
}

/// Calls all of them.
///
/// # Errors
/// [`Cancelled`].
pub fn all(
    asker: &Asker<'_>,
    name: &DnsName,
    places: &[SocketAddr],
) -> Result<Vec<Called>, Cancelled> {
    let talked = talk(asker, name, places)?;
    let first = places.iter().zip(talked);
    let mut called: Vec<Called> = first.map(|(place, talked)| heard(*place, talked)).collect();
    let reached = called.iter_mut().map(|one| &mut one.reached);
    old::again(asker, Some(name), reached)?;
    let good: Vec<SocketAddr> = called
        .iter()
        .filter(|one| is_finished(one))
        .map(|one| one.reached.address)
        .collect();
    let again = talk(asker, name, &good)?;
    let is_answered = |talked: Talked| told(talked).is_ok_and(|told| told.outcome.is_ok());
    let again: Vec<bool> = again
        .into_iter()
        .map(|talked| !is_answered(talked))
        .collect();
    for (one, is_lost) in called.iter_mut().filter(|one| is_finished(one)).zip(again) {
        one.reached.is_once_only = is_lost;
    }
    Ok(called)
}

fn is_finished(one: &Called) -> bool {
    let handshake = one.reached.handshake();
    handshake.is_some_and(|handshake| !handshake.is_unfinished)
}

fn talk(
    asker: &Asker<'_>,
    name: &DnsName,
    places: &[SocketAddr],
) -> Result<Vec<Talked>, Cancelled> {
    let start = asker.request.start;
    let session = || match start {
        None => Session::new(Some(name), None).with_alpn(&WEB_PROTOCOLS),
        start => Session::new(Some(name), start),
    };
    let calls: Vec<Call> = places
        .iter()
        .map(|place| Call::new(*place, session()))
        .collect();
    match calls.is_empty() {
        true => Ok(Vec::new()),
        false => asker.talk_all(Lane::Connection, Purpose::Handshake, calls),
    }
}

fn heard(address: SocketAddr, talked: Talked) -> Called {
    let times = talked.times;
    let (outcome, refusal) = match told(talked) {
        Ok(told) => of_session(told),
        Err(end) => (ReachedOutcome::NoConnection(end), None),
    };
    Called {
        reached: Reached {
            address,
            times,
            outcome,
            is_once_only: false,
        },
        refusal,
    }
}

fn of_session(told: Told) -> (ReachedOutcome, Option<NoHandshake>) {
    let outcome = match told.outcome {
        Ok(handshake) => ReachedOutcome::Handshake(Box::new(handshake)),
        Err(why) => ReachedOutcome::NoHandshake(why),
    };
    (outcome, told.refusal)
}
