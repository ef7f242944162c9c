//! The verb `ledger`, end to end.

use std::path::Path;
use std::process::{Command, Output};

use certwright::core::ledger::{Kept, NewEntry, Role};
use certwright::platform::World;
use serde_json::Value;
use tempfile::TempDir;

use super::entry;
use crate::schema::violations;

struct Case(TempDir);

impl Case {
    fn new() -> Self {
        let case = Self(tempfile::tempdir().expect("a folder"));
        let world = World::in_folder(case.data());
        let ledger = world.env().ledger;
        let key = case.0.path().join("shop1.key");
        std::fs::write(&key, "a key").expect("written");
        let with_key = NewEntry {
            kept: vec![Kept {
                role: Role::Key,
                path: key,
            }],
            ..entry(1)
        };
        ledger.record(&with_key).expect("written");
        let formula = NewEntry {
            subject: "=HYPERLINK(\"http://evil.example\")".to_owned(),
            ..entry(2)
        };
        ledger.record(&formula).expect("written");
        case
    }

    fn data(&self) -> std::path::PathBuf {
        self.0.path().join("data")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
            .arg("ledger")
            .args(arguments)
            .env("LC_ALL", "C")
            .env("CERTWRIGHT_DATA", self.data())
            .current_dir(self.0.path())
            .output()
            .expect("run")
    }

    fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let said = self.said(&[arguments, &["--json"]].concat());
        let document = serde_json::from_str(&said).expect("JSON");
        assert_eq!(violations(&document), Vec::<String>::new(), "{said}");
        document
    }
}

fn ids(document: &Value) -> Vec<i64> {
    let entries = document["report"]["entries"].as_array().expect("entries");
    entries
        .iter()
        .map(|entry| entry["id"].as_i64().expect("a number"))
        .collect()
}

#[test]
fn entries_are_listed_searched_noted_marked_and_forgotten() {
    let case = Case::new();
    let listed = case.json(&["list"]);
    assert_eq!(ids(&listed), [2, 1]);
    let first = &listed["report"]["entries"][1];
    assert_eq!(first["files"][0]["exists"], true);
    assert_eq!(listed["report"]["entries"][0]["files"][0]["exists"], false);
    assert_eq!(ids(&case.json(&["list", "SHOP1", "rsa"])), [1]);
    assert_eq!(
        case.json(&["note", "1", "for the fair"])["report"]["act"],
        "note"
    );
    assert_eq!(case.json(&["used", "1"])["report"]["act"], "used");
    let noted = case.json(&["list", "fair"]);
    assert_eq!(ids(&noted), [1]);
    assert!(noted["report"]["entries"][0]["used_at"].is_string());
    case.json(&["used", "1", "--undo"]);
    assert!(case.json(&["list", "fair"])["report"]["entries"][0]["used_at"].is_null());
    case.json(&["forget", "1"]);
    assert_eq!(ids(&case.json(&["list"])), [2]);
    let output = case.run(&["forget", "1"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("has no entry 1"), "{said}");
}

#[test]
fn the_text_names_files_and_says_which_are_gone() {
    let case = Case::new();
    let said = case.said(&["list"]);
    assert!(said.contains("shop1.key\n"), "{said}");
    assert!(said.contains("shop2.csr is not there any more"), "{said}");
    let chinese = case.said(&["list", "--lang", "zh"]);
    assert!(
        chinese.contains("CSR：/etc/ssl/shop2.csr 已不存在"),
        "{chinese}"
    );
    assert_eq!(case.said(&["list", "nothing"]), "No entry fits\n");
}

#[test]
fn an_exported_list_is_for_spreadsheets_or_programs_and_replaces_nothing() {
    let case = Case::new();
    case.said(&["export", "--out", "all.csv"]);
    let csv = std::fs::read_to_string(case.0.path().join("all.csv")).expect("written");
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(
        csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""),
        "{csv}"
    );
    case.said(&["export", "--out", "all.json"]);
    let json = std::fs::read_to_string(case.0.path().join("all.json")).expect("written");
    let document: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(violations(&document), Vec::<String>::new());
    assert_eq!(ids(&document), [2, 1]);
    let again = case.run(&["export", "--out", "all.json", "--format", "csv"]);
    assert_eq!(again.status.code(), Some(2));
}

#[test]
fn the_place_is_told_even_of_a_damaged_database() {
    let case = Case::new();
    let file = case.data().join("certwright.db");
    assert_eq!(Path::new(case.said(&["path"]).trim_end()), file);
    assert_eq!(case.json(&["path"])["report"]["newer"], false);
    for name in ["certwright.db-wal", "certwright.db-shm"] {
        std::fs::remove_file(case.data().join(name)).ok();
    }
    std::fs::write(&file, "not a database, but long enough to be taken for one").expect("written");
    let output = case.run(&["path"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        Path::new(String::from_utf8_lossy(&output.stdout).trim_end()),
        file
    );
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("cannot be read") && said.contains("rename"),
        "{said}"
    );
}

#[test]
fn inspecting_makes_and_reads_no_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    // Whoever reads this as a database fails.
    std::fs::create_dir(&data).expect("made");
    std::fs::write(data.join("certwright.db"), "no database").expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(["inspect", "assets/sample/shop.example.com.zip"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CERTWRIGHT_DATA", &data)
        .output()
        .expect("run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_ne!(output.status.code(), Some(2), "{said}");
    let files = std::fs::read_dir(&data).expect("a folder").count();
    assert_eq!(files, 1);
}
