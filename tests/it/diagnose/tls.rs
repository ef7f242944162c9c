//! What servers accept and send, found out by our own hellos.

mod acted;
#[cfg(feature = "peer-tests")]
mod between;
#[cfg(feature = "peer-tests")]
mod findings;
mod hello;
#[cfg(feature = "peer-tests")]
mod oracle;
mod scan;
#[cfg(feature = "peer-tests")]
pub mod servers;
