//! `chain --json`: real documents, each as the schema says, and what stands in them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use certwright::core::chain::{Roots, known_root};
use serde_json::Value;

use crate::schema::violations;
use crate::support::{NOW, fixture};
use crate::web::ca::{Entity, Like, root};
use crate::web::server::{Reply, Server};

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");

/// A document that the schema allows, and the exit code that goes with it.
fn ask(path: &Path, more: &[&str]) -> (i32, Value) {
    let output = Command::new(PROGRAM)
        .arg("chain")
        .arg(path)
        .args(["--json", "--time", NOW])
        .args(more)
        .env("LC_ALL", "C")
        .current_dir(fixture(""))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    let document: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|fault| panic!("{}: {fault}: {error}", path.display()));
    let bad = violations(&document);
    assert!(bad.is_empty(), "{}: {bad:#?}", path.display());
    assert_eq!(document["verb"], "chain");
    let code = output.status.code().unwrap();
    let is_valid = document["report"]["verdict"] == "valid";
    assert_eq!(code, i32::from(!is_valid), "{}: {error}", path.display());
    assert_eq!(document["verdict"] == "error", !is_valid, "{document:#}");
    (code, document)
}

fn report(path: &Path, more: &[&str]) -> Value {
    ask(path, more).1["report"].take()
}

/// Over a fixture, with the root that it is made for.
fn of_fixture(path: &str, more: &[&str]) -> Value {
    let trust = [&["--trust", "root.pem"], more].concat();
    report(&fixture(path), &trust)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

#[test]
fn every_bundle_gives_a_document_of_the_schema() {
    for folder in ["bundles", "broken"] {
        for entry in std::fs::read_dir(fixture(folder)).unwrap() {
            let path = entry.unwrap().path();
            if !path.ends_with("manifest.json") {
                ask(&path, &["--trust", "root.pem"]);
            }
        }
    }
}

#[test]
fn a_sound_chain_tells_its_path() {
    let report = of_fixture("bundles/certbot", &["--host", "shop.example.com"]);
    for verdict in ["verdict", "path_verdict", "form_verdict"] {
        assert_eq!(report[verdict], "valid", "{verdict}");
    }
    assert_eq!(report["judged_at"], NOW);
    assert_eq!(report["names"], serde_json::json!(["shop.example.com"]));
    assert_eq!(
        (text(&report["usage"]), text(&report["profile"])),
        ("server", "practice")
    );
    assert_eq!(report["trust"]["name"], "root.pem");
    let path = &report["paths"][0];
    let certificates = list(&path["certificates"]);
    assert_eq!(certificates[0]["fingerprint_sha256"], report["leaf"]);
    let signatures: Vec<_> = certificates.iter().map(|one| &one["signature"]).collect();
    assert_eq!(
        signatures,
        ["verified", "verified"]
            .map(Value::from)
            .iter()
            .chain([&Value::Null])
            .collect::<Vec<_>>()
    );
    let trusted: Vec<_> = certificates
        .iter()
        .map(|one| one["trusted"].as_bool())
        .collect();
    assert_eq!(trusted, [Some(false), Some(false), Some(true)]);
    for pair in certificates.windows(2) {
        assert_eq!(pair[0]["issuer"], pair[1]["subject"]);
    }
    assert_eq!(
        (&path["ends"], &path["headline"]),
        (&Value::from("trusted"), &Value::Null)
    );
    assert_eq!(report["second_opinion"]["verdict"], "valid");
    // The fixtures' root is on nobody's list, and nothing was asked for.
    assert_eq!(
        (list(&report["clients"]).len(), &report["downloads"]),
        (0, &Value::Null)
    );
}

#[test]
fn a_broken_chain_tells_the_error_and_whose_it_is() {
    let report = of_fixture("broken/name-constraint-violated", &[]);
    assert_eq!(
        (text(&report["verdict"]), text(&report["form_verdict"])),
        ("invalid", "valid")
    );
    let path = &report["paths"][0];
    assert_eq!(path["headline"], "name_constraint_violated");
    let mut findings = list(&path["findings"]).iter();
    let finding = findings
        .find(|one| one["id"] == "name_constraint_violated")
        .unwrap();
    assert_eq!(finding["certificate"], report["leaf"]);
    let missing = of_fixture("broken/intermediate-missing", &[]);
    assert_eq!(missing["paths"][0]["ends"], "missing_issuer");
}

#[test]
fn each_leaf_has_its_own_paths() {
    let report = of_fixture("broken/twelve-identities", &[]);
    let mut leaves: Vec<&str> = list(&report["others"])
        .iter()
        .map(|one| text(&one["leaf"]))
        .collect();
    leaves.push(text(&report["leaf"]));
    leaves.sort_unstable();
    leaves.dedup();
    assert_eq!(leaves.len(), 12);
    for other in list(&report["others"]) {
        assert_eq!(
            other["paths"][0]["certificates"][0]["fingerprint_sha256"],
            other["leaf"]
        );
    }
}

#[test]
fn nothing_to_judge_is_a_document_too() {
    let (code, document) = ask(&fixture("certs/requests"), &[]);
    assert_eq!(code, 1);
    let report = &document["report"];
    assert_eq!(
        (&report["leaf"], list(&report["paths"]).len()),
        (&Value::Null, 0)
    );
    assert_eq!(report["path_verdict"], "invalid");
    let mut ids = list(&document["findings"])
        .iter()
        .map(|one| text(&one["id"]));
    assert!(ids.any(|id| id == "certificate_missing"), "{document:#}");
}

#[test]
fn revocation_lists_are_counted_and_heeded() {
    let fixed = [
        "--trust",
        "chain/certs/root.pem",
        "--untrusted",
        "chain/certs/ca.pem",
        "--usage",
        "any",
    ];
    let lists = |leaf: &str| {
        [
            "--crl".to_owned(),
            "chain/crls/root.crl".to_owned(),
            "--crl".to_owned(),
            format!("chain/crls/{leaf}.crl"),
        ]
    };
    for (list, verdict) in [
        ("ca", "valid"),
        ("crl-revoked", "invalid"),
        ("crl-ended", "invalid"),
    ] {
        let lists = lists(list);
        let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
        let report = report(
            &fixture("chain/certs/plain.der"),
            &[&fixed[..], &lists].concat(),
        );
        assert_eq!(
            (&report["verdict"], &report["revocation_lists"]),
            (&Value::from(verdict), &Value::from(2)),
            "{list}"
        );
        // Nobody is asked for no particular use.
        assert_eq!(report["second_opinion"], Value::Null);
    }
}

#[test]
fn a_public_root_tells_who_trusts_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("root.der");
    let mut told = 0;
    for root in Roots::mozilla().certificates().iter().step_by(20) {
        std::fs::write(&path, &root.der).unwrap();
        let report = report(&path, &[]);
        let clients = list(&report["clients"]);
        let Some(known) = known_root(root) else {
            assert!(clients.is_empty(), "{}", root.title());
            continue;
        };
        assert_eq!(clients.len(), known.cells.len());
        let mut clients = clients.iter();
        let mozilla = clients.find(|one| one["client"] == "mozilla").unwrap();
        assert!(
            mozilla["standing"] != "unknown" && !list(&mozilla["sources"]).is_empty(),
            "{mozilla:#}"
        );
        told += 1;
    }
    assert!(told > 1);
}

