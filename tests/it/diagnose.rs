//! Diagnoses of names against real servers on loopback.

#[cfg(feature = "peer-tests")]
mod relay;
#[cfg(feature = "peer-tests")]
pub mod world;
