//! Which application protocol is agreed upon when h2 and http/1.1 are offered (RFC 7301).

use super::TlsSummary;
use super::scene::Scene;
use super::shake::outcome;
use crate::core::diagnose::ask::Purpose;
use crate::core::diagnose::{Check, CheckId, Lane};
use crate::core::env::Call;
use crate::core::progress::Cancelled;
use crate::core::tls::session::Session;

/// Offered, the best first, as browsers do.
const OFFERED: [&str; 2] = ["h2", "http/1.1"];

/// Runs the check at the first address that came to a handshake.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::Alpn);
    let Some((place, _)) = scene.handshakes().next() else {
        return Ok(());
    };
    let session = Session::new(Some(scene.name), None).with_alpn(&OFFERED);
    let calls = vec![Call::new(place, session)];
    let talked = scene
        .asker
        .talk_all(Lane::Connection, Purpose::Handshake, calls)?;
    let told = talked.into_iter().next().map(|talked| outcome(talked).1);
    let handshake = told.and_then(|told| told.ok()?.outcome.ok());
    scene.put(match handshake {
        Some(handshake) => {
            let chosen = handshake.alpn;
            Check::done(key, TlsSummary::Alpn { chosen }, Vec::new())
        }
        None => Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()),
    });
    Ok(())
}