/// The leaf's file, and its root's, in a folder.
fn hierarchy(folder: &Path, issuer_at: &[&str]) -> (Entity, PathBuf, String) {
    let top = root(&Like {
        name: "Top",
        ..Like::default()
    });
    let middle = top.issue(&Like {
        name: "Middle",
        ..Like::default()
    });
    let leaf = middle.issue(&Like {
        name: "leaf",
        issuer_at,
        is_leaf: true,
        ..Like::default()
    });
    let (at, anchor) = (folder.join("leaf.der"), folder.join("top.der"));
    std::fs::write(&at, leaf.der()).unwrap();
    std::fs::write(&anchor, top.der()).unwrap();
    (middle, at, anchor.to_str().unwrap().to_owned())
}

#[test]
fn downloads_are_told_step_by_step() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start().with(
        "/page",
        Reply::page("text/html", b"<html><body>Sign in</body></html>"),
    );
    let urls = ["/gone", "/page", "/issuer"].map(|path| server.url(path));
    let urls = urls.each_ref().map(String::as_str);
    let (middle, leaf, anchor) =
        hierarchy(folder.path(), &[&urls[..], &["ldap://127.0.0.1/"]].concat());
    server.put(
        "/issuer",
        Reply::page("application/pkix-cert", middle.der()),
    );
    let trust = ["--trust", &anchor, "--usage", "any", "--aia"];

    let refused = report(&leaf, &trust);
    assert_eq!(refused["verdict"], "invalid");
    let steps = list(&refused["downloads"]["steps"]);
    assert!(
        steps.iter().all(|step| step["came"] == "nothing"),
        "{steps:#?}"
    );
    assert!(
        server.heard().is_empty(),
        "a host inside was asked although nobody agreed"
    );

    let agreed = report(
        &leaf,
        &[&trust[..], &["--aia-internal", "127.0.0.1"]].concat(),
    );
    assert_eq!(agreed["verdict"], "valid", "{agreed:#}");
    let steps = list(&agreed["downloads"]["steps"]);
    let came: Vec<&str> = steps.iter().map(|step| text(&step["came"])).collect();
    assert_eq!(
        came,
        ["something_else", "something_else", "issuer", "nothing"],
        "{steps:#?}"
    );
    let got = serde_json::json!([middle.certificate.fingerprint]);
    assert_eq!(agreed["downloads"]["found"], got);
}
