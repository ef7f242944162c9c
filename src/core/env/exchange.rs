//! Changing a file that other programs write too: compared before it is replaced, its rights kept, and
//! nothing read from a place where others can write.

use serde::Serialize;

use super::FileFault;

/// Why a file was not exchanged. It is as it was before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "detail")]
pub enum ExchangeFault {
    /// Another program keeps it open for writing (on Linux: has locked it); it was tried again for about two
    /// seconds.
    Busy,
    /// It does not hold what was expected: another program wrote it.
    Changed,
    /// A symbolic link or reparse point; never followed.
    Link,
    /// The new file could not be given the owner and the rights of the old one.
    RightsNotKept,
    /// Anything else.
    File(FileFault),
}

impl From<FileFault> for ExchangeFault {
    fn from(fault: FileFault) -> Self {
        match fault {
            FileFault::LinkNotFollowed => Self::Link,
            fault => Self::File(fault),
        }
    }
}

/// Who besides an administrator and the owner can change a file or folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "name")]
pub enum Guard {
    /// Nobody.
    Closed,
    /// It is a symbolic link or reparse point, so that what it leads to may change.
    Link,
    /// It belongs to this account.
    OwnedBy(String),
    /// This account or group may write to it; `everyone` for all.
    WritableBy(String),
}

/// Why a file was not read under lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "detail")]
pub enum LockedFault {
    /// Another program keeps it open for writing.
    Busy,
    /// Somebody else can write to it; never [`Guard::Closed`].
    Open(Guard),
    /// Anything else.
    File(FileFault),
}
