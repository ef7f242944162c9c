//! Why an act or its undo was refused. Whatever it is, the configuration is as it was before.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::PlanId;
use crate::core::env::{ExchangeFault, FileFault, Guard};

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum ActFault {
    /// Another program keeps the file open for writing.
    #[error("{path} is in use")]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// Nobody wants it any more.
    #[error("cancelled")]
    Cancelled,
    /// The file does not hold what the plan was made from; plan again.
    #[error("{path} was changed since the plan was made")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The file holds what no act of the history wrote, so that putting an old state back would lose an
    /// edit of somebody else.
    #[error("{path} was changed by another program")]
    ChangedSince {
        /// The file.
        path: PathBuf,
    },
    /// The copy that undoing needs is not what the record says.
    #[error("{copy} cannot be used: {damage:?}")]
    CopyDamaged {
        /// The copy.
        copy: PathBuf,
        /// Why.
        damage: Damage,
    },
    /// Somebody else can write to the folder of copies, so nothing is read from it.
    #[error("{path} is open to others: {guard:?}")]
    FolderOpen {
        /// The folder.
        path: PathBuf,
        /// To whom; never [`Guard::Closed`].
        guard: Guard,
    },
    /// There are as many records as are read at all, see [`crate::core::limits::UNDO_RECORDS`].
    #[error("{path} is full")]
    HistoryFull {
        /// The folder.
        path: PathBuf,
    },
    /// A symbolic link or reparse point; the file it leads to must be named itself.
    #[error("{path} is a link")]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// The name of the file is no text.
    #[error("{path} has no usable name")]
    NameUnusable {
        /// The file.
        path: PathBuf,
    },
    /// Later acts build on it and must be undone first, the newest first.
    #[error("newer acts come first")]
    NewerFirst {
        /// Them.
        newer: Vec<PlanId>,
    },
    /// No act is in force.
    #[error("nothing to undo for {path}")]
    NothingToUndo {
        /// The file.
        path: PathBuf,
    },
    /// The act was never carried out, or is undone already.
    #[error("{} is not in force", .id.0)]
    NotInForce {
        /// The act.
        id: PlanId,
    },
    /// The new file could not be given the rights of the old one.
    #[error("the rights of {path} could not be kept")]
    RightsNotKept {
        /// The file.
        path: PathBuf,
    },
    /// The new content or the description is beyond the limit.
    #[error("too large: {bytes} bytes")]
    TooLarge {
        /// How large.
        bytes: u64,
    },
    /// The history knows no such act.
    #[error("no act {}", .id.0)]
    UnknownAct {
        /// As it was named.
        id: PlanId,
    },
    /// A file or folder could not be read.
    #[error("cannot read {path}: {fault:?}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
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

impl ActFault {
    pub(super) fn of_exchange(path: &Path, fault: ExchangeFault) -> Self {
        let path = path.to_owned();
        match fault {
            ExchangeFault::Busy => Self::Busy { path },
            ExchangeFault::Changed => Self::Changed { path },
            ExchangeFault::Link => Self::Link { path },
            ExchangeFault::RightsNotKept => Self::RightsNotKept { path },
            ExchangeFault::File(fault) => Self::Unwritable { path, fault },
        }
    }
}

/// What is wrong with a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "fault")]
pub enum Damage {
    /// It is not there.
    Missing,
    /// It cannot be read.
    Unreadable(FileFault),
    /// It holds something else than what was replaced.
    Wrong,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "detail")]
pub enum WhyUnreadable {
    /// The system does not give it.
    File(FileFault),
    /// It is no record, or one of another file.
    NotUnderstood,
    /// It was written by a newer Certwright, in this version of the form.
    Schema(u32),
}
