//! IIS: what its configuration says, what http.sys will serve, what the certificate store holds, and
//! edits of the one configuration file that change nothing else.
//!
//! Three tables together make an https binding work: the sites of `applicationHost.config`
//! ([`config`]), the certificate entries of http.sys ([`http_sys`]) and the certificate stores of the
//! computer ([`store`]). Everything is read from files and saved listings, or live on Windows through
//! [`crate::core::env::IisHost`].

pub mod act;
pub mod binding;
pub mod config;
pub mod elevated;
pub mod flags;
pub mod history;
pub mod http_sys;
pub mod import;
pub mod plan;
pub mod planned;
pub mod scan;
pub mod stopped;
pub mod store;
pub mod validation;
pub mod version;
