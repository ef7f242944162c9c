//! Writing files: whole or not at all, private when secret, several together, and back again.

mod copy;
mod one;
mod undo;
pub mod wide;
mod write;

use std::path::PathBuf;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::core::artifact::Fingerprint;
use crate::core::env::{FileFault, Readers};
use crate::core::problem::Failure;

pub use crate::core::env::Access;
pub use one::{Request, Saved, run};
pub use undo::{UndoFault, undo};
pub use write::write_all;

/// One file to write. Has neither `Clone` nor `Debug`: it may hold a key or a password.
pub struct OutputFile {
    /// Where to.
    pub path: PathBuf,
    /// What.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Whether it holds a private key or a password, so that only those of an [`Access`] may read it.
    pub is_secret: bool,
}

/// What happens to a file that is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenExists {
    /// Nothing is written.
    Refuse,
    /// It stays beside the new one under a name with the time, see [`Written::copy`].
    KeepCopy,
}

/// One file that was written, with all that undoing it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// How many bytes.
    pub bytes: usize,
    /// Where the file now lies that was there before: `NAME.2026-11-23T104200Z.bak` in the same folder.
    pub copy: Option<PathBuf>,
    /// Who can read the new file now; nobody is named when the system could not be asked.
    pub readers: Readers,
    /// SHA-256 of what was there before.
    pub old_sha256: Option<Fingerprint>,
    /// SHA-256 of what was written.
    pub new_sha256: Fingerprint,
}

/// Why a set of files was not written. Except for [`Self::NotPutBack`], every file is as it was before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// Nobody wants it any more.
    #[error("cancelled")]
    Cancelled,
    /// A file is in the way, and [`WhenExists::Refuse`] was asked for.
    #[error("{path} exists")]
    Exists {
        /// The first such file.
        path: PathBuf,
    },
    /// The set names one path twice.
    #[error("{path} is named twice")]
    NamedTwice {
        /// That path.
        path: PathBuf,
    },
    /// Writing failed, and then a file replaced before could not be put back.
    #[error("{path} could not be put back from {copy}: {fault:?}")]
    NotPutBack {
        /// The file that now holds new content.
        path: PathBuf,
        /// Where its old content lies.
        copy: PathBuf,
        /// Why it could not be put back.
        fault: FileFault,
    },
    /// A file could not be written.
    #[error("cannot write {path}: {fault:?}")]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// Why.
        fault: FileFault,
    },
}

impl SaveFault {
    /// The failure of a whole operation; `None` when it was cancelled, which is no failure.
    pub fn into_failure(self) -> Option<Failure> {
        Some(match self {
            Self::Cancelled => return None,
            Self::Exists { path } => Failure::Exists { path },
            Self::NamedTwice { path } => Failure::NamedTwice { path },
            Self::NotPutBack { path, copy, fault } => Failure::NotPutBack { path, copy, fault },
            Self::Unwritable { path, fault } => Failure::Unwritable { path, fault },
        })
    }
}

fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint(Sha256::digest(bytes).into())
}
