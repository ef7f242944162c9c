//! What the window and the thread of one job share: how far it is, what it learnt on its way, and whether it is
//! still wanted.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Waker;
use crate::core::diagnose;
use crate::core::progress::{Progress, Stage};

/// Between two wakes of the window for progress alone.
const WAKE_EVERY: Duration = Duration::from_millis(100);
/// Events kept until the window collects them. Later ones are left out: the outcome holds everything.
const LEARNT_KEPT: usize = 20_000;

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
    learnt: Vec<diagnose::Event>,
    woken: Option<Instant>,
}

impl Latest {
    /// Whether the window should be woken now; then it is not woken again so soon.
    fn is_due(&mut self) -> bool {
        let now = Instant::now();
        let is_due = self
            .woken
            .is_none_or(|woken| now.duration_since(woken) >= WAKE_EVERY);
        if is_due {
            self.woken = Some(now);
        }
        is_due
    }
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
                learnt: Vec::new(),
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

    /// What was learnt since it was last taken.
    pub(super) fn take_learnt(&self) -> Vec<diagnose::Event> {
        match self.latest.lock() {
            Ok(mut latest) => std::mem::take(&mut latest.learnt),
            Err(_) => Vec::new(),
        }
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
        latest.is_due()
    }

    /// Keeps something learnt; true when the window should be woken for it.
    fn keep_learnt(&self, event: diagnose::Event) -> bool {
        let Ok(mut latest) = self.latest.lock() else {
            return false;
        };
        if latest.learnt.len() < LEARNT_KEPT {
            latest.learnt.push(event);
        }
        latest.is_due()
    }
}

impl Progress for Shared {
    fn report(&self, stage: Stage, done: u64, total: u64) {
        if self.keep(Snapshot { stage, done, total }) {
            self.waker.wake();
        }
    }

    fn learnt(&self, event: diagnose::Event) {
        if self.keep_learnt(event) {
            self.waker.wake();
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
