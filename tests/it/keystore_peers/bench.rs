//! The work bench: one key with its chain, made by openssl, peers run in a folder, and our reader's answer in a line.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use certwright::core::artifact::Content;
use certwright::core::bundle::Inspection;
use certwright::core::finding::{BundleFact, Fact};
use certwright::core::key::Proof;
use certwright::core::op::Request;
use certwright::core::x509::Certificate;
use tempfile::TempDir;

use crate::fixture;
use crate::support::{request, run};

/// Runs a peer; its answer is whether it did what it was told.
pub fn peer(folder: &Path, program: &str, arguments: &[&str], input: &str) -> bool {
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|fault| panic!("{program}: {fault}"));
    // A peer that does not ask closes its end early.
    let _closed = child
        .stdin
        .take()
        .map(|mut stdin| stdin.write_all(input.as_bytes()));
    child.wait().is_ok_and(|status| status.success())
}

/// A folder of its own with `leaf.key`, `leaf.pem`, `chain.pem` (intermediate, root) and `all.pem`.
pub fn folder() -> TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        issue(folder.path());
        folder
    });
    let own = tempfile::tempdir().unwrap();
    for name in ["leaf.key", "leaf.pem", "chain.pem", "all.pem"] {
        fs::copy(made.path().join(name), own.path().join(name)).unwrap();
    }
    own
}

fn issue(folder: &Path) {
    let openssl = |arguments: &str| {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        assert!(peer(folder, "openssl", &arguments, ""), "{arguments:?}");
    };
    let authority = "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=keyCertSign";
    openssl(&format!(
        "req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 30 -subj /CN=PeerRoot {authority}"
    ));
    openssl(&format!(
        "req -x509 -newkey rsa:2048 -nodes -keyout mid.key -out mid.pem -days 30 -subj /CN=PeerMid \
         -CA root.pem -CAkey root.key {authority}"
    ));
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -keyout leaf.key -out leaf.pem -days 30 -subj /CN=peer.example.com \
         -CA mid.pem -CAkey mid.key -addext subjectAltName=DNS:peer.example.com",
    );
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    fs::write(
        folder.join("chain.pem"),
        read("mid.pem") + &read("root.pem"),
    )
    .unwrap();
    fs::write(
        folder.join("all.pem"),
        read("leaf.pem") + &read("mid.pem") + &read("root.pem"),
    )
    .unwrap();
}

/// Our reader's answer: `1 key, 3 certificates`, then trusted ones, other entries and findings of keystores.
pub fn answer(path: &Path, passwords: &[&str]) -> String {
    let inspection = run(Request::Inspect(request(&[PathBuf::from(path)], passwords)));
    let mut words = vec![
        format!("{} key", proven_keys(&inspection, path)),
        format!("{} certificates", certificates(&inspection, false)),
    ];
    let trusted = certificates(&inspection, true);
    if trusted > 0 {
        words.push(format!("{trusted} trusted"));
    }
    for finding in inspection.findings() {
        let about = match &finding.fact {
            Fact::Keystore(_) => finding.id().name().to_owned(),
            Fact::Key(_) if finding.id().name() != "key_missing" => finding.id().name().to_owned(),
            Fact::Bundle(BundleFact::FileNotOpened { content }) => format!("{content:?}"),
            Fact::Bundle(BundleFact::CertificateMissing { .. }) => continue,
            Fact::Bundle(_) => finding.id().name().to_owned(),
            _ => continue,
        };
        let evidence = finding.fact.evidence();
        let detail = ["cipher", "cause", "entries"]
            .iter()
            .find_map(|name| evidence.get(name).and_then(|value| value.as_str()));
        words.push(detail.map_or_else(|| about.clone(), |detail| format!("{about} {detail}")));
    }
    words.dedup();
    words.join(", ")
}

/// Keys that a signature proves to belong to the bench's own leaf.
fn proven_keys(inspection: &Inspection, path: &Path) -> usize {
    let leaf = fixture::der(&path.with_file_name("leaf.pem"));
    let leaf = Certificate::parse(&leaf).unwrap();
    let keys = inspection.artifacts.iter().filter_map(|one| one.key());
    keys.filter(|key| key.proof(&leaf.spki) == Proof::Proven)
        .count()
}

fn certificates(inspection: &Inspection, is_trusted: bool) -> usize {
    let all = inspection.artifacts.iter();
    all.filter(|one| {
        matches!(&one.content, Content::Certificate { trusted, .. } if *trusted == is_trusted)
    })
    .count()
}

/// Leaf, key and chain as `source.p12`, from which other peers make their own.
pub fn export_source(folder: &Path) {
    let source = [
        "pkcs12",
        "-export",
        "-inkey",
        "leaf.key",
        "-in",
        "all.pem",
        "-name",
        "shop",
        "-out",
        "source.p12",
        "-passout",
        "pass:changeit",
    ];
    assert!(peer(folder, "openssl", &source, ""));
}
