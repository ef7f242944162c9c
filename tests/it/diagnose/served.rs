//! What real servers on loopback send, judged: nginx with chains, sites and OCSP answers made for each test.

mod against;
mod chain;
mod fetch;
mod pki;
mod sni;
mod staple;
mod websocket;
pub mod world;
