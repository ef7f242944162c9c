//! Batches on as many threads as the machine has cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::core::env::Parallel;

/// Parsers recurse within bounds that fit this stack.
const STACK_BYTES: usize = 8 << 20;
/// Below this many tasks threads cost more than they save.
const WORTH_THREADS: usize = 8;

/// Time between two questions whether a job is still wanted.
const PAUSE: Duration = Duration::from_millis(20);

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

    fn beside(&self, tasks: &[&(dyn Fn() + Sync)]) {
        let (Some((own, others)), true) = (tasks.split_first(), tasks.len() > 1) else {
            tasks.iter().for_each(|task| task());
            return;
        };
        thread::scope(|scope| {
            let spawned: Vec<_> = others
                .iter()
                .map(|task| {
                    thread::Builder::new()
                        .stack_size(STACK_BYTES)
                        .spawn_scoped(scope, *task)
                })
                .collect();
            own();
            // A thread that cannot be had leaves its task to the caller.
            for (task, _) in others
                .iter()
                .zip(&spawned)
                .filter(|(_, spawned)| spawned.is_err())
            {
                task();
            }
        });
    }

    fn apart(&self, job: Box<dyn FnOnce() + Send>, is_wanted: &dyn Fn() -> bool) {
        let (ended, end) = mpsc::channel::<()>();
        let thread = thread::Builder::new()
            .stack_size(STACK_BYTES)
            .spawn(move || {
                job();
                drop(ended);
            });
        // Without a thread the job is lost, which its owner sees by the missing result.
        while thread.is_ok() && is_wanted() {
            if end.recv_timeout(PAUSE) != Err(RecvTimeoutError::Timeout) {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::{Duration, Instant};

    use super::Threads;
    use crate::core::env;
    use crate::core::progress::{Cancelled, Progress, Stage, Unwatched};

    /// Cancelled from the second question on.
    #[derive(Default)]
    struct SoonCancelled(AtomicBool);

    impl Progress for SoonCancelled {
        fn report(&self, _: Stage, _: u64, _: u64) {}
        fn is_cancelled(&self) -> bool {
            self.0.swap(true, Ordering::Relaxed)
        }
    }

    /// Says when it is dropped.
    struct Late(Arc<AtomicBool>);

    impl Drop for Late {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_job_apart_gives_its_result() {
        assert_eq!(env::apart(&Threads, &Unwatched, || 7), Ok(Some(7)));
    }

    #[test]
    fn a_cancel_is_answered_at_once_and_the_late_result_is_dropped() {
        let dropped = Arc::new(AtomicBool::new(false));
        let late = Late(Arc::clone(&dropped));
        let started = Instant::now();
        let answer = env::apart(&Threads, &SoonCancelled::default(), move || {
            std::thread::sleep(Duration::from_millis(400));
            late
        });
        assert!(matches!(answer, Err(Cancelled)));
        assert!(started.elapsed() < Duration::from_millis(300));
        assert!(!dropped.load(Ordering::Relaxed));
        let is_over = || dropped.load(Ordering::Relaxed);
        while !is_over() && started.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(is_over());
    }

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
