//! Which versions servers accept: all versions of all servers at once, then whatever was not a clear answer again in
//! another way.

use super::{Accepted, Hellos, OfVersion, Refusal, Said, Server, Unanswered, offer};
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Purpose};
use crate::core::env::{Call, DnsName};
use crate::core::progress::Cancelled;
use crate::core::tls::{Alert, NoHandshake, Suite, Version};
use std::net::SocketAddr;

/// One question to one server.
#[derive(Clone, Debug)]
struct Question {
    address: SocketAddr,
    version: Version,
    is_bare: bool,
    suites: Vec<Suite>,
}

/// Servers in order, with the versions each accepts.
///
/// # Errors
/// [`Cancelled`].
pub fn versions(
    asker: &Asker<'_>,
    name: &DnsName,
    places: &[SocketAddr],
) -> Result<Vec<Server>, Cancelled> {
    let hellos = Hellos::new(asker, name);
    let mut questions: Vec<Question> = places.iter().flat_map(|one| first(*one)).collect();
    let mut heard: Vec<(Question, Said)> = Vec::new();
    let calls = |questions: &[Question]| questions.iter().map(|one| call(&hellos, one)).collect();
    let mut is_again = false;
    let first = calls(&questions);
    let mut next = |talked: Vec<_>| -> Vec<Call> {
        let asked = std::mem::take(&mut questions);
        for (question, talked) in asked.into_iter().zip(talked) {
            let said = Said::of(question.version, talked);
            if !is_again {
                questions.extend(again(&question, &said));
            }
            heard.push((question, said));
        }
        is_again = true;
        calls(&questions)
    };
    asker.talk_rounds(Lane::Connection, Purpose::Versions, first, &mut next)?;
    let judged = places.iter().map(|address| judged(*address, &heard));
    Ok(judged.collect())
}

fn call(hellos: &Hellos<'_>, question: &Question) -> Call {
    let Question {
        address,
        version,
        is_bare,
        ref suites,
    } = *question;
    hellos.call(address, version, is_bare, suites.clone())
}

/// The usual suites with each version.
fn first(address: SocketAddr) -> impl Iterator<Item = Question> {
    Version::ALL.into_iter().filter_map(move |version| {
        Some(Question {
            address,
            version,
            is_bare: false,
            suites: offer::broad(version).into_iter().next()?,
        })
    })
}

/// Other ways to ask, where the answer leaves room: without extensions where a server may have choked on them, with
/// rarer suites where it does not say that it is the version it refuses.
fn again(question: &Question, said: &Said) -> Vec<Question> {
    let code = |name: &str| {
        let is_it = |code: &u8| {
            let is_fatal = true;
            Alert {
                is_fatal,
                code: *code,
            }
            .name()
                == Some(name)
        };
        matches!(said, Said::No(Refusal::Alert { code }) if is_it(code))
    };
    if matches!(said, Said::Yes(_)) || code("protocol_version") {
        return Vec::new();
    }
    let is_no = matches!(said, Said::No(_));
    let chokes = ["decode_error", "illegal_parameter", "unexpected_message"];
    let is_choking = match said {
        Said::No(Refusal::Closed | Refusal::Reset) => true,
        Said::Unknown(Unanswered::NoHandshake(NoHandshake::Broken { .. })) => true,
        _ => chokes.into_iter().any(code),
    };
    let may_be_bare = (Version::Tls10..=Version::Tls12).contains(&question.version);
    let rarer = offer::broad(question.version).into_iter().skip(1);
    let rarer = rarer.filter(|_| is_no).map(|suites| Question {
        suites,
        ..question.clone()
    });
    let bare = (may_be_bare && is_choking).then(|| Question {
        is_bare: true,
        ..question.clone()
    });
    rarer.chain(bare).collect()
}

fn judged(address: SocketAddr, heard: &[(Question, Said)]) -> Server {
    let heard: Vec<_> = heard.iter().filter(|(q, _)| q.address == address).collect();
    let is_speaking = heard.iter().any(|(_, said)| matches!(said, Said::Yes(_)));
    let of = |version: Version| {
        let of_version = heard.iter().filter(|(q, _)| q.version == version);
        let mut best: Option<&(Question, Said)> = None;
        for one in of_version {
            // Yes counts whenever it came, else what was said to the usual question.
            if best.is_none() || matches!(one.1, Said::Yes(_)) {
                best = Some(one);
            }
        }
        let limit = Said::Unknown(Unanswered::Limit);
        let said = best.map_or(&limit, |(_, said)| said);
        OfVersion {
            version,
            accepted: accepted(said.clone(), is_speaking),
            suites: None,
            is_bare: best.is_some_and(|(question, _)| question.is_bare),
        }
    };
    Server {
        address,
        versions: Version::ALL.into_iter().map(of).collect(),
        connections: heard.len(),
        is_limited: false,
    }
}

/// A server that closes without a word says no only if it speaks at all.
fn accepted(said: Said, is_speaking: bool) -> Accepted {
    let unknown = |why| Accepted::Unknown {
        why: Unanswered::NoHandshake(why),
    };
    match said {
        Said::Yes(suite) => Accepted::Yes { suite },
        Said::No(Refusal::Closed) if !is_speaking => unknown(NoHandshake::Closed),
        Said::No(Refusal::Reset) if !is_speaking => unknown(NoHandshake::Reset),
        Said::No(refusal) => Accepted::No { refusal },
        Said::Unknown(why) => Accepted::Unknown { why },
    }
}
