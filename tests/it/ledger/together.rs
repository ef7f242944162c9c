//! Several threads and processes write at once, and none loses anything.

use std::env;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;

use certwright::core::env::Ledger;
use certwright::core::ledger::Search;
use certwright::platform::World;

use super::{entry, world};

const FOLDER: &str = "LEDGER_TOGETHER_FOLDER";
const FIRST: &str = "LEDGER_TOGETHER_FIRST";
const EACH: u32 = 200;

fn write_from(ledger: &dyn Ledger, first: u32) {
    for number in first..first + EACH {
        ledger.record(&entry(number)).expect("written");
    }
}

/// Run by the test below in processes of their own.
#[test]
fn child_that_writes() {
    let (Ok(folder), Ok(first)) = (env::var(FOLDER), env::var(FIRST)) else {
        return;
    };
    let world = World::in_folder(PathBuf::from(folder));
    write_from(world.env().ledger, first.parse().expect("a number"));
}

fn start(folder: &std::path::Path, first: u32) -> Child {
    Command::new(env::current_exe().expect("this program"))
        .args(["--exact", "ledger::together::child_that_writes"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("a child")
}

#[test]
fn processes_that_write_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    // Nothing is there yet: they make it at once, too.
    let data = folder.path().join("data");
    let children: Vec<Child> = (0..2).map(|child| start(&data, child * EACH)).collect();
    for mut child in children {
        assert!(child.wait().expect("its end").success());
    }
    let world = World::in_folder(data);
    let found = world.env().ledger.search(&Search::default()).expect("read");
    assert_eq!(found.len(), 2 * EACH as usize);
}

#[test]
fn threads_that_share_a_world_or_have_their_own_lose_nothing() {
    let (folder, shared) = world();
    let data = folder.path().join("data");
    thread::scope(|scope| {
        for first in [0, EACH] {
            let shared = &shared;
            scope.spawn(move || write_from(shared.env().ledger, first));
        }
        let data = &data;
        scope.spawn(move || write_from(World::in_folder(data.clone()).env().ledger, 2 * EACH));
    });
    let found = shared
        .env()
        .ledger
        .search(&Search::default())
        .expect("read");
    assert_eq!(found.len(), 3 * EACH as usize);
}
