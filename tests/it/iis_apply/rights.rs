//! Rights that are kept or refused: modes, owners, lists, links, and folders that are open to others.

use std::env;
use std::fs;
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use certwright::core::artifact::Fingerprint;
use certwright::core::env::{ExchangeFault, FileFault, Files, Guard, LockedFault};
use certwright::core::iis::history::ActFault;
use certwright::platform::files::SYSTEM_FILES;
use rustix::fs::XattrFlags;

use super::{CONFIG, change, names, stage, take_back, text, undo_folder};

/// Somebody without rights.
const NOBODY: u32 = 65_534;
const LIST: &str = "system.posix_acl_access";
const FILE: &str = "IIS_RIGHTS_FILE";

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("allowed");
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

fn exchange(path: &Path, from: &str, to: &str) -> Result<(), ExchangeFault> {
    SYSTEM_FILES.exchange(path, &Fingerprint::of(from.as_bytes()), to.as_bytes())
}

#[test]
fn owner_group_and_mode_stay_and_the_copies_are_private() {
    let (_folder, config) = stage("one");
    if is_root() {
        chown(&config, Some(NOBODY), Some(12_345)).expect("allowed");
    }
    set_mode(&config, 0o640);
    let before = fs::metadata(&config).expect("there");
    for _ in 0..2 {
        change(&config, "first", "one", "two").expect("done");
        take_back(&config, None).expect("undone");
    }
    let after = fs::metadata(&config).expect("there");
    assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()));
    assert_eq!(mode(&config), 0o640);
    assert_ne!(after.ino(), before.ino(), "a new file under the old name");
    let folder = undo_folder(&config);
    assert_eq!(mode(&folder), 0o700);
    for name in names(&folder) {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
}

/// Owner rw, user 65534 r, group r, mask r, others none.
fn list() -> Vec<u8> {
    let none = u32::MAX;
    let entries: [(u16, u16, u32); 5] = [
        (0x01, 6, none),
        (0x02, 4, NOBODY),
        (0x04, 4, none),
        (0x10, 4, none),
        (0x20, 0, none),
    ];
    let mut list = 2u32.to_le_bytes().to_vec();
    for (tag, rights, id) in entries {
        list.extend(tag.to_le_bytes());
        list.extend(rights.to_le_bytes());
        list.extend(id.to_le_bytes());
    }
    list
}

fn read_list(path: &Path) -> Option<Vec<u8>> {
    let mut list = [0; 4096];
    let length = rustix::fs::getxattr(path, LIST, &mut list[..]).ok()?;
    Some(list[..length].to_vec())
}

#[test]
fn an_access_control_list_stays_and_the_folders_is_not_taken_on() {
    let (folder, config) = stage("one");
    if rustix::fs::setxattr(&config, LIST, &list(), XattrFlags::empty()).is_err() {
        eprintln!("NOT TESTED: access control lists, for want of a file system with them");
        return;
    }
    change(&config, "first", "one", "two").expect("done");
    assert_eq!(read_list(&config), Some(list()));
    take_back(&config, None).expect("undone");
    assert_eq!(read_list(&config), Some(list()));
    let plain = folder.path().join("plain.config");
    fs::write(&plain, "one").expect("written");
    rustix::fs::setxattr(
        folder.path(),
        "system.posix_acl_default",
        &list(),
        XattrFlags::empty(),
    )
    .expect("a default list");
    exchange(&plain, "one", "two").expect("done");
    assert_eq!(read_list(&plain), None);
}

/// What setfacl writes, getfacl reads back the same.
#[cfg(feature = "peer-tests")]
#[test]
fn getfacl_sees_no_difference() {
    let (_folder, config) = stage("one");
    let set = Command::new("setfacl")
        .args(["-m", "u:65534:rw,g:12345:r,m::r"])
        .arg(&config)
        .status()
        .expect("setfacl");
    assert!(set.success());
    let told = || {
        let output = Command::new("getfacl").arg("-np").arg(&config).output();
        String::from_utf8(output.expect("getfacl").stdout).expect("text")
    };
    let before = told();
    assert!(before.contains("user:65534:rw-"), "{before}");
    change(&config, "first", "one", "two").expect("done");
    assert_eq!(told(), before);
}

#[test]
fn a_link_is_refused_and_what_it_leads_to_stays() {
    let (folder, config) = stage("one");
    let link = folder.path().join("link.config");
    symlink(&config, &link).expect("a link");
    assert_eq!(exchange(&link, "one", "two"), Err(ExchangeFault::Link));
    let path = link.clone();
    assert_eq!(
        change(&link, "a", "one", "two"),
        Err(ActFault::Link { path })
    );
    assert_eq!(text(&config), "one");
    assert_eq!(names(folder.path()), [CONFIG, "link.config"]);
}

#[test]
fn what_is_no_file_is_refused_at_once() {
    let (folder, _config) = stage("one");
    let pipe = folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    for path in [folder.path(), &pipe] {
        let refused = exchange(path, "one", "two");
        assert_eq!(refused, Err(ExchangeFault::File(FileFault::NotAFile)));
    }
    let missing = exchange(&folder.path().join("none"), "one", "two");
    assert_eq!(missing, Err(ExchangeFault::File(FileFault::Missing)));
}

