//! A set of files: all are staged and flushed before the first gets its name; when one cannot be put in
//! its place, those before it are put back.

use std::path::Path;

use super::{OutputFile, SaveFault, WhenExists, Written, copy, fingerprint};
use crate::core::env::{Access, Env, FileFault};
use crate::core::progress::{Progress, Stage};

/// A file of the set whose bytes lie on the disk under a temporary name.
struct Staged<'a> {
    file: &'a OutputFile,
    temporary: std::path::PathBuf,
}

/// Writes all files or none, as far as a file system allows: each single file is whole at every moment,
/// and after a failure all are as they were.
///
/// # Errors
/// See [`SaveFault`]. Cancelling counts until the first file has its name.
pub fn write_all(
    files: &[OutputFile],
    access: &Access,
    when_exists: WhenExists,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Vec<Written>, SaveFault> {
    check_paths(files, when_exists, env)?;
    let mut staged = Vec::with_capacity(files.len());
    let outcome = stage_all(files, access, env, progress, &mut staged)
        .and_then(|()| place_all(&staged, when_exists, env));
    if outcome.is_err() {
        // Those that have their name already are gone from here; removing them is no use and no harm.
        for left in &staged {
            env.files.remove(&left.temporary).ok();
        }
    }
    outcome
}

/// What can be refused before a byte is written.
fn check_paths(
    files: &[OutputFile],
    when_exists: WhenExists,
    env: &Env<'_>,
) -> Result<(), SaveFault> {
    for (index, file) in files.iter().enumerate() {
        let path = &file.path;
        if files.iter().take(index).any(|other| other.path == *path) {
            return Err(SaveFault::NamedTwice { path: path.clone() });
        }
        if path.file_name().is_none() {
            return Err(unwritable(path, FileFault::NotAFile));
        }
        if when_exists == WhenExists::Refuse && env.files.entry(path).is_ok() {
            return Err(SaveFault::Exists { path: path.clone() });
        }
    }
    Ok(())
}

fn stage_all<'a>(
    files: &'a [OutputFile],
    access: &Access,
    env: &Env<'_>,
    progress: &dyn Progress,
    staged: &mut Vec<Staged<'a>>,
) -> Result<(), SaveFault> {
    let total = files.len() as u64;
    for (done, file) in files.iter().enumerate() {
        progress.report(Stage::Writing, done as u64, total);
        if progress.is_cancelled() {
            return Err(SaveFault::Cancelled);
        }
        let access = file.is_secret.then_some(access);
        let temporary = env
            .files
            .stage(&file.path, &file.bytes, access)
            .map_err(|fault| unwritable(&file.path, fault))?;
        staged.push(Staged { file, temporary });
    }
    if progress.is_cancelled() {
        return Err(SaveFault::Cancelled);
    }
    Ok(())
}

fn place_all(
    staged: &[Staged<'_>],
    when_exists: WhenExists,
    env: &Env<'_>,
) -> Result<Vec<Written>, SaveFault> {
    let mut written: Vec<Written> = Vec::with_capacity(staged.len());
    for next in staged {
        match place(next, when_exists, env) {
            Ok(done) => written.push(done),
            Err(fault) => {
                put_back(&written, env)?;
                return Err(fault);
            }
        }
    }
    for file in &mut written {
        file.readers = env.files.readers(&file.path).unwrap_or_default();
    }
    Ok(written)
}

/// Gives one file its name. The old one is kept first, so that its name never leads nowhere.
fn place(
    staged: &Staged<'_>,
    when_exists: WhenExists,
    env: &Env<'_>,
) -> Result<Written, SaveFault> {
    let path = &staged.file.path;
    let mut written = Written {
        path: path.clone(),
        bytes: staged.file.bytes.len(),
        copy: None,
        readers: Default::default(),
        old_sha256: None,
        new_sha256: fingerprint(&staged.file.bytes),
    };
    match env.files.place(&staged.temporary, path, false) {
        Ok(()) => return Ok(written),
        Err(FileFault::Exists) if when_exists == WhenExists::KeepCopy => {}
        Err(FileFault::Exists) => return Err(SaveFault::Exists { path: path.clone() }),
        Err(fault) => return Err(unwritable(path, fault)),
    }
    let kept = copy::keep(path, env).map_err(|fault| unwritable(path, fault))?;
    if let Err(fault) = env.files.place(&staged.temporary, path, true) {
        env.files.remove(&kept.copy).ok();
        return Err(unwritable(path, fault));
    }
    written.copy = Some(kept.copy);
    written.old_sha256 = Some(kept.sha256);
    Ok(written)
}

/// Undoes what this call has put in place, the last first.
fn put_back(written: &[Written], env: &Env<'_>) -> Result<(), SaveFault> {
    let mut first_fault = None;
    for file in written.iter().rev() {
        let Some(copy) = &file.copy else {
            env.files.remove(&file.path).ok();
            continue;
        };
        if let Err(fault) = env.files.place(copy, &file.path, true) {
            first_fault.get_or_insert(SaveFault::NotPutBack {
                path: file.path.clone(),
                copy: copy.clone(),
                fault,
            });
        }
    }
    first_fault.map_or(Ok(()), Err)
}

fn unwritable(path: &Path, fault: FileFault) -> SaveFault {
    SaveFault::Unwritable {
        path: path.to_owned(),
        fault,
    }
}
