//! Several derivations of one act shown as one bar.

use std::sync::atomic::{AtomicU64, Ordering};

use super::Cost;
use crate::core::progress::{Progress, Stage};

/// Work below this takes less than 20 ms and shows no bar.
const UNNOTICED: u64 = 50_000;

/// Adds up the rounds of all derivations that it is handed to.
pub struct Together<'a> {
    progress: &'a dyn Progress,
    done: AtomicU64,
    total: u64,
}

impl<'a> Together<'a> {
    /// A bar over so much work, shown on `progress`.
    pub fn new(progress: &'a dyn Progress, cost: Cost) -> Self {
        Self {
            progress,
            done: AtomicU64::new(0),
            total: cost.iterations,
        }
    }
}

impl Progress for Together<'_> {
    fn report(&self, stage: Stage, done: u64, total: u64) {
        self.progress.report(stage, done, total);
    }

    fn is_cancelled(&self) -> bool {
        self.progress.is_cancelled()
    }

    fn derived(&self, rounds: u64) {
        let before = self.done.fetch_add(rounds, Ordering::Relaxed);
        if self.total >= UNNOTICED {
            let done = before.saturating_add(rounds).min(self.total);
            self.progress.report(Stage::DerivingKeys, done, self.total);
        }
    }
}
