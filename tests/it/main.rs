//! The integration tests, one binary: a module for each area.
#![cfg(test)]

mod architecture;
mod archive;
mod gather;
mod sniff;

mod story;
mod support;
#[cfg(feature = "gui")]
mod widgets;
mod x509;
