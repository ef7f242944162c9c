//! The second try as an old client, where today's clients and the server do not agree: every version, every suite.

use super::ReachedOutcome;
use super::call::Called;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::env::{Call, DnsName, Talked};
use crate::core::progress::Cancelled;
use crate::core::tls::{HELLO_SUITES, Handshake, Hello, NoHandshake, Probe, Suite, Version};

/// Calls again where an old client may get further, and puts what it got in place.
///
/// # Errors
/// [`Cancelled`].
pub fn again(asker: &Asker<'_>, name: &DnsName, called: &mut [Called]) -> Result<(), Cancelled> {
    let hellos = hellos(asker, name);
    let mut refused: Vec<&mut Called> = called.iter_mut().filter(|one| may_be_old(one)).collect();
    let calls: Vec<Call> = refused
        .iter()
        .flat_map(|one| hellos.iter().map(|hello| (one.reached.address, hello)))
        .map(|(address, hello)| Call::new(address, Probe::flight(hello, asker.request.start)))
        .collect();
    if calls.is_empty() {
        return Ok(());
    }
    let talked = asker.talk_all(Lane::Connection, Purpose::Handshake, calls)?;
    let mut shown = talked.into_iter().map(shown);
    for one in &mut refused {
        let all = shown.by_ref().take(hellos.len()).flatten();
        if let Some(best) = all.max_by_key(|handshake| handshake.version) {
            one.reached.outcome = ReachedOutcome::Handshake(Box::new(best));
        }
    }
    Ok(())
}

/// What an old client was shown; `None` without a certificate.
fn shown(talked: Talked) -> Option<Handshake> {
    let (probe, _, end) = talked.into_script::<Probe>()?;
    let handshake = probe.handshake(&end).ok()?;
    (!handshake.chain.is_empty()).then_some(handshake)
}

/// Whether the server answers, and says no to what is offered today.
fn may_be_old(one: &Called) -> bool {
    matches!(
        one.reached.outcome,
        ReachedOutcome::NoHandshake(
            NoHandshake::Alert {
                is_after: false,
                ..
            } | NoHandshake::Closed
                | NoHandshake::Reset
                | NoHandshake::Broken { .. }
        )
    )
}

/// One for each version up to TLS 1.2 and each handful of suites.
fn hellos(asker: &Asker<'_>, name: &DnsName) -> Vec<Hello> {
    let versions = Version::ALL.into_iter().filter(|one| *one < Version::Tls13);
    let mut hellos = Vec::new();
    for version in versions {
        let suites: Vec<Suite> = Suite::all().filter(|suite| suite.is_for(version)).collect();
        for suites in suites.chunks(HELLO_SUITES) {
            hellos.push(Hello {
                version,
                suites: suites.to_vec(),
                name: Some(name.as_str().to_owned()),
                alpn: Vec::new(),
                random: chance(asker),
                share: chance(asker),
                is_bare: false,
            });
        }
    }
    hellos
}

/// Nothing secret is ever made from these.
fn chance(asker: &Asker<'_>) -> [u8; 32] {
    let mut bytes = [0; 32];
    asker.env.random.fill(&mut bytes).ok();
    bytes
}
