//! The one thread on which all questions wait for their answers.

use std::future::Future;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinSet;

use crate::core::limits;

/// Starts when it is first needed; ends when it is dropped.
#[derive(Default)]
pub struct Engine {
    running: Mutex<Option<Running>>,
}

struct Running {
    handle: Handle,
    at_once: Arc<Semaphore>,
    /// The thread ends when this is dropped.
    _end: oneshot::Sender<()>,
}

/// Questions on their way. Dropping it closes their sockets.
pub struct Tasks {
    set: JoinSet<()>,
    handle: Handle,
    at_once: Arc<Semaphore>,
}

impl Engine {
    /// Room for the questions of one batch.
    ///
    /// # Errors
    /// In the system's words, when there is no thread to be had.
    pub fn tasks(&self) -> io::Result<Tasks> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let running = match &mut *running {
            Some(running) => running,
            none => none.insert(start()?),
        };
        Ok(Tasks {
            set: JoinSet::new(),
            handle: running.handle.clone(),
            at_once: Arc::clone(&running.at_once),
        })
    }
}

impl Tasks {
    /// Runs a question on the thread, as soon as not too many others are on their way.
    pub fn add(&mut self, question: impl Future<Output = ()> + Send + 'static) {
        let at_once = Arc::clone(&self.at_once);
        let work = async move {
            let _permit = at_once.acquire().await;
            question.await;
        };
        self.set.spawn_on(work, &self.handle);
    }
}

fn start() -> io::Result<Running> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let (end, ended) = oneshot::channel();
    thread::Builder::new()
        .name("name-servers".to_owned())
        .spawn(move || runtime.block_on(ended).ok())?;
    Ok(Running {
        handle,
        at_once: Arc::new(Semaphore::new(limits::DNS_AT_ONCE)),
        _end: end,
    })
}
