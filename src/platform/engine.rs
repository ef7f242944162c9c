//! A thread on which many questions wait for their answers.

use std::future::Future;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinSet;

/// Starts when it is first needed; ends when it is dropped.
pub struct Engine {
    name: &'static str,
    most: usize,
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
    /// A thread of this name, with so many questions on their way at the same time.
    pub fn new(name: &'static str, most: usize) -> Self {
        Self {
            name,
            most,
            running: Mutex::default(),
        }
    }

    /// Room for the questions of one batch.
    ///
    /// # Errors
    /// In the system's words, when there is no thread to be had.
    pub fn tasks(&self) -> io::Result<Tasks> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let running = match &mut *running {
            Some(running) => running,
            none => none.insert(self.start()?),
        };
        Ok(Tasks {
            set: JoinSet::new(),
            handle: running.handle.clone(),
            at_once: Arc::clone(&running.at_once),
        })
    }

    fn start(&self) -> io::Result<Running> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (end, ended) = oneshot::channel();
        thread::Builder::new()
            .name(self.name.to_owned())
            .spawn(move || runtime.block_on(ended).ok())?;
        Ok(Running {
            handle,
            at_once: Arc::new(Semaphore::new(self.most)),
            _end: end,
        })
    }
}

impl Tasks {
    /// Runs a question on the thread, as soon as its turn has come and not too many others are on their way.
    /// What the turn gives is held until the question has its answer.
    pub fn add<T: Send>(
        &mut self,
        turn: impl Future<Output = T> + Send + 'static,
        question: impl Future<Output = ()> + Send + 'static,
    ) {
        let at_once = Arc::clone(&self.at_once);
        let work = async move {
            let _turn = turn.await;
            let _permit = at_once.acquire().await;
            question.await;
        };
        self.set.spawn_on(work, &self.handle);
    }
}
