//! Archives with special names, depths, damage and bombs, against files that other tools made.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use certwright::core::bundle::Source;
use certwright::core::bundle::gather::{Gathered, gather};
use certwright::core::finding::{BundleFact, Fact, Finding, Id, SkipReason};
use certwright::core::progress::Unwatched;
use certwright::core::sniff::What;
use certwright::platform::World;
use proptest::prelude::*;

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

fn open(path: &Path) -> Gathered {
    let source = Source::Path(path.to_owned());
    match gather(&[source], &World::new().env(), &Unwatched) {
        Ok(Ok(gathered)) => gathered,
        _ => panic!("{} was not opened", path.display()),
    }
}

fn open_bytes(bytes: Vec<u8>) -> Gathered {
    let source = Source::Memory {
        name: "memory.zip".to_owned(),
        bytes: std::sync::Arc::new(zeroize::Zeroizing::new(bytes)),
    };
    match gather(&[source], &World::new().env(), &Unwatched) {
        Ok(Ok(gathered)) => gathered,
        _ => panic!("memory is always there"),
    }
}

fn archive(name: &str) -> Gathered {
    open(&fixture(&format!("archives/{name}")))
}

fn names(gathered: &Gathered) -> Vec<String> {
    gathered
        .files
        .iter()
        .map(|file| file.place.to_string())
        .collect()
}

fn facts(gathered: &Gathered) -> Vec<String> {
    let word = |finding: &Finding| match &finding.fact {
        Fact::Bundle(BundleFact::ArchiveEntrySkipped { entry, reason }) => {
            format!("skipped {entry:?}: {reason:?}")
        }
        Fact::Bundle(BundleFact::ArchiveLimitReached { limit, .. }) => format!("limit {limit}"),
        Fact::Bundle(BundleFact::FileDamaged { detail, .. }) => {
            let place = finding
                .place
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            format!("damaged {place}: {detail}")
        }
        other => format!("{:?}", other.id()),
    };
    gathered.findings.iter().map(word).collect()
}

const BUNDLE: [&str; 2] = ["fullchain.pem", "privkey.pem"];

fn holds_bundle(gathered: &Gathered) -> bool {
    BUNDLE.iter().all(|wanted| {
        gathered
            .files
            .iter()
            .any(|file| file.place.file_name() == *wanted)
    })
}

#[test]
fn sound_archives_are_read_without_a_word() {
    let sound = [
        "plain.zip",
        "stored.zip",
        "streamed.zip",
        "with-comment.zip",
        "program-before.zip",
        "zip64.zip",
        "zip-in-zip.zip",
        "depth-three.zip",
        "backslash-names.zip",
        "mac-junk.zip",
    ];
    for name in sound {
        let found = archive(name);
        assert!(holds_bundle(&found), "{name}: {:?}", names(&found));
        assert_eq!(facts(&found), [""; 0], "{name}");
    }
}

#[test]
fn places_name_the_way_through_archives() {
    assert_eq!(
        names(&archive("zip-in-zip.zip")),
        [
            "inner.zip/fullchain.pem",
            "inner.zip/privkey.pem",
            "readme.txt"
        ]
    );
    assert_eq!(
        names(&archive("backslash-names.zip")),
        ["Nginx/fullchain.pem", "Nginx/privkey.pem"]
    );
}

#[test]
fn names_come_in_their_encodings() {
    let chinese = [
        "证书/商店证书.crt",
        "证书/商店私钥.key",
        "证书/使用说明.txt",
    ];
    for name in [
        "gbk-names.zip",
        "utf8-names.zip",
        "utf8-names-no-flag.zip",
        "unicode-path-field.zip",
    ] {
        assert_eq!(names(&archive(name)), chinese, "{name}");
    }
    assert_eq!(
        names(&archive("cp437-names.zip")),
        ["Schlüssel.key", "Zertifikat für Köln.crt"]
    );
}

#[test]
fn climbing_names_are_left_out() {
    let found = archive("climbing-names.zip");
    assert_eq!(names(&found), BUNDLE);
    assert_eq!(found.findings.len(), 6);
    let climbs = |fact: &String| fact.ends_with("ClimbingName");
    assert!(facts(&found).iter().all(climbs), "{:?}", facts(&found));
}

#[test]
fn two_entries_of_one_name_are_told_apart() {
    let found = archive("duplicate-names.zip");
    assert_eq!(
        names(&found),
        ["fullchain.pem", "privkey.pem", "fullchain (2).pem"]
    );
    assert_eq!(facts(&found), ["skipped \"fullchain.pem\": DuplicateName"]);
}

