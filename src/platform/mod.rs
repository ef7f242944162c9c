//! The world behind [`crate::core::env::Env`]: real files, the clock, worker threads, the system's roots, name servers, web servers.
//! The only layer that knows the operating system.

mod clock;
mod database;
pub mod desktop;
pub mod dial;
pub mod dns;
mod elevation;
mod engine;
pub mod files;
pub mod folders;
pub mod locale;
mod parallel;
mod random;
pub mod standard_input;
mod stores;
pub mod web;
#[cfg(windows)]
pub mod windows;
mod world;

pub use world::World;
