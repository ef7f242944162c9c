//! Whose order decides: the accepted suites are offered once in one order and once in the other. That the server
//! still answers also tells what closing without a word meant before.

use super::{Hellos, OfVersion, Preference, Said, Server, Unanswered};
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Purpose;
use crate::core::env::Call;
use crate::core::progress::Cancelled;
use crate::core::tls::{HELLO_SUITES, Suite, Version};

/// Offers of one version of one server.
struct Question {
    server: usize,
    version: Version,
    offered: Vec<Suite>,
}

/// Finds out whose order decides, for every version with suites.
///
/// # Errors
/// [`Cancelled`].
pub fn preferences(hellos: &Hellos<'_>, servers: &mut [Server]) -> Result<(), Cancelled> {
    let mut questions: Vec<Question> = Vec::new();
    let mut calls: Vec<Call> = Vec::new();
    for (index, server) in servers.iter_mut().enumerate() {
        for at in 0..server.versions.len() {
            let Some(one) = server.versions.get(at).cloned() else {
                continue;
            };
            for offered in offers(&one) {
                if !server.counts() {
                    continue;
                }
                let address = server.address;
                calls.push(hellos.call(address, one.version, one.is_bare, offered.clone()));
                questions.push(Question {
                    server: index,
                    version: one.version,
                    offered,
                });
            }
        }
    }
    let mut said: Vec<Said> = Vec::new();
    let mut next = |talked: Vec<_>| {
        let asked = questions.iter().zip(talked);
        said.extend(asked.map(|(question, talked)| Said::of(question.version, talked)));
        Vec::new()
    };
    let asker = hellos.asker;
    asker.talk_rounds(Lane::Connection, Purpose::Suites, calls, &mut next)?;
    for (index, server) in servers.iter_mut().enumerate() {
        for one in &mut server.versions {
            let asked = questions.iter().zip(&said);
            let of_it = asked.filter(|(q, _)| q.server == index && q.version == one.version);
            let of_it: Vec<(&Question, &Said)> = of_it.collect();
            judge(one, &of_it);
        }
    }
    Ok(())
}

/// Both orders where there is a choice; once where only the closing is to be explained.
fn offers(one: &OfVersion) -> Vec<Vec<Suite>> {
    let Some(suites) = &one.suites else {
        return Vec::new();
    };
    // Some servers prefer ChaCha20 where the client names it first, whatever else they prefer.
    let is_usual = |suite: &&Suite| !suite.name().contains("CHACHA20");
    let usual = suites.accepted.iter().filter(is_usual).copied();
    let mut order: Vec<Suite> = usual.take(HELLO_SUITES).collect();
    match (order.len(), &suites.closed) {
        (0 | 1, Some(_)) => vec![suites.accepted.clone()],
        (0 | 1, None) => Vec::new(),
        _ => {
            let forward = order.clone();
            order.reverse();
            vec![forward, order]
        }
    }
}

fn judge(one: &mut OfVersion, heard: &[(&Question, &Said)]) {
    let Some(suites) = &mut one.suites else {
        return;
    };
    let speaks = heard.iter().any(|(_, said)| matches!(said, Said::Yes(_)));
    if let (Some(how), false) = (&suites.closed, speaks) {
        suites.unknown = Some(Unanswered::NoHandshake(how.clone()));
    }
    if let [(forward, Said::Yes(first)), (back, Said::Yes(second))] = heard {
        let is_first = |question: &Question, suite| question.offered.first() == Some(suite);
        suites.preference = match first == second {
            true => Preference::Server,
            false if is_first(forward, first) && is_first(back, second) => Preference::Client,
            false => Preference::None,
        };
    }
}
