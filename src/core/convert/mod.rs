//! Conversion: keys and chains become what a server reads, with the protection it understands.

mod format;
mod target;

pub use format::{Format, PemLayout};
pub use target::Target;
