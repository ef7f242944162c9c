//! What the user opened: paths, pasted text, the sample.

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
}

impl Source {
    /// Certificates that a server sent, in DER, as one PEM file in the order of sending.
    pub fn sent(name: String, chain: &[Vec<u8>]) -> Self {
        let text: String = chain.iter().map(|der| pem("CERTIFICATE", der)).collect();
        Self::Memory {
            name,
            bytes: Arc::new(Zeroizing::new(text.into_bytes())),
        }
    }
}
