//! A process that is killed at any step of writing, and a disk that is full: the old files are whole.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::save::WhenExists;
use certwright::platform::files::{DiskFiles, Step, Steps};

use super::{contents, folder, secret, write};

/// Tells the child where to write and at which step, counted over the whole set, to die.
const FOLDER: &str = "SAVE_KILLED_FOLDER";
const STEP: &str = "SAVE_KILLED_AT";
const SIGKILL: i32 = 9;
/// Three files of two that exist: three each of created, half written, flushed, placed, two of kept.
const STEPS: usize = 14;

/// Kills its own process at the step of this number.
struct Deadly(AtomicUsize, usize);

impl Steps for Deadly {
    fn reached(&self, _step: Step, _path: &Path) -> std::io::Result<()> {
        if self.0.fetch_add(1, Ordering::Relaxed) == self.1 {
            let own = std::process::id().to_string();
            Command::new("kill").args(["-KILL", &own]).status()?;
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
        Ok(())
    }
}

const NAMES: [&str; 3] = ["fullchain.pem", "privkey.pem", "shop.pfx"];

fn content(age: &str, name: &str) -> String {
    format!("{age} {name} ").repeat(500)
}

/// Run by the tests below in a process of its own; without its variables it has nothing to do.
#[test]
fn child_that_is_killed() {
    let (Ok(folder), Ok(step)) = (env::var(FOLDER), env::var(STEP)) else {
        return;
    };
    let folder = PathBuf::from(folder);
    let files = NAMES.map(|name| secret(folder.join(name), &content("new", name)));
    let deadly = DiskFiles(Deadly(AtomicUsize::new(0), step.parse().expect("a number")));
    write(&files, WhenExists::KeepCopy, &deadly).expect("written");
}

fn run_child(folder: &Path, step: usize) -> Option<i32> {
    let status = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", "save::killed::child_that_is_killed"])
        .env(FOLDER, folder)
        .env(STEP, step.to_string())
        .output()
        .expect("a child")
        .status;
    status.signal()
}

#[test]
fn a_process_killed_at_any_step_leaves_every_file_whole() {
    for step in 0..STEPS {
        let folder = folder();
        for name in &NAMES[1..] {
            fs::write(folder.path().join(name), content("old", name)).expect("written");
        }
        assert_eq!(run_child(folder.path(), step), Some(SIGKILL), "step {step}");
        let found = contents(folder.path());
        for name in NAMES {
            let (old, new) = (content("old", name), content("new", name));
            let now = found.iter().find(|(found, _)| found == name);
            match now {
                None => assert_eq!(name, NAMES[0], "step {step}: {name} is gone"),
                Some((_, text)) => {
                    assert!(*text == old || *text == new, "step {step}: {name} is torn")
                }
            }
            let is_replaced = now.is_some_and(|(_, text)| *text == new) && name != NAMES[0];
            let copy = format!("{name}.2026-11-23T104200Z.bak");
            match found.iter().find(|(found, _)| *found == copy) {
                Some((_, text)) => assert_eq!(*text, old, "step {step}: {copy}"),
                None => assert!(
                    !is_replaced,
                    "step {step}: {name} is replaced without a copy"
                ),
            }
        }
        check_left_over(folder.path(), step);
    }
    let folder = folder();
    assert_eq!(
        run_child(folder.path(), usize::MAX),
        None,
        "no further step"
    );
}

/// What a killed process leaves behind is told by its name and readable by its owner alone.
fn check_left_over(folder: &Path, step: usize) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        if NAMES.iter().any(|known| name.starts_with(known)) {
            continue;
        }
        assert!(
            name.starts_with(".certwright-") && name.ends_with(".tmp"),
            "step {step}: {name}"
        );
        let mode = entry.metadata().expect("metadata").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "step {step}: {name}");
    }
}

#[test]
fn left_over_temporary_files_are_in_nobodys_way() {
    let folder = folder();
    assert_eq!(run_child(folder.path(), 1), Some(SIGKILL));
    assert_eq!(run_child(folder.path(), usize::MAX), None);
    let found = contents(folder.path());
    for name in NAMES {
        assert!(found.contains(&(name.to_owned(), content("new", name))));
    }
}

/// Needs the right to mount; without it the test says aloud that it did not run.
#[cfg(feature = "peer-tests")]
#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    use certwright::core::env::FileFault;
    use certwright::core::save::SaveFault;
    use certwright::platform::files::SYSTEM_FILES;

    let folder = folder();
    let Some(disk) = Disk::mount(folder.path()) else {
        eprintln!("NOT TESTED: a full disk, for want of the right to mount one in memory");
        return;
    };
    let path = folder.path().join("shop.pfx");
    fs::write(&path, "old").expect("written");
    let before = contents(folder.path());
    for bytes in [60 << 10, 200 << 10] {
        // The second of two does not fit any more; then not even the first.
        let files = ["shop.pfx", "other.pfx"]
            .map(|name| secret(folder.path().join(name), &"x".repeat(bytes)));
        match write(&files, WhenExists::KeepCopy, &SYSTEM_FILES) {
            Err(SaveFault::Unwritable { fault, .. }) => assert_eq!(fault, FileFault::Full),
            other => panic!("{other:?}"),
        }
        assert_eq!(contents(folder.path()), before);
    }
    drop(disk);
}

/// A disk of 100 KiB in memory.
#[cfg(feature = "peer-tests")]
struct Disk(PathBuf);

#[cfg(feature = "peer-tests")]
impl Disk {
    fn mount(folder: &Path) -> Option<Self> {
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=100k", "none"])
            .arg(folder)
            .status()
            .expect("mount");
        mounted.success().then(|| Self(folder.to_owned()))
    }
}

#[cfg(feature = "peer-tests")]
impl Drop for Disk {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().ok();
    }
}
