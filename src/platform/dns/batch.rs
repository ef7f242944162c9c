//! One batch: everything is sent at once, and the caller waits for the last answer while it watches for a
//! cancel.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::ask;
use super::tls;
use crate::core::env::{DnsFault, DnsQuestion, DnsReply, Transport};
use crate::core::progress::Progress;
use crate::platform::engine::Engine;

/// How often the caller looks whether anybody still wants the answers.
const LOOK: Duration = Duration::from_millis(20);

/// Asks all; what nobody waits for any more is dropped with its sockets.
pub fn run(
    engine: &Engine,
    questions: &[DnsQuestion],
    tls: impl FnOnce() -> tls::Setup,
    heard: &dyn Fn(usize, &DnsReply),
    progress: &dyn Progress,
) -> Vec<DnsReply> {
    let begun = Instant::now();
    let mut tasks = match engine.tasks() {
        Ok(tasks) => tasks,
        Err(fault) => return none(questions, heard, &DnsFault::Broken(fault.to_string())),
    };
    let tls = is_encrypted(questions).then(tls);
    let (sender, receiver) = mpsc::channel();
    for (index, question) in questions.iter().enumerate() {
        let (question, sender) = (question.clone(), sender.clone());
        tasks.add(
            std::future::ready(()),
            answer(index, question, tls.clone(), begun, sender),
        );
    }
    drop(sender);
    let mut replies: Vec<Option<DnsReply>> = questions.iter().map(|_| None).collect();
    let mut open = questions.len();
    while open > 0 && !progress.is_cancelled() {
        match receiver.recv_timeout(LOOK) {
            Ok((index, reply)) => {
                open -= 1;
                heard(index, &reply);
                if let Some(slot) = replies.get_mut(index) {
                    *slot = Some(reply);
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    drop(tasks);
    let missing = || match progress.is_cancelled() {
        true => never_sent(DnsFault::Cancelled),
        false => never_sent(DnsFault::Broken("worker ended".to_owned())),
    };
    replies
        .into_iter()
        .map(|reply| reply.unwrap_or_else(missing))
        .collect()
}

async fn answer(
    index: usize,
    question: DnsQuestion,
    tls: Option<tls::Setup>,
    begun: Instant,
    sender: Sender<(usize, DnsReply)>,
) {
    let sent = Instant::now();
    let outcome = ask::ask(&question, tls.as_ref()).await;
    let reply = DnsReply {
        begun_ms: ask::millis(sent.duration_since(begun)),
        took_ms: ask::millis(sent.elapsed()),
        outcome,
    };
    // Nobody listens any more after a cancel.
    sender.send((index, reply)).ok();
}

fn is_encrypted(questions: &[DnsQuestion]) -> bool {
    questions.iter().any(|question| {
        matches!(
            question.server.transport,
            Transport::Tls { .. } | Transport::Https { .. }
        )
    })
}

fn none(
    questions: &[DnsQuestion],
    heard: &dyn Fn(usize, &DnsReply),
    fault: &DnsFault,
) -> Vec<DnsReply> {
    let replies = vec![never_sent(fault.clone()); questions.len()];
    for (index, reply) in replies.iter().enumerate() {
        heard(index, reply);
    }
    replies
}

fn never_sent(fault: DnsFault) -> DnsReply {
    DnsReply {
        begun_ms: 0,
        took_ms: 0,
        outcome: Err(fault),
    }
}
