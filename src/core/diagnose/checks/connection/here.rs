//! This very computer, where a name leads to it and the port is closed: who listens, and at which addresses.

use std::net::SocketAddr;

use super::call::Called;
use super::{ConnectionSummary, ReachedOutcome};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::env::{Dialer, Listener, TalkEnd};
use crate::core::finding::{ConnectionFact, Finding};

/// Why the port is closed here; skipped elsewhere.
pub fn check(key: CheckKey, called: &[Called], dialer: &dyn Dialer) -> Check {
    let closed = called
        .iter()
        .find(|one| is_closed(&one.reached.outcome) && dialer.is_own(one.reached.address.ip()));
    let Some(address) = closed.map(|one| one.reached.address) else {
        return Check::skipped(key, Skip::NotThisComputer);
    };
    let port = address.port();
    let Ok(all) = dialer.listeners() else {
        let summary = ConnectionSummary::Listening { port, at: None };
        return Check::unknown(key, summary, Vec::new());
    };
    let there: Vec<Listener> = all
        .into_iter()
        .filter(|one| one.address.port() == port)
        .collect();
    let at = there.iter().map(|one| one.address).collect();
    let summary = ConnectionSummary::Listening { port, at: Some(at) };
    Check::done(key, summary, vec![Finding::new(fact(address, &there))])
}

fn is_closed(outcome: &ReachedOutcome) -> bool {
    matches!(
        outcome,
        ReachedOutcome::NoConnection(TalkEnd::Refused | TalkEnd::Filtered)
    )
}

fn fact(address: SocketAddr, there: &[Listener]) -> ConnectionFact {
    let port = address.port();
    if let Some(listener) = there.iter().find(|one| covers(one.address, address)) {
        return ConnectionFact::ListenerBlocked {
            port,
            program: listener.program.clone(),
        };
    }
    match there.first() {
        None => ConnectionFact::ListenerMissing { port },
        Some(first) => ConnectionFact::ListenerElsewhere {
            address: address.to_string(),
            listening: there.iter().map(|one| one.address.to_string()).collect(),
            program: first.program.clone(),
        },
    }
}

/// Whether who listens there is called at this address. `[::]` takes IPv4 too, as systems are set up.
fn covers(listening: SocketAddr, called: SocketAddr) -> bool {
    let (at, called) = (listening.ip(), called.ip());
    at == called || (at.is_unspecified() && (at.is_ipv6() || called.is_ipv4()))
}
