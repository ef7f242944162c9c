//! The network on loopback: what servers can do to the client.

mod ca;
mod client;
mod hostile;
mod server;
