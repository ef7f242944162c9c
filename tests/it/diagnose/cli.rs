//! `diagnose` as a program: names cleaned or refused with a reason, whom it would contact, wrong usage.

use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::schema::violations;

/// Runs `certwright-cli diagnose` with a data folder of its own.
pub fn run(arguments: &[&str]) -> Output {
    let data = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .arg("diagnose")
        .args(arguments)
        .env("LC_ALL", "C")
        .env("CERTWRIGHT_DATA", data.path())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The document, which the schema allows.
pub fn document(output: &Output) -> Value {
    let document: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|fault| panic!("{fault}: {}{}", out(output), err(output)));
    assert_eq!(violations(&document), Vec::<String>::new());
    document
}

#[test]
fn what_was_pasted_is_cleaned_and_said() {
    let output = run(&[
        "all",
        "https://Shop.Example.COM/cart?x=1",
        "mail@example.org",
        "10.0.0.1",
        "--dry-run",
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let names = &document(&output)["report"]["names"];
    assert_eq!(
        *names,
        serde_json::json!(["shop.example.com", "example.org"])
    );
    let told = err(&output);
    for part in [
        "1 URL shortened",
        "1 e-mail address shortened",
        "10.0.0.1 is an IP address",
    ] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn what_is_no_name_is_refused_with_the_reason() {
    for (pasted, en, zh) in [
        ("192.0.2.1", "is an IP address", "是 IP 地址"),
        ("foo..bar", "foo..bar", "foo..bar"),
        (" , ", "There is no domain name", "没有域名"),
    ] {
        for (lang, part) in [("en", en), ("zh", zh)] {
            let output = run(&["dns", pasted, "--lang", lang]);
            assert_eq!(output.status.code(), Some(64), "{pasted}");
            let told = err(&output);
            assert!(
                out(&output).is_empty() && told.contains(part) && !told.trim().is_empty(),
                "{told}"
            );
        }
    }
}

#[test]
fn wrong_usage_ends_with_64() {
    for arguments in [
        &["dns"][..],
        &["dns", "example.com", "--resolver", "dns.google"],
        &["dns", "example.com", "--root", "nowhere"],
        &["dns", "example.com", "--port-map", "53"],
        &["dns", "example.com", "--ipv4", "--ipv6"],
        &["dns", "example.com", "--only", "everything"],
        &["validation", "example.com", "--expect-txt", "example.com"],
        &["validation", "example.com", "--expect-cname", "a=b c"],
        &[
            "validation",
            "example.com",
            "--expect-file",
            "ftp://a.example/x=y",
        ],
        &["validation", "example.com", "--profile", "lax"],
        &["validation", "example.com", "--until", "9"],
        &["dns", "example.com", "--ca", "nobody knows", "--dry-run"],
        &["dns", "example.com", "--ticket", "pdf", "a.pdf"],
        &["dns", "example.com", "--connect", "127.0.0.1"],
        &["tls", "example.com", "--connect", "example.com"],
        &["tls", "example.com", "--connect", "127.0.0.1:0"],
        &["tls", "example.com", "--port", "0"],
        &["tls", "example.com", "--starttls", "ftp"],
        &["tls", "example.com", "--websocket", "chat"],
        &[
            "tls",
            "example.com",
            "--websocket",
            "/a",
            "--starttls",
            "smtp",
        ],
        &["tls", "example.com", "--password-file", "a.txt"],
        &["tls", "a.example.com:8443", "b.example.com:9443"],
        &["page", "example.com", "--starttls", "imap"],
        &["everything", "example.com"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(out(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_watch_that_would_look_only_once_is_refused() {
    let txt = ["--expect-txt", "_dnsauth.example.com=one"];
    for (lane, expected, until, told) in [
        ("validation", &[][..], "60", "needs something to wait for"),
        ("dns", &txt, "60", "needs something to wait for"),
        ("validation", &txt, "1", "--until is shorter"),
    ] {
        let mut arguments = vec![lane, "example.com", "--watch", "5", "--until", until];
        arguments.extend(["--dry-run"]);
        arguments.extend(expected);
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(err(&output).contains(told), "{}", err(&output));
    }
    let mut arguments = vec!["validation", "example.com", "--watch", "5", "--dry-run"];
    arguments.extend(txt);
    assert_eq!(run(&arguments).status.code(), Some(0));
}

#[test]
fn a_file_of_what_is_expected_that_is_not_there_ends_with_2() {
    let output = run(&["validation", "example.com", "--expect", "no-such-mail.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no-such-mail.txt"));
}

/// Roles and addresses of a dry run.
fn contacts(arguments: &[&str]) -> Vec<(String, String)> {
    let output = run(&[&["dns", "example.com", "--dry-run", "--json"], arguments].concat());
    let document = document(&output);
    let all = document["report"]["contacts"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    all.iter()
        .map(|one| (text(&one["role"]), text(&one["whom"])))
        .collect()
}

#[test]
fn resolvers_and_roots_that_are_named_stand_in_place_of_the_usual_ones() {
    let roles = |all: &[(String, String)]| {
        let mut roles: Vec<String> = all.iter().map(|(role, _)| role.clone()).collect();
        roles.dedup();
        roles
    };
    let usual = contacts(&[]);
    assert!(usual.contains(&("public-resolver".to_owned(), "119.29.29.29".to_owned())));
    let named = contacts(&["--resolver", "9.9.9.9", "--root", "127.0.0.1:5353"]);
    assert_eq!(roles(&named), ["user-resolver", "root"]);
    assert_eq!(named[1].1, "127.0.0.1:5353");
    let both = contacts(&["--resolver", "tls://9.9.9.9#dns.quad9.net", "--public"]);
    assert!(roles(&both).contains(&"public-resolver".to_owned()));
}

#[test]
fn a_dry_run_names_whom_it_would_contact_in_both_languages() {
    for (lang, words) in [("en", "public resolver"), ("zh", "公共递归解析器")] {
        let output = run(&["all", "example.com", "--dry-run", "--lang", lang]);
        let text = out(&output);
        assert!(
            text.contains(words) && text.contains("example.com:443"),
            "{text}"
        );
    }
}