#[test]
fn a_reader_that_has_the_file_open_keeps_the_old_one_whole() {
    let (_folder, config) = stage("one");
    let mut reader = fs::File::open(&config).expect("open");
    change(&config, "a", "one", "two").expect("done");
    let mut seen = String::new();
    reader.read_to_string(&mut seen).expect("text");
    assert_eq!((seen, text(&config)), ("one".to_owned(), "two".to_owned()));
}

#[test]
fn a_folder_of_copies_that_is_open_to_others_is_not_used() {
    for (mode, writer) in [(0o777, Some("everyone")), (0o770, None)] {
        let (_folder, config) = stage("one");
        change(&config, "a", "one", "two").expect("done");
        let folder = undo_folder(&config);
        set_mode(&folder, mode);
        let refused = take_back(&config, None);
        match &refused {
            Err(ActFault::FolderOpen {
                path,
                guard: Guard::WritableBy(name),
            }) => {
                assert_eq!(path, &folder);
                assert!(writer.is_none_or(|writer| writer == name), "{name}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(change(&config, "b", "two", "three").err(), refused.err());
        assert_eq!(text(&config), "two");
    }
}

#[test]
fn a_folder_of_copies_that_is_a_link_or_somebody_elses_is_not_used() {
    let (folder, config) = stage("one");
    let elsewhere = folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    symlink(&elsewhere, undo_folder(&config)).expect("a link");
    let expect = |guard: Guard| {
        let path = undo_folder(&config);
        let refused = change(&config, "a", "one", "two");
        assert_eq!(refused, Err(ActFault::FolderOpen { path, guard }));
    };
    expect(Guard::Link);
    assert_eq!(names(&elsewhere), Vec::<String>::new());
    if is_root() {
        fs::remove_file(undo_folder(&config)).expect("removed");
        fs::create_dir(undo_folder(&config)).expect("a folder");
        chown(undo_folder(&config), Some(12_345), None).expect("allowed");
        expect(Guard::OwnedBy("12345".to_owned()));
    }
}

#[test]
fn a_plan_is_read_only_when_nobody_else_can_write_to_it() {
    let (folder, plan) = stage("plan");
    let read = |path: &Path| {
        SYSTEM_FILES
            .read_locked(path, 100)
            .map(|bytes| bytes.to_vec())
    };
    set_mode(&plan, 0o600);
    assert_eq!(read(&plan), Ok(b"plan".to_vec()));
    set_mode(&plan, 0o666);
    let everyone = Guard::WritableBy("everyone".to_owned());
    assert_eq!(read(&plan), Err(LockedFault::Open(everyone)));
    set_mode(&plan, 0o644);
    let link = folder.path().join("link");
    symlink(&plan, &link).expect("a link");
    assert_eq!(read(&link), Err(LockedFault::Open(Guard::Link)));
    let too_large = SYSTEM_FILES
        .read_locked(&plan, 3)
        .map(|bytes| bytes.to_vec());
    assert_eq!(too_large, Err(LockedFault::File(FileFault::TooLarge(4))));
    if is_root() {
        chown(&plan, Some(12_345), None).expect("allowed");
        let owned = Guard::OwnedBy("12345".to_owned());
        assert_eq!(read(&plan), Err(LockedFault::Open(owned)));
    }
}

/// Run by the tests below as somebody without rights; without its variable it has nothing to do.
#[test]
fn child_without_rights() {
    let Ok(file) = env::var(FILE) else {
        return;
    };
    let config = PathBuf::from(file);
    println!(
        "\noutcome: {:?}",
        change(&config, "a", "one", "two").map_err(|fault| fault.to_string())
    );
    println!("\nexchange: {:?}", exchange(&config, "one", "two"));
}

/// What the child says; `None` where no child can run as somebody else.
fn without_rights(config: &Path) -> Option<String> {
    let program = env::current_exe().expect("this program");
    let mut command = Command::new(program);
    command
        .args([
            "--exact",
            "iis_apply::rights::child_without_rights",
            "--nocapture",
        ])
        .env(FILE, config);
    if is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success());
    if output.is_none() {
        eprintln!("NOT TESTED: a process without rights, for want of the right to start one");
    }
    String::from_utf8(output?.stdout).ok()
}

#[test]
fn a_read_only_folder_denies() {
    let (folder, config) = stage("one");
    set_mode(folder.path(), 0o555);
    set_mode(&config, 0o644);
    let told = without_rights(&config);
    set_mode(folder.path(), 0o755);
    if let Some(told) = told {
        assert!(told.contains("exchange: Err(File(Denied))"), "{told}");
        assert!(told.contains("outcome: Err(\"cannot write"), "{told}");
    }
    assert_eq!(text(&config), "one");
    assert_eq!(names(folder.path()), [CONFIG]);
}

#[test]
fn an_owner_that_cannot_be_kept_is_refused_before_anything_is_replaced() {
    let (folder, config) = stage("one");
    if !is_root() {
        eprintln!("NOT TESTED: a file of somebody else, for want of the right to make one");
        return;
    }
    set_mode(folder.path(), 0o777);
    set_mode(&config, 0o644);
    let Some(told) = without_rights(&config) else {
        return;
    };
    assert!(told.contains("exchange: Err(RightsNotKept)"), "{told}");
    assert_eq!(text(&config), "one");
    assert_eq!(fs::metadata(&config).expect("there").uid(), 0);
    let left = names(folder.path());
    assert!(left.iter().all(|name| !name.ends_with(".tmp")), "{left:?}");
}
