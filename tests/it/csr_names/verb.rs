//! `csr advise` end to end.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::schema::violations;

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(["csr", "advise"])
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn names_are_advised_on_as_text_and_as_json() {
    let output = run(&["*.shop.cn", "https://a.shop.cn/x"], "");
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("2 names read\n  1 URL shortened to its host name\n"),
        "{text}"
    );
    assert!(
        text.contains("You need a wildcard") && text.contains("Already covered by *.shop.cn"),
        "{text}"
    );
    for lang in ["en", "zh"] {
        let output = run(
            &["--from", "-", "--json", "--lang", lang],
            "*.shop.cn a.b.shop.cn 10.0.4.17 bücher.de",
        );
        assert_eq!(output.status.code(), Some(1));
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(violations(&document), Vec::<String>::new());
        assert_eq!(document["verdict"], "error");
        assert_eq!(document["report"]["kind"], "multi_wildcard");
        assert_eq!(document["report"]["names"][3]["ascii"], "xn--bcher-kva.de");
        assert_eq!(
            document["report"]["names"][2]["findings"][0],
            "order_name_private_address"
        );
    }
}

#[test]
fn without_names_it_is_wrong_usage_and_a_missing_file_cannot_be_read() {
    assert_eq!(run(&[], "").status.code(), Some(64));
    assert_eq!(run(&["--from", "no-such-file"], "").status.code(), Some(2));
}
