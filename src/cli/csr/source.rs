//! What a path on the command line stands for: a file, or standard input.

use std::path::Path;
use std::sync::Arc;

use crate::core::bundle::Source;
use crate::core::env::FileFault;
use crate::core::problem::Failure;
use crate::platform::standard_input;

/// Bytes of standard input (4 MiB).
const MOST_BYTES: u64 = 4 << 20;

/// A file, or standard input for `-`.
///
/// # Errors
/// When standard input cannot be read.
pub fn source(path: &Path) -> Result<Source, Failure> {
    if path != Path::new("-") {
        return Ok(Source::Path(path.to_owned()));
    }
    let bytes = standard_input::read(MOST_BYTES).map_err(|error| Failure::Unreadable {
        path: path.to_owned(),
        fault: FileFault::Other(error.to_string()),
    })?;
    Ok(Source::Memory {
        name: "-".to_owned(),
        bytes: Arc::new(bytes),
    })
}
