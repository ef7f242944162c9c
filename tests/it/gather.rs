//! Collecting files from folders, archives and memory, through the real file system.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use certwright::core::bundle::Source;
use certwright::core::bundle::gather::{Gathered, gather};
use certwright::core::env::FileFault;
use certwright::core::finding::{BundleFact, Fact, Severity};
use certwright::core::problem::Failure;
use certwright::core::progress::{Cancelled, Progress, Stage, Unwatched};
use certwright::core::sniff::What;
use certwright::platform::World;

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

#[derive(Debug, PartialEq)]
enum Stopped {
    Cancelled,
    Failed(Failure),
}

fn open_all(sources: &[Source], progress: &dyn Progress) -> Result<Gathered, Stopped> {
    match gather(sources, &World::new().env(), progress) {
        Ok(Ok(gathered)) => Ok(gathered),
        Ok(Err(Cancelled)) => Err(Stopped::Cancelled),
        Err(failure) => Err(Stopped::Failed(failure)),
    }
}

fn open(path: &Path) -> Result<Gathered, Stopped> {
    open_all(&[Source::Path(path.to_owned())], &Unwatched)
}

fn names(gathered: &Gathered) -> Vec<String> {
    gathered
        .files
        .iter()
        .map(|file| file.place.to_string())
        .collect()
}

