//! IIS: configurations as text, http.sys and stores as a running IIS in memory tells them.

mod cli;
mod config;
#[cfg(unix)]
mod elevated;
mod findings;
mod made;
mod plan;
mod property;
mod script;
mod server;