#[test]
fn links_and_encrypted_entries_and_strange_methods_are_left_out() {
    let links = ["skipped \"passwd.crt\": Link", "skipped \"loop\": Link"];
    assert_eq!(facts(&archive("symlink.zip")), links);
    let encrypted = archive("zipcrypto.zip");
    let is_named = |id: Id| encrypted.findings.iter().any(|finding| finding.id() == id);
    assert!(is_named(Id::ArchiveEntrySkipped) && is_named(Id::FileNotUnderstood));
    for (name, method) in [("method-bzip2.zip", "bzip2"), ("method-lzma.zip", "LZMA")] {
        let found = archive(name);
        let reason = SkipReason::Method(method.to_owned());
        let wanted = BUNDLE.map(|entry| format!("skipped {entry:?}: {reason:?}"));
        assert_eq!(facts(&found), wanted, "{name}");
    }
}

#[test]
fn empty_archives_say_so() {
    for path in ["archives/folders-only.zip", "broken/empty-folder.zip"] {
        let found = open(&fixture(path));
        assert!(found.files.is_empty());
        assert_eq!(facts(&found), ["FileNotUnderstood"], "{path}");
    }
}

#[test]
fn bombs_reach_a_limit_and_the_rest_is_told() {
    let bombs = [
        ("bomb-one-entry.zip", "limit archive_ratio"),
        ("bomb-large-entry.zip", "limit file_bytes"),
        ("bomb-many-entries.zip", "limit archive_ratio"),
        ("bomb-nested.zip", "limit archive_ratio"),
        ("too-many-entries.zip", "limit archive_entries"),
        ("lying-size.zip", "damaged zeros.crt: longer than announced"),
    ];
    for (name, wanted) in bombs {
        let start = Instant::now();
        let found = archive(name);
        assert!(start.elapsed() < Duration::from_secs(5), "{name}");
        assert!(
            facts(&found).iter().any(|fact| fact == wanted),
            "{name}: {:?}",
            facts(&found)
        );
        assert!(holds_bundle(&found), "{name}: {:?}", names(&found));
        assert!(
            found.findings.len() < 100,
            "{name}: {}",
            found.findings.len()
        );
    }
    let found = archive("overlapping-entries.zip");
    assert!(
        facts(&found)
            .iter()
            .any(|fact| fact == "limit archive_ratio"),
        "{:?}",
        facts(&found)
    );
    let found = archive("too-deep.zip");
    assert_eq!(facts(&found), ["limit archive_depth"]);
}

#[test]
fn a_zip_of_twelve_thousand_entries_is_read_up_to_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.zip");
    fs::write(&path, many_entries(12_000)).unwrap();
    let found = open(&path);
    assert_eq!(found.files.len(), 10_000);
    let limit = BundleFact::ArchiveLimitReached {
        limit: "archive_entries",
        allowed: 10_000,
        seen: 12_000,
    };
    assert_eq!(found.findings.len(), 1);
    assert_eq!(found.findings[0].fact, Fact::Bundle(limit));
}

/// A zip of empty stored files, written by hand.
fn many_entries(count: u32) -> Vec<u8> {
    let (mut data, mut directory) = (Vec::new(), Vec::new());
    for number in 0..count {
        let name = format!("{number:05}.txt");
        let offset = u32::try_from(data.len()).unwrap();
        let fields = [&[0; 10][..], &[0; 12], &9_u16.to_le_bytes(), &[0; 2]].concat();
        data.extend_from_slice(b"PK\x03\x04");
        data.extend_from_slice(&fields);
        data.extend_from_slice(name.as_bytes());
        directory.extend_from_slice(b"PK\x01\x02\0\0");
        directory.extend_from_slice(&fields);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, size) = (data.len() as u32, directory.len() as u32);
    data.extend_from_slice(&directory);
    data.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    let declared = (count as u16).to_le_bytes();
    data.extend_from_slice(&[declared, declared].concat());
    data.extend_from_slice(&[size.to_le_bytes(), start.to_le_bytes()].concat());
    data.extend_from_slice(&[0, 0]);
    data
}

#[test]
fn damage_is_told_and_the_rest_read() {
    let found = open(&fixture("broken/damaged-entry.zip"));
    let whole = open(&fixture("bundles/four-folder.zip"));
    assert_eq!(found.files.len() + 1, whole.files.len());
    assert_eq!(found.findings.len(), 1, "{:?}", facts(&found));
    assert_eq!(found.findings[0].id(), Id::FileNotUnderstood);

    let found = open(&fixture("broken/truncated.zip"));
    assert!(
        facts(&found)[0].ends_with("no directory at the end"),
        "{:?}",
        facts(&found)
    );
    assert!(!found.files.is_empty() && found.files.len() < whole.files.len());
}

#[test]
fn a_cut_streamed_zip_gives_what_it_has() {
    let bytes = fs::read(fixture("archives/streamed.zip")).unwrap();
    let directory = bytes
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap();
    let found = open_bytes(bytes[..directory].to_vec());
    assert_eq!(names(&found), BUNDLE);
}

#[test]
fn hostile_names_stay_inside() {
    let found = archive("hostile-names.zip");
    assert!(holds_bundle(&found));
    assert_eq!(found.files.len(), 10, "{:?}", names(&found));
    assert!(holds_bundle(&archive("long-name.zip")) || !archive("long-name.zip").files.is_empty());
}

