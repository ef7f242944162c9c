//! Taking back what was written, as long as nobody has changed it since.

use std::path::{Path, PathBuf};

use super::{Written, fingerprint};
use crate::core::artifact::Fingerprint;
use crate::core::env::{Env, FileFault};
use crate::core::limits;

/// Why writing was not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoFault {
    /// A file no longer holds what was written, or its copy not what was there before; nothing was done.
    #[error("{path} was changed since")]
    Changed {
        /// The file or copy.
        path: PathBuf,
    },
    /// A file or copy cannot be read, so nothing was done.
    #[error("cannot read {path}: {fault:?}")]
    Unreadable {
        /// The file or copy.
        path: PathBuf,
        /// Why.
        fault: FileFault,
    },
    /// A file could not be put back or removed; `undone` were.
    #[error("cannot put back {path}: {fault:?}")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: FileFault,
        /// Files that are as they were before, the last written first.
        undone: Vec<PathBuf>,
    },
}

/// Puts the copies back and removes the files that were new; everything is looked at before anything is
/// touched. Returns the files that are as they were before, the last written first.
///
/// # Errors
/// See [`UndoFault`].
pub fn undo(written: &[Written], env: &Env<'_>) -> Result<Vec<PathBuf>, UndoFault> {
    for file in written {
        expect(&file.path, file.new_sha256, env)?;
        if let (Some(copy), Some(old)) = (&file.copy, file.old_sha256) {
            expect(copy, old, env)?;
        }
    }
    let mut undone = Vec::with_capacity(written.len());
    for file in written.iter().rev() {
        let outcome = match &file.copy {
            Some(copy) => env.files.place(copy, &file.path, true),
            None => env.files.remove(&file.path),
        };
        if let Err(fault) = outcome {
            return Err(UndoFault::Unwritable {
                path: file.path.clone(),
                fault,
                undone,
            });
        }
        undone.push(file.path.clone());
    }
    Ok(undone)
}

fn expect(path: &Path, sha256: Fingerprint, env: &Env<'_>) -> Result<(), UndoFault> {
    match env.files.read(path, limits::FILE_BYTES) {
        Ok(bytes) if fingerprint(&bytes) == sha256 => Ok(()),
        Ok(_) | Err(FileFault::TooLarge(_)) => Err(UndoFault::Changed {
            path: path.to_owned(),
        }),
        Err(fault) => Err(UndoFault::Unreadable {
            path: path.to_owned(),
            fault,
        }),
    }
}
