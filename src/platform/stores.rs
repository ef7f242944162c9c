//! The operating system's trusted roots, read from its store without the network.

use crate::core::env::CertStores;

/// The system's store: `ROOT` on Windows, the distribution's bundle elsewhere.
pub struct SystemStores;

impl CertStores for SystemStores {
    fn roots(&self) -> Result<Vec<Vec<u8>>, String> {
        let loaded = rustls_native_certs::load_native_certs();
        match loaded.errors.first() {
            Some(error) if loaded.certs.is_empty() => Err(error.to_string()),
            _ => Ok(loaded
                .certs
                .iter()
                .map(|root| root.as_ref().to_vec())
                .collect()),
        }
    }
}
