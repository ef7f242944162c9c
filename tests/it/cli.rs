//! The real program end to end: what it prints and how it ends.

use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::schema::violations;

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .args(arguments)
        .env("LC_ALL", "C")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn help_is_as_recorded() {
    for (name, arguments) in [
        ("program", &["--help"][..]),
        ("inspect", &["inspect", "--help"]),
        ("findings", &["findings", "--help"]),
    ] {
        for lang in ["en", "zh"] {
            let output = run(&[arguments, &["--lang", lang]].concat());
            assert_eq!(output.status.code(), Some(0), "{}", err(&output));
            insta::assert_snapshot!(
                format!("help_{name}_{lang}"),
                out(&output).replace(".exe", "")
            );
        }
    }
}

#[test]
fn wrong_usage_ends_with_64() {
    for arguments in [
        &[][..],
        &["inspect"],
        &["inspect", "x", "--time", "noon"],
        &["inspect", "x", "--password", "secret"],
        &["nothing"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(
            out(&output).is_empty() && !err(&output).is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn the_catalogue_lists_every_id_in_both_languages() {
    let output = run(&["findings", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(violations(&document), Vec::<String>::new());
    let ids: Vec<&str> = document["report"]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["id"].as_str().unwrap())
        .collect();
    let all: Vec<&str> = certwright::core::finding::Id::ALL
        .iter()
        .map(|id| id.name())
        .collect();
    assert_eq!(ids, all);
    let text = out(&run(&["findings"]));
    for id in all {
        assert!(text.contains(id), "{id}");
    }
    assert!(
        text.contains("缺少中间证书") && text.contains("An intermediate certificate is missing")
    );
    assert!(!out(&run(&["findings", "--lang", "en"])).contains("证书"));
}

#[test]
fn a_file_that_is_not_there_ends_with_2_and_a_remedy() {
    for (lang, happened, remedy) in [
        ("en", "could not be read", "What to do"),
        ("zh", "无法读取", "解决办法"),
    ] {
        let output = run(&["inspect", "no-such-file.zip", "--lang", lang]);
        assert_eq!(output.status.code(), Some(2), "{}", out(&output));
        assert!(
            err(&output).contains(happened) && err(&output).contains(remedy),
            "{}",
            err(&output)
        );
        assert!(out(&output).is_empty());
    }
}

#[test]
fn a_password_file_that_is_not_there_ends_with_2() {
    let output = run(&[
        "inspect",
        "Cargo.toml",
        "--password-file",
        "no-such-file.txt",
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no-such-file.txt"));
}
