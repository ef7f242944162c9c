//! The operating system's certificate stores and its verdict, without the network.

use crate::core::env::CertStores;
#[cfg(windows)]
use crate::core::env::{SystemOpinion, SystemQuestion};

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

    #[cfg(windows)]
    fn intermediates(&self) -> Vec<Vec<u8>> {
        super::windows::chain::intermediates()
    }

    #[cfg(windows)]
    fn opinion(&self, question: &SystemQuestion<'_>) -> Option<SystemOpinion> {
        super::windows::chain::opinion(question)
    }
}
