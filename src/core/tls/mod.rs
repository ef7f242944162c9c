//! TLS as it is spoken, from SSL 3.0 to TLS 1.3: what a client says first, what a server answers, and what a
//! handshake tells. Pure: conversations are [`crate::core::env::Script`]s.

mod alert;
mod handshake;
mod maker;
mod opening;
pub mod session;
mod start;
pub mod stranger;
mod suite;
mod version;

pub use alert::Alert;
pub use handshake::{Handshake, NoHandshake};
pub use maker::{Maker, maker};
pub use opening::{Opened, Opening};
pub use start::StartTls;
pub use suite::Suite;
pub use version::Version;
