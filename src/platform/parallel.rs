//! Batches on as many threads as the machine has cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::core::env::Parallel;

/// Parsers recurse within bounds that fit this stack.
const STACK_BYTES: usize = 8 << 20;
/// Below this many tasks threads cost more than they save.
const WORTH_THREADS: usize = 8;

/// Threads for the length of one batch.
pub struct Threads;

impl Parallel for Threads {
    fn run(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        let workers = thread::available_parallelism()
            .map_or(1, usize::from)
            .min(count / WORTH_THREADS);
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= count {
                    break;
                }
                task(index);
            }
        };
        thread::scope(|scope| {
            // The caller's thread works too; a thread that cannot be had is not missed.
            let spare = (1..workers).map(|_| {
                thread::Builder::new()
                    .stack_size(STACK_BYTES)
                    .spawn_scoped(scope, work)
            });
            let _running: Vec<_> = spare.collect();
            work();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Threads;
    use crate::core::env;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1000).collect();
        let doubled = env::map(&Threads, &items, |item| item * 2);
        assert!(
            doubled
                .iter()
                .zip(&items)
                .all(|(double, item)| *double == item * 2)
        );
        assert_eq!(doubled.len(), items.len());
    }
}
