//! One batch: every server is called as soon as its pace allows, and the caller waits for the last conversation
//! while it watches for a cancel.

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::pace::Paces;
use super::talk;
use crate::core::env::{Call, Script, TalkEnd, TalkTimes, Talked, Turn};
use crate::core::progress::Progress;
use crate::platform::engine::Engine;

/// How often the caller looks whether anybody still wants the answers.
const LOOK: Duration = Duration::from_millis(20);

/// Holds all; what nobody waits for any more is dropped with its sockets.
pub fn run(
    engine: &Engine,
    paces: &Paces,
    calls: Vec<Call>,
    progress: &dyn Progress,
) -> Vec<Talked> {
    let begun = Instant::now();
    let count = calls.len();
    let mut tasks = match engine.tasks() {
        Ok(tasks) => tasks,
        Err(fault) => {
            let end = TalkEnd::Broken(fault.to_string());
            return calls.iter().map(|_| unheld(end.clone())).collect();
        }
    };
    let (sender, receiver) = mpsc::channel();
    for (index, call) in calls.into_iter().enumerate() {
        let (pace, sender) = (paces.of(call.address), sender.clone());
        tasks.add(Arc::clone(&pace).turn(), async move {
            // Nobody listens any more after a cancel.
            sender.send((index, talk::hold(call, begun).await)).ok();
        });
    }
    drop(sender);
    let mut talked: Vec<Option<Talked>> = (0..count).map(|_| None).collect();
    let mut open = count;
    while open > 0 && !progress.is_cancelled() {
        match receiver.recv_timeout(LOOK) {
            Ok((index, talk)) => {
                open -= 1;
                if let Some(slot) = talked.get_mut(index) {
                    *slot = Some(talk);
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    drop(tasks);
    let missing = || match progress.is_cancelled() {
        true => unheld(TalkEnd::Cancelled),
        false => unheld(TalkEnd::Broken("conversation ended by a fault".to_owned())),
    };
    let talked = talked.into_iter();
    talked.map(|talk| talk.unwrap_or_else(missing)).collect()
}

/// Stands for a script that went with its conversation.
struct Gone;

impl Script for Gone {
    fn next(&mut self, _heard: &[u8], _at_ms: u64) -> Turn {
        Turn::over()
    }
}

fn unheld(end: TalkEnd) -> Talked {
    Talked {
        script: Box::new(Gone),
        times: TalkTimes::default(),
        end,
        heard_bytes: 0,
    }
}
