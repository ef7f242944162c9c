//! The window: draws from the model and hands back actions; touches no files, sockets or threads.

pub mod commands;
pub mod desk;
pub mod fonts;
pub mod icons;
mod jobs_corner;
mod keys;
pub mod mark;
mod modals;
mod nav;
mod notices;
mod palette;
mod palette_entries;
mod panels;
pub mod shell;
mod status_bar;
pub mod style;
pub mod tokens;
mod tone;
pub mod widgets;

pub use panels::csr_ledger;
