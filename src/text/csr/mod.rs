//! Words of certificate requests.

pub mod names;
