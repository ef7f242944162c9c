//! A conversion as two operations: making the files in memory, which the preview shows, and writing them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::bundle::Inspection;
use crate::core::convert::{
    Choice, Material, PasswordShape, Plan, PlannedFile, Readable, Reader, Shape, make, plan,
    readers,
};
use crate::core::env::Env;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::Progress;
use crate::core::save::{self, Access, OutputFile, WhenExists, Written};
use crate::core::secret::Secret;

/// What to make.
pub struct Request {
    /// Where keys and certificates come from.
    pub inspection: Arc<Inspection>,
    /// What is wanted.
    pub choice: Choice,
    /// First part of the file names, safe as a file name.
    pub stem: String,
    /// Passwords of the result.
    pub passwords: Passwords,
}

/// Passwords of a result.
#[derive(Default)]
pub struct Passwords {
    /// Of the keystore, or of a key in a file of its own.
    pub store: Option<Arc<Secret>>,
    /// Of the keys in a JKS or JCEKS, where it is another one.
    pub key: Option<Arc<Secret>>,
}

impl Passwords {
    /// The same passwords again, shared.
    pub fn share(&self) -> Self {
        Self {
            store: self.store.clone(),
            key: self.key.clone(),
        }
    }

    /// The password of the keys.
    pub fn of_keys(&self) -> Option<&Arc<Secret>> {
        self.key.as_ref().or(self.store.as_ref())
    }
}

/// A file that was made and not written yet.
pub struct MadeFile {
    /// Name, role, whether it is secret.
    pub planned: PlannedFile,
    /// What is in it.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// A result in memory.
pub struct Made {
    /// What it was made by.
    pub plan: Plan,
    /// Its files.
    pub files: Vec<MadeFile>,
    /// What it was made with.
    pub passwords: Passwords,
}

impl Made {
    /// Who can read it.
    pub fn readers(&self) -> Vec<(Reader, Readable)> {
        let password = self.passwords.store.as_ref();
        self.plan
            .readers(password.map_or_else(PasswordShape::default, |secret| {
                PasswordShape::of(secret.expose())
            }))
    }
}

impl Plan {
    /// Who can read the result with such a password.
    pub fn readers(&self, password: PasswordShape) -> Vec<(Reader, Readable)> {
        readers::table(&Shape {
            format: self.choice.format,
            recipe: self.recipe,
            keys: &self.key_kinds(),
            password,
        })
    }
}

/// Makes the files in memory.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    let material = Material::of(&request.inspection);
    let plan = match plan(&material, &request.choice, &request.stem) {
        Ok(plan) => plan,
        Err(refusal) => return Outcome::Failed(Failure::NotConverted(refusal)),
    };
    match make::files(&plan, &request.passwords, env, progress) {
        Ok(files) => Outcome::Done(Report::Made(Arc::new(Made {
            plan,
            files,
            passwords: request.passwords.share(),
        }))),
        Err(make::Stopped::Cancelled) => Outcome::Cancelled,
        Err(make::Stopped::Refused(refusal)) => Outcome::Failed(Failure::NotConverted(refusal)),
    }
}

/// Where the files go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Into this folder under their planned names.
    Folder(PathBuf),
    /// To this very path; for results of one file.
    File(PathBuf),
}

impl Destination {
    /// The path of one planned file.
    pub fn path(&self, planned: &PlannedFile) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join(&planned.name),
            Self::File(path) => path.clone(),
        }
    }

    /// The folder that the files lie in.
    pub fn folder(&self) -> &Path {
        match self {
            Self::Folder(folder) => folder,
            Self::File(path) => path.parent().unwrap_or(Path::new("")),
        }
    }
}

/// What to write.
pub struct WriteRequest {
    /// The result.
    pub made: Arc<Made>,
    /// Where to.
    pub destination: Destination,
    /// Who besides the owner may read the secret files.
    pub access: Access,
    /// What happens to files that are in the way.
    pub when_exists: WhenExists,
    /// Whether the password is written beside them.
    pub has_password_file: bool,
}

/// The name of the file that holds the password, as certificate consoles call it.
pub const PASSWORD_FILE: &str = "keystorePass.txt";

/// What was written.
pub struct Converted {
    /// The result.
    pub made: Arc<Made>,
    /// Its files, in the order of the plan; the password file last.
    pub written: Vec<Written>,
}

/// Writes the files: all of them or none.
pub fn write(request: &WriteRequest, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    let outputs = outputs(request);
    let written = save::write_all(
        &outputs,
        &request.access,
        request.when_exists,
        env,
        progress,
    );
    match written {
        Ok(written) => Outcome::Done(Report::Converted(Arc::new(Converted {
            made: Arc::clone(&request.made),
            written,
        }))),
        Err(fault) => fault
            .into_failure()
            .map_or(Outcome::Cancelled, Outcome::Failed),
    }
}

fn outputs(request: &WriteRequest) -> Vec<OutputFile> {
    let made = &request.made;
    let mut outputs: Vec<OutputFile> = made
        .files
        .iter()
        .map(|file| OutputFile {
            path: request.destination.path(&file.planned),
            bytes: file.bytes.clone(),
            is_secret: file.planned.is_secret,
        })
        .collect();
    if request.has_password_file
        && let Some(secret) = &made.passwords.store
    {
        outputs.push(OutputFile {
            path: request.destination.folder().join(PASSWORD_FILE),
            bytes: Zeroizing::new(secret.expose().as_bytes().to_vec()),
            is_secret: true,
        });
    }
    outputs
}
