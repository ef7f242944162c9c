//! A database that is not there, not ours, damaged, of a newer version, or out of reach.

use std::fs;
use std::path::{Path, PathBuf};

use certwright::core::env::Ledger;
use certwright::core::ledger::{EntryId, LedgerFault, Search};
use certwright::core::time::Moment;
use certwright::platform::World;
use rusqlite::Connection;

use super::{entry, world};

fn file(folder: &Path) -> PathBuf {
    folder.join("data").join("certwright.db")
}

fn put(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = file(folder.path());
    fs::create_dir(file.parent().expect("a folder")).expect("made");
    fs::write(&file, bytes).expect("written");
    (folder, file)
}

fn reopened(file: &Path) -> World {
    World::in_folder(file.parent().expect("a folder").to_owned())
}

#[test]
fn asking_makes_nothing() {
    let (folder, world) = world();
    let ledger = world.env().ledger;
    assert_eq!(ledger.of_key(&entry(1).key), Ok(Vec::new()));
    assert_eq!(ledger.search(&Search::default()), Ok(Vec::new()));
    let shelf = ledger.shelf().expect("a place");
    assert_eq!(shelf.path, file(folder.path()));
    assert!(!shelf.is_newer);
    assert!(!folder.path().join("data").exists());
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_this_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, world) = world();
    world.env().ledger.record(&entry(1)).expect("written");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o7777;
    let data = folder.path().join("data");
    assert_eq!(mode(&data), 0o700);
    let files: Vec<PathBuf> = fs::read_dir(&data)
        .expect("a folder")
        .map(|file| file.expect("a file").path())
        .collect();
    assert_eq!(
        files.len(),
        3,
        "the database and what WAL keeps beside it: {files:?}"
    );
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn a_file_of_a_newer_version_is_read_and_never_changed() {
    let (folder, first) = world();
    first.env().ledger.record(&entry(1)).expect("written");
    drop(first);
    let file = file(folder.path());
    let raised = Connection::open(&file).expect("open");
    raised
        .pragma_update(None, "user_version", 99)
        .expect("raised");
    raised
        .execute_batch("ALTER TABLE requests ADD COLUMN more TEXT")
        .expect("altered");
    drop(raised);
    let before = fs::read(&file).expect("bytes");
    let world = reopened(&file);
    let ledger = world.env().ledger;
    assert!(ledger.shelf().expect("a place").is_newer);
    assert_eq!(ledger.of_key(&entry(1).key).expect("read").len(), 1);
    assert_eq!(ledger.search(&Search::default()).expect("read").len(), 1);
    let newer = LedgerFault::Newer { version: 99 };
    assert_eq!(ledger.record(&entry(2)), Err(newer.clone()));
    assert_eq!(ledger.note(EntryId(1), "x"), Err(newer.clone()));
    assert_eq!(
        ledger.mark_used(EntryId(1), Some(Moment(1))),
        Err(newer.clone())
    );
    assert_eq!(ledger.forget(EntryId(1)), Err(newer));
    drop(world);
    assert_eq!(fs::read(&file).expect("bytes"), before);
}

#[test]
fn what_a_newer_version_no_longer_has_is_said_to_be_newer() {
    let (folder, first) = world();
    first.env().ledger.record(&entry(1)).expect("written");
    drop(first);
    let file = file(folder.path());
    let raised = Connection::open(&file).expect("open");
    raised
        .execute_batch("PRAGMA user_version = 7; ALTER TABLE requests RENAME TO orders")
        .expect("raised");
    drop(raised);
    let newer = Err(LedgerFault::Newer { version: 7 });
    assert_eq!(
        reopened(&file).env().ledger.search(&Search::default()),
        newer
    );
}

fn is_damaged(ledger: &dyn Ledger, file: &Path) {
    let before = fs::read(file).expect("bytes");
    let told = [
        ledger.search(&Search::default()).map(|_| ()),
        ledger.of_key(&entry(1).key).map(|_| ()),
        ledger.record(&entry(1)).map(|_| ()),
    ];
    for told in told {
        let Err(LedgerFault::Damaged { path, detail }) = told else {
            panic!("{told:?}");
        };
        assert_eq!(path, file);
        assert!(!detail.is_empty());
    }
    assert_eq!(fs::read(file).expect("bytes"), before, "left as it is");
}

#[test]
fn what_is_no_database_is_left_as_it_is() {
    let long = vec![b'x'; 9_000];
    for bytes in [&b"notes\n"[..], &[0; 4_096], &long] {
        let (_folder, file) = put(bytes);
        is_damaged(reopened(&file).env().ledger, &file);
    }
}

#[test]
fn another_programs_database_is_left_as_it_is() {
    for script in [
        "CREATE TABLE bookmarks (url TEXT)",
        "PRAGMA application_id = 7; CREATE TABLE requests (id INTEGER)",
        "PRAGMA application_id = 252006674",
        "PRAGMA user_version = 3",
    ] {
        let (_folder, file) = put(b"");
        let other = Connection::open(&file).expect("open");
        other.execute_batch(script).expect("made");
        drop(other);
        is_damaged(reopened(&file).env().ledger, &file);
    }
}

#[test]
fn a_torn_database_is_said_to_be_damaged() {
    let (folder, first) = world();
    for number in 0..200 {
        first.env().ledger.record(&entry(number)).expect("written");
    }
    drop(first);
    let file = file(folder.path());
    let mut bytes = fs::read(&file).expect("bytes");
    // Every page but the first: header and schema are whole, the rest is not.
    bytes.iter_mut().skip(4_096).for_each(|byte| *byte ^= 0x5a);
    fs::write(&file, &bytes).expect("torn");
    let world = reopened(&file);
    let told = world.env().ledger.search(&Search::default());
    assert!(matches!(told, Err(LedgerFault::Damaged { .. })), "{told:?}");
    drop(world);
    assert_eq!(fs::read(&file).expect("bytes"), bytes);
}

#[test]
fn an_empty_file_becomes_the_database() {
    let (_folder, file) = put(b"");
    let world = reopened(&file);
    assert_eq!(
        world.env().ledger.search(&Search::default()),
        Ok(Vec::new())
    );
    world.env().ledger.record(&entry(1)).expect("written");
}

#[test]
fn a_place_out_of_reach_is_said_with_its_path() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("data"), b"a file").expect("written");
    let world = World::in_folder(folder.path().join("data"));
    let told = world.env().ledger.record(&entry(1));
    assert!(
        matches!(told, Err(LedgerFault::Unusable { .. })),
        "{told:?}"
    );

    let (_folder, file) = put(b"");
    fs::remove_file(&file).expect("removed");
    fs::create_dir(&file).expect("a folder instead");
    let told = reopened(&file).env().ledger.record(&entry(1));
    assert!(
        matches!(told, Err(LedgerFault::Unusable { .. })),
        "{told:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_in_its_place_is_not_followed() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let target = elsewhere.path().join("target.db");
    let (_folder, file) = put(b"");
    for exists in [false, true] {
        if exists {
            fs::write(&target, b"").expect("written");
        }
        fs::remove_file(&file).expect("removed");
        std::os::unix::fs::symlink(&target, &file).expect("a link");
        let told = reopened(&file).env().ledger.record(&entry(1));
        assert!(
            matches!(told, Err(LedgerFault::Unusable { .. })),
            "{told:?}"
        );
        assert_eq!(target.exists(), exists);
    }
    assert_eq!(fs::read(&target).expect("bytes"), b"");
}
