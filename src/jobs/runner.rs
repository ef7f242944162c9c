//! One thread per job. A panic in an operation becomes a failure with its name, and the window lives.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::job::{Shared, Snapshot};
use super::{Waker, World};
use crate::core::diagnose;
use crate::core::env::Env;
use crate::core::op::{self, Outcome, Request};
use crate::core::problem::Failure;
use crate::core::progress::Progress;

/// Room for the bounded recursion of the parsers.
const STACK_BYTES: usize = 8 << 20;

/// What happened to a job since the last look.
pub enum Event {
    /// It ended.
    Finished { number: u64, outcome: Outcome },
    /// It got on.
    Progressed { number: u64, progress: Snapshot },
    /// It learnt something on its way, in this order.
    Learnt {
        number: u64,
        events: Vec<diagnose::Event>,
    },
}

/// A job that somebody waits for. Dropping it cancels it.
struct Running {
    number: u64,
    shared: Arc<Shared>,
    /// Its outcome is shown even when it was cancelled, because it may have written something.
    writes: bool,
}

impl Running {
    fn learnt(&self) -> Option<Event> {
        let (number, events) = (self.number, self.shared.take_learnt());
        (!events.is_empty()).then_some(Event::Learnt { number, events })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shared.cancel();
    }
}

/// Starts, watches and cancels jobs.
pub struct Runner {
    world: Arc<dyn World>,
    waker: Arc<dyn Waker>,
    sender: Sender<(u64, Outcome)>,
    receiver: Receiver<(u64, Outcome)>,
    running: Vec<Running>,
    cancelled: Vec<u64>,
}

impl Runner {
    /// A runner without threads; the first job starts the first one.
    pub fn new(world: Arc<dyn World>, waker: Arc<dyn Waker>) -> Self {
        let (sender, receiver) = channel();
        Self {
            world,
            waker,
            sender,
            receiver,
            running: Vec::new(),
            cancelled: Vec::new(),
        }
    }

    /// Starts an operation under a number of the caller's choice.
    pub fn start(&mut self, number: u64, request: Request) {
        let name = request.name();
        let writes = matches!(request, Request::Save(_));
        self.start_task(number, name, writes, move |env, progress| {
            op::run(&request, env, progress)
        });
    }

