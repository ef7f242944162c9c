//! Certwright
pub mod core;
#[cfg(feature = "gui")]
pub mod ui;
