//! What a server sends, opened like a file.

use std::process::{Command, Output};

use super::pki::{Like, Pki};
use super::world::{NAME, Nginx, free_port};

fn certwright(arguments: &[&str]) -> Output {
    let data = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(arguments)
        .env("CERTWRIGHT_DATA", data.path())
        .output()
        .unwrap()
}

#[test]
fn inspect_and_chain_open_what_a_server_sends() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new("localhost"));
    let files = [
        ("c", pki.full(&leaf).into()),
        ("k", leaf.key.clone().into()),
        ("roots.pem", pki.root.made.pem.clone().into()),
    ];
    let servers = super::world::server("127.0.0.1", "c", "k", "");
    let nginx = Nginx::start(&files, &servers);
    let roots = nginx.file("roots.pem");
    let roots = roots.to_str().unwrap();
    let (url, short) = (
        format!("https://localhost:{}/any", nginx.port),
        format!("localhost:{}", nginx.port),
    );
    let told = certwright(&["inspect", &url, "--trust", roots, "--json", "--lang", "en"]);
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    let document: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(document["report"]["artifacts"].as_array().unwrap().len(), 2);
    // Nobody is told to look for a key that no server sends.
    assert_eq!(document["findings"][0]["evidence"]["cause"], "served");
    let said = String::from_utf8(told.stderr).unwrap();
    assert!(said.contains(&format!("Contacting {short}")), "{said}");
    let told = certwright(&["chain", &short, "--trust", roots, "--json"]);
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    // The name that was asked for is judged.
    let told = certwright(&[
        "chain",
        &format!("127.0.0.1:{}", nginx.port),
        "--trust",
        roots,
    ]);
    assert_eq!(told.status.code(), Some(1), "{told:?}");
}

#[test]
fn a_server_that_does_not_answer_is_said_with_its_address() {
    let port = free_port();
    let told = certwright(&[
        "inspect",
        &format!("https://localhost:{port}"),
        "--lang",
        "en",
    ]);
    assert_eq!(told.status.code(), Some(2));
    let said = String::from_utf8(told.stderr).unwrap();
    assert!(
        said.contains(&format!("127.0.0.1:{port}: refused")),
        "{said}"
    );
    let told = certwright(&["inspect", &format!("{NAME}/no/such/file"), "--lang", "en"]);
    assert_eq!(told.status.code(), Some(2));
}
