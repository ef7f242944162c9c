//! X.509: certificates, requests and revocation lists as the product needs them.

pub mod asn1_text;
mod certificate;
pub mod constraints;
pub mod crl;
mod csr;
pub mod der;
pub mod details;
pub mod dump;
pub mod export;
mod extension;
mod general_name;
mod host;
mod lifetime;
pub mod name;
pub mod ocsp;
pub mod oid;
mod parse;
pub mod public_key;
mod punycode;
pub mod serial;
pub mod signature;
mod signed;

pub use certificate::{Certificate, KEY_CERT_SIGN, ParseFault};
pub use crl::RevocationList;
pub use csr::Csr;
pub use extension::Extension;
pub use host::{a_labels, host_is_covered};
pub use lifetime::ValidationLevel;
