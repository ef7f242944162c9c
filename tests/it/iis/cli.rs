//! The command line on the fixture of a server: scan, plan, apply, undo, script; judged by an XML parser
//! of somebody else where one is there.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::made::web_03;
use crate::schema::violations;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir(web_03()).expect("a fixture") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name");
            fs::copy(&path, folder.path().join(name)).expect("copied");
        }
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
            .arg("iis")
            .args(arguments)
            .current_dir(self.path())
            .env("LANG", "en_US.UTF-8")
            .output()
            .expect("run")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let mut all = arguments.to_vec();
        all.push("--json");
        let output = self.run(&all);
        let document = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(violations(&document), Vec::<String>::new());
        document
    }

    fn config(&self) -> Vec<u8> {
        fs::read(self.path().join("applicationHost.config")).expect("there")
    }
}

const AT: &str = "2026-11-23T10:42:00Z";

#[test]
fn a_scan_tells_sites_bindings_and_what_is_wrong() {
    let folder = Folder::new();
    let output = folder.run(&["scan", ".", "--time", AT]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("WEB-03"), "{text}");
    let document = folder.json(&[
        "scan",
        "applicationHost.config",
        "--sslcert",
        "sslcert.txt",
        "--store",
        "stores.json",
        "--iis",
        "2022",
        "--time",
        AT,
    ]);
    assert_eq!(document["verb"], "iis");
    assert_eq!(document["verdict"], "error");
    let site = &document["report"]["sites"][0];
    assert_eq!(
        (&site["id"], &site["name"]),
        (&Value::from(1), &Value::from("shop"))
    );
    let binding = &site["bindings"][1];
    assert_eq!(binding["protocol"], "https");
    assert_eq!(binding["address"], "*");
    assert_eq!(binding["port"], 443);
    assert_eq!(binding["host"], "");
    assert_eq!(binding["ssl_flags"], 0);
    assert_eq!(binding["served"]["with_host"], "ipport=0.0.0.0:443");
    assert_eq!(binding["findings"][0], "iis_host_missing");
    let files = &document["report"]["sites"][5]["bindings"][0];
    assert_eq!(files["address"], "192.0.2.10");
    assert_eq!(files["served"]["with_host"], "ipport=192.0.2.10:443");
}

