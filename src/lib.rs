//! Certwright: what is in a certificate bundle, whether it is complete, what to do next.
//!
//! # Architecture
//!
//! ```text
//! ui ──▶ state, text, core's data types        draws the model, hands back actions
//! cli ─▶ text, platform, core                  the same operations on the command line
//! state::view ─▶ core, text                    finished strings, built when data changes
//! state, jobs, text, platform ─▶ core          not each other
//! app ─▶ everything                            effects, dialogs, the renderer ladder
//! ```
//!
//! A panel draws from the model and pushes [actions](state::Action); the pure
//! [`apply`](fn@state::apply) decides and returns effects; [`app`] performs them; a job thread runs
//! [`core::op::run`] and its outcome comes back as an action. The command line builds the same
//! [`core::op::Request`] and renders the same report.
//!
//! * [`core`] is pure: no window, thread, clock, file or socket. The world comes in through
//!   [`core::env::Env`], which [`platform`] implements and tests replace.
//! * A finding ([`core::finding::Finding`]) is an id, a severity and the values seen; its words are in
//!   [`text::finding`], exhaustively, in every language.
//! * Every limit against hostile input is in [`core::limits`].
//! * Opening a bundle: [`core::bundle::gather`] reads, [`core::sniff`] recognises by content,
//!   the vault tries passwords, the checks judge, [`core::bundle::story`] tells.
//!
//! `tests/it/architecture` holds the code to these layers.
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
