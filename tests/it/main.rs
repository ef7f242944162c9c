//! The integration tests, one binary: a module for each area.
#![cfg(test)]

mod architecture;
mod archive;
mod chain_hostile;
mod chain_ids;
mod chain_json;
#[cfg(feature = "peer-tests")]
mod chain_peers;
mod chain_repair;
mod chain_report;
mod cli;
mod convert;
mod convert_cli;
#[cfg(feature = "peer-tests")]
mod convert_matrix;
mod csr;
mod csr_names;
mod csr_twin;
mod diagnose;
mod dial;
mod dns;
mod fixture;
mod gather;
mod guide;
mod iis;
mod iis_apply;
mod iis_store;
mod key;
mod keystore;
mod keystore_causes;
mod keystore_hostile;
mod keystore_internals;
#[cfg(feature = "peer-tests")]
mod keystore_peers;
#[cfg(feature = "peer-tests")]
mod keystore_write;
mod ledger;
mod limbo;
#[cfg(feature = "gui")]
mod panels;
mod renewal;
mod report;
mod save;
mod schema;
mod secrets;
mod sniff;
mod snippets;
mod story;
mod support;
mod web;
#[cfg(feature = "gui")]
mod widgets;
mod words;
mod x509;
