//! Name servers on loopback: what well-meaning ones say, and what hostile ones can do to the client.

mod client;
mod hostile;
pub mod server;
