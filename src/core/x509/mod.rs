//! X.509: certificates, requests and revocation lists as the product needs them.

mod certificate;
mod crl;
mod csr;
pub mod name;
pub mod public_key;
pub mod signature;

pub use certificate::{Certificate, ParseFault};
pub use crl::RevocationList;
pub use csr::Csr;