    fn start_task(
        &mut self,
        number: u64,
        name: &'static str,
        writes: bool,
        task: impl FnOnce(&Env<'_>, &dyn Progress) -> Outcome + Send + 'static,
    ) {
        let shared = Arc::new(Shared::new(Arc::clone(&self.waker)));
        self.running.push(Running {
            number,
            shared: Arc::clone(&shared),
            writes,
        });
        let world = Arc::clone(&self.world);
        let waker = Arc::clone(&self.waker);
        let sender = self.sender.clone();
        let work = move || {
            let guarded = AssertUnwindSafe(|| task(&world.env(), shared.as_ref()));
            let outcome = catch_unwind(guarded).unwrap_or_else(|fault| {
                Outcome::Failed(Failure::Internal {
                    operation: name,
                    detail: panic_words(fault.as_ref()),
                })
            });
            // Nobody listens any more when the window is closing.
            if sender.send((number, outcome)).is_ok() {
                waker.wake();
            }
        };
        let spawned = thread::Builder::new()
            .name(name.to_owned())
            .stack_size(STACK_BYTES)
            .spawn(work);
        if let Err(fault) = spawned {
            let outcome = Outcome::Failed(Failure::Internal {
                operation: name,
                detail: fault.to_string(),
            });
            if self.sender.send((number, outcome)).is_ok() {
                self.waker.wake();
            }
        }
    }

    /// Cancels a job. The window is answered at the next [`Runner::poll`]; the thread ends by itself.
    pub fn cancel(&mut self, number: u64) {
        let Some(index) = self.running.iter().position(|job| job.number == number) else {
            return;
        };
        if self.running.get(index).is_some_and(|job| job.writes) {
            if let Some(job) = self.running.get(index) {
                job.shared.cancel();
            }
            return;
        }
        drop(self.running.swap_remove(index));
        self.cancelled.push(number);
        self.waker.wake();
    }

    /// Everything that happened since the last call. Never blocks.
    pub fn poll(&mut self) -> Vec<Event> {
        let mut events: Vec<Event> = self
            .cancelled
            .drain(..)
            .map(|number| Event::Finished {
                number,
                outcome: Outcome::Cancelled,
            })
            .collect();
        while let Ok((number, outcome)) = self.receiver.try_recv() {
            // A job that is not waited for was cancelled; its late outcome is nobody's.
            if let Some(index) = self.running.iter().position(|job| job.number == number) {
                let job = self.running.swap_remove(index);
                events.extend(job.learnt());
                events.push(Event::Finished { number, outcome });
            }
        }
        events.extend(self.running.iter().filter_map(Running::learnt));
        events.extend(self.running.iter().filter_map(|job| {
            job.shared
                .take_progress()
                .map(|progress| Event::Progressed {
                    number: job.number,
                    progress,
                })
        }));
        events
    }

    /// Whether any job is running.
    pub fn is_busy(&self) -> bool {
        !self.running.is_empty()
    }
}

fn panic_words(fault: &(dyn std::any::Any + Send)) -> String {
    if let Some(words) = fault.downcast_ref::<&str>() {
        (*words).to_owned()
    } else if let Some(words) = fault.downcast_ref::<String>() {
        words.clone()
    } else {
        "no words".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, Instant};

    use super::*;
    use crate::core::env::memory::{CountingRandom, FixedClock, MemoryFiles, NoStores, NoWeb};
    use crate::core::env::{NoDialer, NoLedger, OneByOne};
    use crate::core::progress::Stage;
    use crate::core::time::Moment;

    struct TestWorld {
        files: MemoryFiles,
        clock: FixedClock,
        random: CountingRandom,
    }

    impl World for TestWorld {
        fn env(&self) -> Env<'_> {
            Env {
                files: &self.files,
                clock: &self.clock,
                parallel: &OneByOne,
                random: &self.random,
                stores: &NoStores,
                iis: &crate::core::env::NoIis,
                elevation: &crate::core::env::NoElevation,
                ledger: &NoLedger,
                dns: &crate::core::env::NoDns,
                web: &NoWeb,
                dial: &NoDialer,
            }
        }
    }

    #[derive(Default)]
    struct Wakes(AtomicUsize);

