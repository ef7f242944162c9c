//! Diagnoses of names against real servers on loopback, and how they are told.

mod cli;
mod told;

#[cfg(feature = "peer-tests")]
mod relay;
#[cfg(feature = "peer-tests")]
pub mod world;
