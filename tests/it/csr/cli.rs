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
        .env("XDG_DATA_HOME", folder.join("data"))
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
