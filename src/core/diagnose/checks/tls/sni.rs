//! What a client gets that does not send the name (RFC 6066 section 3).

use std::net::SocketAddr;

use serde::Serialize;

use super::TlsSummary;
use super::scene::Scene;
use super::served::List;
use super::shake;
use crate::core::diagnose::ask::Purpose;
use crate::core::diagnose::checks::connection::{Reached, ReachedOutcome};
use crate::core::diagnose::{Check, CheckId, Served};
use crate::core::finding::{Finding, TlsFact};
use crate::core::progress::Cancelled;
use crate::core::tls::{Handshake, NoHandshake};

/// What comes without the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "subject")]
pub enum Without {
    /// The same certificate.
    Same,
    /// Another one, called so. Foreign text.
    Other(String),
    /// No handshake.
    Nothing,
}

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::Sni);
    let named: Vec<(SocketAddr, &Handshake)> = scene.handshakes().collect();
    let places: Vec<SocketAddr> = named.iter().map(|(place, _)| *place).collect();
    let came = shake::all(scene.asker, Purpose::WithoutName, None, &places)?;
    let mut seen: Vec<Without> = Vec::new();
    let mut findings: Vec<Finding> = Vec::new();
    for ((_, with), without) in named.iter().zip(&came) {
        keep(scene, without);
        // One that answers once, or another client than ours, says nothing of names by its silence.
        let is_named = without.handshake().is_some();
        let is_odd = with.is_unfinished || is_once_only(scene, without.address);
        let found = compared(with, without).filter(|_| is_named || !is_odd);
        let Some(found) = found else {
            continue;
        };
        if !seen.contains(&found) {
            findings.extend(finding(scene, without, &found));
            seen.push(found);
        }
    }
    // Of several the one that is worth knowing.
    seen.sort_by_key(|one| *one == Without::Same);
    scene.put(match seen.into_iter().next() {
        Some(without) => Check::done(key, TlsSummary::Sni { without }, findings),
        None => Check::unknown(key, TlsSummary::NotFoundOut, findings),
    });
    Ok(())
}

fn keep(scene: &Scene<'_>, reached: &Reached) {
    if let Some(handshake) = reached.handshake() {
        scene.asker.keep_served(Served {
            name: scene.name.clone(),
            address: reached.address,
            with_sni: false,
            handshake: handshake.clone(),
        });
    }
}

fn is_once_only(scene: &Scene<'_>, address: SocketAddr) -> bool {
    let mut reached = scene.reached.iter();
    reached.any(|one| one.address == address && one.is_once_only)
}

/// `None` where it could not be found out: only a server that says no says something of names.
fn compared(with: &Handshake, without: &Reached) -> Option<Without> {
    match &without.outcome {
        ReachedOutcome::Handshake(handshake) => {
            if handshake.chain.first() == with.chain.first() {
                return Some(Without::Same);
            }
            let list = List::of(without.address, &handshake.chain);
            let title = list.leaf().map(|leaf| leaf.title());
            Some(Without::Other(title.unwrap_or_default()))
        }
        ReachedOutcome::NoHandshake(
            NoHandshake::Alert { .. } | NoHandshake::Closed | NoHandshake::Reset,
        ) => Some(Without::Nothing),
        ReachedOutcome::NoHandshake(_) | ReachedOutcome::NoConnection(_) => None,
    }
}

fn finding(scene: &Scene<'_>, reached: &Reached, found: &Without) -> Option<Finding> {
    let instead = match found {
        Without::Same => return None,
        Without::Other(subject) => Some(subject.clone()),
        Without::Nothing => None,
    };
    Some(Finding::new(TlsFact::SniNeeded {
        name: scene.name.to_string(),
        address: reached.address.to_string(),
        instead,
    }))
}
