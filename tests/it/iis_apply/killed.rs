//! A process killed at any step of an act or its undo: the file is the old or the new one, whole, the
//! history says which, and the next act or undo works. `CERTWRIGHT_KILLS` kills at each step so often.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::iis::history::State;
use certwright::platform::files::{DiskFiles, Step, Steps};

use super::{
    CONFIG, act, apply_on, change, id, look, names, stage, take_back, text, undo_folder, with_env,
};

/// Tells the child where the configuration lies, what to do, and at which step to die.
const FILE: &str = "IIS_KILLED_FILE";
const WHAT: &str = "IIS_KILLED_WHAT";
const STEP: &str = "IIS_KILLED_AT";
const SIGKILL: i32 = 9;
/// The folder; created, half written, flushed, placed of copy and record; created, half written, flushed,
/// compared, placed of the configuration.
const APPLY_STEPS: usize = 14;
/// The same without folder and copy.
const UNDO_STEPS: usize = 9;

/// Kills its own process at the step of this number.
struct Deadly(AtomicUsize, usize);

impl Steps for Deadly {
    fn reached(&self, _step: Step, _path: &Path) -> std::io::Result<()> {
        if self.0.fetch_add(1, Ordering::Relaxed) == self.1 {
            let own = rustix::process::getpid();
            rustix::process::kill_process(own, rustix::process::Signal::KILL)?;
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
        Ok(())
    }
}

/// As long as a real one, so that half of it is more than a block of the disk.
fn content(age: &str) -> String {
    format!("<binding information=\"*:443:{age}\" />\r\n").repeat(800)
}

/// Run by the tests below in a process of its own; without its variables it has nothing to do.
#[test]
fn child_that_is_killed() {
    let (Ok(file), Ok(what), Ok(step)) = (env::var(FILE), env::var(WHAT), env::var(STEP)) else {
        return;
    };
    let config = PathBuf::from(file);
    let deadly = DiskFiles(Deadly(AtomicUsize::new(0), step.parse().expect("a number")));
    if what == "apply" {
        let act = act(&config, "first", &content("old"), &content("new"));
        apply_on(&deadly, &act).expect("done");
    } else {
        with_env(&deadly, |env| super::undo(&config, None, env)).expect("undone");
    }
}

fn run_child(config: &Path, what: &str, step: usize) -> Option<i32> {
    let status = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", "iis_apply::killed::child_that_is_killed"])
        .env(FILE, config)
        .env(WHAT, what)
        .env(STEP, step.to_string())
        .output()
        .expect("a child")
        .status;
    assert!(status.signal().is_some() || status.success(), "{status}");
    status.signal()
}

fn kills() -> usize {
    let wanted = env::var("CERTWRIGHT_KILLS").ok();
    wanted.map_or(20, |kills| kills.parse().expect("a number"))
}

/// What a killed process leaves behind is told by its name, and no one may read more than before.
fn check_left_over(config: &Path, step: usize) {
    let beside = config.parent().expect("a folder");
    for folder in [beside.to_owned(), undo_folder(config)] {
        for name in names(&folder) {
            if name.starts_with(CONFIG) || name == "certwright-undo" {
                continue;
            }
            let is_ours = name.starts_with(".certwright-") && name.ends_with(".tmp");
            assert!(is_ours, "step {step}: {name}");
            let found = fs::metadata(folder.join(&name)).expect("there");
            assert_eq!(found.permissions().mode() & 0o177, 0, "step {step}: {name}");
        }
    }
}

/// Old or new as the history says; both ways lead on from here.
fn check(config: &Path, step: usize) -> State {
    let (old, new) = (content("old"), content("new"));
    let held = text(config);
    assert!(held == old || held == new, "step {step}: torn");
    let told = look(config);
    assert_eq!(told.unreadable, [], "step {step}");
    assert!(
        told.acts.iter().all(|act| act.damage.is_none()),
        "step {step}"
    );
    let state = told.acts.first().map_or(State::NotInForce, |act| act.state);
    let expected = if held == new {
        State::InForce
    } else {
        State::NotInForce
    };
    assert_eq!(state, expected, "step {step}");
    check_left_over(config, step);
    if state == State::InForce {
        take_back(config, Some("first")).expect("undone");
    }
    assert!(text(config) == old, "step {step}: undone");
    change(config, "again", &old, &new).expect("done");
    assert_eq!(
        take_back(config, None).expect("undone").plan_id,
        id("again")
    );
    assert!(text(config) == old, "step {step}: undone again");
    state
}

/// A configuration that only its owner can read.
fn stage_private() -> (tempfile::TempDir, PathBuf) {
    let (folder, config) = stage(&content("old"));
    let mode = fs::Permissions::from_mode(0o600);
    fs::set_permissions(&config, mode).expect("allowed");
    (folder, config)
}

#[test]
fn an_act_killed_at_any_step_leaves_a_whole_file_and_a_true_history() {
    let mut in_force = 0;
    for step in (0..APPLY_STEPS).flat_map(|step| vec![step; kills()]) {
        let (_folder, config) = stage_private();
        assert_eq!(
            run_child(&config, "apply", step),
            Some(SIGKILL),
            "step {step}"
        );
        in_force += usize::from(check(&config, step) == State::InForce);
    }
    assert_eq!(in_force, kills(), "killed after the last step only");
    let (_folder, config) = stage_private();
    assert_eq!(
        run_child(&config, "apply", APPLY_STEPS),
        None,
        "no further step"
    );
    println!("{} kills of an act", APPLY_STEPS * kills());
}

#[test]
fn an_undo_killed_at_any_step_leaves_a_whole_file_and_a_true_history() {
    let mut in_force = 0;
    for step in (0..UNDO_STEPS).flat_map(|step| vec![step; kills()]) {
        let (_folder, config) = stage_private();
        change(&config, "first", &content("old"), &content("new")).expect("done");
        assert_eq!(
            run_child(&config, "undo", step),
            Some(SIGKILL),
            "step {step}"
        );
        in_force += usize::from(check(&config, step) == State::InForce);
    }
    assert_eq!(
        in_force,
        (UNDO_STEPS - 1) * kills(),
        "undone by the last step"
    );
    let (_folder, config) = stage_private();
    change(&config, "first", &content("old"), &content("new")).expect("done");
    assert_eq!(
        run_child(&config, "undo", UNDO_STEPS),
        None,
        "no further step"
    );
    println!("{} kills of an undo", UNDO_STEPS * kills());
}

#[test]
fn a_child_killed_again_and_again_on_one_folder_is_in_nobodys_way() {
    let (_folder, config) = stage_private();
    assert_eq!(run_child(&config, "apply", 0), Some(SIGKILL));
    // From now on the folder is there, and the last step is that of the new file.
    for step in 0..APPLY_STEPS - 2 {
        assert_eq!(run_child(&config, "apply", step), Some(SIGKILL));
        assert!(text(&config) == content("old"), "step {step}");
    }
    assert_eq!(run_child(&config, "apply", usize::MAX), None);
    let told = look(&config);
    let in_force = told.acts.iter().filter(|act| act.state == State::InForce);
    assert_eq!(in_force.count(), 1);
    assert!(told.acts[0].can_undo, "the newest of them");
}
