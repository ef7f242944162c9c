//! Writing sets of files: together or not at all, the old ones kept, private from the first byte, and
//! back again.

#[cfg(target_os = "linux")]
mod killed;
#[cfg(target_os = "linux")]
mod rights;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::env::memory::FixedClock;
use certwright::core::env::{Access, Env, FileFault, Files};
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::core::save::{
    OutputFile, SaveFault, UndoFault, WhenExists, Written, undo, write_all,
};
use certwright::core::time::Moment;
use certwright::platform::World;
use certwright::platform::files::{DiskFiles, SYSTEM_FILES, Step, Steps};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::support::NOW;

/// The real world with its clock at [`NOW`] and other files.
fn with_env<R>(files: &dyn Files, act: impl FnOnce(&Env<'_>) -> R) -> R {
    let world = World::new();
    let clock = FixedClock(Moment::parse(NOW).expect("a moment"));
    let env = Env {
        files,
        clock: &clock,
        ..world.env()
    };
    act(&env)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn secret(path: PathBuf, text: &str) -> OutputFile {
    OutputFile {
        path,
        bytes: Zeroizing::new(text.as_bytes().to_vec()),
        is_secret: true,
    }
}

fn set(folder: &Path) -> Vec<OutputFile> {
    ["fullchain.pem", "privkey.pem", "keystorePass.txt"]
        .map(|name| secret(folder.join(name), &format!("new {name}")))
        .into()
}

fn write(
    files: &[OutputFile],
    when_exists: WhenExists,
    on: &dyn Files,
) -> Result<Vec<Written>, SaveFault> {
    with_env(on, |env| {
        write_all(files, &Access::OwnerOnly, when_exists, env, &Unwatched)
    })
}

/// Names and contents of a folder, sorted.
fn contents(folder: &Path) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), fs::read_to_string(&path).expect("text"))
        })
        .collect();
    found.sort();
    found
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

/// Fails with an error at the given step of the given file, counted from 0.
struct Failing {
    step: Step,
    file: usize,
    seen: AtomicUsize,
    kind: std::io::ErrorKind,
}

impl Failing {
    fn at(step: Step, file: usize, kind: std::io::ErrorKind) -> DiskFiles<Self> {
        DiskFiles(Self {
            step,
            file,
            seen: AtomicUsize::new(0),
            kind,
        })
    }
}

impl Steps for Failing {
    fn reached(&self, step: Step, _path: &Path) -> std::io::Result<()> {
        if step == self.step && self.seen.fetch_add(1, Ordering::Relaxed) == self.file {
            return Err(self.kind.into());
        }
        Ok(())
    }
}

#[test]
fn a_set_is_written_and_what_it_replaces_is_kept_beside_it() {
    let folder = folder();
    fs::write(folder.path().join("privkey.pem"), "old").expect("written");
    let written = write(&set(folder.path()), WhenExists::KeepCopy, &SYSTEM_FILES).expect("written");
    assert_eq!(
        contents(folder.path()),
        pairs(&[
            ("fullchain.pem", "new fullchain.pem"),
            ("keystorePass.txt", "new keystorePass.txt"),
            ("privkey.pem", "new privkey.pem"),
            ("privkey.pem.2026-11-23T104200Z.bak", "old"),
        ])
    );
    let copies: Vec<bool> = written.iter().map(|file| file.copy.is_some()).collect();
    assert_eq!(copies, [false, true, false]);
    // printf old | sha256sum
    assert_eq!(
        written[1].old_sha256.expect("replaced").to_string(),
        "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4"
    );
}

#[test]
fn nothing_is_written_when_one_file_is_in_the_way() {
    let folder = folder();
    let last = folder.path().join("keystorePass.txt");
    fs::write(&last, "old").expect("written");
    let refused = write(&set(folder.path()), WhenExists::Refuse, &SYSTEM_FILES);
    assert_eq!(refused, Err(SaveFault::Exists { path: last }));
    assert_eq!(
        contents(folder.path()),
        pairs(&[("keystorePass.txt", "old")])
    );
}

