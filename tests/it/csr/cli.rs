//! The verb `csr` by the real program.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::schema::violations;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");

/// Runs in a folder; words of an argument that holds spaces are kept together by giving a list.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .arg("csr")
        .args(arguments)
        .env("LC_ALL", "C")
        .env("HOME", folder)
        .env("CERTWRIGHT_DATA", folder.join("data"))
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn document(folder: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = run(folder, &[arguments, &["--json"]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let document: Value = serde_json::from_str(&text).expect(&told);
    assert_eq!(violations(&document), Vec::<String>::new());
    (output.status.code(), document)
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn made() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "new",
        "--name",
        "shop.example.com",
        "--name",
        "192.0.2.7",
        "--field",
        "C=CN",
        "--field",
        "O=示例有限公司",
        "--key",
        "p256",
        "--without-password",
        "--out",
        "a.csr",
        "--out-key",
        "a.key",
    ];
    let (code, document) = document(folder.path(), &arguments);
    assert_eq!(code, Some(0));
    let request = &document["report"]["request"];
    let fields: Vec<&str> = request["subject"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["value"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["CN", "示例有限公司", "shop.example.com"]);
    assert_eq!(request["sans"][1], "192.0.2.7");
    assert_eq!(request["signature"]["verdict"], "valid");
    folder
}

#[test]
fn what_was_made_can_be_shown_and_checked() {
    let folder = made();
    let (code, shown) = document(folder.path(), &["show", "a.csr"]);
    assert_eq!(code, Some(0));
    let requests = shown["report"]["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 1);
    let words = text(&run(folder.path(), &["show", "a.csr"]));
    for said in ["示例有限公司", "shop.example.com", "Signed by its own key"] {
        assert!(words.contains(said), "{words}");
    }
    let arguments = [
        "check",
        "a.csr",
        "--level",
        "ov",
        "--for",
        "shop.example.com",
        "--against",
        "a.key",
    ];
    let (code, checked) = document(folder.path(), &arguments);
    assert_eq!(code, Some(1));
    let ids: Vec<&str> = checked["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"subject_field_missing"), "{ids:?}");
    assert!(ids.contains(&"order_names_extra"), "{ids:?}");
    assert!(!ids.contains(&"key_mismatch"), "{ids:?}");
}

#[test]
fn a_renewal_takes_names_and_subject_over_and_makes_a_new_key() {
    let folder = made();
    let arguments = [
        "new",
        "--from",
        "a.csr",
        "--without-password",
        "--out",
        "b.csr",
        "--out-key",
        "b.key",
    ];
    let (code, renewed) = document(folder.path(), &arguments);
    assert_eq!(code, Some(0));
    let (_, first) = document(folder.path(), &["show", "a.csr"]);
    let (old, new) = (
        &first["report"]["requests"][0]["request"],
        &renewed["report"]["request"],
    );
    assert_eq!(old["subject"], new["subject"]);
    assert_eq!(old["sans"], new["sans"]);
    assert_eq!(old["key"], new["key"]);
    assert_ne!(old["key_fingerprint_sha256"], new["key_fingerprint_sha256"]);
}

#[test]
fn nothing_is_overwritten_and_wrong_usage_is_told() {
    let folder = made();
    let again = [
        "new",
        "--name",
        "a.example",
        "--key",
        "p256",
        "--without-password",
        "--out",
        "a.csr",
        "--out-key",
        "new.key",
    ];
    let output = run(folder.path(), &again);
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.path().join("new.key").exists());
    for arguments in [
        &["new", "--name", "a.example", "--out", "x.csr"][..],
        &[
            "new",
            "--name",
            "a.example",
            "--out",
            "x.csr",
            "--out-key",
            "x.key",
        ],
        &[
            "new",
            "--name",
            "a",
            "--field",
            "nothing",
            "--out",
            "x.csr",
            "--out-key",
            "x.key",
        ],
        &["show"],
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
    }
    let output = run(folder.path(), &["show", "a.key"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_existing_key_is_used_and_no_key_file_is_written() {
    let folder = made();
    let arguments = [
        "new",
        "--name",
        "b.example",
        "--key-file",
        "a.key",
        "--out",
        "b.csr",
    ];
    let (code, document) = document(folder.path(), &arguments);
    assert_eq!(code, Some(0));
    assert_eq!(document["report"]["files"].as_array().unwrap().len(), 1);
}

#[test]
fn the_ledger_finds_files_from_any_folder() {
    let folder = made();
    let output = Command::new(PROGRAM)
        .args(["ledger", "list", "--json"])
        .env("CERTWRIGHT_DATA", folder.path().join("data"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let files = document["report"]["entries"][0]["files"]
        .as_array()
        .unwrap();
    assert_eq!(files.len(), 2);
    for file in files {
        let path = file["path"].as_str().unwrap();
        assert!(Path::new(path).is_absolute(), "{path}");
        assert_eq!(file["exists"], true, "{path}");
    }
}

#[test]
fn a_name_no_certificate_can_carry_is_refused_and_one_of_the_inside_only_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let new = |name: &str, level: &[&str]| {
        let asked = ["new", "--name", name, "--key", "p256", "--without-password"];
        let files = ["--out", "b.csr", "--out-key", "b.key"];
        let output = run(folder.path(), &[&asked[..], &files, level].concat());
        let is_there = folder.path().join("b.key").exists();
        for file in ["b.csr", "b.key"] {
            std::fs::remove_file(folder.path().join(file)).ok();
        }
        (output.status.code(), is_there)
    };
    assert_eq!(new("under_score.example.com", &[]), (Some(2), false));
    assert_eq!(new("server.local", &[]), (Some(0), true));
    assert_eq!(new("server.local", &["--level", "dv"]), (Some(1), true));
}

#[test]
fn the_twin_of_a_request_is_printed_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    for (tool, wanted) in [
        ("openssl", "openssl req -new"),
        ("certreq", "certreq -new"),
        ("keytool", "keytool -genkeypair"),
    ] {
        let asked = ["new", "--name", "a.example.com", "--without-password"];
        let files = ["--out", "a.csr", "--out-key", "a.key", "--twin", tool];
        let output = run(folder.path(), &[&asked[..], &files].concat());
        let text = text(&output);
        assert_eq!(output.status.code(), Some(0), "{text}");
        assert!(text.contains(wanted), "{text}");
    }
    assert!(!folder.path().join("a.csr").exists());
}
