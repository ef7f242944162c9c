//! The world behind [`crate::core::env::Env`]: real files, the clock, worker threads, the system's roots.
//! The only layer that knows the operating system.

mod clock;
pub mod desktop;
pub mod files;
#[cfg(feature = "gui")]
pub mod folders;
pub mod locale;
mod parallel;
mod random;
pub mod standard_input;
mod stores;
#[cfg(windows)]
pub mod windows;
mod world;

pub use world::World;
