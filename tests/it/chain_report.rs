//! `chain` as people read it: recorded reports in both languages, exit codes, trust that is not given.

use std::process::{Command, Output, Stdio};

use crate::support::fixture;

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");
const TRUST: [&str; 4] = ["--trust", "root.pem", "--time", "2026-11-23"];

fn chain(arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .arg("chain")
        .args(arguments)
        .env("LC_ALL", "C")
        .current_dir(fixture(""))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn reports_read_as_recorded() {
    for (name, path, code) in [
        ("complete", "bundles/certbot", 0),
        ("missing", "broken/intermediate-missing", 1),
        ("constraint", "broken/name-constraint-violated", 1),
    ] {
        for lang in ["en", "zh"] {
            let output = chain(&[&[path, "--lang", lang], &TRUST[..]].concat());
            assert_eq!(output.status.code(), Some(code), "{path}");
            assert!(output.stderr.is_empty(), "{path}");
            insta::assert_snapshot!(format!("{name}_{lang}"), out(&output));
        }
    }
}

#[test]
fn exit_codes_tell_sound_broken_undone_and_wrongly_asked() {
    let sound = "bundles/certbot";
    for (code, arguments) in [
        (0, &[sound, "--host", "shop.example.com"][..]),
        (1, &[sound, "--host", "other.example.org"]),
        (1, &["broken/expired"]),
        (2, &["no-such-file.pem"]),
        (2, &[sound, "--untrusted", "no-such-file.pem"]),
        (2, &[sound, "--crl", "no-such-file.crl"]),
        (64, &[]),
        (64, &[sound, "--time", "noon"]),
        (64, &[sound, "--usage", "mail"]),
        (64, &[sound, "--profile", "strict"]),
        (64, &[sound, "--policy", "any"]),
        (64, &[sound, "--ip", "shop.example.com"]),
        (64, &[sound, "--max-depth", "-1"]),
        (64, &[sound, "--aia-internal", "ca.example.com"]),
    ] {
        let output = chain(&[arguments, &TRUST[..2]].concat());
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arguments:?}: {output:?}"
        );
        assert_eq!(out(&output).is_empty(), code > 1, "{arguments:?}");
        assert_eq!(output.stderr.is_empty(), code < 2, "{arguments:?}");
    }
    let roots = chain(&[sound, "--trust", "certs/requests"]);
    assert_eq!(roots.status.code(), Some(2), "{roots:?}");
}

#[test]
fn without_any_trust_every_path_ends_untrusted() {
    let asked = [
        "broken/root-included",
        "--time",
        "2026-11-23",
        "--no-default-trust",
        "--json",
    ];
    let output = chain(&asked);
    assert_eq!(output.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(crate::schema::violations(&document), Vec::<String>::new());
    let report = &document["report"];
    assert_eq!(report["trust"]["roots"], 0);
    assert_eq!(report["paths"][0]["ends"], "untrusted_root");
    // Roots that are named count, whatever else does not.
    let both = chain(&[&asked[..], &TRUST[..2]].concat());
    assert_eq!(both.status.code(), Some(0));
}
