//! Bringing a PFX into the stores of this computer, with a key that opens.

use std::path::PathBuf;
use std::sync::Arc;

use super::store::import::{ImportStore, PfxImport, PfxImportFault};
use crate::core::env::Env;
use crate::core::limits;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::secret::Secret;

/// What to import.
pub struct Request {
    /// The PFX.
    pub path: PathBuf,
    /// Passwords to try, in order; the empty one is tried when there is none.
    pub passwords: Vec<Arc<Secret>>,
    /// Where the certificate with the key goes.
    pub store: ImportStore,
}

/// Imports it.
pub fn run(request: &Request, env: &Env<'_>) -> Outcome {
    match import(request, env) {
        Ok(done) => Outcome::Done(Report::IisImported(request.path.clone(), Box::new(done))),
        Err(failure) => Outcome::Failed(failure),
    }
}

fn import(request: &Request, env: &Env<'_>) -> Result<PfxImport, Failure> {
    let path = &request.path;
    let pfx = env
        .files
        .read(path, limits::FILE_BYTES)
        .map_err(|fault| Failure::Unreadable {
            path: path.clone(),
            fault,
        })?;
    let empty = [Arc::new(Secret::new(String::new().into()))];
    let passwords = match request.passwords.as_slice() {
        [] => empty.as_slice(),
        given => given,
    };
    let mut last = PfxImportFault::WrongPassword;
    for password in passwords.iter().take(limits::AUTO_CANDIDATES) {
        match env.iis.import_pfx(&pfx, password, request.store) {
            Ok(done) => return Ok(done),
            Err(PfxImportFault::WrongPassword) => {}
            Err(fault) => {
                last = fault;
                break;
            }
        }
    }
    Err(Failure::NotImported {
        path: path.clone(),
        fault: last,
    })
}