#[test]
fn a_set_that_names_a_file_twice_is_refused() {
    let folder = folder();
    let path = folder.path().join("a.pem");
    let files = [secret(path.clone(), "one"), secret(path.clone(), "two")];
    let refused = write(&files, WhenExists::KeepCopy, &SYSTEM_FILES);
    assert_eq!(refused, Err(SaveFault::NamedTwice { path }));
    assert_eq!(contents(folder.path()), []);
}

#[test]
fn two_copies_of_one_second_are_told_apart() {
    let folder = folder();
    let path = folder.path().join("a.pfx");
    for text in ["one", "two", "three"] {
        let files = [secret(path.clone(), text)];
        write(&files, WhenExists::KeepCopy, &SYSTEM_FILES).expect("written");
    }
    assert_eq!(
        contents(folder.path()),
        pairs(&[
            ("a.pfx", "three"),
            ("a.pfx.2026-11-23T104200Z-2.bak", "two"),
            ("a.pfx.2026-11-23T104200Z.bak", "one"),
        ])
    );
}

#[test]
fn an_error_at_any_step_of_any_file_leaves_everything_as_it_was() {
    use std::io::ErrorKind::{PermissionDenied, StorageFull};
    let steps = [Step::Created, Step::HalfWritten, Step::Flushed, Step::Kept];
    for (step, file) in steps.iter().flat_map(|step| [(*step, 0), (*step, 1)]) {
        for (kind, expected) in [
            (StorageFull, FileFault::Full),
            (PermissionDenied, FileFault::Denied),
        ] {
            let folder = folder();
            for name in ["privkey.pem", "keystorePass.txt"] {
                fs::write(folder.path().join(name), format!("old {name}")).expect("written");
            }
            let before = contents(folder.path());
            let failing = Failing::at(step, file, kind);
            let outcome = write(&set(folder.path()), WhenExists::KeepCopy, &failing);
            match outcome {
                Err(SaveFault::Unwritable { fault, .. }) => assert_eq!(fault, expected),
                other => panic!("{step:?} of file {file}: {other:?}"),
            }
            assert_eq!(contents(folder.path()), before, "{step:?} of file {file}");
        }
    }
}

#[test]
fn undo_puts_back_what_was_replaced_and_removes_what_was_new() {
    let folder = folder();
    fs::write(folder.path().join("privkey.pem"), "old").expect("written");
    let before = contents(folder.path());
    let written = write(&set(folder.path()), WhenExists::KeepCopy, &SYSTEM_FILES).expect("written");
    let undone = with_env(&SYSTEM_FILES, |env| undo(&written, env)).expect("undone");
    assert_eq!(undone.len(), 3);
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn undo_touches_nothing_once_a_file_was_changed() {
    for changed in [
        "privkey.pem",
        "privkey.pem.2026-11-23T104200Z.bak",
        "fullchain.pem",
    ] {
        let folder = folder();
        fs::write(folder.path().join("privkey.pem"), "old").expect("written");
        let written =
            write(&set(folder.path()), WhenExists::KeepCopy, &SYSTEM_FILES).expect("written");
        let path = folder.path().join(changed);
        fs::write(&path, "edited").expect("written");
        let before = contents(folder.path());
        let refused = with_env(&SYSTEM_FILES, |env| undo(&written, env));
        assert_eq!(refused, Err(UndoFault::Changed { path }));
        assert_eq!(contents(folder.path()), before);
    }
}

/// Wants it no more once so many files were begun.
struct CancelledAfter(AtomicUsize, usize);

impl Progress for CancelledAfter {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) > self.1
    }
}

#[test]
fn cancelling_leaves_nothing_behind() {
    for after in 0..3 {
        let folder = folder();
        let progress = CancelledAfter(AtomicUsize::new(0), after);
        let outcome = with_env(&SYSTEM_FILES, |env| {
            let access = Access::OwnerOnly;
            write_all(
                &set(folder.path()),
                &access,
                WhenExists::KeepCopy,
                env,
                &progress,
            )
        });
        assert_eq!(outcome, Err(SaveFault::Cancelled));
        assert_eq!(contents(folder.path()), []);
    }
}
