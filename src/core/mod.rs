//! The pure domain: what certificates, keys and bundles are and what is wrong with them.
//! Knows no window, thread, clock, file or socket; the world comes in through [`env::Env`].

pub mod archive;
pub mod artifact;
pub mod bundle;
pub mod chain;
pub mod convert;
pub mod csr;
pub mod der;
pub mod diagnose;
pub mod env;
pub mod finding;
pub mod guide;
pub mod hex;
pub mod iis;
pub mod kdf;
pub mod key;
pub mod keystore;
pub mod ledger;
pub mod limits;
pub mod op;
pub mod page;
pub mod pkcs7;
pub mod place;
pub mod problem;
pub mod progress;
pub mod save;
pub mod secret;
pub mod sniff;
pub mod time;
pub mod tls;
pub mod x509;
