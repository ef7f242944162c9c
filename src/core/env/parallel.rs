//! Batches of independent work.

use std::sync::{Arc, Mutex, OnceLock};

use crate::core::progress::{Cancelled, Progress, check};

/// Runs independent tasks, on several threads where the platform has them.
pub trait Parallel: Sync {
    /// Calls `task` once for each number below `count`, in any order; returns when all are done.
    fn run(&self, count: usize, task: &(dyn Fn(usize) + Sync));

    /// Runs tasks that wait for others, all at the same time where the platform can; returns when all are done.
    fn beside(&self, tasks: &[&(dyn Fn() + Sync)]) {
        tasks.iter().for_each(|task| task());
    }

    /// Runs a job that cannot be stopped, apart from the caller where the platform can: returns when it has
    /// ended, or soon after `is_wanted`, asked every 20 ms or so, says no. Then the job runs on alone.
    fn apart(&self, job: Box<dyn FnOnce() + Send>, is_wanted: &dyn Fn() -> bool) {
        if is_wanted() {
            job();
        }
    }
}

/// One after the other on the caller's thread.
pub struct OneByOne;

impl Parallel for OneByOne {
    fn run(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(task);
    }
}

/// Maps a batch; results come in the order of the items. A task that never ran leaves a gap.
pub fn map<T: Sync, R: Send + Sync>(
    parallel: &dyn Parallel,
    items: &[T],
    task: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let slots: Vec<OnceLock<R>> = items.iter().map(|_| OnceLock::new()).collect();
    parallel.run(items.len(), &|index| {
        if let (Some(item), Some(slot)) = (items.get(index), slots.get(index)) {
            slot.set(task(item)).ok();
        }
    });
    slots.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// The result of a job that cannot be stopped; `None` when it panicked. Once cancelled, the result is dropped
/// as soon as it is there.
///
/// # Errors
/// [`Cancelled`].
pub fn apart<R: Send + 'static>(
    parallel: &dyn Parallel,
    progress: &dyn Progress,
    job: impl FnOnce() -> R + Send + 'static,
) -> Result<Option<R>, Cancelled> {
    let slot = Arc::new(Mutex::new(None));
    let filled = Arc::clone(&slot);
    let job = Box::new(move || {
        let result = job();
        if let Ok(mut slot) = filled.lock() {
            *slot = Some(result);
        }
    });
    parallel.apart(job, &|| !progress.is_cancelled());
    check(progress)?;
    Ok(slot.lock().ok().and_then(|mut slot| slot.take()))
}
