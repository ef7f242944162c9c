//! Certwright
#[cfg(feature = "gui")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
pub mod core;
#[cfg(feature = "gui")]
pub mod jobs;
pub mod platform;
#[cfg(feature = "gui")]
pub mod state;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
