//! Who can read what was written: modes, groups, and the system calls that lead there.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use certwright::core::env::{Access, FileFault, Files, Reader};
use certwright::core::progress::Unwatched;
use certwright::core::save::{SaveFault, WhenExists, Written, write_all};
use certwright::platform::files::SYSTEM_FILES;

use super::{folder, secret, with_env, write};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o777
}

fn write_for(access: &Access, path: &Path) -> Result<Vec<Written>, SaveFault> {
    let files = [secret(path.to_owned(), "secret")];
    with_env(&SYSTEM_FILES, |env| {
        write_all(&files, access, WhenExists::KeepCopy, env, &Unwatched)
    })
}

fn group(name: &str) -> Access {
    Access::AlsoReadableBy(name.to_owned())
}

/// The name of the tests' own group, to which everybody may give files.
fn own_group(folder: &Path) -> String {
    let gid = fs::metadata(folder).expect("there").gid();
    let groups = fs::read_to_string("/etc/group").expect("groups");
    let line = groups
        .lines()
        .find(|line| line.split(':').nth(2) == Some(&gid.to_string()));
    let name = line.and_then(|line| line.split(':').next());
    name.expect("a group with a name").to_owned()
}

#[test]
fn a_secret_is_readable_by_its_owner_alone_and_its_copy_like_the_original() {
    let folder = folder();
    let path = folder.path().join("shop.pfx");
    write_for(&Access::OwnerOnly, &path).expect("written");
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("allowed");
    let written = write_for(&Access::OwnerOnly, &path).expect("written");
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(written[0].copy.as_ref().expect("a copy")), 0o640);
    let readers = &written[0].readers;
    assert!(
        matches!(readers.0.first(), Some(Reader::Owner(_))),
        "{readers:?}"
    );
    assert!(!readers.holds_everyone());
}

#[test]
fn a_group_can_be_let_in_for_reading() {
    let folder = folder();
    let path = folder.path().join("shop.pfx");
    let name = own_group(folder.path());
    let written = write_for(&group(&name), &path).expect("written");
    assert_eq!(mode(&path), 0o640);
    assert!(written[0].readers.0.contains(&Reader::Group(name)));
}

#[test]
fn everybody_and_nobody_are_refused_by_name() {
    let folder = folder();
    let path = folder.path().join("shop.pfx");
    for (name, expected) in [
        ("Everyone", FileFault::AccountTooWide("Everyone".into())),
        ("users", FileFault::AccountTooWide("users".into())),
        ("nogroup", FileFault::AccountTooWide("nogroup".into())),
        (
            "no-such-group",
            FileFault::AccountUnknown("no-such-group".into()),
        ),
        ("-x", FileFault::AccountUnknown("-x".into())),
        ("", FileFault::AccountUnknown(String::new())),
    ] {
        match write_for(&group(name), &path) {
            Err(SaveFault::Unwritable { fault, .. }) => assert_eq!(fault, expected),
            other => panic!("{name}: {other:?}"),
        }
        assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 0);
    }
}

#[test]
fn a_file_that_everybody_can_read_is_called_so() {
    let folder = folder();
    let path = folder.path().join("leaf.pem");
    fs::write(&path, "leaf").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("allowed");
    let readers = SYSTEM_FILES.readers(&path).expect("readers");
    assert!(readers.holds_everyone(), "{readers:?}");
}

#[test]
fn a_link_in_the_way_is_neither_followed_nor_replaced() {
    let folder = folder();
    let (real, link) = (
        folder.path().join("real.key"),
        folder.path().join("link.key"),
    );
    fs::write(&real, "real").expect("written");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    match write(&[secret(link, "new")], WhenExists::KeepCopy, &SYSTEM_FILES) {
        Err(SaveFault::Unwritable { fault, .. }) => assert_eq!(fault, FileFault::LinkNotFollowed),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(&real).expect("there"), b"real");
}

/// Run under strace by the tests below; without its variable it has nothing to do.
#[test]
fn child_that_is_traced() {
    let Ok(folder) = std::env::var("SAVE_TRACED_FOLDER") else {
        return;
    };
    let path = Path::new(&folder).join("shop.pfx");
    let access = match std::env::var("SAVE_TRACED_GROUP") {
        Ok(name) => group(&name),
        Err(_) => Access::OwnerOnly,
    };
    write_for(&access, &path).expect("written");
    write_for(&access, &path).expect("replaced");
}

/// The lines of strace that concern the temporary files and their folder.
#[cfg(feature = "peer-tests")]
fn trace(group: Option<&str>) -> Vec<String> {
    let folder = folder();
    let log = folder.path().join("trace.txt");
    let calls = "trace=openat,open,creat,mkdir,chmod,fchmod,fchmodat,fchown,fchownat,\
                 chown,rename,renameat,renameat2,link,linkat,write,fremovexattr,umask";
    let mut command = std::process::Command::new("strace");
    command
        .args(["-f", "-y", "-s", "12", "-e", calls, "-o"])
        .arg(&log)
        .arg(std::env::current_exe().expect("this program"))
        .args(["--exact", "save::rights::child_that_is_traced"])
        .env("SAVE_TRACED_FOLDER", folder.path());
    if let Some(group) = group {
        command.env("SAVE_TRACED_GROUP", group);
    }
    assert!(command.output().expect("strace").status.success());
    let text = fs::read_to_string(&log).expect("a trace");
    text.lines()
        .filter(|line| line.contains(".certwright-") || line.contains("shop.pfx"))
        .map(str::to_owned)
        .collect()
}

#[cfg(feature = "peer-tests")]
fn position(trace: &[String], call: &str) -> Option<usize> {
    trace.iter().position(|line| line.contains(call))
}

#[cfg(feature = "peer-tests")]
#[test]
fn a_secret_file_is_private_in_the_call_that_creates_it_and_never_changed() {
    let trace = trace(None);
    let creations: Vec<&String> = trace
        .iter()
        .filter(|line| line.contains("O_CREAT"))
        .collect();
    assert_eq!(creations.len(), 2, "{trace:#?}");
    for creation in creations {
        assert!(
            creation.contains("O_EXCL") && creation.contains(", 0600)"),
            "{creation}"
        );
        assert!(creation.contains("O_CLOEXEC"), "{creation}");
    }
    for call in ["chmod", "chown"] {
        assert_eq!(position(&trace, call), None, "{trace:#?}");
    }
    // The first finds no file of its name, the second does.
    let renames: Vec<&String> = trace
        .iter()
        .filter(|line| line.contains("rename"))
        .collect();
    assert!(
        renames
            .first()
            .is_some_and(|line| line.contains("RENAME_NOREPLACE"))
    );
    assert!(
        trace
            .iter()
            .any(|line| line.contains("link") && line.contains(".bak"))
    );
}

#[cfg(feature = "peer-tests")]
#[test]
fn a_group_is_let_in_before_the_first_byte() {
    let trace = trace(Some(&own_group(folder().path())));
    let order: Vec<Option<usize>> = ["O_CREAT", "fchown", "fchmod", "write("]
        .iter()
        .map(|call| position(&trace, call))
        .collect();
    assert!(
        order.iter().all(Option::is_some) && order.is_sorted(),
        "{trace:#?}"
    );
    let chmod = position(&trace, "fchmod").and_then(|place| trace.get(place));
    assert!(
        chmod.is_some_and(|line| line.contains(", 0640)")),
        "{chmod:?}"
    );
}
