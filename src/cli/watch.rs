//! Progress on a terminal: one line on standard error, written over and over, gone at the end.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::core::progress::{Progress, Stage};
use crate::text::Lang;
use crate::text::progress::stage;
use crate::text::prose::columns;

/// Work that ends sooner shows nothing.
const PATIENCE: Duration = Duration::from_millis(300);
/// Time between two lines.
const PAUSE: Duration = Duration::from_millis(100);

/// A watcher of one act.
pub struct Watch {
    lang: Lang,
    is_terminal: bool,
    state: Mutex<State>,
}

struct State {
    next: Instant,
    width: usize,
}

impl Watch {
    /// Shows nothing where standard error is no terminal.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            is_terminal: std::io::stderr().is_terminal(),
            state: Mutex::new(State {
                next: Instant::now() + PATIENCE,
                width: 0,
            }),
        }
    }

    /// A line that stays, on a terminal alone.
    pub fn line(&self, text: &str) {
        let Ok(mut state) = self.state.lock() else {
            return;
        };
        if self.is_terminal {
            let rest = " ".repeat(state.width.saturating_sub(columns(text)));
            state.width = 0;
            write(&format!("\r{text}{rest}\n"));
        }
    }

    fn show(&self, text: &str) {
        let Ok(mut state) = self.state.lock() else {
            return;
        };
        let now = Instant::now();
        if now < state.next {
            return;
        }
        state.next = now + PAUSE;
        let width = columns(text);
        let rest = " ".repeat(state.width.saturating_sub(width));
        state.width = width;
        write(&format!("\r{text}{rest}"));
    }
}

impl Progress for Watch {
    fn report(&self, at: Stage, done: u64, total: u64) {
        if !self.is_terminal {
            return;
        }
        let name = stage(self.lang, at);
        match (done.saturating_mul(100)).checked_div(total) {
            Some(percent) => self.show(&format!("{name} {percent} %")),
            None => self.show(name),
        }
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Ok(state) = self.state.lock()
            && state.width > 0
        {
            write(&format!("\r{}\r", " ".repeat(state.width)));
        }
    }
}

fn write(text: &str) {
    let mut to = std::io::stderr().lock();
    let _closed = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}
