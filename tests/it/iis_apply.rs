//! Acts on applicationHost.config: compared, copied, recorded, exchanged, undone; and what is refused.

#[cfg(target_os = "linux")]
mod killed;
mod model;
#[cfg(target_os = "linux")]
mod random;
#[cfg(target_os = "linux")]
mod rights;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::artifact::Fingerprint;
use certwright::core::env::memory::FixedClock;
use certwright::core::env::{Env, FileFault, Files};
use certwright::core::iis::history::{
    Act, ActFault, Applied, Damage, History, PlanId, Present, State, Undone, WhyUnreadable, apply,
    history, undo,
};
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::core::time::Moment;
use certwright::platform::World;
use certwright::platform::files::{DiskFiles, SYSTEM_FILES, Step, Steps};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::support::NOW;

const CONFIG: &str = "applicationHost.config";

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

/// A folder with a configuration that holds `text`.
fn stage(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join(CONFIG);
    fs::write(&config, text).expect("written");
    (folder, config)
}

fn id(name: &str) -> PlanId {
    PlanId(name.to_owned())
}

fn act(config: &Path, name: &str, from: &str, to: &str) -> Act {
    Act {
        id: id(name),
        config: config.to_owned(),
        expected: Fingerprint::of(from.as_bytes()),
        bytes: Zeroizing::new(to.as_bytes().to_vec()),
        plan: serde_json::json!({ "from": from.len(), "to": to.len() }),
    }
}

fn apply_on(files: &dyn Files, act: &Act) -> Result<Applied, ActFault> {
    with_env(files, |env| apply(act, env, &Unwatched))
}

fn change(config: &Path, name: &str, from: &str, to: &str) -> Result<Applied, ActFault> {
    apply_on(&SYSTEM_FILES, &act(config, name, from, to))
}

fn take_back(config: &Path, which: Option<&str>) -> Result<Undone, ActFault> {
    let which = which.map(id);
    with_env(&SYSTEM_FILES, |env| undo(config, which.as_ref(), env))
}

fn look(config: &Path) -> History {
    with_env(&SYSTEM_FILES, |env| history(config, env)).expect("a history")
}

fn text(config: &Path) -> String {
    fs::read_to_string(config).expect("the configuration")
}

/// `one in-force, two not-in-force`, the oldest first.
fn states(config: &Path) -> String {
    let mut told: Vec<String> = look(config)
        .acts
        .iter()
        .map(|act| {
            let state = serde_json::to_value(act.state).expect("JSON");
            format!("{} {}", act.plan_id.0, state.as_str().expect("text"))
        })
        .collect();
    told.reverse();
    told.join(", ")
}

/// Names below a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn undo_folder(config: &Path) -> PathBuf {
    config.with_file_name("certwright-undo")
}

