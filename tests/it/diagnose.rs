//! Diagnoses of names against real servers on loopback, and how they are told.

#[cfg(feature = "peer-tests")]
mod asked;
#[cfg(feature = "peer-tests")]
mod caa;
mod cli;
mod cli_server;
#[cfg(feature = "peer-tests")]
mod cli_site;
#[cfg(feature = "peer-tests")]
mod cli_world;
mod connection;
#[cfg(feature = "peer-tests")]
mod dns;
#[cfg(feature = "peer-tests")]
mod file;
mod letsdebug;
#[cfg(feature = "peer-tests")]
mod page;
#[cfg(feature = "peer-tests")]
mod records;
#[cfg(feature = "peer-tests")]
mod relay;
#[cfg(feature = "peer-tests")]
mod served;
#[cfg(feature = "peer-tests")]
mod site;
mod tls;
mod told;
mod told_server;
mod watch;
#[cfg(feature = "peer-tests")]
pub mod world;
