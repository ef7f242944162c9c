//! One file that the user asked for, replaced only with the user's consent.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::core::env::{Env, FileFault};
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;

/// What to write.
pub struct Request {
    /// Where to.
    pub path: PathBuf,
    /// What.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Whether only its owner may read it.
    pub private: bool,
    /// Whether a file that exists may be replaced; the dialog asked.
    pub replace: bool,
}

impl Request {
    /// A file that anybody may read, which does not replace another.
    pub fn public(path: PathBuf, bytes: Vec<u8>) -> Self {
        Self {
            path,
            bytes: Zeroizing::new(bytes),
            private: false,
            replace: false,
        }
    }
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Where.
    pub path: PathBuf,
    /// How many bytes.
    pub bytes: usize,
}

/// Writes the file.
pub fn run(request: &Request, env: &Env<'_>) -> Outcome {
    match env.files.write(
        &request.path,
        &request.bytes,
        request.private,
        request.replace,
    ) {
        Ok(()) => Outcome::Done(Report::Saved(Saved {
            path: request.path.clone(),
            bytes: request.bytes.len(),
        })),
        Err(FileFault::Exists) => Outcome::Failed(Failure::Exists {
            path: request.path.clone(),
        }),
        Err(fault) => Outcome::Failed(Failure::Unwritable {
            path: request.path.clone(),
            fault,
        }),
    }
}
