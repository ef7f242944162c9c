//! DNSSEC checked from a trust anchor down to a name's own records (RFC 4035 section 5), with the reason when it
//! does not hold. Keys, digests and signatures are judged by `hickory-proto`, which does no input or output.

mod anchors;
mod chain;
mod denial;
mod order;
mod records;
mod verify;

pub use chain::{Trust, trust};