#[test]
fn tar_is_read_plain_and_gzipped() {
    for name in ["plain.tar", "plain.tar.gz"] {
        let found = archive(name);
        assert_eq!(names(&found), BUNDLE, "{name}");
        assert_eq!(facts(&found), [""; 0], "{name}");
        assert!(found.opened[0].is_archive);
    }
    for name in ["long-names-gnu.tar", "long-names-pax.tar"] {
        let found = archive(name);
        assert!(
            holds_bundle(&found),
            "{name}: {:?} {:?}",
            names(&found),
            facts(&found)
        );
        assert!(
            names(&found)[0].ends_with("/证书/fullchain.pem"),
            "{name}: {:?}",
            names(&found)
        );
    }
    assert_eq!(names(&archive("fullchain.pem.gz")), ["fullchain.pem"]);
    // The key's second name is a hard link to the first, which holds the content.
    let found = archive("links.tar");
    assert_eq!(names(&found), ["fullchain.pem", "hard.key"]);
    let links = ["skipped \"outside\": Link", "skipped \"passwd.crt\": Link"];
    assert!(
        links
            .iter()
            .all(|link| facts(&found).iter().any(|fact| fact == link)),
        "{:?}",
        facts(&found)
    );
    let climbs = |fact: &String| fact.ends_with("ClimbingName");
    assert!(facts(&archive("climbing.tar")).iter().all(climbs));
    assert!(!facts(&archive("climbing.tar")).is_empty());
    for (name, wanted) in [
        ("truncated.tar", "the archive ends early"),
        ("truncated.tar.gz", "ends early"),
        ("too-many-entries.tar.gz", "limit archive_entries"),
        ("bomb.tar.gz", "limit file_bytes"),
    ] {
        let found = archive(name);
        assert!(
            facts(&found).iter().any(|fact| fact.ends_with(wanted)),
            "{name}: {:?}",
            facts(&found)
        );
        assert!(found.findings.len() < 5, "{name}: {:?}", facts(&found));
    }
}

#[test]
fn office_documents_are_no_archives() {
    let document = [
        &b"PK\x03\x04"[..],
        &[0; 26],
        b"[Content_Types].xml",
        &[0; 40],
    ]
    .concat();
    let found = open_bytes(document);
    assert!(found.archives.is_empty());
    assert!(matches!(
        found.files[0].recognition.pieces[0].what,
        What::NotOpened(_)
    ));
}

#[test]
fn every_archive_provokes_what_its_manifest_says() {
    let manifest = fs::read(fixture("archives/manifest.json")).unwrap();
    let entries: Vec<serde_json::Value> = serde_json::from_slice(&manifest).unwrap();
    assert!(!entries.is_empty());
    for entry in entries {
        let path = entry["path"].as_str().unwrap();
        let found = crate::support::inspect(&format!("archives/{path}"), &[]);
        let ids = crate::support::ids(&found);
        let provokes = entry["provokes"].as_array().unwrap();
        let is_told = |id: &serde_json::Value| ids.contains(&id.as_str().unwrap());
        assert!(
            provokes.iter().all(is_told),
            "{path}: {provokes:?}, but {ids:?}"
        );
    }
}

fn zips() -> Vec<Vec<u8>> {
    let small = [
        "plain.zip",
        "streamed.zip",
        "zip64.zip",
        "zip-in-zip.zip",
        "gbk-names.zip",
        "duplicate-names.zip",
        "unicode-path-field.zip",
    ];
    small
        .iter()
        .map(|name| fs::read(fixture(&format!("archives/{name}"))).unwrap())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_with_a_zip_header_are_judged(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let found = open_bytes([b"PK\x03\x04".to_vec(), bytes].concat());
        prop_assert!(!found.findings.is_empty() || !found.files.is_empty());
    }

    #[test]
    fn mutated_tars_are_judged(is_packed in any::<bool>(), spots in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8), cut in any::<u32>()) {
        let name = if is_packed { "plain.tar.gz" } else { "plain.tar" };
        let mut bytes = fs::read(fixture(&format!("archives/{name}"))).unwrap();
        for (spot, value) in spots {
            let length = bytes.len().min(3000);
            bytes[spot as usize % length] = value;
        }
        if cut % 3 == 0 {
            bytes.truncate(cut as usize % (bytes.len() + 1));
        }
        let found = open_bytes(bytes);
        prop_assert!(!found.findings.is_empty() || !found.files.is_empty());
    }

    #[test]
    fn mutated_zips_are_judged(file in 0_usize..7, spots in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8), cut in any::<u32>()) {
        let mut bytes = zips()[file].clone();
        for (spot, value) in spots {
            let length = bytes.len();
            bytes[spot as usize % length] = value;
        }
        if cut % 3 == 0 {
            bytes.truncate(cut as usize % (bytes.len() + 1));
        }
        let found = open_bytes(bytes);
        prop_assert!(!found.findings.is_empty() || !found.files.is_empty());
    }
}