#[test]
fn a_plan_is_carried_out_and_taken_back_to_the_byte() {
    let folder = Folder::new();
    let before = folder.config();
    let planned = folder.json(&[
        "plan",
        ".",
        "--suggested",
        "--out",
        "plan.json",
        "--time",
        AT,
    ]);
    assert_eq!(planned["report"]["refused"], Value::Array(Vec::new()));
    assert_eq!(folder.config(), before, "planning writes nothing");
    let applied = folder.json(&["apply", "plan.json"]);
    assert_eq!(applied["report"]["applied"]["kind"], "done");
    let after = String::from_utf8(folder.config()).expect("text");
    let expected = String::from_utf8(before.clone())
        .expect("text")
        .replace(
            "\"*:443:\" sslFlags=\"0\"",
            "\"*:443:shop.example.com\" sslFlags=\"0\"",
        )
        .replace(
            "\"*:443:www.example.com\" sslFlags=\"0\"",
            "\"*:443:www.example.com\" sslFlags=\"1\"",
        );
    assert_eq!(after, expected);
    // The same plan again is for another version of the file.
    let again = folder.run(&["apply", "plan.json"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(String::from_utf8(folder.config()).expect("text"), expected);
    // Made anew of the present file it wishes for nothing more.
    let anew = folder.json(&["plan", ".", "--from", "plan.json", "--time", AT]);
    let steps = anew["report"]["steps"].as_array().expect("steps");
    assert!(
        steps
            .iter()
            .all(|step| step["changes"] == Value::Array(Vec::new())),
        "{steps:?}"
    );
    let history = folder.json(&["history", "--config", "applicationHost.config"]);
    assert_eq!(history["report"]["history"]["acts"][0]["state"], "in-force");
    folder.json(&["undo", "--config", "applicationHost.config"]);
    assert_eq!(folder.config(), before);
    let nothing = folder.run(&["undo", "--config", "applicationHost.config"]);
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn one_binding_is_changed_by_its_flags() {
    let folder = Folder::new();
    let plan = |more: &[&str]| {
        let mut all = vec![
            "plan",
            ".",
            "--time",
            AT,
            "--site",
            "shop",
            "--binding",
            "*:443:",
        ];
        all.extend(more);
        folder.json(&all)
    };
    let host = plan(&["--host", "shop.example.com"]);
    let change = &host["report"]["steps"][0]["changes"][0];
    assert_eq!(
        change["new"],
        "bindingInformation=\"*:443:shop.example.com\""
    );
    let both = plan(&["--host", "shop.example.com", "--sni", "--set", "no-http2"]);
    assert_eq!(both["report"]["steps"].as_array().map(Vec::len), Some(3));
    assert_eq!(
        both["report"]["steps"][1]["sslcert"]["key"],
        "hostnameport=shop.example.com:443"
    );
    assert_eq!(both["report"]["steps"][1]["sslcert"]["flags"], 0x10);
    let refused = plan(&["--host", "www.example.com"]);
    assert_eq!(refused["verdict"], "error");
    assert_eq!(refused["report"]["refused"][0]["refusal"]["why"], "taken");
    let nothing = folder.run(&["plan", "."]);
    assert_eq!(nothing.status.code(), Some(64));
}

#[test]
fn a_copy_is_written_in_place_of_the_file() {
    let folder = Folder::new();
    let before = folder.config();
    folder.json(&[
        "plan",
        ".",
        "--suggested",
        "--out",
        "plan.json",
        "--time",
        AT,
    ]);
    folder.json(&["apply", "plan.json", "--save-copy", "edited.config"]);
    assert_eq!(folder.config(), before);
    assert_ne!(
        fs::read(folder.path().join("edited.config")).expect("there"),
        before
    );
    let again = folder.run(&["apply", "plan.json", "--save-copy", "edited.config"]);
    assert_eq!(again.status.code(), Some(2));
}

#[test]
fn files_that_are_none_are_refused_with_their_place() {
    let folder = Folder::new();
    let half = folder.config();
    let half = half.get(..4000).expect("half");
    for (name, bytes) in [
        ("half.config", half),
        ("dtd.config", b"<!DOCTYPE a>\n<configuration/>".as_slice()),
        (
            "web.config",
            b"<configuration><system.webServer/></configuration>",
        ),
        ("text.config", b"hello"),
    ] {
        fs::write(folder.path().join(name), bytes).expect("written");
        let output = folder.run(&["scan", "--config", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        let told = String::from_utf8(output.stderr).expect("text");
        assert!(
            told.contains("line ") || name == "web.config",
            "{name}: {told}"
        );
        assert_eq!(fs::read(folder.path().join(name)).expect("there"), bytes);
    }
    assert!(!folder.path().join("certwright-undo").exists());
}

#[test]
fn the_script_holds_the_edit_of_the_plan() {
    let folder = Folder::new();
    folder.json(&[
        "plan",
        ".",
        "--suggested",
        "--out",
        "plan.json",
        "--time",
        AT,
    ]);
    let output = folder.run(&["script", "plan.json", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let script = String::from_utf8(output.stdout).expect("text");
    let value = |name: &str| {
        let line = script
            .lines()
            .find(|line| line.starts_with(name))
            .expect("a line");
        line.split('\'').nth(1).expect("quoted").to_owned()
    };
    // Carry the script's edits out by hand: offset, length, new bytes.
    let old = folder.config();
    let mut new = Vec::new();
    let mut at = 0;
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(",@(") && !line.contains("@('"))
    {
        let inside = line.trim_start_matches(",@(").trim_end_matches(')');
        if inside.starts_with('\'') {
            continue;
        }
        let mut parts = inside.split(", ");
        let offset: usize = parts
            .next()
            .and_then(|part| part.parse().ok())
            .expect("an offset");
        let length: usize = parts
            .next()
            .and_then(|part| part.parse().ok())
            .expect("a length");
        let piece = parts.next().expect("bytes").trim_matches('\'');
        new.extend(old.get(at..offset).expect("in the file"));
        use base64ct::Encoding;
        new.extend(base64ct::Base64::decode_vec(piece).expect("base64"));
        at = offset + length;
    }
    new.extend(old.get(at..).expect("in the file"));
    let hash = |bytes: &[u8]| certwright::core::artifact::Fingerprint::of(bytes).to_string();
    assert_eq!(value("$oldHash"), hash(&old));
    assert_eq!(value("$newHash"), hash(&new));
    folder.json(&["apply", "plan.json"]);
    assert_eq!(folder.config(), new);
}

/// Another parser of XML sees the same sites and bindings, before and after.
#[cfg(feature = "peer-tests")]
#[test]
fn python_reads_the_edited_file_the_same() {
    let folder = Folder::new();
    let script = "import sys,json,xml.etree.ElementTree as E\n\
        r=E.parse(sys.argv[1]).getroot()\n\
        print(json.dumps([[s.get('name'),[[b.get('protocol'),b.get('bindingInformation'),b.get('sslFlags','0')] for b in s.iter('binding')]] for s in r.iter('site')]))";
    let peer = |folder: &Folder| -> Value {
        let output = Command::new("python3")
            .args(["-c", script, "applicationHost.config"])
            .current_dir(folder.path())
            .output()
            .expect("python3");
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let ours = |folder: &Folder| -> Value {
        let document = folder.json(&["scan", ".", "--time", AT]);
        let sites = document["report"]["sites"]
            .as_array()
            .expect("sites")
            .clone();
        let sites = sites.iter().map(|site| {
            let bindings = site["bindings"]
                .as_array()
                .expect("bindings")
                .iter()
                .map(|binding| {
                    serde_json::json!([
                        binding["protocol"],
                        binding["information"],
                        binding["ssl_flags"].to_string()
                    ])
                });
            serde_json::json!([site["name"], bindings.collect::<Vec<_>>()])
        });
        Value::Array(sites.collect())
    };
    assert_eq!(ours(&folder), peer(&folder));
    folder.json(&[
        "plan",
        ".",
        "--suggested",
        "--out",
        "plan.json",
        "--time",
        AT,
    ]);
    folder.json(&["apply", "plan.json"]);
    let after = peer(&folder);
    assert_eq!(ours(&folder), after);
    assert!(after.to_string().contains("*:443:shop.example.com"));
}
