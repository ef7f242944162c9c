//! Making a request: key, signature, files, entry in the ledger, as one operation. The key is on the disk,
//! private, before anybody sees the request.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::generate::{GenerateFault, generate};
use super::sign::signed;
use super::{NewKey, Refusal, Spec, encode, subject};
use crate::core::artifact::Fingerprint;
use crate::core::convert::password::password_file;
use crate::core::env::{Access, Env};
use crate::core::key::PrivateKey;
use crate::core::keystore::{WriteFault, pkcs8};
use crate::core::ledger::{Entry, EntryId, Kept, LedgerFault, NewEntry, Origin, Role};
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::save::{self, OutputFile, SaveFault, WhenExists, Written};
use crate::core::secret::Secret;
use crate::core::x509::Csr;
use crate::core::x509::export::secret_pem;

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

/// The file with the password beside a key.
pub const PASSWORD_FILE: &str = "privateKeyPass.txt";

/// Makes the key, signs the request, writes both, tells the ledger. Nothing is overwritten, and nothing is
/// written unless everything is.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match create(request, env, progress) {
        Ok(created) => Outcome::Done(Report::CsrCreated(Arc::new(created))),
        Err(Stop::Cancelled) => Outcome::Cancelled,
        Err(Stop::Failed(failure)) => Outcome::Failed(*failure),
    }
}

/// Why nothing was made.
enum Stop {
    Cancelled,
    Failed(Box<Failure>),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Failure::NotRequested(refusal).into()
    }
}

impl From<Cancelled> for Stop {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<GenerateFault> for Stop {
    fn from(fault: GenerateFault) -> Self {
        match fault {
            GenerateFault::Cancelled => Self::Cancelled,
            GenerateFault::NoKey => Refusal::NoKey.into(),
        }
    }
}

impl From<WriteFault> for Stop {
    fn from(fault: WriteFault) -> Self {
        match fault {
            WriteFault::Cancelled => Self::Cancelled,
            fault => Refusal::Encrypt(fault).into(),
        }
    }
}

impl From<SaveFault> for Stop {
    fn from(fault: SaveFault) -> Self {
        fault
            .into_failure()
            .map_or(Self::Cancelled, |failure| Self::Failed(Box::new(failure)))
    }
}

fn create(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Result<Created, Stop> {
    check_first(request, env)?;
    let key = match &request.key {
        KeySource::New(kind) => Arc::new(generate(*kind, env, progress)?),
        KeySource::Existing(key) => Arc::clone(key),
    };
    progress.report(Stage::Signing, 0, 0);
    let der = signed(&request.spec, &key)?;
    check(progress)?;
    let csr = Csr::parse(&der).map_err(|fault| Failure::Internal {
        operation: "create-csr",
        detail: fault.detail,
    })?;
    let pem = csr.to_pem();
    let outputs = outputs(request, &key, &pem, env, progress)?;
    let written = save::write_all(&outputs, &request.access, WhenExists::Refuse, env, progress)?;
    let fingerprint = csr.key_fingerprint();
    let (earlier, recorded) = match request.is_recorded {
        false => (Vec::new(), None),
        true => tell(request, &csr, env),
    };
    Ok(Created {
        spec: request.spec.clone(),
        csr: Arc::new(csr),
        pem,
        key: fingerprint,
        written,
        earlier,
        recorded,
    })
}

/// What can be refused before a key is made.
fn check_first(request: &Request, env: &Env<'_>) -> Result<(), Stop> {
    if let Some(finding) = subject::errors(&request.spec).next() {
        return Err(Refusal::Subject(Box::new(finding)).into());
    }
    // A spec that cannot be written is found with any key at all.
    encode::info(&request.spec, &[])?;
    for path in paths(request) {
        if env.files.entry(&path).is_ok() {
            return Err(Failure::Exists { path }.into());
        }
    }
    Ok(())
}

fn paths(request: &Request) -> Vec<PathBuf> {
    let is_new = matches!(request.key, KeySource::New(_));
    let key = is_new.then(|| request.key_path.clone());
    let password = (is_new && request.has_password_file).then(|| password_path(request));
    key.into_iter()
        .chain(password)
        .chain([request.csr_path.clone()])
        .collect()
}

/// Beside the key.
fn password_path(request: &Request) -> PathBuf {
    request.key_path.with_file_name(PASSWORD_FILE)
}

/// The files, the key first.
fn outputs(
    request: &Request,
    key: &PrivateKey,
    pem: &str,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Vec<OutputFile>, Stop> {
    let mut outputs = Vec::new();
    if matches!(request.key, KeySource::New(_)) {
        let text = match &request.password {
            None => secret_pem("PRIVATE KEY", &key.to_pkcs8()),
            Some(secret) => {
                let rounds = u64::from(request.iterations);
                let der = pkcs8::encrypt(key, rounds, secret, env.random, progress)?;
                secret_pem("ENCRYPTED PRIVATE KEY", &der)
            }
        };
        outputs.push(OutputFile {
            path: request.key_path.clone(),
            bytes: Zeroizing::new(text.as_bytes().to_vec()),
            is_secret: true,
        });
        if let (true, Some(secret)) = (request.has_password_file, &request.password) {
            outputs.push(password_file(password_path(request), secret));
        }
    }
    outputs.push(OutputFile {
        path: request.csr_path.clone(),
        bytes: Zeroizing::new(pem.as_bytes().to_vec()),
        is_secret: false,
    });
    Ok(outputs)
}

/// What the ledger knew of the key, and the new entry. Its faults spoil nothing: the files are written.
fn tell(
    request: &Request,
    csr: &Csr,
    env: &Env<'_>,
) -> (Vec<Entry>, Option<Result<EntryId, LedgerFault>>) {
    let earlier = env.ledger.of_key(&csr.key_fingerprint());
    let mut kept = vec![Kept {
        role: Role::Request,
        path: request.csr_path.clone(),
    }];
    if matches!(request.key, KeySource::New(_)) {
        kept.insert(
            0,
            Kept {
                role: Role::Key,
                path: request.key_path.clone(),
            },
        );
    }
    let entry = NewEntry::of(csr, Origin::Made, env.clock.now(), kept);
    (earlier.unwrap_or_default(), Some(env.ledger.record(&entry)))
}
