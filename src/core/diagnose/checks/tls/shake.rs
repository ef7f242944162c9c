//! Handshakes with several addresses at once, beyond those with which the lane begins.

use std::net::SocketAddr;

use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::diagnose::checks::connection::{Reached, ReachedOutcome};
use crate::core::env::{Call, DnsName, TalkEnd, TalkTimes, Talked};
use crate::core::progress::Cancelled;
use crate::core::tls::session::{Session, Told, told};

/// Shakes hands with each address, sending the name or none; in the order of the addresses.
///
/// # Errors
/// [`Cancelled`].
pub fn all(
    asker: &Asker<'_>,
    purpose: Purpose,
    name: Option<&DnsName>,
    places: &[SocketAddr],
) -> Result<Vec<Reached>, Cancelled> {
    let session = || Session::new(name, asker.request.start);
    let calls = places.iter().map(|place| Call::new(*place, session()));
    let talked = asker.talk_all(Lane::Connection, purpose, calls.collect())?;
    let reached = places.iter().zip(talked).map(|(place, talked)| {
        let (times, outcome) = outcome(talked);
        Reached {
            address: *place,
            times,
            is_once_only: false,
            outcome: match outcome {
                Ok(told) => match told.outcome {
                    Ok(handshake) => ReachedOutcome::Handshake(Box::new(handshake)),
                    Err(why) => ReachedOutcome::NoHandshake(why),
                },
                Err(end) => ReachedOutcome::NoConnection(end),
            },
        }
    });
    Ok(reached.collect())
}

/// What came of a session, and when.
pub(super) fn outcome(talked: Talked) -> (TalkTimes, Result<Told, TalkEnd>) {
    (talked.times, told(talked))
}