fn faults(gathered: &Gathered) -> Vec<(String, FileFault)> {
    gathered
        .findings
        .iter()
        .filter_map(|finding| match &finding.fact {
            Fact::Bundle(BundleFact::FileUnreadable { fault }) => {
                Some((finding.place.as_ref()?.to_string(), fault.clone()))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn a_folder_is_walked_in_order() {
    let found = open(&fixture("bundles/certbot")).unwrap();
    let folder = "live/shop.example.com";
    let files = [
        "README",
        "cert.pem",
        "chain.pem",
        "fullchain.pem",
        "privkey.pem",
    ];
    assert_eq!(names(&found), files.map(|file| format!("{folder}/{file}")));
    assert!(found.findings.is_empty());
    assert_eq!(found.opened.len(), 1);
    let opened = &found.opened[0];
    assert_eq!(
        (opened.name.as_str(), opened.files, opened.folders),
        ("certbot", 5, 2)
    );
    assert!(opened.is_folder && !opened.is_archive);
}

#[test]
fn archives_in_folders_are_opened() {
    let found = open(&fixture("bundles/per-server")).unwrap();
    assert_eq!(found.archives.len(), 7);
    let pfx = "shop.example.com_iis.zip/shop.example.com.pfx".to_owned();
    let names = names(&found);
    assert!(
        names.iter().any(|name| name.ends_with(".pfx")),
        "{names:?} lacks {pfx}"
    );
}

#[test]
fn a_zip_tells_its_files_and_folders() {
    let found = open(&fixture("bundles/four-folder.zip")).unwrap();
    let opened = &found.opened[0];
    assert!(opened.is_archive && !opened.is_folder);
    assert_eq!((opened.files, opened.folders), (found.files.len(), 4));
    assert!(found.findings.is_empty());
    let passwords = found
        .files
        .iter()
        .filter(|file| file.place.file_name() == "keystorePass.txt");
    assert!(passwords.clone().count() == 2 && passwords.clone().all(|file| !file.bytes.is_empty()));
}

#[test]
fn pasted_text_is_a_source() {
    let bytes = fs::read(fixture("root.pem")).unwrap();
    let source = Source::Memory {
        name: "pasted".to_owned(),
        bytes: Arc::new(zeroize::Zeroizing::new(bytes)),
    };
    let found = open_all(&[source], &Unwatched).unwrap();
    assert_eq!(names(&found), ["pasted"]);
    assert!(matches!(
        found.files[0].recognition.pieces[0].what,
        What::Certificate(_)
    ));
    assert!(found.files[0].bytes.is_empty());
}

#[test]
fn nothing_there_is_a_failure_and_beside_something_a_finding() {
    let missing = Path::new("/nowhere/at/all.pem");
    let Err(Stopped::Failed(failure)) = open(missing) else {
        panic!("no failure");
    };
    let fault = FileFault::Missing;
    let path = missing.to_owned();
    assert_eq!(failure, Failure::Unreadable { path, fault });

    let sources = [
        Source::Path(missing.to_owned()),
        Source::Path(fixture("root.pem")),
    ];
    let found = open_all(&sources, &Unwatched).unwrap();
    assert_eq!(names(&found), ["root.pem"]);
    assert_eq!(faults(&found), [("all.pem".to_owned(), FileFault::Missing)]);
    assert_eq!(found.files[0].place.source, 1);
}

struct CancelledAfter(AtomicU64);

impl Progress for CancelledAfter {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
    fn is_cancelled(&self) -> bool {
        self.0.fetch_sub(1, Ordering::Relaxed) == 0 || self.0.load(Ordering::Relaxed) > 1 << 32
    }
}

#[test]
fn a_cancel_ends_the_walk_and_the_reading() {
    for polls in 0..20 {
        let progress = CancelledAfter(AtomicU64::new(polls));
        let source = Source::Path(fixture("bundles"));
        let stopped = open_all(&[source], &progress);
        assert_eq!(stopped.err(), Some(Stopped::Cancelled), "{polls}");
    }
}

#[test]
fn ten_thousand_certificates_are_gathered_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let pem = fs::read(fixture("root.pem")).unwrap();
    for number in 0..10_000 {
        fs::write(folder.path().join(format!("{number:05}.pem")), &pem).unwrap();
    }
    drop(open(folder.path()));
    let start = Instant::now();
    let found = open(folder.path()).unwrap();
    let took = start.elapsed();
    assert_eq!(found.files.len(), 10_000);
    println!("10,000 certificates: {took:?}");
    assert!(found.files.iter().all(|file| file.bytes.is_empty()));
    assert!(took.as_secs() < 5, "{took:?}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn pipes_and_devices_are_said_and_not_read() {
        let folder = tempfile::tempdir().unwrap();
        pipe(&folder.path().join("pipe.crt"));
        symlink("/dev/zero", folder.path().join("zero.crt")).unwrap();
        fs::copy(fixture("root.pem"), folder.path().join("root.pem")).unwrap();
        let found = open(folder.path()).unwrap();
        assert_eq!(names(&found), ["root.pem"]);
        let not_a_file = |name: &str| (name.to_owned(), FileFault::NotAFile);
        assert_eq!(
            faults(&found),
            [not_a_file("pipe.crt"), not_a_file("zero.crt")]
        );

        for path in [folder.path().join("pipe.crt"), PathBuf::from("/dev/zero")] {
            let fault = FileFault::NotAFile;
            let failure = Failure::Unreadable {
                path: path.clone(),
                fault,
            };
            assert_eq!(open(&path).err(), Some(Stopped::Failed(failure)));
        }
    }

    #[test]
    fn links_to_files_are_read_and_links_to_folders_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let (archive, live) = (folder.path().join("archive"), folder.path().join("live"));
        fs::create_dir(&archive).unwrap();
        fs::create_dir(&live).unwrap();
        fs::copy(fixture("root.pem"), archive.join("cert1.pem")).unwrap();
        symlink("../archive/cert1.pem", live.join("cert.pem")).unwrap();
        symlink("..", live.join("up")).unwrap();
        symlink("loop", live.join("loop")).unwrap();
        symlink("nowhere", live.join("nowhere.pem")).unwrap();
        let found = open(folder.path()).unwrap();
        assert_eq!(names(&found), ["archive/cert1.pem", "live/cert.pem"]);
        let fault = |name: &str, fault| (format!("live/{name}"), fault);
        assert_eq!(
            faults(&found),
            [
                fault("loop", FileFault::LinkLoop),
                fault("nowhere.pem", FileFault::Missing),
                fault("up", FileFault::LinkNotFollowed),
            ]
        );
        let skipped = found
            .findings
            .iter()
            .find(|finding| finding.severity == Severity::Info);
        let place = skipped.and_then(|finding| finding.place.as_ref()).unwrap();
        assert_eq!(place.to_string(), "live/up");
    }

    #[test]
    fn a_link_to_itself_is_a_loop() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("loop");
        symlink("loop", &path).unwrap();
        let fault = FileFault::LinkLoop;
        let failure = Failure::Unreadable {
            path: path.clone(),
            fault,
        };
        assert_eq!(open(&path).err(), Some(Stopped::Failed(failure)));
    }

    #[test]
    fn unreadable_files_are_findings() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        fs::write(&path, "x").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(&path).is_ok() {
            return; // The superuser reads everything.
        }
        let found = open(folder.path()).unwrap();
        assert_eq!(
            faults(&found),
            [("secret.key".to_owned(), FileFault::Denied)]
        );
    }
}
