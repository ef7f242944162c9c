//! Who may read a file that holds secrets, and who can.

use serde::Serialize;

/// Who may read a new file that holds a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// Its owner; on Windows Administrators and SYSTEM too.
    #[default]
    OwnerOnly,
    /// Besides, this Windows account or group, or this Linux group. It may read, not change.
    AlsoReadableBy(String),
}

/// One account, group or kind of user that can read a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "name")]
pub enum Reader {
    /// The account the file belongs to.
    Owner(String),
    /// The administrator: root on Linux, the group Administrators on Windows.
    Administrators,
    /// Windows' own account SYSTEM.
    System,
    /// A single account.
    Account(String),
    /// A group of accounts.
    Group(String),
    /// Every user of the machine, by the rights for others or a group that holds everybody.
    Everyone,
}

/// Everyone who can read a file, the owner first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Readers(pub Vec<Reader>);

impl Readers {
    /// Whether every user of the machine can read it.
    pub fn holds_everyone(&self) -> bool {
        self.0.contains(&Reader::Everyone)
    }
}
