//! Whose order decides: the accepted suites are offered once in one order and once in the other. That the server
//! still answers also tells what closing without a word meant before.

use super::{Hellos, OfVersion, Preference, Said, Server, Unanswered};
use crate::core::env::{Call, Talked};
use crate::core::tls::{HELLO_SUITES, Suite, Version};

/// Offers of one version of one server.
struct Question {
    server: usize,
    version: Version,
    offered: Vec<Suite>,
}

/// What was offered to find out whose order decides, and what came.
pub struct Orders {
    questions: Vec<Question>,
    said: Vec<Said>,
}

impl Orders {
    /// Asks of every version with suites, as far as the limit allows.
    pub fn asked(hellos: &Hellos<'_>, servers: &mut [Server]) -> (Self, Vec<Call>) {
        let mut questions: Vec<Question> = Vec::new();
        let mut calls: Vec<Call> = Vec::new();
        for (index, server) in servers.iter_mut().enumerate() {
            let address = server.address;
            for one in server.versions.clone() {
                for offered in offers(&one).into_iter().filter(|_| server.counts()) {
                    calls.push(hellos.call(address, one.version, one.is_bare, offered.clone()));
                    questions.push(Question {
                        server: index,
                        version: one.version,
                        offered,
                    });
                }
            }
        }
        let said = Vec::new();
        (Self { questions, said }, calls)
    }

    /// Takes in what came, in the order of the calls.
    pub fn hear(&mut self, talked: Vec<Talked>) {
        let asked = self.questions.iter().zip(talked);
        let said = asked.map(|(question, talked)| Said::of(question.version, talked));
        self.said.extend(said);
    }

    /// Writes down whose order decides.
    pub fn judge(&self, servers: &mut [Server]) {
        for (index, server) in servers.iter_mut().enumerate() {
            for one in &mut server.versions {
                let asked = self.questions.iter().zip(&self.said);
                let of_it = asked.filter(|(q, _)| q.server == index && q.version == one.version);
                let of_it: Vec<(&Question, &Said)> = of_it.collect();
                judge(one, &of_it);
            }
        }
    }
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
