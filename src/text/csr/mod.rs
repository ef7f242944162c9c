//! Words about certificate requests.

pub mod country;
pub mod names;
pub mod panel;
