//! What the window and the thread of one job share: how far it is, and whether it is still wanted.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Waker;
use crate::core::progress::{Progress, Stage};

/// Between two wakes of the window for progress alone.
const WAKE_EVERY: Duration = Duration::from_millis(100);

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// What it is doing.
    pub stage: Stage,
    /// Items of this stage that are done.
    pub done: u64,
    /// Items of this stage in all; 0 when not known.
    pub total: u64,
}

struct Latest {
    snapshot: Option<Snapshot>,
    is_new: bool,
    woken: Option<Instant>,
}

/// Shared by the runner and the thread.
pub(super) struct Shared {
    cancelled: AtomicBool,
    latest: Mutex<Latest>,
    waker: Arc<dyn Waker>,
}

impl Shared {
    pub(super) fn new(waker: Arc<dyn Waker>) -> Self {
        Self {
            cancelled: AtomicBool::new(false),
            latest: Mutex::new(Latest {
                snapshot: None,
                is_new: false,
                woken: None,
            }),
            waker,
        }
    }

    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// The newest progress, unless it was taken before.
    pub(super) fn take_progress(&self) -> Option<Snapshot> {
        let mut latest = self.latest.lock().ok()?;
        if !std::mem::take(&mut latest.is_new) {
            return None;
        }
        latest.snapshot
    }

    /// Keeps the newest progress; true when the window should be woken for it.
    fn keep(&self, snapshot: Snapshot) -> bool {
        let Ok(mut latest) = self.latest.lock() else {
            return false;
        };
        if latest.snapshot == Some(snapshot) {
            return false;
        }
        latest.snapshot = Some(snapshot);
        latest.is_new = true;
        let now = Instant::now();
        let is_due = latest
            .woken
            .is_none_or(|woken| now.duration_since(woken) >= WAKE_EVERY);
        if is_due {
            latest.woken = Some(now);
        }
        is_due
    }
}

impl Progress for Shared {
    fn report(&self, stage: Stage, done: u64, total: u64) {
        if self.keep(Snapshot { stage, done, total }) {
            self.waker.wake();
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
