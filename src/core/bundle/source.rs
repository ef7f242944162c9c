//! What the user opened: paths, pasted text, the sample, what a server sent.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::x509::export::pem;

/// One thing to open.
#[derive(Clone)]
pub enum Source {
    /// A file or folder.
    Path(PathBuf),
    /// Bytes that are in memory already: pasted text or the built-in sample.
    Memory {
        /// Name to show.
        name: String,
        /// The bytes.
        bytes: Arc<Zeroizing<Vec<u8>>>,
    },
    /// What a server sent. It never sends a private key.
    Server {
        /// Host and port.
        name: String,
        /// Its certificates in PEM, as sent.
        bytes: Arc<Zeroizing<Vec<u8>>>,
    },
}

impl Source {
    /// The bytes of what is in memory already.
    pub fn bytes(&self) -> Option<&Arc<Zeroizing<Vec<u8>>>> {
        match self {
            Self::Path(_) => None,
            Self::Memory { bytes, .. } | Self::Server { bytes, .. } => Some(bytes),
        }
    }

    /// Certificates that a server sent, in DER, as one PEM file in the order of sending.
    pub fn sent(name: String, chain: &[Vec<u8>]) -> Self {
        let text: String = chain.iter().map(|der| pem("CERTIFICATE", der)).collect();
        Self::Server {
            name,
            bytes: Arc::new(Zeroizing::new(text.into_bytes())),
        }
    }
}
