//! The integration tests, one binary: a module for each area.
#![cfg(test)]

#[cfg(feature = "gui")]

mod architecture;
mod archive;
mod cli;
mod gather;
mod schema;
mod sniff;
mod story;
mod support;
mod widgets;
mod words;
mod x509;
