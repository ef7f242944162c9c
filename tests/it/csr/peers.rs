//! Requests judged by openssl, GnuTLS and Java: every kind of key with everything in the request, and hostile
//! names byte by byte.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use certwright::core::csr::create::{KeySource, Request};
use certwright::core::csr::sign::signed;
use certwright::core::csr::{NewKey, Spec};
use certwright::core::env::{Access, Env};
use certwright::core::op::{self, Outcome, Report};
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::platform::World;

use super::{Book, field, full, rsa};

/// What a peer prints; it must be content.
fn peer(program: &str, arguments: &[&str], folder: &Path) -> Vec<u8> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {told}");
    output.stdout
}

fn text(program: &str, arguments: &[&str], folder: &Path) -> String {
    String::from_utf8_lossy(&peer(program, arguments, folder)).into_owned()
}

/// Key and request of everything, on the disk.
fn made(kind: NewKey, folder: &Path) {
    let world = World::new();
    let book = Book::default();
    let env = Env {
        ledger: &book,
        ..world.env()
    };
    let request = Request {
        spec: full(),
        key: KeySource::New(kind),
        password: Some(Arc::new(Secret::from("correct horse"))),
        iterations: 10_000,
        key_path: folder.join("a.key"),
        csr_path: folder.join("a.csr"),
        access: Access::OwnerOnly,
        has_password_file: true,
        is_recorded: true,
    };
    let outcome = op::run(&op::Request::CreateCsr(request), &env, &Unwatched);
    assert!(matches!(outcome, Outcome::Done(Report::CsrCreated(_))));
}

/// Everything that the request asks for, in openssl's words.
const IN_OPENSSL: [&str; 12] = [
    "DNS:shop.example.com, DNS:*.example.com, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:7",
    "email:it@example.com",
    "URI:https://example.com/id",
    "othername: UPN::joe@corp.example",
    "Registered ID:1.2.3.4",
    "X509v3 Key Usage: critical",
    "Digital Signature, Key Encipherment",
    "TLS Web Server Authentication, 1.2.3.4.5",
    "TLS Feature",
    "status_request",
    "challengePassword",
    "challenge 1",
];

/// The subject as openssl prints it, last field first.
const SUBJECT: &str = "CN=shop.example.com,emailAddress=it@example.com,DC=example,DC=com,OU=Unit two,OU=Unit one,O=示例有限公司,ST=北京,C=CN";

#[test]
fn every_kind_of_key_with_a_full_request_is_accepted_by_the_peers() {
    for kind in NewKey::ALL {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        made(kind, folder);
        let mut verify = vec!["req", "-in", "a.csr", "-verify", "-noout", "-text"];
        if kind == NewKey::Sm2 {
            verify.extend(["-vfyopt", "distid:1234567812345678"]);
        }
        let told = text("openssl", &verify, folder);
        for said in IN_OPENSSL {
            assert!(told.contains(said), "{kind:?} {said}: {told}");
        }
        let subject = [
            "req",
            "-in",
            "a.csr",
            "-noout",
            "-subject",
            "-nameopt",
            "RFC2253,utf8,-esc_msb",
        ];
        let told = text("openssl", &subject, folder);
        assert_eq!(told.trim(), format!("subject={SUBJECT}"), "{kind:?}");
        opens(folder);
        if kind != NewKey::Sm2 {
            gnutls(kind, folder);
            java(kind, folder);
        }
    }
}

/// The key opens with its password and is the request's.
fn opens(folder: &Path) {
    let of_key = [
        "pkey",
        "-in",
        "a.key",
        "-passin",
        "file:privateKeyPass.txt",
        "-pubout",
    ];
    let of_request = ["req", "-in", "a.csr", "-noout", "-pubkey"];
    assert_eq!(
        text("openssl", &of_key, folder),
        text("openssl", &of_request, folder)
    );
}

fn gnutls(kind: NewKey, folder: &Path) {
    let told = text("certtool", &["--crq-info", "--infile", "a.csr"], folder);
    for said in [
        "Self signature: verified",
        "shop.example.com",
        "示例有限公司",
        "Unit one",
    ] {
        assert!(told.contains(said), "{kind:?} {said}: {told}");
    }
}

fn java(kind: NewKey, folder: &Path) {
    let arguments = [
        "-J-Duser.language=en",
        "-J-Dfile.encoding=UTF-8",
        "-J-Dstdout.encoding=UTF-8",
        "-printcertreq",
        "-file",
        "a.csr",
    ];
    let told = text("keytool", &arguments, folder);
    for said in ["shop.example.com", "Unit two", "192.0.2.7", "1.2.3.4.5"] {
        assert!(told.contains(said), "{kind:?} {said}: {told}");
    }
}

/// Names that try to break out of something; those of `text::foreign` and a few that only ASN.1 minds.
const HOSTILE: [&str; 32] = [
    "plain.example.com",
    " leading and trailing ",
    "'; rm -rf / #",
    "\"; del /q *",
    "$(touch owned)",
    "`touch owned`",
    "${HOME}",
    "%PATH%",
    "!PATH!",
    "a&calc.exe",
    "a|b>c<d",
    "back\\slash\\",
    "trailing\\\"",
    "=HYPERLINK(\"http://evil.example\")",
    "<script>alert(1)</script>",
    "]]>&amp;<!--",
    "semi;colon,comma:x",
    "# comment",
    "[section]",
    "CN=other/O=other",
    "a+CN=b",
    "new\nline",
    "carriage\r\nreturn",
    "tab\there",
    "nul\0byte",
    "\u{1b}]0;title\u{7}",
    "\u{202e}moc.elpmaxe",
    "zero\u{200b}width",
    "../../etc/passwd",
    "北京 شركة 👩‍💻",
    "{block}",
    "*",
];

#[test]
fn hostile_names_reach_openssl_byte_by_byte() {
    let folder = tempfile::tempdir().unwrap();
    for name in HOSTILE {
        let mut spec = Spec::default();
        spec.subject.0 = vec![field("2.5.4.10", name), field("2.5.4.3", name)];
        let der = signed(&spec, &rsa()).unwrap();
        std::fs::write(folder.path().join("a.der"), der).unwrap();
        let verify = ["req", "-inform", "DER", "-in", "a.der", "-verify", "-noout"];
        peer("openssl", &verify, folder.path());
        let parse = ["asn1parse", "-inform", "DER", "-in", "a.der"];
        let told = peer("openssl", &parse, folder.path());
        let wanted = [b"UTF8STRING        :", name.as_bytes(), b"\n"].concat();
        let found = told.windows(wanted.len()).filter(|seen| *seen == wanted);
        assert_eq!(found.count(), 2, "{name:?}");
    }
}
