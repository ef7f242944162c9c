//! One batch of questions: workers take them one by one, the caller waits and watches for a cancel.

use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use super::SystemWeb;
use super::fetch::fetch;
use crate::core::env::{WebAnswer, WebCause, WebFault, WebRequest};
use crate::core::limits;
use crate::core::progress::{Progress, Stage};

/// How often the caller looks whether anybody still wants the answers.
const LOOK: Duration = Duration::from_millis(20);

type Answered = Result<WebAnswer, WebFault>;

/// The end of one question, seen by its worker: open sockets, and whether anybody waits.
#[derive(Default)]
pub struct Leash {
    is_cut: AtomicBool,
    sockets: Mutex<Vec<TcpStream>>,
}

impl Leash {
    /// Whether nobody wants the answer any more.
    pub fn is_cut(&self) -> bool {
        self.is_cut.load(Ordering::SeqCst)
    }

    /// Has this socket shut down with the others; false when that is already done.
    pub fn holds(&self, socket: &TcpStream) -> bool {
        let mut sockets = self.sockets.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_cut() {
            return false;
        }
        match socket.try_clone() {
            Ok(clone) => sockets.push(clone),
            Err(_) => return false,
        }
        true
    }

    /// Lets go of the sockets of a question that has ended.
    fn let_go(&self) {
        let mut sockets = self.sockets.lock().unwrap_or_else(PoisonError::into_inner);
        sockets.clear();
    }

    fn cut(&self) {
        let sockets = self.sockets.lock().unwrap_or_else(PoisonError::into_inner);
        self.is_cut.store(true, Ordering::SeqCst);
        for socket in sockets.iter() {
            socket.shutdown(Shutdown::Both).ok();
        }
    }
}

struct Work {
    web: SystemWeb,
    requests: Vec<WebRequest>,
    next: AtomicUsize,
    /// One leash for each question, so that one that has ended keeps no socket.
    leashes: Vec<Leash>,
}

impl Work {
    fn run(&self, sender: &mpsc::Sender<(usize, Answered)>) {
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let (Some(request), Some(leash)) = (self.requests.get(index), self.leashes.get(index))
            else {
                return;
            };
            if leash.is_cut() {
                return;
            }
            let answered = fetch(&self.web, request, leash);
            leash.let_go();
            if sender.send((index, answered)).is_err() {
                return;
            }
        }
    }
}

/// Asks all; what nobody waits for any more is left to end by itself.
pub fn run(web: &SystemWeb, requests: &[WebRequest], progress: &dyn Progress) -> Vec<Answered> {
    let work = Arc::new(Work {
        web: web.clone(),
        requests: requests.to_vec(),
        next: AtomicUsize::new(0),
        leashes: requests.iter().map(|_| Leash::default()).collect(),
    });
    let (sender, receiver) = mpsc::channel();
    let mut no_thread = None;
    for _ in 0..requests.len().min(limits::WEB_AT_ONCE) {
        let (work, sender) = (Arc::clone(&work), sender.clone());
        let spawned = thread::Builder::new()
            .name("web".to_owned())
            .spawn(move || work.run(&sender));
        no_thread = spawned.err().or(no_thread);
    }
    drop(sender);
    let mut answers: Vec<Option<Answered>> = requests.iter().map(|_| None).collect();
    wait(&receiver, &mut answers, progress);
    let is_cancelled = progress.is_cancelled();
    work.leashes.iter().for_each(Leash::cut);
    let detail = no_thread.map_or_else(|| "worker ended".to_owned(), |fault| fault.to_string());
    let missing = || match is_cancelled {
        true => WebCause::Cancelled,
        false => WebCause::Broken(detail.clone()),
    };
    answers
        .into_iter()
        .map(|answer| answer.unwrap_or_else(|| Err(missing().into())))
        .collect()
}

/// Collects answers until all are there, the workers are gone or nobody wants them.
fn wait(
    receiver: &mpsc::Receiver<(usize, Answered)>,
    answers: &mut [Option<Answered>],
    progress: &dyn Progress,
) {
    let total = answers.len() as u64;
    let mut done = 0;
    progress.report(Stage::Downloading, done, total);
    while done < total && !progress.is_cancelled() {
        match receiver.recv_timeout(LOOK) {
            Ok((index, answered)) => {
                if let Some(slot) = answers.get_mut(index) {
                    *slot = Some(answered);
                }
                done += 1;
                progress.report(Stage::Downloading, done, total);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        }
    }
}
