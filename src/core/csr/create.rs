//! Making a request: key, signature, files, entry in the ledger, as one operation. The key is on the disk,
//! private, before anybody sees the request.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::artifact::Fingerprint;
use crate::core::csr::{NewKey, Spec};
use crate::core::env::Access;
use crate::core::key::PrivateKey;
use crate::core::ledger::{Entry, EntryId, LedgerFault};
use crate::core::save::Written;
use crate::core::secret::Secret;
use crate::core::x509::Csr;

/// The key of a request.
#[derive(Clone)]
pub enum KeySource {
    /// A new one.
    New(NewKey),
    /// One that exists already; no key file is written.
    Existing(Arc<PrivateKey>),
}

/// What to make and where to put it.
pub struct Request {
    /// What it asks for.
    pub spec: Spec,
    /// Its key.
    pub key: KeySource,
    /// Password of a new key's file (PKCS#8, PBES2 with AES-256 and PBKDF2); `None` leaves it open.
    pub password: Option<Arc<Secret>>,
    /// Rounds of PBKDF2.
    pub iterations: u32,
    /// Where a new key goes.
    pub key_path: PathBuf,
    /// Where the request goes.
    pub csr_path: PathBuf,
    /// Who besides the owner may read the key.
    pub access: Access,
    /// Whether a file with the password is written beside the key (`privateKeyPass.txt`).
    pub has_password_file: bool,
    /// Whether the ledger is told.
    pub is_recorded: bool,
}

/// What was made.
pub struct Created {
    /// What it asks for.
    pub spec: Spec,
    /// The request.
    pub csr: Arc<Csr>,
    /// The same in PEM.
    pub pem: String,
    /// SHA-256 of its public key.
    pub key: Fingerprint,
    /// The files, the key first.
    pub written: Vec<Written>,
    /// Earlier entries of the same key; any means that the key is used again.
    pub earlier: Vec<Entry>,
    /// Its entry in the ledger, or why there is none; `None` when the ledger was not to be told.
    pub recorded: Option<Result<EntryId, LedgerFault>>,
}

/// Placeholder.
pub fn run(
    _request: &Request,
    _env: &crate::core::env::Env<'_>,
    _progress: &dyn crate::core::progress::Progress,
) -> crate::core::op::Outcome {
    crate::core::op::Outcome::Cancelled
}
