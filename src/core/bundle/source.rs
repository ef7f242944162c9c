//! What the user opened: paths, pasted text, the sample.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

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
