//! Diagnoses of names against real servers on loopback, and how they are told.

mod cli;
mod told;

mod asked;
#[cfg(feature = "peer-tests")]
mod caa;
#[cfg(feature = "peer-tests")]
mod cli_world;
#[cfg(feature = "peer-tests")]
mod dns;
#[cfg(feature = "peer-tests")]
mod file;
mod letsdebug;
#[cfg(feature = "peer-tests")]
mod records;
#[cfg(feature = "peer-tests")]
mod relay;
mod watch;
#[cfg(feature = "peer-tests")]
pub mod world;
