//! The program against real name servers: whole documents, exit codes, a watch that ends, a ticket on disk.

use std::time::Duration;

use serde_json::Value;

use super::cli::{document, err, out, run};
use super::world::{Signing, World, Zone};

/// Arguments that lead into a world and nowhere else.
fn into(world: &World) -> Vec<String> {
    let ports = format!("53={},80=1,443=1", world.port);
    ["--root", &world.root().to_string(), "--port-map", &ports]
        .map(str::to_owned)
        .to_vec()
}

fn diagnose(world: &World, arguments: &[&str]) -> std::process::Output {
    let way = into(world);
    let way: Vec<&str> = way.iter().map(String::as_str).collect();
    run(&[arguments, &way].concat())
}

fn world(records: &str) -> World {
    World::start(
        Signing::None,
        vec![
            Zone::new("com").at("a.gtld.com", "127.53.1.1"),
            Zone::new("example.com")
                .at("ns1.example.com", "127.53.2.1")
                .at("ns2.example.com", "127.53.2.2")
                .with(records),
        ],
    )
}

fn ids(document: &Value) -> Vec<&str> {
    let findings = document["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["id"].as_str().unwrap())
        .collect()
}

fn check<'a>(document: &'a Value, id: &str) -> &'a Value {
    let checks = document["report"]["checks"].as_array().unwrap();
    let found = checks.iter().find(|check| check["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}: {document:#}"))
}

#[test]
fn a_sound_name_ends_with_0_and_says_who_said_what() {
    let world = world("@ IN A 127.53.80.1\nwww IN A 127.53.80.1");
    let output = diagnose(&world, &["dns", "www.example.com", "--json"]);
    let document = document(&output);
    assert_eq!(output.status.code(), Some(0), "{document:#}");
    assert_eq!(check(&document, "exists")["state"], "done");
    assert_eq!(check(&document, "caa")["mark"], "good");
    let report = &document["report"];
    assert!(report["asked"].as_array().unwrap().len() > 3, "{report:#}");
    let own = |said: &Value| said["source"]["kind"] == "authoritative";
    assert!(report["said"].as_array().unwrap().iter().any(own));
    assert_eq!(report["no_network"], Value::Null);
}

#[test]
fn a_name_that_caa_keeps_from_the_ca_ends_with_1_and_the_record_to_add() {
    let world = world("@ IN CAA 0 issue \"letsencrypt.org\"\nwww IN A 127.53.80.1");
    let arguments = ["dns", "www.example.com", "--ca", "digicert"];
    let output = diagnose(&world, &[&arguments[..], &["--json"]].concat());
    let document = document(&output);
    assert_eq!(output.status.code(), Some(1), "{document:#}");
    assert!(ids(&document).contains(&"caa_forbids"));
    let record = &document["report"]["to_publish"][0];
    assert_eq!([&record["type"], &record["host"]], ["CAA", "@"]);
    assert_eq!(record["value"], "0 issue \"digicert.com\"");
    for lang in ["en", "zh"] {
        let output = diagnose(&world, &[&arguments[..], &["--lang", lang]].concat());
        assert_eq!(output.status.code(), Some(1));
        let text = out(&output);
        assert!(
            text.contains("example.com. IN CAA 0 issue \"digicert.com\""),
            "{text}"
        );
    }
}

const EXPECT: &str = "_dnsauth.example.com=token-1";

#[test]
fn a_txt_record_that_is_missing_ends_with_1_and_a_ticket_to_send() {
    let world = world("@ IN A 127.53.80.1");
    let folder = tempfile::tempdir().unwrap();
    let ticket = folder.path().join("ticket.html");
    let output = diagnose(
        &world,
        &[
            "all",
            "example.com",
            "--expect-txt",
            EXPECT,
            "--json",
            "--ticket",
            "html",
            ticket.to_str().unwrap(),
        ],
    );
    let document = document(&output);
    assert_eq!(output.status.code(), Some(1), "{document:#}");
    assert!(ids(&document).contains(&"txt_missing"), "{document:#}");
    let record = &document["report"]["to_publish"][0];
    assert_eq!(
        record["zone_line"],
        "_dnsauth.example.com. IN TXT \"token-1\""
    );
    assert_eq!(record["host"], "_dnsauth");
    let page = std::fs::read_to_string(ticket).unwrap();
    let port = world.port.to_string();
    let twin = format!("dig +noall +answer TXT _dnsauth.example.com -p {port} @127.53.2.");
    assert!(page.contains(&twin), "{page}");
}

#[test]
fn a_watch_ends_when_the_record_appears_everywhere() {
    let mut world = world("@ IN A 127.53.80.1");
    let way = into(&world);
    let watching = std::thread::spawn(move || {
        let way: Vec<&str> = way.iter().map(String::as_str).collect();
        let arguments = [
            "validation",
            "example.com",
            "--expect-txt",
            EXPECT,
            "--only",
            "record-at-servers",
            "--watch",
            "5",
            "--until",
            "60",
            "--json",
        ];
        run(&[&arguments[..], &way].concat())
    });
    std::thread::sleep(Duration::from_secs(1));
    for address in ["127.53.2.1", "127.53.2.2"] {
        world.change(
            "example.com",
            address,
            "@ IN A 127.53.80.1\n_dnsauth IN TXT \"token-1\"",
        );
    }
    let output = watching.join().unwrap();
    let document = document(&output);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{document:#}{}",
        err(&output)
    );
    assert_eq!(document["report"]["rounds"], 2);
    assert_eq!(check(&document, "record-at-servers")["mark"], "good");
}

#[test]
fn escape_codes_in_a_record_are_shown_as_text() {
    let world = world("@ IN A 127.53.80.1\n_dnsauth IN TXT \"\\027[31mred\"");
    let arguments = ["validation", "example.com", "--expect-txt", EXPECT];
    let text = out(&diagnose(&world, &arguments));
    assert!(
        !text.contains('\u{1b}') && text.contains("‹U+001B›[31mred"),
        "{text}"
    );
    let output = diagnose(&world, &[&arguments[..], &["--json"]].concat());
    assert!(!out(&output).contains('\u{1b}'));
    document(&output);
}

#[test]
fn what_the_ca_wrote_is_read_from_a_file() {
    let world = world("@ IN A 127.53.80.1\n_dnsauth IN TXT \"202611010000token\"");
    let folder = tempfile::tempdir().unwrap();
    let mail = folder.path().join("mail.txt");
    std::fs::write(
        &mail,
        "主机记录：_dnsauth\n记录类型：TXT\n记录值：202611010000token\n",
    )
    .unwrap();
    let output = diagnose(
        &world,
        &[
            "validation",
            "example.com",
            "--expect",
            mail.to_str().unwrap(),
            "--json",
        ],
    );
    let document = document(&output);
    let expected = &document["report"]["expected"][0];
    assert_eq!(expected["name"], "_dnsauth.example.com");
    assert!(err(&output).contains("Recognised:"), "{}", err(&output));
    assert_eq!(check(&document, "record-at-servers")["mark"], "good");
}

#[test]
fn servers_that_are_all_silent_are_never_fine() {
    let port = std::net::UdpSocket::bind("127.53.0.9:0").unwrap();
    let root = port.local_addr().unwrap().to_string();
    let output = run(&["dns", "example.com", "--root", &root, "--json"]);
    let document = document(&output);
    assert_eq!(output.status.code(), Some(2), "{document:#}");
    assert_ne!(document["verdict"], "ok");
}
