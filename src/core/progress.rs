//! How long work tells how far it is and learns that nobody wants it any more.

/// What a long operation is doing, as a type; the words are in `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Walking folders and reading files.
    ReadingFiles,
    /// Unpacking archives in memory.
    ReadingArchives,
    /// Finding out what each file is.
    Recognising,
    /// Trying known passwords on locked keystores and keys.
    TryingPasswords,
    /// Deriving keys from a password, which is slow on purpose.
    DerivingKeys,
    /// Checking signatures and putting the story together.
    Judging,
    /// Asking web servers.
    Downloading,
    /// Writing a file.
    Writing,
    /// Making a private key, which takes as long as chance wills.
    GeneratingKey,
    /// Signing a request.
    Signing,
    /// Asking name servers and web servers about a name.
    Diagnosing,
    /// Waiting until it is time to look again.
    Watching,
}

/// The receiving end of progress. Implementations are cheap: core calls them often.
pub trait Progress: Sync {
    /// `done` of `total` items of this stage; `total` 0 means not known.
    fn report(&self, stage: Stage, done: u64, total: u64);
    /// Whether the operation should stop; polled between items and every 50 ms of CPU work.
    fn is_cancelled(&self) -> bool;
    /// So many more rounds of a key derivation are done. Only [`crate::core::kdf::Together`] listens, which knows of how many.
    fn derived(&self, _rounds: u64) {}
    /// Something a diagnosis learnt on its way, shown before its end.
    fn learnt(&self, _event: crate::core::diagnose::Event) {}
}

/// The operation was stopped because nobody wants its result any more. Not an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Turns a pending cancel into the early return.
pub fn check(progress: &dyn Progress) -> Result<(), Cancelled> {
    if progress.is_cancelled() {
        Err(Cancelled)
    } else {
        Ok(())
    }
}

/// Progress that nobody watches.
pub struct Unwatched;

impl Progress for Unwatched {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
    fn is_cancelled(&self) -> bool {
        false
    }
}
