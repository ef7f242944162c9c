//! The network on loopback: what servers can do to the client, and issuers fetched from them.

mod ca;
mod client;
mod hostile;
mod issuers;
mod server;
