//! Conversations with servers on loopback, as the real dialer holds them.

pub mod server;
mod session;
mod talk;