/// Does something at a step of the given path's name, not the first time but after so many.
struct At<F>(Step, &'static str, AtomicUsize, F);

impl<F: Fn(&Path) -> std::io::Result<()> + Sync> Steps for At<F> {
    fn reached(&self, step: Step, path: &Path) -> std::io::Result<()> {
        let is_here = step == self.0 && path.to_string_lossy().contains(self.1);
        if is_here && self.2.fetch_sub(1, Ordering::Relaxed) == 0 {
            return (self.3)(path);
        }
        Ok(())
    }
}

fn at<F: Fn(&Path) -> std::io::Result<()> + Sync>(
    step: Step,
    name: &'static str,
    then: F,
) -> DiskFiles<At<F>> {
    at_file(step, 0, name, then)
}

/// `file` counts the files that reach the step.
fn at_file<F: Fn(&Path) -> std::io::Result<()> + Sync>(
    step: Step,
    file: usize,
    name: &'static str,
    then: F,
) -> DiskFiles<At<F>> {
    DiskFiles(At(step, name, AtomicUsize::new(file), then))
}

#[test]
fn an_act_leaves_a_copy_and_a_record_and_can_be_undone() {
    let (folder, config) = stage("one");
    let done = change(&config, "first", "one", "two").expect("done");
    assert_eq!(text(&config), "two");
    assert!(matches!(done, Applied::Done { .. }), "{done:?}");
    assert_eq!(
        names(&undo_folder(&config)),
        [
            "applicationHost.config.000001.json",
            "applicationHost.config.2026-11-23T104200Z.bak"
        ]
    );
    assert_eq!(names(folder.path()), [CONFIG, "certwright-undo"]);
    let told = look(&config);
    assert_eq!(told.present, Present::Known);
    assert!(told.acts[0].can_undo);
    assert_eq!(told.acts[0].plan, serde_json::json!({ "from": 3, "to": 3 }));
    assert_eq!(states(&config), "first in-force");
    let undone = take_back(&config, None).expect("undone");
    assert_eq!(undone.plan_id, id("first"));
    assert_eq!(text(&config), "one");
    assert_eq!(states(&config), "first not-in-force");
    assert_eq!(look(&config).acts[0].undone, Moment::parse(NOW));
}

#[test]
fn acts_are_undone_from_the_newest_on() {
    let (_folder, config) = stage("one");
    change(&config, "first", "one", "two").expect("done");
    change(&config, "second", "two", "three").expect("done");
    assert_eq!(states(&config), "first in-force, second in-force");
    let newer = vec![id("second")];
    assert_eq!(
        take_back(&config, Some("first")),
        Err(ActFault::NewerFirst { newer })
    );
    take_back(&config, Some("second")).expect("undone");
    assert_eq!(
        take_back(&config, Some("second")),
        Err(ActFault::NotInForce { id: id("second") })
    );
    take_back(&config, Some("first")).expect("undone");
    assert_eq!(text(&config), "one");
    let path = config.clone();
    assert_eq!(
        take_back(&config, None),
        Err(ActFault::NothingToUndo { path })
    );
    assert_eq!(
        take_back(&config, Some("third")),
        Err(ActFault::UnknownAct { id: id("third") })
    );
}

#[test]
fn an_act_that_changes_nothing_writes_nothing() {
    let (folder, config) = stage("one");
    assert_eq!(
        change(&config, "first", "one", "one"),
        Ok(Applied::Unchanged)
    );
    assert_eq!(names(folder.path()), [CONFIG]);
    let told = look(&config);
    assert_eq!((told.present, told.acts), (Present::NoHistory, vec![]));
}

#[test]
fn a_file_changed_since_the_plan_was_made_is_left_alone() {
    let (folder, config) = stage("edited");
    let path = config.clone();
    assert_eq!(
        change(&config, "first", "one", "two"),
        Err(ActFault::Changed { path })
    );
    assert_eq!(text(&config), "edited");
    assert_eq!(names(folder.path()), [CONFIG]);
}

#[test]
fn a_writer_at_any_step_is_noticed_and_its_work_is_kept() {
    for step in [
        Step::Created,
        Step::HalfWritten,
        Step::Flushed,
        Step::Placed,
    ] {
        let (folder, config) = stage("one");
        let writer = config.clone();
        let meddling = at(step, "certwright-undo", move |_| {
            fs::write(&writer, "by hand")
        });
        expect_changed(
            &folder,
            &config,
            &apply_on(&meddling, &act(&config, "a", "one", "two")),
        );
    }
    for step in [Step::Flushed, Step::Compared] {
        for name in ["by-rename", "in-place"] {
            let (folder, config) = stage("one");
            let writer = config.clone();
            let meddling = at(step, "", move |_| write_as(name, &writer));
            // The first flushed file is the copy; what counts is that it comes before the exchange.
            let outcome = apply_on(&meddling, &act(&config, "a", "one", "two"));
            expect_changed(&folder, &config, &outcome);
        }
    }
}

fn write_as(name: &str, config: &Path) -> std::io::Result<()> {
    if name == "in-place" {
        return fs::write(config, "by hand");
    }
    let other = config.with_file_name("other");
    fs::write(&other, "by hand")?;
    fs::rename(&other, config)
}

fn expect_changed(folder: &TempDir, config: &Path, outcome: &Result<Applied, ActFault>) {
    let path = config.to_owned();
    assert_eq!(*outcome, Err(ActFault::Changed { path }));
    assert_eq!(text(config), "by hand");
    assert_eq!(names(folder.path()), [CONFIG, "certwright-undo"]);
    assert_eq!(names(&undo_folder(config)), Vec::<String>::new());
}

#[test]
fn of_two_acts_at_once_only_one_is_carried_out() {
    let (_folder, config) = stage("one");
    let other = config.clone();
    let second = std::sync::Mutex::new(None);
    let meddling = at(Step::Compared, "", |_| {
        std::thread::scope(|scope| {
            let acting = scope.spawn(|| change(&other, "second", "one", "three"));
            *second.lock().expect("a place") = acting.join().ok();
        });
        Ok(())
    });
    let first = apply_on(&meddling, &act(&config, "first", "one", "two"));
    assert!(matches!(first, Ok(Applied::Done { .. })), "{first:?}");
    let second = second.into_inner().expect("a place").expect("an outcome");
    let path = config.clone();
    assert_eq!(second, Err(ActFault::Busy { path }));
    assert_eq!(text(&config), "two");
    assert_eq!(states(&config), "first in-force");
    assert_eq!(
        names(&undo_folder(&config)).len(),
        2,
        "of the second nothing is left"
    );
}

#[test]
fn an_error_at_any_step_leaves_no_trace_but_the_folder() {
    use std::io::ErrorKind::{PermissionDenied, StorageFull};
    let written = [Step::Created, Step::HalfWritten, Step::Flushed];
    let of_each = written
        .iter()
        .flat_map(|step| (0..3).map(|file| (*step, file)));
    for (step, file) in of_each.chain([(Step::FolderMade, 0), (Step::Compared, 0)]) {
        for (kind, expected) in [
            (StorageFull, FileFault::Full),
            (PermissionDenied, FileFault::Denied),
        ] {
            let (folder, config) = stage("one");
            let failing = at_file(step, file, "", move |_| Err(kind.into()));
            match apply_on(&failing, &act(&config, "a", "one", "two")) {
                Err(ActFault::Unwritable { fault, .. }) => assert_eq!(fault, expected),
                other => panic!("{step:?}: {other:?}"),
            }
            assert_eq!(text(&config), "one");
            assert_eq!(names(folder.path()), [CONFIG, "certwright-undo"]);
            assert_eq!(names(&undo_folder(&config)), Vec::<String>::new());
        }
    }
}

#[test]
fn an_edit_by_somebody_else_is_told_and_never_undone() {
    let (_folder, config) = stage("one");
    change(&config, "first", "one", "two").expect("done");
    fs::write(&config, "by hand").expect("written");
    assert_eq!(look(&config).present, Present::ChangedByOthers);
    assert_eq!(states(&config), "first overtaken");
    for which in [None, Some("first")] {
        let path = config.clone();
        assert_eq!(
            take_back(&config, which),
            Err(ActFault::ChangedSince { path })
        );
    }
    change(&config, "second", "by hand", "three").expect("done");
    assert_eq!(states(&config), "first overtaken, second in-force");
    take_back(&config, None).expect("undone");
    assert_eq!(text(&config), "by hand");
}

#[test]
fn a_damaged_copy_is_told_and_not_used() {
    let (_folder, config) = stage("one");
    let done = change(&config, "first", "one", "two").expect("done");
    let Applied::Done { copy, .. } = done else {
        panic!("{done:?}");
    };
    fs::write(&copy, "onE").expect("written");
    for damage in [Damage::Wrong, Damage::Missing] {
        let told = look(&config).acts.remove(0);
        assert_eq!(told.damage, Some(damage.clone()));
        assert!(!told.can_undo);
        assert_eq!(told.state, State::InForce);
        let copy = copy.clone();
        assert_eq!(
            take_back(&config, None),
            Err(ActFault::CopyDamaged {
                copy: copy.clone(),
                damage
            })
        );
        assert_eq!(text(&config), "two");
        fs::remove_file(&copy).ok();
    }
}

#[test]
fn records_that_cannot_be_read_are_told_and_in_nobodys_way() {
    let (_folder, config) = stage("one");
    change(&config, "first", "one", "two").expect("done");
    let folder = undo_folder(&config);
    fs::write(
        folder.join("applicationHost.config.000002.json"),
        "{\"schema\":2}",
    )
    .expect("written");
    fs::write(folder.join("applicationHost.config.000003.json"), "{\"sch").expect("written");
    fs::write(folder.join(".certwright-1-0.tmp"), "half").expect("written");
    fs::write(folder.join("web.config.000009.json"), "{}").expect("written");
    let told = look(&config);
    let whys: Vec<&WhyUnreadable> = told.unreadable.iter().map(|record| &record.why).collect();
    assert_eq!(
        whys,
        [&WhyUnreadable::Schema(2), &WhyUnreadable::NotUnderstood]
    );
    change(&config, "second", "two", "three").expect("done");
    assert!(names(&folder).contains(&"applicationHost.config.000004.json".to_owned()));
    take_back(&config, None).expect("undone");
    take_back(&config, None).expect("undone");
    assert_eq!(text(&config), "one");
}

/// Wants it no more once so much was reported.
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
fn cancelling_before_the_exchange_leaves_nothing_behind() {
    for after in 0..3 {
        let (_folder, config) = stage("one");
        let progress = CancelledAfter(AtomicUsize::new(0), after);
        let act = act(&config, "first", "one", "two");
        let outcome = with_env(&SYSTEM_FILES, |env| apply(&act, env, &progress));
        assert_eq!(outcome, Err(ActFault::Cancelled));
        assert_eq!(text(&config), "one");
        assert_eq!(names(&undo_folder(&config)), Vec::<String>::new());
    }
}

#[test]
fn two_files_of_one_folder_have_a_history_each() {
    let (folder, config) = stage("one");
    let other = folder.path().join("administration.config");
    fs::write(&other, "one").expect("written");
    change(&config, "first", "one", "two").expect("done");
    change(&other, "second", "one", "three").expect("done");
    assert_eq!(states(&config), "first in-force");
    assert_eq!(states(&other), "second in-force");
    take_back(&config, None).expect("undone");
    assert_eq!(
        (text(&config), text(&other)),
        ("one".into(), "three".into())
    );
}
