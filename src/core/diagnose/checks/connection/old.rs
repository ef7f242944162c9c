//! The second try, where our library and the server do not agree: with the suites that browsers still offer beside
//! those of the library, and as an old client with every version and every suite.

use super::{Reached, ReachedOutcome};
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::env::{Call, DnsName, Talked};
use crate::core::progress::Cancelled;
use crate::core::tls::{HELLO_SUITES, Handshake, Hello, NoHandshake, Probe, Suite, Version};

/// What Chrome and Firefox offer in TLS 1.2 beyond what the library has: ECDHE and RSA with CBC, RSA with GCM
/// (2026).
const OF_BROWSERS: [u16; 8] = [
    0xc009, 0xc00a, 0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035,
];

/// Calls again where another client may get further, and puts what it got in place.
///
/// # Errors
/// [`Cancelled`].
pub fn again<'r>(
    asker: &Asker<'_>,
    name: Option<&DnsName>,
    reached: impl IntoIterator<Item = &'r mut Reached>,
) -> Result<(), Cancelled> {
    let mut refused: Vec<&mut Reached> =
        reached.into_iter().filter(|one| may_be_old(one)).collect();
    let hellos = hellos(asker, name);
    let calls: Vec<Call> = refused
        .iter()
        .flat_map(|one| hellos.iter().map(|hello| (one.address, hello)))
        .map(|(address, hello)| Call::new(address, Probe::flight(hello, asker.request.start)))
        .collect();
    if calls.is_empty() {
        return Ok(());
    }
    let talked = asker.talk_all(Lane::Connection, Purpose::Handshake, calls)?;
    let mut shown = talked.into_iter().map(shown);
    for one in &mut refused {
        let mut all: Vec<Option<Handshake>> = shown.by_ref().take(hellos.len()).collect();
        let of_browsers = all.first_mut().and_then(Option::take);
        let of_browsers = of_browsers.map(|handshake| Handshake {
            is_old_client: false,
            ..handshake
        });
        let oldest = all.into_iter().flatten();
        let best = of_browsers.or_else(|| oldest.max_by_key(|handshake| handshake.version));
        if let Some(best) = best {
            one.outcome = ReachedOutcome::Handshake(Box::new(best));
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
fn may_be_old(one: &Reached) -> bool {
    matches!(
        one.outcome,
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

/// That of browsers, then one for each version up to TLS 1.2 and each handful of suites.
fn hellos(asker: &Asker<'_>, name: Option<&DnsName>) -> Vec<Hello> {
    let hello = |version, suites: &[Suite]| Hello {
        version,
        suites: suites.to_vec(),
        name: name.map(|name| name.as_str().to_owned()),
        alpn: Vec::new(),
        random: chance(asker),
        share: chance(asker),
        is_bare: false,
    };
    let mut hellos = vec![hello(Version::Tls12, &OF_BROWSERS.map(Suite))];
    for version in Version::ALL.into_iter().filter(|one| *one < Version::Tls13) {
        let suites: Vec<Suite> = Suite::all().filter(|suite| suite.is_for(version)).collect();
        let chunks = suites.chunks(HELLO_SUITES);
        hellos.extend(chunks.map(|suites| hello(version, suites)));
    }
    hellos
}

/// Nothing secret is ever made from these.
fn chance(asker: &Asker<'_>) -> [u8; 32] {
    let mut bytes = [0; 32];
    asker.env.random.fill(&mut bytes).ok();
    bytes
}
