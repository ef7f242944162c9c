//! The network on loopback: what servers can do to the client, and issuers fetched from them.

pub mod ca;
mod client;
mod hostile;
mod issuers;
mod modes;
pub mod server;
