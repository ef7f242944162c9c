//! Words about certificate requests.

pub mod country;
pub mod form;
pub mod names;
pub mod panel;
