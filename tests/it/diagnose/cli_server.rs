//! `diagnose tls`, `page` and `all` as a program: which server is looked at, whom it would contact, what is
//! compared, and what is said where that makes no sense.

use serde_json::{Value, json};

use super::cli::{document, err, out, run};

/// The document of a dry run that asks no name server but one that is named.
fn dry(arguments: &[&str]) -> Value {
    let resolver = ["--resolver", "9.9.9.9", "--dry-run", "--json"];
    let output = run(&[arguments, &resolver].concat());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    document(&output)["report"].clone()
}

/// Roles and whom, of everybody beyond DNS.
fn servers(report: &Value) -> Vec<String> {
    let contacts = report["contacts"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let all = contacts.map(|one| format!("{} {}", text(&one["role"]), text(&one["whom"])));
    all.filter(|one| !one.contains("resolver") && !one.starts_with("root"))
        .collect()
}

fn asks_dns(report: &Value) -> bool {
    let mut contacts = report["contacts"].as_array().unwrap().iter();
    contacts.any(|one| one["role"] == "user-resolver")
}

#[test]
fn a_dry_run_names_the_servers_that_would_be_looked_at() {
    for (arguments, expected) in [
        (
            &["tls", "example.com"][..],
            &["tls-server example.com:443"][..],
        ),
        (
            &["tls", "example.com:8443"],
            &["tls-server example.com:8443"],
        ),
        (
            &["tls", "https://example.com:8443/a", "--port", "9443"],
            &["tls-server example.com:9443"],
        ),
        (
            &["tls", "example.com", "--port-map", "443=8443"],
            &["tls-server example.com:8443"],
        ),
        (
            &["tls", "example.com", "--starttls", "smtp"],
            &["tls-server example.com:25"],
        ),
        (
            &["all", "example.com", "--starttls", "imap", "--port", "1143"],
            &[
                "web-server example.com:80",
                "web-server example.com:443",
                "tls-server example.com:1143",
            ],
        ),
        (
            &["page", "example.com"],
            &[
                "tls-server example.com:443",
                "web-server example.com:80",
                "page-parts https://example.com/",
            ],
        ),
        (&["tls", "*.example.com"], &[]),
    ] {
        let report = dry(arguments);
        assert_eq!(servers(&report), expected, "{arguments:?}");
        assert!(asks_dns(&report), "{arguments:?}");
    }
}

#[test]
fn where_the_server_is_named_no_name_server_is_asked() {
    let connect = [
        "--connect",
        "203.0.113.7",
        "--connect",
        "[2001:db8::7]:8443",
    ];
    let report = dry(&[&["tls", "example.com"], &connect[..]].concat());
    assert_eq!(
        servers(&report),
        [
            "tls-server 203.0.113.7:443",
            "tls-server [2001:db8::7]:8443"
        ]
    );
    assert!(!asks_dns(&report));
    assert_eq!(
        report["server"]["connect"],
        json!(["203.0.113.7:443", "[2001:db8::7]:8443"])
    );
    // A page names others, but they too are called by this computer alone.
    let report = dry(&[&["page", "example.com"], &connect[..]].concat());
    assert!(!asks_dns(&report));
    assert!(servers(&report).contains(&"web-server 203.0.113.7:80".to_owned()));
    let report = dry(&[&["all", "example.com"], &connect[..]].concat());
    assert!(asks_dns(&report), "the other lanes still ask");
}

#[test]
fn an_address_of_a_websocket_names_its_path() {
    let report = dry(&["tls", "wss://example.com:8443/chat?room=1"]);
    assert_eq!(report["server"]["websocket"], "/chat?room=1");
    assert_eq!(report["server"]["port"], 8443);
    let report = dry(&["tls", "wss://example.com/chat", "--websocket", "/other"]);
    assert_eq!(report["server"]["websocket"], "/other");
}

#[test]
fn a_mail_server_has_no_page() {
    let report = dry(&["all", "example.com", "--starttls", "smtp"]);
    assert_eq!(report["lanes"], json!(["dns", "validation", "connection"]));
    assert_eq!(report["server"]["starttls"], "smtp");
    for (lang, told) in [("en", "Use diagnose tls"), ("zh", "改用 diagnose tls")] {
        let arguments = ["page", "example.com", "--starttls", "smtp", "--lang", lang];
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(64));
        assert!(err(&output).contains(told), "{}", err(&output));
    }
}

#[test]
fn an_ip_address_is_refused_with_the_way_to_look_at_it() {
    let output = run(&["tls", "192.0.2.1"]);
    assert_eq!(output.status.code(), Some(64));
    let told = err(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        told.contains("diagnose tls NAME --connect 192.0.2.1"),
        "{told}"
    );
}

#[test]
fn what_should_be_served_is_read_from_whatever_holds_it() {
    let keystore = "tests/fixtures/keystores/keytool-one-key.p12";
    let folder = tempfile::tempdir().unwrap();
    let password = folder.path().join("password.txt");
    std::fs::write(&password, "changeit\n").unwrap();
    let password = password.to_str().unwrap();
    for (arguments, label) in [
        (
            &["--against", "tests/fixtures/bundles/digicert.zip"][..],
            "digicert.zip",
        ),
        (
            &["--against", keystore, "--password-file", password],
            "keytool-one-key.p12",
        ),
    ] {
        let report = dry(&[&["tls", "shop.example.com"], arguments].concat());
        let against = &report["server"]["against"];
        assert_eq!(against["label"], label);
        let all = against["fingerprints_sha256"].as_array().unwrap();
        assert_eq!(all.len(), 1, "{against}");
    }
}

#[test]
fn a_file_without_what_should_be_served_ends_with_2_and_says_so() {
    for (path, en, zh) in [
        (
            "tests/fixtures/broken/empty",
            "there is no server certificate in it",
            "没有服务器证书",
        ),
        (
            "tests/fixtures/keystores/keytool-one-key.p12",
            "Give --password-file",
            "--password-file",
        ),
        ("no-such-file.pem", "no-such-file.pem", "no-such-file.pem"),
    ] {
        for (lang, told) in [("en", en), ("zh", zh)] {
            let arguments = ["tls", "example.com", "--against", path, "--lang", lang];
            let output = run(&arguments);
            assert_eq!(output.status.code(), Some(2), "{path}");
            let said = err(&output)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(out(&output).is_empty() && said.contains(told), "{said}");
        }
    }
}

#[test]
fn roots_that_cannot_be_read_end_with_2_before_anybody_is_asked() {
    let output = run(&["tls", "example.com", "--trust", "no-such-roots.pem"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no-such-roots.pem"));
    for (arguments, trust) in [
        (&[][..], "mozilla"),
        (&["--no-default-trust"], "nothing"),
        (
            &["--trust", "tests/fixtures/root.pem"],
            "tests/fixtures/root.pem",
        ),
    ] {
        let report = dry(&[&["tls", "example.com"], arguments].concat());
        assert_eq!(report["server"]["trust"], trust);
    }
}