    impl Waker for Wakes {
        fn wake(&self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn runner() -> (Runner, Arc<Wakes>) {
        let wakes = Arc::new(Wakes::default());
        let world = TestWorld {
            files: MemoryFiles::default(),
            clock: FixedClock(Moment(0)),
            random: CountingRandom::default(),
        };
        let waker: Arc<dyn Waker> = wakes.clone();
        (Runner::new(Arc::new(world), waker), wakes)
    }

    fn wait(runner: &mut Runner) -> Vec<Event> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(10) {
            let events = runner.poll();
            if events
                .iter()
                .any(|event| matches!(event, Event::Finished { .. }))
            {
                return events;
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("the job did not end");
    }

    #[test]
    fn panicking_operation_leaves_the_runner_alive() {
        let (mut runner, _) = runner();
        runner.start_task(1, "inspect", false, |_, _| panic!("seven is odd"));
        let events = wait(&mut runner);
        let Some(Event::Finished {
            number: 1,
            outcome: Outcome::Failed(Failure::Internal { operation, detail }),
        }) = events.last()
        else {
            panic!("no internal fault");
        };
        assert_eq!((*operation, detail.as_str()), ("inspect", "seven is odd"));

        runner.start_task(2, "inspect", false, |_, _| Outcome::Cancelled);
        let events = wait(&mut runner);
        assert!(matches!(
            events.last(),
            Some(Event::Finished { number: 2, .. })
        ));
        assert!(!runner.is_busy());
    }

    #[test]
    fn cancel_is_answered_at_once_and_reaches_the_thread() {
        let (mut runner, _) = runner();
        let (told, heard) = channel();
        runner.start_task(1, "inspect", false, move |_, progress| {
            while !progress.is_cancelled() {
                thread::sleep(Duration::from_millis(1));
            }
            // Slow to stop: the window does not wait for it.
            thread::sleep(Duration::from_millis(200));
            told.send(()).ok();
            Outcome::Cancelled
        });
        runner.cancel(1);
        let asked = Instant::now();
        let events = runner.poll();
        assert!(asked.elapsed() < Duration::from_millis(100));
        assert!(matches!(
            events.first(),
            Some(Event::Finished {
                number: 1,
                outcome: Outcome::Cancelled
            })
        ));
        assert!(heard.recv_timeout(Duration::from_secs(10)).is_ok());
        assert!(runner.poll().is_empty(), "a late outcome is nobody's");
    }

    #[test]
    fn dropped_runner_cancels_its_jobs() {
        let (mut runner, _) = runner();
        let (told, heard) = channel();
        runner.start_task(1, "inspect", false, move |_, progress| {
            while !progress.is_cancelled() {
                thread::sleep(Duration::from_millis(1));
            }
            told.send(()).ok();
            Outcome::Cancelled
        });
        drop(runner);
        assert!(heard.recv_timeout(Duration::from_secs(10)).is_ok());
    }

    #[test]
    fn outcome_of_a_cancelled_write_is_still_shown() {
        let (mut runner, _) = runner();
        runner.start_task(1, "save", true, |_, progress| {
            while !progress.is_cancelled() {
                thread::sleep(Duration::from_millis(1));
            }
            Outcome::Failed(Failure::NoRoots {
                source_name: "written".to_owned(),
            })
        });
        runner.cancel(1);
        let events = wait(&mut runner);
        assert!(matches!(
            events.last(),
            Some(Event::Finished {
                outcome: Outcome::Failed(_),
                ..
            })
        ));
    }

    #[test]
    fn progress_wakes_the_window_ten_times_a_second_at_most() {
        let (mut runner, wakes) = runner();
        runner.start_task(1, "inspect", false, |_, progress| {
            let began = Instant::now();
            let mut done = 0;
            while began.elapsed() < Duration::from_millis(250) {
                done += 1;
                progress.report(Stage::ReadingFiles, done, 0);
            }
            progress.report(Stage::Judging, 1, 2);
            Outcome::Cancelled
        });
        thread::sleep(Duration::from_millis(120));
        let seen = runner.poll();
        assert!(matches!(
            seen.first(),
            Some(Event::Progressed { number: 1, progress }) if progress.done > 0
        ));
        wait(&mut runner);
        assert!(wakes.0.load(Ordering::Relaxed) <= 5);
    }

    #[test]
    fn what_a_job_learns_is_handed_out_in_order_and_before_its_end() {
        use crate::core::diagnose;
        let (mut runner, wakes) = runner();
        runner.start_task(1, "diagnose", false, |_, progress| {
            for round in 1..=30_000 {
                progress.learnt(diagnose::Event::Round {
                    round,
                    rests_secs: 0,
                });
            }
            Outcome::Cancelled
        });
        let began = Instant::now();
        let mut rounds: Vec<u32> = Vec::new();
        let mut has_ended = false;
        while !has_ended && began.elapsed() < Duration::from_secs(10) {
            for event in runner.poll() {
                match event {
                    Event::Learnt { number: 1, events } if !has_ended => {
                        rounds.extend(events.iter().filter_map(|event| match event {
                            diagnose::Event::Round { round, .. } => Some(*round),
                            _ => None,
                        }));
                    }
                    Event::Finished { .. } => has_ended = true,
                    _ => panic!("learnt after its end"),
                }
            }
            thread::sleep(Duration::from_millis(20));
        }
        assert!(has_ended && rounds.len() >= 20_000);
        assert!(rounds.is_sorted());
        assert!(wakes.0.load(Ordering::Relaxed) <= 5);
    }
}
