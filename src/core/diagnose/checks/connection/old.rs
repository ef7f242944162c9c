//! The second try as an old client, where today's clients and the server do not agree: every version, every suite.

use super::ReachedOutcome;
use super::call::Called;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::env::{Call, DnsName};
use crate::core::progress::Cancelled;
use crate::core::tls::{HELLO_SUITES, Handshake, Hello, NoHandshake, Probe, Suite, Version};

/// Calls again where an old client may get further, and puts what it got in place.
///
/// # Errors
/// [`Cancelled`].
pub fn again(asker: &Asker<'_>, name: &DnsName, called: &mut [Called]) -> Result<(), Cancelled> {
    let hellos = hellos(asker, name);
    for one in called.iter_mut().filter(|one| may_be_old(one)) {
        let calls: Vec<Call> = hellos
            .iter()
            .map(|hello| {
                Call::new(
                    one.reached.address,
                    Probe::flight(hello, asker.request.start),
                )
            })
            .collect();
        let talked = asker.talk_all(Lane::Connection, Purpose::Handshake, calls)?;
        let told = talked.into_iter().filter_map(|talked| {
            let (probe, _, end) = talked.into_script::<Probe>()?;
            probe.handshake(&end).ok()
        });
        let shown = told.filter(|handshake: &Handshake| !handshake.chain.is_empty());
        if let Some(best) = shown.max_by_key(|handshake| handshake.version) {
            one.reached.outcome = ReachedOutcome::Handshake(Box::new(best));
        }
    }
    Ok(())
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
