//! What servers agree upon and send: the connection lane. `connection` calls; the checks here judge.

mod against;
mod alpn;
mod chain;
mod protocols;
pub mod scan;
mod scene;
mod served;
pub mod shake;
mod sni;
mod staple;
mod suites;
mod websocket;

use serde::Serialize;

use super::{Put, connection};
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request, Skip, State};
use crate::core::env::DnsName;
use crate::core::finding::Whose;
use crate::core::progress::Cancelled;
use crate::core::time::Moment;
use scene::Scene;
pub use sni::Without;
pub use staple::StapleSeen;

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum TlsSummary {
    /// It could not be found out.
    NotFoundOut,
    /// Which versions servers accept.
    Protocols {
        /// Each of them.
        servers: Vec<scan::Server>,
    },
    /// Which suites servers accept, of those that behave alike the first.
    Suites {
        /// Each of them.
        servers: Vec<scan::Server>,
    },
    /// The chain as sent.
    Chain {
        /// Whose certificate. Foreign text.
        subject: String,
        /// Until when it is valid.
        not_after: Moment,
        /// Certificates sent.
        certificates: usize,
        /// The trusted root it leads to. Foreign text.
        root: Option<String>,
        /// How many different lists come from the addresses.
        different: usize,
    },
    /// What came is no certificate.
    NoCertificate,
    /// What is served against a file.
    Against {
        /// Whose is served instead; `None` where it is the file's everywhere.
        whose: Option<Whose>,
        /// Addresses that serve the file's.
        same: usize,
        /// Of so many.
        of: usize,
    },
    /// What comes without the name.
    Sni {
        /// That.
        without: Without,
    },
    /// The application protocol.
    Alpn {
        /// The one agreed upon; `None` where the server knows nothing of it. Foreign text.
        chosen: Option<String>,
    },
    /// The OCSP answer.
    Staple {
        /// What came of it.
        #[serde(flatten)]
        seen: StapleSeen,
    },
    /// A WebSocket.
    WebSocket {
        /// Status of the answer.
        status: Option<u16>,
        /// Whether it opens.
        opens: bool,
    },
}

/// The checks of a name, waiting.
pub fn planned(request: &Request, name: &DnsName) -> Vec<Check> {
    let of_lane = CheckId::ALL
        .into_iter()
        .filter(|id| id.lane() == Lane::Connection && *id != CheckId::Connection);
    let keys = of_lane.map(|id| CheckKey::of(id, name));
    keys.map(|key| match left_out(request, name, key.id) {
        Some(why) => Check::skipped(key, why),
        None => Check::waiting(key),
    })
    .collect()
}

/// Why a check is left out, known before anything is asked.
fn left_out(request: &Request, name: &DnsName, id: CheckId) -> Option<Skip> {
    match id {
        _ if name.is_wildcard() => Some(Skip::Wildcard),
        CheckId::AgainstFile if request.against.is_none() => Some(Skip::NothingToCompare),
        CheckId::WebSocket | CheckId::Alpn if request.start.is_some() => Some(Skip::NotWeb),
        _ => None,
    }
}

/// Names that are looked at at the same time.
const NAMES_AT_ONCE: usize = 4;

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, put: &Put<'_>) -> Result<(), Cancelled> {
    asker.check()?;
    let request = asker.request;
    let is_wanted = |name: &&DnsName| {
        let mut planned = planned(request, name).into_iter();
        planned.any(|check| check.state == State::Waiting && request.wants(&check.key))
    };
    let names: Vec<&DnsName> = request.names.iter().filter(is_wanted).collect();
    for group in names.chunks(NAMES_AT_ONCE) {
        beside(asker, group, |name| one(asker, name, put))?;
    }
    Ok(())
}

/// Calls every address of a name, then judges what came, all checks side by side.
fn one(asker: &Asker<'_>, name: &DnsName, put: &Put<'_>) -> Result<(), Cancelled> {
    let reached = connection::run(asker, name, put)?;
    let scene = Scene::new(asker, name, &reached, put);
    let scene = &scene;
    let left_out = |id| left_out(asker.request, name, id).is_some();
    let all: [(CheckId, Run); 8] = [
        (CheckId::ServedChain, chain::run),
        (CheckId::AgainstFile, against::run),
        (CheckId::Sni, sni::run),
        (CheckId::Protocols, protocols::run),
        (CheckId::Suites, suites::run),
        (CheckId::Alpn, alpn::run),
        (CheckId::Staple, staple::run),
        (CheckId::WebSocket, websocket::run),
    ];
    let wanted: Vec<(CheckId, Run)> = all.into_iter().filter(|(id, _)| !left_out(*id)).collect();
    beside(asker, &wanted, |(id, run)| scene.with_handshake(*id, *run))
}

type Run = fn(&Scene<'_>) -> Result<(), Cancelled>;

/// Does the same for several, all at the same time.
fn beside<T: Sync>(
    asker: &Asker<'_>,
    items: &[T],
    task: impl Fn(&T) -> Result<(), Cancelled> + Sync,
) -> Result<(), Cancelled> {
    let tasks: Vec<Box<dyn Fn() + Sync + '_>> = items
        .iter()
        .map(|item| {
            // A cancel is seen below.
            let task = || {
                task(item).ok();
            };
            Box::new(task) as Box<dyn Fn() + Sync + '_>
        })
        .collect();
    let tasks: Vec<&(dyn Fn() + Sync)> = tasks.iter().map(|task| &**task).collect();
    asker.env.parallel.beside(&tasks);
    asker.check()
}
