//! The program against a real server on loopback: what is served as text, document and ticket, the one line, the
//! exit code.

use std::collections::BTreeSet;

use serde_json::Value;

use super::cli::{document, err, out, run};
use super::site::{Made, NAME, Server, Site};

/// Looks at the server, by the site's root.
fn tls(site: &Site, server: &Server, more: &[&str]) -> std::process::Output {
    let (root, at) = (site.path("root.pem"), format!("127.0.0.1:{}", server.port));
    let usual = [
        "tls",
        NAME,
        "--connect",
        &at,
        "--trust",
        root.to_str().unwrap(),
    ];
    run(&[&usual[..], more].concat())
}

fn current(site: &Site) -> Made {
    site.issue(NAME, -10, 80)
}

fn ids(document: &Value) -> Vec<&str> {
    let findings = document["findings"].as_array().unwrap().iter();
    findings.map(|one| one["id"].as_str().unwrap()).collect()
}

/// The kinds of what was asked.
fn kinds(document: &Value) -> Vec<&str> {
    let asked = document["report"]["asked"].as_array().unwrap().iter();
    let all: BTreeSet<&str> = asked
        .map(|one| one["what"]["kind"].as_str().unwrap())
        .collect();
    all.into_iter().collect()
}

fn headline(output: &std::process::Output) -> String {
    out(output).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_sound_server_ends_with_0_and_what_it_serves_is_told() {
    let site = Site::new();
    let server = site.serve(&current(&site), true);
    let output = tls(&site, &server, &["--json"]);
    let document = document(&output);
    assert_eq!(output.status.code(), Some(0), "{document:#}");
    let served = &document["report"]["served"][0];
    assert_eq!(served["name"], NAME);
    assert_eq!(served["with_sni"], true);
    assert_eq!(served["version"], "tls1.3");
    assert!(
        served["suite"]["name"]
            .as_str()
            .unwrap()
            .starts_with("TLS_")
    );
    let chain = served["chain"].as_array().unwrap();
    assert_eq!(chain.len(), 2, "{served:#}");
    assert!(chain[1]["subject"].as_str().unwrap().contains("Example CA"));
    // One page is asked for: the header that tells browsers to use https alone.
    assert_eq!(kinds(&document), ["connections", "page"]);
    for (lang, head, line) in [
        (
            "en",
            "The certificate is fine",
            "Served for shop.example.com at 127.0.0.1:",
        ),
        ("zh", "证书正常", "为 shop.example.com 提供："),
    ] {
        let output = tls(&site, &server, &["--lang", lang]);
        assert!(headline(&output).starts_with(head), "{}", out(&output));
        assert!(out(&output).contains(line), "{}", out(&output));
        assert!(out(&output).contains("Example CA"), "{}", out(&output));
    }
}

#[test]
fn a_closed_port_ends_with_1_and_is_the_headline() {
    let site = Site::new();
    let server = site.serve(&current(&site), true);
    let port = server.port;
    drop(server);
    let at = format!("127.0.0.1:{port}");
    let output = run(&["tls", NAME, "--connect", &at, "--json"]);
    let document = document(&output);
    assert_eq!(
        output.status.code(),
        Some(1),
        "{document:#}{}",
        err(&output)
    );
    assert_eq!(ids(&document)[0], "port_refused");
    assert_eq!(document["report"]["served"], serde_json::json!([]));
    let output = run(&["tls", NAME, "--connect", &at]);
    assert_eq!(headline(&output), format!("Port {port} is closed"));
}

#[test]
fn a_missing_intermediate_is_the_headline_and_ends_with_1() {
    let site = Site::new();
    let server = site.serve(&current(&site), false);
    let output = tls(&site, &server, &[]);
    assert_eq!(output.status.code(), Some(1));
    let head = headline(&output);
    assert!(
        head.starts_with("The chain lacks an intermediate"),
        "{head}"
    );
}

#[test]
fn an_old_certificate_gives_a_ticket_to_send_to_whoever_runs_the_server() {
    let site = Site::new();
    let server = site.serve(&site.issue(NAME, -80, 10), true);
    let new = site.write("new.pem", &current(&site).certificate);
    for (form, lang) in [("text", "en"), ("html", "zh")] {
        let ticket = site.path(form);
        let against = ["--against", new.to_str().unwrap(), "--lang", lang];
        let form = ["--ticket", form, ticket.to_str().unwrap()];
        let output = tls(&site, &server, &[&against[..], &form].concat());
        assert_eq!(output.status.code(), Some(1), "{}", out(&output));
        let head = headline(&output);
        assert!(
            head.contains("still sends the old") || head.contains("仍是旧证书"),
            "{head}"
        );
        let text = std::fs::read_to_string(&ticket).unwrap();
        let at = format!("127.0.0.1:{}", server.port);
        for part in [
            format!("openssl s_client -connect {at} -servername {NAME} -showcerts"),
            format!(
                "--resolve {NAME}:{}:127.0.0.1 https://{NAME}:{}/",
                server.port, server.port
            ),
            "Example CA".to_owned(),
        ] {
            assert!(text.contains(&part), "{part}: {text}");
        }
    }
    let against = ["--against", new.to_str().unwrap(), "--json"];
    let document = document(&tls(&site, &server, &against));
    assert!(ids(&document).contains(&"served_differs_from_file"));
}

const PAGE: &str = "<!DOCTYPE html><html><head>\n\
    <script src=\"http://shop.example.com/a.js\"></script>\n</head><body>\n\
    <img src=\"http://shop.example.com/b.png\">\n</body></html>\n";

#[test]
fn what_a_page_loads_over_http_is_the_headline_with_line_and_change() {
    let site = Site::new();
    let (server, http) = site.page(&current(&site), PAGE);
    let at = format!("127.0.0.1:{}", server.port);
    let ports = format!("80={http},443={}", server.port);
    let root = site.path("root.pem");
    let usual = [
        "page",
        NAME,
        "--connect",
        &at,
        "--port-map",
        &ports,
        "--trust",
    ];
    let usual = [&usual[..], &[root.to_str().unwrap()]].concat();
    let output = run(&usual);
    let text = out(&output);
    assert_eq!(output.status.code(), Some(1), "{text}{}", err(&output));
    assert_eq!(
        headline(&output),
        "The page loads 2 things over http",
        "{text}"
    );
    assert!(text.contains("a.js") && text.contains("line 2"), "{text}");
    let document = document(&run(&[&usual[..], &["--json"]].concat()));
    assert!(ids(&document).contains(&"mixed_content"), "{document:#}");
    assert_eq!(kinds(&document), ["page"], "no name server is asked");
    let zh = run(&[&usual[..], &["--lang", "zh"]].concat());
    assert_eq!(headline(&zh), "网页通过 http 加载 2 项内容");
}
