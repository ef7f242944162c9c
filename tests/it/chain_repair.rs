//! `chain --fix`: what was wrong in a file, and what is written instead.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::fixture::der_blocks;
use crate::support::{NOW, fixture};

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");
const LEAF: &str = "broken/intermediate-missing/cert.pem";
const MIDDLE: &str = "ca/dv3.pem";
const ROOT: &str = "root.pem";
const CROSS: &str = "ca/root-r4-cross.pem";

fn fix(path: &str, out: &Path, more: &[&str]) -> Output {
    Command::new(PROGRAM)
        .args(["chain", path, "--trust", ROOT, "--time", NOW, "--fix"])
        .arg(out)
        .args(more)
        .env("LC_ALL", "C")
        .current_dir(fixture(""))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn written(path: &Path) -> Vec<Vec<u8>> {
    der_blocks(&fs::read_to_string(path).unwrap())
}

fn block(path: &str) -> Vec<u8> {
    written(&fixture(path)).swap_remove(0)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The file written for a fixture holds its own leaf and then these.
fn check(name: &str, more: &[&str], above: &[&str]) {
    let folder = folder();
    let out = folder.path().join("fixed.pem");
    let output = fix(name, &out, more);
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{name}: {error}");
    let made = written(&out);
    let opened = fixture(name);
    let mut files = match opened.is_dir() {
        true => fs::read_dir(&opened)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| !path.ends_with("privkey.pem"))
            .collect(),
        false => vec![opened],
    };
    let held: Vec<Vec<u8>> = files.drain(..).flat_map(|path| written(&path)).collect();
    assert!(held.contains(&made[0]), "{name}: another leaf");
    let above: Vec<Vec<u8>> = above.iter().map(|path| block(path)).collect();
    assert!(!above.contains(&made[0]), "{name}: an issuer comes first");
    assert_eq!(made[1..], above[..], "{name}");
}

#[test]
fn certificates_come_in_order_and_once() {
    check("broken/chain-duplicate", &[], &[MIDDLE]);
    check("broken/chain-unrelated", &[], &[MIDDLE]);
    check("broken/chain-root-second", &[], &[MIDDLE]);
    check("broken/root-included", &[], &[MIDDLE]);
}

#[test]
fn the_root_goes_in_where_it_is_wanted() {
    for name in [
        "broken/root-included",
        "broken/chain-root-second",
        "broken/chain-duplicate",
    ] {
        check(name, &["--with-root"], &[MIDDLE, ROOT]);
    }
}

#[test]
fn a_cross_certificate_stays_behind_the_path() {
    check("broken/chain-reversed", &[], &[MIDDLE, CROSS]);
    check("broken/alternative-paths", &[], &[MIDDLE, CROSS]);
}

#[test]
fn a_missing_intermediate_comes_from_beside() {
    check(LEAF, &["--untrusted", MIDDLE], &[MIDDLE]);
    check(
        LEAF,
        &["--untrusted", MIDDLE, "--with-root"],
        &[MIDDLE, ROOT],
    );
}

#[test]
fn a_folder_gets_every_form() {
    let folder = folder();
    let output = fix("broken/chain-duplicate", folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0));
    let at = |name: &str| folder.path().join(name);
    let full = written(&at("fullchain.pem"));
    assert_eq!(full.len(), 2);
    assert_eq!(written(&at("cert.pem")), full[..1]);
    assert_eq!(written(&at("chain.pem")), full[1..]);
    let p7b = fs::read(at("chain.p7b")).unwrap();
    let held = certwright::core::pkcs7::read(&p7b).unwrap().certificates;
    assert_eq!(held, full);
    let alone = at("other.p7b");
    assert_eq!(
        fix("broken/chain-duplicate", &alone, &[]).status.code(),
        Some(0)
    );
    assert_eq!(fs::read(alone).unwrap(), p7b);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    let folder = folder();
    let out = folder.path().join("fullchain.pem");
    fs::write(&out, "mine").unwrap();
    for target in [&*out, folder.path()] {
        let output = fix("bundles/certbot", target, &[]);
        assert_eq!(output.status.code(), Some(2), "{}", target.display());
        assert!(String::from_utf8_lossy(&output.stderr).contains("fullchain.pem"));
        assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(feature = "peer-tests")]
#[test]
fn openssl_verifies_what_is_written() {
    let folder = folder();
    for (name, more) in [
        ("broken/chain-reversed", &[][..]),
        ("broken/chain-duplicate", &["--with-root"]),
        (LEAF, &["--untrusted", MIDDLE]),
    ] {
        let out = folder.path().join(name.replace('/', "-"));
        fs::create_dir(&out).unwrap();
        assert_eq!(fix(name, &out, more).status.code(), Some(0), "{name}");
        let at = certwright::core::time::Moment::parse(NOW).unwrap().0;
        let verified = Command::new("openssl")
            .args([
                "verify",
                "-attime",
                &at.to_string(),
                "-no-CApath",
                "-no-CAstore",
            ])
            .arg("-CAfile")
            .arg(fixture(ROOT))
            .arg("-untrusted")
            .arg(out.join("fullchain.pem"))
            .arg(out.join("fullchain.pem"))
            .output()
            .unwrap();
        assert!(verified.status.success(), "{name}: {verified:?}");
        let read = Command::new("openssl")
            .args(["pkcs7", "-inform", "DER", "-print_certs", "-in"])
            .arg(out.join("chain.p7b"))
            .output()
            .unwrap();
        assert!(read.status.success(), "{name}: {read:?}");
        let printed = String::from_utf8(read.stdout).unwrap();
        assert_eq!(
            der_blocks(&printed),
            written(&out.join("fullchain.pem")),
            "{name}"
        );
    }
}
