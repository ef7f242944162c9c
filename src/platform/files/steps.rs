//! The moments of writing a file at which a test may end the process or report a full disk.

use std::io;
use std::path::Path;

/// A moment of writing; each names what has just happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The temporary file is there and empty.
    Created,
    /// Half of its bytes are written.
    HalfWritten,
    /// All of them are on the disk.
    Flushed,
    /// The old file has its second name.
    Kept,
    /// A private folder is there.
    FolderMade,
    /// The file that will be replaced is found to hold what is expected.
    Compared,
    /// The temporary file has the name it was made for.
    Placed,
}

/// Told at each step. An error is treated as the system's own; after [`Step::Placed`] it changes nothing.
pub trait Steps: Sync {
    /// `path` is the file just worked on.
    fn reached(&self, step: Step, path: &Path) -> io::Result<()>;
}

/// Nothing comes in between.
pub struct Unhindered;

impl Steps for Unhindered {
    fn reached(&self, _step: Step, _path: &Path) -> io::Result<()> {
        Ok(())
    }
}
