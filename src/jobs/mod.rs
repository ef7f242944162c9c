//! Runs operations on worker threads so that the window never waits. Knows the operations of core
//! and the thread it lends them; not the window, not the platform behind [`World`].

mod job;
mod runner;

pub use job::Snapshot;
pub use runner::{Event, Runner};

use crate::core::env::Env;

/// Lends a running operation what it may touch. The platform's world stands behind it.
pub trait World: Send + Sync {
    /// The world for one operation, called on the operation's own thread.
    fn env(&self) -> Env<'_>;
}

/// Told when there is something new to collect with [`Runner::poll`]; called from worker threads.
pub trait Waker: Send + Sync {
    /// Something is new.
    fn wake(&self);
}
