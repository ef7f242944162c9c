//! The ledger of requests: which keys exist, what was asked for with them, where their files lie.
//! A CA refuses a key that was used in an earlier order, and a certificate that comes back finds its key here.

use std::path::PathBuf;

use serde::Serialize;

use crate::core::artifact::Fingerprint;
use crate::core::time::Moment;
use crate::core::x509::Csr;

/// Number of an entry in its database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EntryId(pub i64);

/// How a request came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Made here.
    Made,
    /// Made elsewhere and checked here.
    Checked,
}

/// What a file is to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The private key.
    Key,
    /// The request.
    Request,
    /// The certificate that came back.
    Certificate,
}

/// A file that belongs to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// What it is.
    pub role: Role,
    /// Where it was written or read.
    pub path: PathBuf,
}

/// A request to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// SHA-256 of the public key's SubjectPublicKeyInfo.
    pub key: Fingerprint,
    /// Kind of the key, such as `RSA 2048`.
    pub key_kind: String,
    /// SHA-256 of the request's DER; the same request again is the same entry.
    pub request: Fingerprint,
    /// When.
    pub at: Moment,
    /// How it came to be known.
    pub origin: Origin,
    /// Its subject on one line. Foreign text.
    pub subject: String,
    /// Its names. Foreign text.
    pub names: Vec<String>,
    /// Its files.
    pub kept: Vec<Kept>,
}

impl NewEntry {
    /// What is written down of a request.
    pub fn of(csr: &Csr, origin: Origin, at: Moment, kept: Vec<Kept>) -> Self {
        Self {
            key: csr.key_fingerprint(),
            key_kind: csr.key.label(),
            request: csr.fingerprint,
            at,
            origin,
            subject: csr.subject.to_string(),
            names: csr.host_names(),
            kept,
        }
    }
}

/// A request that was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// What was written down.
    pub made: NewEntry,
    /// What the user noted.
    pub note: String,
    /// When the user marked it as used in an order.
    pub used: Option<Moment>,
}

/// Which entries are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words that all have to stand in subject, names, note, key kind, fingerprint or paths; case does not matter.
    pub words: String,
    /// How many at most; 0 means all.
    pub limit: usize,
}

/// The state of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// Where it lies.
    pub path: PathBuf,
    /// Whether a newer program wrote it, so that it is only read.
    pub is_newer: bool,
}

/// Why the ledger did not answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerFault {
    /// This system names no folder for data of its users.
    #[error("no folder for data")]
    NoFolder,
    /// A newer program wrote it; it is read and not changed.
    #[error("written by a newer version ({version})")]
    Newer {
        /// Its version.
        version: i64,
    },
    /// The file is no database of this program, or it is damaged.
    #[error("{path}: {detail}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// The database's own words.
        detail: String,
    },
    /// It cannot be opened, read or written.
    #[error("{path}: {detail}")]
    Unusable {
        /// Which file.
        path: PathBuf,
        /// The system's own words.
        detail: String,
    },
    /// There is no such entry any more.
    #[error("no entry {0:?}")]
    NoEntry(EntryId),
}
