//! The real program end to end: what it prints and how it ends.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::schema::violations;
use crate::support::NOW;

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
        ("convert", &["convert", "--help"]),
        ("chain", &["chain", "--help"]),
        ("csr", &["csr", "--help"]),
        ("csr_new", &["csr", "new", "--help"]),
        ("csr_show", &["csr", "show", "--help"]),
        ("csr_check", &["csr", "check", "--help"]),
        ("diagnose", &["diagnose", "--help"]),
        ("diagnose_dns", &["diagnose", "dns", "--help"]),
        ("diagnose_tls", &["diagnose", "tls", "--help"]),
        ("guide", &["guide", "--help"]),
        ("guide_interview", &["guide", "interview", "--help"]),
        ("iis", &["iis", "--help"]),
        ("iis_scan", &["iis", "scan", "--help"]),
        ("iis_plan", &["iis", "plan", "--help"]),
        ("iis_apply", &["iis", "apply", "--help"]),
        ("iis_undo", &["iis", "undo", "--help"]),
        ("iis_history", &["iis", "history", "--help"]),
        ("iis_script", &["iis", "script", "--help"]),
        ("iis_import", &["iis", "import", "--help"]),
        ("iis_collect", &["iis", "collect", "--help"]),
        ("csr_advise", &["csr", "advise", "--help"]),
        ("inspect", &["inspect", "--help"]),
        ("ledger", &["ledger", "--help"]),
        ("ledger_list", &["ledger", "list", "--help"]),
        ("ledger_export", &["ledger", "export", "--help"]),
        ("ledger_note", &["ledger", "note", "--help"]),
        ("ledger_used", &["ledger", "used", "--help"]),
        ("ledger_forget", &["ledger", "forget", "--help"]),
        ("ledger_path", &["ledger", "path", "--help"]),
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

/// `inspect --json` over a fixture, judged as all fixtures are.
fn document(path: &str, more: &[&str]) -> (Option<i32>, Value) {
    let path = format!("tests/fixtures/{path}");
    let fixed = [
        "inspect",
        &path,
        "--json",
        "--trust",
        "tests/fixtures/root.pem",
        "--time",
        NOW,
    ];
    let output = run(&[&fixed[..], more].concat());
    let document = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{path}: {error}: {}", err(&output)));
    (output.status.code(), document)
}

fn ids(document: &Value) -> Vec<&str> {
    let findings = document["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["id"].as_str().unwrap())
        .collect()
}

#[test]
fn every_fixture_gives_a_document_of_the_schema() {
    for folder in [
        "bundles",
        "broken",
        "archives",
        "keystores",
        "certs/forms",
        "certs/names",
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(folder);
        let mut names: Vec<String> = std::fs::read_dir(&root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| {
                name != "manifest.json" && !name.ends_with(".txt") && !name.starts_with("hostile-")
            })
            .collect();
        names.sort();
        for name in names {
            let (code, document) = document(&format!("{folder}/{name}"), &[]);
            assert_eq!(
                violations(&document),
                Vec::<String>::new(),
                "{folder}/{name}"
            );
            let expected = if document["verdict"] == "error" { 1 } else { 0 };
            assert_eq!(
                code,
                Some(expected),
                "{folder}/{name}: {:?}",
                ids(&document)
            );
        }
    }
}

#[test]
fn a_sound_bundle_tells_its_identity() {
    let (code, document) = document("bundles/four-folder.zip", &[]);
    assert_eq!(
        (code, &document["verdict"]),
        (Some(0), &Value::from("ok")),
        "{:?}",
        ids(&document)
    );
    let report = &document["report"];
    let identity = &report["identities"][0];
    assert_eq!(identity["complete"], true);
    let chain = identity["chain"].as_array().unwrap();
    assert_eq!(chain[0], identity["leaf"]);
    let find = |id: &Value| {
        report["artifacts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|artifact| artifact["id"] == *id)
            .unwrap()
    };
    let leaf = find(&identity["leaf"]);
    assert_eq!(
        leaf["sans"],
        serde_json::json!(["shop.example.com", "www.shop.example.com"])
    );
    assert_eq!(leaf["not_after"], "2027-06-06T11:59:59Z");
    assert_eq!(
        leaf["key"],
        serde_json::json!({"alg": "rsa", "bits": 2048, "curve": null})
    );
    assert_eq!(leaf["has_private_key"], true);
    assert!(
        find(&chain[1])["subject"]
            .as_str()
            .unwrap()
            .contains("Example Trust DV TLS CA 3")
    );
    let kinds: Vec<&Value> = identity["containers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| &find(id)["kind"])
        .collect();
    assert!(
        kinds.contains(&&Value::from("pfx")) && kinds.contains(&&Value::from("jks")),
        "{kinds:?}"
    );
}

#[test]
fn findings_are_worst_first_and_only_words_are_translated() {
    let (code, english) = document("broken/intermediate-missing", &["--lang", "en"]);
    let (_, chinese) = document("broken/intermediate-missing", &["--lang", "zh"]);
    assert_eq!(code, Some(1));
    assert_eq!(english["findings"][0]["id"], "chain_missing_intermediate");
    assert_eq!(
        english["findings"][0]["message"],
        "The intermediate “Example Trust DV TLS CA 3” is missing"
    );
    assert_eq!(
        chinese["findings"][0]["message"],
        "缺少中间证书“Example Trust DV TLS CA 3”"
    );
    assert_eq!(
        english["findings"][0]["evidence"],
        chinese["findings"][0]["evidence"]
    );
    assert_eq!(english["report"], chinese["report"]);
}

#[test]
fn a_host_that_is_not_covered_is_an_error() {
    let (code, document) = document("broken/name-mismatch", &["--host", "shop.example.com"]);
    assert_eq!(code, Some(1));
    assert!(
        ids(&document).contains(&"name_mismatch"),
        "{:?}",
        ids(&document)
    );
}

#[test]
fn passwords_come_from_a_file_or_from_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("passwords.txt");
    std::fs::write(&file, "wrong\r\nchosen-at-order\r\n").unwrap();
    let (code, opened) = document(
        "broken/password-missing",
        &["--password-file", file.to_str().unwrap()],
    );
    assert_eq!(code, Some(0), "{:?}", ids(&opened));
    assert_eq!(opened["report"]["identities"][0]["complete"], true);
    let (_, locked) = document("broken/password-missing", &[]);
    assert!(ids(&locked).contains(&"keystore_password_needed"));
    assert_eq!(locked["report"]["locked"].as_array().unwrap().len(), 1);

    let mut child = Command::new(PROGRAM)
        .args([
            "inspect",
            "tests/fixtures/broken/password-missing",
            "--password-stdin",
            "--json",
            "--time",
            NOW,
        ])
        .args(["--trust", "tests/fixtures/root.pem"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"chosen-at-order\n")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let through_stdin: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(through_stdin["report"], opened["report"]);
}

#[test]
fn what_is_printed_hides_nothing() {
    for format in [&["--json"][..], &[]] {
        for lang in ["en", "zh"] {
            let fixed = [
                "inspect",
                "tests/fixtures/certs/names",
                "--lang",
                lang,
                "--time",
                NOW,
            ];
            let printed = out(&run(&[&fixed[..], format].concat()));
            let hidden = printed.chars().find(|char| {
                char.is_control() && *char != '\n' || matches!(char, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
            });
            assert_eq!(hidden, None);
        }
    }
}
