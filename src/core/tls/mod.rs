//! TLS as it is spoken, from SSL 3.0 to TLS 1.3: what a client says first, what a server answers, and what a
//! handshake tells. Pure: conversations are [`crate::core::env::Script`]s.

mod alert;
mod flight;
mod handshake;
mod hello;
mod maker;
mod opening;
mod probe;
mod record;
pub mod session;
mod start;
pub mod stranger;
mod suite;
mod version;

pub use alert::Alert;
pub use flight::{Flight, ServerHello};
pub use handshake::{Handshake, NoHandshake};
pub use hello::{HELLO_SUITES, Hello};
pub use maker::{Maker, maker};
pub use opening::{Opened, Opening};
pub use probe::{Answer, Probe};
pub use record::{Message, Records};
pub use start::StartTls;
pub use suite::{Suite, Weakness};
pub use version::Version;
