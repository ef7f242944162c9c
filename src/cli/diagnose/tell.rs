//! What a diagnosis tells on its way, on a terminal: how far it is, each check as it ends, each look of a watch.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::watch::Watch;
use crate::core::diagnose::{Event, State};
use crate::core::progress::{Progress, Stage};
use crate::text::Lang;
use crate::text::cli::diagnose as words;

/// A watcher of one run.
pub struct Teller {
    lang: Lang,
    watch: Watch,
    is_terminal: bool,
    is_watching: AtomicBool,
}

impl Teller {
    /// Shows nothing where standard error is no terminal.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            watch: Watch::new(lang),
            is_terminal: std::io::stderr().is_terminal(),
            is_watching: AtomicBool::new(false),
        }
    }
}

impl Progress for Teller {
    fn report(&self, at: Stage, done: u64, total: u64) {
        self.watch.report(at, done, total);
    }

    fn is_cancelled(&self) -> bool {
        false
    }

    fn learnt(&self, event: Event) {
        if !self.is_terminal {
            return;
        }
        match event {
            Event::Check(check) if matches!(check.state, State::Done(_)) => {
                // A watch tells its looks; the checks of each would drown them.
                if !self.is_watching.load(Ordering::Relaxed) {
                    self.watch.line(&words::check_ended(self.lang, &check));
                }
            }
            Event::Round { round, rests_secs } => {
                self.is_watching.store(true, Ordering::Relaxed);
                self.watch.line(&words::looks(self.lang, round, rests_secs));
            }
            Event::Check(_) | Event::Asked(_) | Event::Said(_) => {}
        }
    }
}
