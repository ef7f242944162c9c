//! Who listens for TCP connections on this computer, as the system tells it.

#[cfg(not(windows))]
mod proc;
#[cfg(not(windows))]
pub use proc::all;

#[cfg(windows)]
mod tables;
#[cfg(windows)]
pub use tables::all;
