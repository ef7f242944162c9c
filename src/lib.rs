//! Certwright
pub mod core;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
