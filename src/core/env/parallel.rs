//! Batches of independent work.

use std::sync::OnceLock;

/// Runs independent tasks, on several threads where the platform has them.
pub trait Parallel: Sync {
    /// Calls `task` once for each number below `count`, in any order; returns when all are done.
    fn run(&self, count: usize, task: &(dyn Fn(usize) + Sync));
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
